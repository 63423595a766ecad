"""What the lifecycle does by itself, as sentences: after what, what the service does, how long it says so before."""

from collections.abc import Iterator, Mapping

from domain.kernel.text import Bilingual
from domain.rulebook.base import Names, defined
from domain.rulebook.calls import RECEIVED
from domain.rulebook.course import (
    ActRule,
    AdvanceByItself,
    AfterAmendment,
    AfterConclusion,
    AfterItem,
    AfterOtherItems,
    AfterPhaseEntry,
    AfterRequest,
    AfterStage,
    AnyAct,
    AskFor,
    AskForTranche,
    AtACadence,
    OnADay,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)
from domain.rulebook.naming import names_of
from domain.rulebook.whole import Rulebook
from wording.amounts import euros_words
from wording.punctuation import quoted_pair
from wording.quantities import duration_words, long_day
from wording.roles import ROLES
from wording.rulebook.ladders import ladder_words

NOTHING_IN_PHASE: Bilingual = (
    "dans cette phase le service ne fait rien de lui-même",
    "in this phase the service does nothing by itself",
)
NOTHING_FOR_INSTRUMENT: Bilingual = (
    "pour ce dispositif le service ne fait rien de lui-même",
    "for this instrument the service does nothing by itself",
)

_ASKED_FOR: Mapping[str, Bilingual] = {
    "evaluation": ("une évaluation de la coopération", "an evaluation of the cooperation"),
    "commitments": ("le tableau des engagements", "the table of commitments"),
    "contact": ("des nouvelles du dossier", "news of the file"),
    "deliverable": ("le livrable", "the deliverable"),
    "gate-item": ("le point de passage", "the gate item"),
}
_KIND_ASKED_FOR = {"deliverable": "deliverable", "gate-item": "item"}

Moment = (
    AfterPhaseEntry
    | AfterOtherItems
    | AfterItem
    | AtACadence
    | OnADay
    | AfterStage
    | AfterRequest
    | AfterAmendment
    | AfterConclusion
)


def act_words(act: AnyAct, rulebook: Rulebook) -> Bilingual:
    """The sentence of an act: from what it waits for to who is reminded where it cannot be done."""
    parts = [_then(waited_for(act, rulebook), _action(act, rulebook)), *_more(act)]
    return "\u202f; ".join(fr for fr, _ in parts), "; ".join(en for _, en in parts)


def waited_for(act: AnyAct, rulebook: Rulebook) -> Bilingual:
    """After what an act is due, as the beginning of a sentence."""
    match act:
        case AdvanceByItself():
            return "une fois acquis tous les points de passage", "once all gate items hold"
        case RecordDecision():
            return "dès que l’instance qui décide a conclu", "once the panel that decides has concluded"
        case AskForTranche():
            return "dès que ses conditions sont remplies", "once its conditions hold"
    return moment_words(act.when, rulebook)


def _action(act: AnyAct, rulebook: Rulebook) -> Bilingual:
    match act:
        case OpenReviewInPhase() | OpenReviewOfRequest():
            return _asking(act.review, rulebook)
        case AskFor():
            return _asking_for(act, rulebook)
        case AdvanceByItself():
            return "le service fait passer à la phase suivante", "the service goes on to the next phase"
        case PutToDecision():
            return (
                "le service soumet la demande à qui en décide",
                "the service puts the request before whoever decides about it",
            )
        case RecordDecision():
            return "le service enregistre sa décision", "the service records its decision"
        case AskForTranche():
            return _asking_for_tranche(act, rulebook)


def _then(moment: Bilingual, action: Bilingual) -> Bilingual:
    return f"{moment[0]}, {action[0]}", f"{moment[1]}, {action[1]}"


def _asking(review: str, rulebook: Rulebook) -> Bilingual:
    question = defined(rulebook.question(review))
    asked = _quoted(question.name)
    panel = _quoted(defined(rulebook.panel(question.panel)).name)
    return f"le service demande {asked[0]} à {panel[0]}", f"the service asks {panel[1]} for {asked[1]}"


def asked_for_words(act: AskFor, rulebook: Rulebook) -> Bilingual:
    """What an act asks those in charge for."""
    fr, en = _ASKED_FOR[act.what]
    if act.of is None:
        return fr, en
    of = _name(rulebook, _KIND_ASKED_FOR[act.what], act.of)
    return f"{fr} {of[0]}", f"{en} {of[1]}"


