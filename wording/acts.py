"""What the lifecycle will do next in a file, as sentences: what, when, what it waits for, what keeps it from it."""

from datetime import datetime

from domain.acts.deeds import deciding_level
from domain.acts.standings import MOST_IN_A_ROW, ActStanding
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.fundings.state import Funding
from domain.kernel.text import Bilingual
from domain.reminders.view import FileView
from domain.rulebook import Rulebook, names_of
from domain.rulebook.base import defined
from domain.rulebook.course import (
    AdvanceByItself,
    AskFor,
    AskForTranche,
    OpenReviewInPhase,
    OpenReviewOfRequest,
    PutToDecision,
    RecordDecision,
)
from language import Text
from wording.awaited import awaited_words
from wording.naming import Naming
from wording.punctuation import quoted_pair
from wording.quantities import long_day
from wording.rulebook.acts import asked_for_words

HOLD_BACK = Text("Pour le retenir", "To hold it back")
RELEASE = Text("Pour laisser faire de nouveau", "To let the service do it")


def ahead_words(standing: ActStanding, view: FileView[KeptFile], why: Bilingual | None = None) -> Text:
    """How an act stands; ``why``: who holds it back and what for, or why the rules refused it, with the remedy."""
    deed = deed_words(standing.planned, view.file, view.rulebook)
    match standing.state:
        case "awaits":
            once = awaited_words(standing.planned, view.rulebook)
            return Text(f"Le service {deed.fr} {once.fr}.", f"The service will {deed.en} {once.en}.")
        case "coming" | "to-announce" | "announced":
            return _on_a_day(standing, deed, view)
        case "due":
            return Text(f"Le service {deed.fr} dès aujourd’hui.", f"The service will {deed.en} today.")
        case "held":
            return _held(standing, deed, why)
        case "refused":
            said = why or ("–", "–")
            return Text(f"N’a pas pu se faire : {said[0]}", f"Could not be done: {said[1]}")
        case "asleep":
            return Text(
                f"En sommeil avec le dossier. À son réveil, le service {deed.fr} quand le règlement le prévoit.",
                f"Asleep with the file. Once that goes on, the service will {deed.en} when the rulebook says so.",
            )
        case "stopped":
            return Text(
                f"Le service a agi {MOST_IN_A_ROW} fois de suite sans que personne n’intervienne : il s’arrête et"
                " demande de l’aide.",
                f"The service acted {MOST_IN_A_ROW} times in a row without anybody doing something: it stops and asks"
                " for help.",
            )


def deed_words(planned: PlannedAct, file: KeptFile, rulebook: Rulebook) -> Text:
    """What the service will do, after *le service* and *the service will*."""
    match planned.act:
        case OpenReviewInPhase(review=review) | OpenReviewOfRequest(review=review):
            return _asking(review, rulebook)
        case AskFor() as act:
            fr, en = asked_for_words(act, rulebook)
            return Text(f"demandera aux personnes en charge {fr}", f"ask those in charge for {en}")
        case AdvanceByItself():
            return _advancing(file, rulebook)
        case PutToDecision():
            fr, en = _bodies(file, rulebook)
            return Text(f"soumettra la demande à qui en décide ({fr})", f"put the request before {en}")
        case RecordDecision():
            panel = _panel(planned, file, rulebook)
            return Text(f"enregistrera ce que décide {panel.fr}", f"record what {panel.en} decides")
        case AskForTranche():
            tranche = quoted_pair(Naming(rulebook).key("tranche", planned.subject or ""))
            return Text(f"demandera le versement de {tranche.fr}", f"ask for the payment of {tranche.en}")


def _on_a_day(standing: ActStanding, deed: Text, view: FileView[KeptFile]) -> Text:
    done, told = _day(standing.at, view), _day(standing.announced_at, view)
    if standing.announced_at and standing.announced_at > view.recorded_at:
        return Text(
            f"Le {told.fr}, le service annoncera qu’il {deed.fr} le {done.fr}, sauf si quelqu’un le retient d’ici là.",
            f"On {told.en} the service will announce that it will {deed.en} on {done.en}, unless somebody holds it"
            " back by then.",
        )
    return Text(
        f"Le {done.fr}, le service {deed.fr}, sauf si quelqu’un le retient d’ici là.",
        f"On {done.en} the service will {deed.en}, unless somebody holds it back by then.",
    )


def _held(standing: ActStanding, deed: Text, why: Bilingual | None) -> Text:
    said = why or ("–", "–")
    if standing.held_until is None:
        how = Text("Retenu jusqu’à nouvel ordre", "Held back until further notice")
    else:
        until = standing.held_until
        how = Text(
            f"Retenu jusqu’au {long_day(until, 'fr')} inclus",
            f"Held back until the end of {long_day(until, 'en')}",
        )
    return Text(
        f"{how.fr}, {said[0]}. Sans cela, le service {deed.fr}.",
        f"{how.en}, {said[1]}. Otherwise the service will {deed.en}.",
    )


def _asking(review: str, rulebook: Rulebook) -> Text:
    question = defined(rulebook.question(review))
    asked = quoted_pair((question.name.fr, question.name.en))
    panel = defined(rulebook.panel(question.panel)).name
    of = quoted_pair((panel.fr, panel.en))
    return Text(f"demandera {asked.fr} à {of.fr}", f"ask {of.en} for {asked.en}")


def _advancing(file: KeptFile, rulebook: Rulebook) -> Text:
    following = rulebook.phase_after(file.current.phase) if isinstance(file, Cooperation) else None
    if following is None:
        return Text("fera passer à la phase suivante", "go on to the next phase")
    name = rulebook.phases[following].name
    phase = quoted_pair((name.fr, name.en))
    return Text(f"fera passer à la phase {phase.fr}", f"go on to the phase {phase.en}")


def _bodies(file: KeptFile, rulebook: Rulebook) -> Bilingual:
    level = deciding_level(file, rulebook) if isinstance(file, Funding) else None
    found = [Naming(rulebook).one("body", one) for one in (level.by if level else ())]
    return (" ou ".join(fr for fr, _ in found) or "–", " or ".join(en for _, en in found) or "–")


def _panel(planned: PlannedAct, file: KeptFile, rulebook: Rulebook) -> Text:
    seen = file.reviews.get(planned.subject or "") if isinstance(file, Funding) else None
    if seen is None:
        return Text("l’instance", "the panel")
    name = names_of(rulebook, "panel")[seen.panel]
    return quoted_pair((name.fr, name.en))


def _day(at: datetime | None, view: FileView[KeptFile]) -> Text:
    """A day where the file lives, in letters."""
    day = (at or view.recorded_at).astimezone(view.zone).date()
    return Text(long_day(day, "fr"), long_day(day, "en"))
