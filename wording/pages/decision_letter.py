"""The letter that tells a beneficiary what was decided about money: in their words, nothing of how it is kept here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from language import Text, locale, say, t
from wording.amounts import euros
from wording.punctuation import quoted
from wording.quantities import long_day

BACK = Text("Revenir au financement", "Back to the funding")
PRINT = Text("Imprimez cette page, ou enregistrez-la en PDF.", "Print this page, or keep it as a PDF.")
TO = Text("À l’attention de", "For the attention of")
GREETING = Text("Madame, Monsieur,", "Dear Sir or Madam,")
POINTS = Text("Les motifs", "The points")
REASONS = Text("Les raisons", "The reasons")
WOULD_CHANGE = Text("Ce qui changerait cette décision", "What would change this decision")
CONDITIONS = Text("Les conditions", "The conditions")
SCHEDULE = Text("Les versements prévus", "The payments to come")
SIGNATURE = Text("Pour {organisation}", "For {organisation}")

_SUBJECTS = {
    "granted": Text("Votre demande de financement est accordée", "Your request for funding is granted"),
    "refused": Text(
        "Votre demande de financement n’est pas retenue", "Your request for funding is not granted"
    ),
    "deferred": Text("Votre demande de financement est ajournée", "Your request for funding is deferred"),
    "amended": Text("L’avenant à votre financement est accepté", "The amendment of your funding is granted"),
    "not-amended": Text(
        "L’avenant à votre financement n’est pas accepté", "The amendment of your funding is not granted"
    ),
}
_CLOSINGS = {
    "granted": Text(
        "Une convention précisera les engagements de chacun ; aucun versement n’est fait avant sa signature.",
        "An agreement will say what everybody undertakes; nothing is paid before it is signed.",
    ),
    "refused": Text(
        "Vous pouvez redéposer une demande qui réponde à chacun de ces motifs.",
        "You may hand a request in again that answers each of these points.",
    ),
    "deferred": Text(
        "Votre demande sera reprise dès que vous aurez répondu à chacun de ces motifs.",
        "Your request will be taken up again once you have answered each of these points.",
    ),
    "amended": Text(
        "L’avenant prend effet une fois signé par toutes les parties.",
        "The amendment takes effect once all parties have signed it.",
    ),
    "not-amended": Text(
        "La convention en vigueur reste inchangée.", "The agreement in force stays as it is."
    ),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What a letter tells: its kind, the day, the body, what it is about; names are those of the rulebook."""

    kind: str
    on: date
    body: str
    cooperation: str
    instrument: str
    rules: str
    cents: int | None
    points: Sequence[str]
    reasons: str
    would_change: str
    conditions: Sequence[tuple[str, str]]
    """What has to be met, and by when."""
    schedule: Sequence[tuple[str, int]]
    """Each payment with its cents."""


def kind_of(decision: Mapping[str, Any]) -> str | None:
    """The kind of letter about a decision, as JSON has it; None for what no letter tells."""
    match decision["type"]:
        case "FundingGranted":
            return "granted"
        case "FundingDeclined":
            return str(decision["decision"])
        case "AmendmentGranted":
            return "amended"
        case "AmendmentRefused":
            return "not-amended"
    return None


def subject(decision: Decision) -> str:
    """What the letter is about, in a line."""
    return say(_SUBJECTS[decision.kind])


def paragraphs(decision: Decision) -> Iterator[str]:
    """What was decided, by whom, when, for what, under which rules."""
    day, name = long_day(decision.on, locale()), quoted(decision.cooperation)
    about = t(
        f"au titre de {decision.instrument}, pour la coopération {name.fr}",
        f"under {decision.instrument}, for the cooperation {name.en}",
    )
    yield t(
        f"Une décision a été prise le {day} ({decision.body}).",
        f"A decision was taken on {day} ({decision.body}).",
    )
    much = euros(decision.cents or 0)
    yield {
        "granted": t(f"{much} vous sont accordés {about}.", f"{much} are granted to you {about}."),
        "refused": t(f"Votre demande {about} n’est pas retenue.", f"Your request {about} is not granted."),
        "deferred": t(f"Votre demande {about} est ajournée.", f"Your request {about} is deferred."),
        "amended": t(
            f"L’avenant proposé {about} est accepté.", f"The amendment proposed {about} is granted."
        ),
        "not-amended": t(
            f"L’avenant proposé {about} n’est pas accepté.", f"The amendment proposed {about} is not granted."
        ),
    }[decision.kind]
    yield t(f"Elle suit les règles {decision.rules}.", f"It follows the rules {decision.rules}.")


def closing(decision: Decision) -> str:
    """What follows."""
    return say(_CLOSINGS[decision.kind])