def _asking_for(act: AskFor, rulebook: Rulebook) -> Bilingual:
    fr, en = asked_for_words(act, rulebook)
    within = duration_words(act.within)
    return (
        f"le service demande aux personnes en charge {fr}, sous {within[0]}",
        f"the service asks those in charge for {en}, within {within[1]}",
    )


def _asking_for_tranche(act: AskForTranche, rulebook: Rulebook) -> Bilingual:
    named = [_name(rulebook, "tranche", one) for one in act.tranches]
    which = ", ".join(fr for fr, _ in named), ", ".join(en for _, en in named)
    if not named:
        which = ("chaque tranche", "each tranche")
    return (
        f"le service demande le versement de {which[0]}",
        f"the service asks for the payment of {which[1]}",
    )


def moment_words(when: Moment, rulebook: Rulebook) -> Bilingual:
    """After what an act is due, as the beginning of a sentence."""
    match when:
        case AfterPhaseEntry():
            return "dès l’entrée dans la phase", "on entering the phase"
        case AfterOtherItems():
            return "une fois acquis les autres points de passage", "once the other gate items hold"
        case AfterItem(item=item):
            held = _name(rulebook, "item", item)
            return f"dès que {held[0]} est acquis", f"once {held[1]} holds"
        case AtACadence():
            return _cadence(when)
        case OnADay(date=day):
            return f"le {long_day(day, 'fr')}", f"on {long_day(day, 'en')}"
        case AfterStage(stage=stage) if stage == RECEIVED:
            return "dès que la candidature est reçue", "once the application is received"
        case AfterStage(stage=stage):
            reached = _name(rulebook, "stage", stage)
            return (
                f"dès que la candidature est à l’étape {reached[0]}",
                f"once the application is at {reached[1]}",
            )
        case AfterRequest():
            return _request(when)
        case AfterAmendment():
            return "dès qu’un avenant est proposé", "once an amendment is proposed"
        case AfterConclusion(review=review):
            concluded = _name(rulebook, "question", review)
            return f"dès que {concluded[0]} est rendu", f"once {concluded[1]} has been concluded"


def _cadence(when: AtACadence) -> Bilingual:
    fr, en = duration_words(when.every)
    again_fr, again_en = ("réponse", "answer") if when.counting == "answered" else ("demande", "asking")
    return (
        f"{fr} après l’entrée dans la phase puis {fr} après chaque {again_fr}",
        f"{en} after entering the phase and then {en} after each {again_en}",
    )


def _request(when: AfterRequest) -> Bilingual:
    """Above which amount and up to which, and whether eligible or not."""
    fr, en = ("dès qu’une demande est éligible", "once a request is eligible")
    if not when.eligible:
        fr, en = (
            "dès qu’un financement est demandé, éligible ou non",
            "once a funding is asked for, eligible or not",
        )
    if when.at_least_cents is not None:
        least = euros_words(when.at_least_cents)
        fr, en = f"{fr}, à partir de {least[0]}", f"{en}, from {least[1]} on"
    if when.up_to_cents is not None:
        most = euros_words(when.up_to_cents)
        fr, en = f"{fr}, jusqu’à {most[0]}", f"{en}, up to {most[1]}"
    return fr, en


def _more(act: ActRule) -> Iterator[Bilingual]:
    if any(digit in act.delay for digit in "123456789"):
        fr, en = duration_words(act.delay)
        yield f"il l’annonce {fr} avant", f"it announces it {en} before"
    if act.held_by:
        roles = [ROLES[role] for role in act.held_by]
        held = ", ".join(fr for fr, _ in roles), ", ".join(en for _, en in roles)
        yield f"peuvent aussi le retenir\u00a0: {held[0]}", f"may also be held back by {held[1]}"
    if act.ladder and isinstance(act, AskFor):
        fr, en = ladder_words(act.ladder)
        yield f"échelle de rappels {fr}", f"ladder {en}"
    elif act.ladder:
        fr, en = ladder_words(act.ladder)
        yield f"s’il ne le peut pas, échelle de rappels {fr}", f"if it cannot, ladder {en}"


def _name(rulebook: Rulebook, kind: str, key: str) -> Bilingual:
    """What a part is called; parts that share a key share its name."""
    return _quoted(names_of(rulebook, kind)[key])


def _quoted(name: Names) -> Bilingual:
    return quoted_pair((name.fr, name.en))
