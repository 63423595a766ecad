"""How far a funding is, as a band of steps; what each tranche still waits for; the acts under each section."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from language import Text, locale, say, t
from wording import headings
from wording.quantities import short_day
from wording.values import word

STEPS: Mapping[str, Text] = {
    "request": Text("Demande", "Request"),
    "decision": Text("Décision", "Decision"),
    "agreement": Text("Convention", "Agreement"),
    "payments": Text("Versements", "Payments"),
    "reports": Text("Comptes rendus", "Reports"),
    "closing": Text("Solde", "Closing"),
}
THE_STEPS = Text("Où en est ce financement", "How far this funding is")
DONE = Text("fait", "done")
NOT_NEEDED = Text("sans objet", "not needed")
TO_COME = Text("à venir", "to come")
RULE = Text("Règle", "Rule")
WANTS = Text("Ce que veut la règle", "What the rule wants")
HAS = Text("Ce dossier", "This file")
HOLDS = Text("Respectée", "Holds")
HOLDS_NOT = Text("Non respectée", "Does not hold")
NO_RULE = Text("Ce dispositif n’a pas de règle d’éligibilité.", "This instrument has no rule of eligibility.")
MEND_IT = Text("Aller au champ", "Go to the field")
CONDITION = Text("Condition", "Condition")
CONFIRMED = Text("confirmé", "confirmed")
NOT_CONFIRMED = Text("à confirmer", "to be confirmed")
WHY_NOT = Text("Ce qui n’est pas possible maintenant, et pourquoi", "What is not possible now, and why")
DEADLINES = Text("Les échéances", "The deadlines")
NO_DEADLINES = Text("Aucune échéance n’est ouverte.", "No deadline is open.")
DEADLINE = Text("Échéance", "Deadline")
NEXT = Text("Ensuite", "Next")
CLOSING = Text("Le solde", "The closing")
RELEASED = headings.GIVEN_BACK
RECLAIMED = Text("réclamé", "reclaimed")
REFUNDED = Text("remboursé", "refunded")
TO_BE_REFUNDED = Text("à rembourser", "to be refunded")
NO_AMENDMENT = Text("Aucun avenant.", "No amendment.")
NO_AGREEMENT = Text("Elle n’est pas encore préparée.", "It is not prepared yet.")


class _Step(Protocol):
    @property
    def done(self) -> bool: ...
    @property
    def needed(self) -> bool: ...
    @property
    def reached(self) -> int: ...
    @property
    def of(self) -> int: ...
    @property
    def instead(self) -> str: ...


def step_state(step: _Step, day: str) -> str:
    """What stands under a step: how many of how many, or its day; that it is done, to come, or not needed."""
    if not step.needed:
        return say(NOT_NEEDED)
    if step.instead:
        return ", ".join(one for one in (word(step.instead, "funding"), day) if one)
    if step.of:
        return t(f"{step.reached} sur {step.of}", f"{step.reached} of {step.of}")
    return day or say(DONE if step.done else TO_COME)


def judged(dossier: int, day: date | None, *, eligible: bool) -> str:
    """The version that was judged, of which day, with what result."""
    on = short_day(day, locale()) if day else "–"
    result = t("éligible", "eligible") if eligible else t("non éligible", "not eligible")
    return t(
        f"Version {dossier}, jugée au {on} : {result}.", f"Version {dossier}, judged as of {on}: {result}."
    )


def condition(key: str) -> str:
    """A condition of a tranche."""
    return word(key, "tranche-condition")


def missing(key: str) -> str:
    """A condition that does not hold yet."""
    return t(f"{condition(key)} : manque", f"{condition(key)}: missing")


def awaited_of(bodies: Iterable[str], keys: Mapping[str, str]) -> str:
    """Whose step is next, by what they are."""
    said = [keys.get(one, word(one, "role")) for one in bodies]
    return t("attend : ", "awaits: ") + t(" ou ", " or ").join(said) if said else "–"
