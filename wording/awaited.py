"""What an act of the lifecycle waits for, in the future: *dès que « Contacts qualifiés » sera acquis*."""

from domain.files.planned_act import PlannedAct
from domain.rulebook import Rulebook
from domain.rulebook.course import (
    AdvanceByItself,
    AfterAmendment,
    AfterConclusion,
    AfterItem,
    AfterOtherItems,
    AfterRequest,
    AfterStage,
    AskFor,
    AskForTranche,
    AtACadence,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PhaseMoment,
    PutToDecision,
    RecordDecision,
)
from language import Text
from wording.amounts import euros_words
from wording.naming import Naming
from wording.punctuation import quoted_pair


def awaited_words(planned: PlannedAct, rulebook: Rulebook) -> Text:
    """What has to come first, as the end of a sentence."""
    match planned.act:
        case AdvanceByItself():
            return Text("une fois acquis tous les points de passage", "once all gate items hold")
        case RecordDecision():
            return Text("une fois la conclusion rendue", "once it has concluded")
        case AskForTranche():
            return Text("dès que ses conditions seront remplies", "once its conditions hold")
        case OpenReviewInPhase(when=when) | AskFor(when=when):
            return _in_phase(when, rulebook)
        case OpenReviewOfRequest(when=when) | PutToDecision(when=when):
            return _of_request(when, rulebook)


def _in_phase(when: PhaseMoment, rulebook: Rulebook) -> Text:
    naming = Naming(rulebook)
    match when:
        case AfterOtherItems():
            return Text("une fois acquis les autres points de passage", "once the other gate items hold")
        case AfterItem(item=item):
            held = quoted_pair(naming.key("item", item))
            return Text(f"dès que {held.fr} sera acquis", f"once {held.en} holds")
        case AtACadence():
            return Text(
                "de nouveau, une fois arrivée la réponse attendue",
                "again, once the answer that is awaited has come",
            )
        case AfterStage(stage=stage):
            reached = quoted_pair(naming.key("stage", stage))
            return Text(
                f"dès que la candidature sera à l’étape {reached.fr}",
                f"once the application is at {reached.en}",
            )
    return Text("quand le règlement le prévoit", "when the rulebook says so")


def _of_request(when: AfterRequest | AfterAmendment | AfterConclusion, rulebook: Rulebook) -> Text:
    match when:
        case AfterRequest():
            return _request(when)
        case AfterConclusion(review=review):
            concluded = quoted_pair(Naming(rulebook).key("question", review))
            return Text(f"dès que {concluded.fr} sera rendu", f"once {concluded.en} has been concluded")
        case AfterAmendment():
            return Text("dès qu’un avenant sera proposé", "once an amendment is proposed")


def _request(when: AfterRequest) -> Text:
    """What the request lacks: to be eligible, or another amount."""
    fr, en = (
        ("dès que la demande sera éligible", "once the request is eligible")
        if when.eligible
        else ("dès que la demande le permettra", "once the request allows it")
    )
    if when.at_least_cents is not None:
        least = euros_words(when.at_least_cents)
        fr, en = f"{fr}, si elle atteint {least[0]}", f"{en}, if it reaches {least[1]}"
    if when.up_to_cents is not None:
        most = euros_words(when.up_to_cents)
        fr, en = f"{fr}, si elle ne dépasse pas {most[0]}", f"{en}, if it is not above {most[1]}"
    return Text(fr, en)
