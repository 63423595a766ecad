"""The history of a file as a page."""

from collections.abc import Iterable, Mapping
from typing import Literal

from domain.kernel.folded import folded
from language import Text, say, t
from wording.events import EVENTS
from wording.punctuation import quoted

AS_OF = Text("Arrivé jusqu’au", "What had happened by")
KNOWN_ON = Text("Tel que connu le", "As known on")
SINCE = Text("Depuis le", "From")
UNTIL = Text("Jusqu’au", "To")
BY = Text("Fait par", "Done by")
BY_ANYBODY = Text("Tout le monde", "Anybody")
KIND = Text("Genre d’entrée", "Kind of entry")
ANY_KIND = Text("Tous les genres", "Any kind")
JOURNAL = Text("Télécharger le journal (.xlsx)", "Download the journal (.xlsx)")
COMPARE = Text("Ce qui a changé sur la fiche entre ces jours", "What changed on the sheet between these days")
SEE = Text("Voir", "See")
SHOW = Text("Montrer", "Show")
DECISIONS_ONLY = Text("Seulement les décisions", "Decisions only")
LINES = Text("lignes des enveloppes et de la banque", "lines of envelopes and of the bank")
OLDER = Text("Entrées plus anciennes", "Earlier entries")
NEWEST = Text("Revenir aux dernières entrées", "Back to the last entries")
NOTHING = Text("Aucune entrée.", "No entries.")
SHOW_THEM = Text("Tout montrer", "Show everything")
VOID = Text("n’a pas eu lieu", "never happened")
ERASED = Text("[effacé]", "[erased]")
SEE_AS = Text("Voir le dossier :", "See the file:")
AT_OPENING = Text("à l’ouverture", "at its opening")
AT_SIGNING = Text("à la signature", "at the signing")
FLAGGED = Text("décision à revoir", "decision to look at again")

Family = Literal["steps", "meetings", "reviews", "money", "collective", "notebook", "service"]
FAMILIES: Mapping[Family, Text] = {
    "steps": Text("étapes", "steps"),
    "meetings": Text("rencontres", "meetings"),
    "reviews": Text("avis", "reviews"),
    "money": Text("argent", "money"),
    "collective": Text("collectif", "collective"),
    "notebook": Text("carnet", "notebook"),
    "service": Text("rappels et suivi du service", "reminders and the service’s own"),
}
"""What the families of entries are called, in the order in which they are offered."""


def kinds(there: Iterable[str]) -> list[str]:
    """Kinds of entries to choose from, by what entries are called."""
    return sorted({say(EVENTS[one]) for one in there}, key=folded)


def at_the_end_of(year: int) -> str:
    """The last day of a year."""
    return t(f"au 31 décembre {year}", f"on 31 December {year}")


def version(name: str, number: int) -> str:
    """The rules under which an entry was recorded."""
    return t(f"{name}, version {number}", f"{name}, version {number}")


def of_review(question: str) -> str:
    """The review whose entry it is."""
    return t("avis", "review") + f" {say(quoted(question))}"


def of_funding(instrument: str) -> str:
    """The funding whose entry it is."""
    return t("financement", "funding") + f" {say(quoted(instrument))}"


def of_envelope(envelope: str) -> str:
    """The envelope whose line it is."""
    return t("enveloppe", "envelope") + f" {say(quoted(envelope))}"


def of_account(account: str) -> str:
    """The bank details that it is about, by whose they are."""
    return t("coordonnées bancaires", "bank details") + f" {say(quoted(account))}"


def of_payment_file(name: str) -> str:
    """The file for the bank that it is."""
    return t("fichier pour la banque", "file for the bank") + f" {say(quoted(name))}"


def recorded(day: str) -> str:
    """When it was recorded, if later than it happened."""
    return t(f"noté le {day}", f"recorded on {day}")


def first_told(day: str) -> str:
    """The day that was recorded before a correction."""
    return t(f"noté d’abord au {day}", f"first recorded as {day}")


def corrected(who: str, day: str, why: str) -> str:
    """Who corrected it, when and why."""
    by = t(f"corrigé par {who} le {day}", f"corrected by {who} on {day}")
    return by + (t(" : ", ": ") + why if why else "")


def corrected_by_entry(entry: int) -> str:
    """Which entry corrects it."""
    return t(f"corrigé par l’entrée {entry}", f"corrected by entry {entry}")


def new_rules(name: str, number: int) -> str:
    """The rules under which it is recorded from then on."""
    return t(
        f"Depuis cette entrée : {name}, version {number}", f"From this entry on: {name}, version {number}"
    )


def corrects(entry: int) -> str:
    """Which entry it corrects."""
    return t(f"corrige l’entrée {entry}", f"corrects entry {entry}")


def doubted_by(entry: int) -> str:
    """Which correction puts a decision in doubt."""
    return t(f"depuis l’entrée {entry}", f"since entry {entry}")


def number(entry: int) -> str:
    """An entry by its number."""
    return t(f"entrée {entry}", f"entry {entry}")


def behind(entries: int) -> str:
    """How many entries the page still lacks."""
    if entries == 1:
        return t(
            "La dernière entrée du registre n’est pas encore montrée ici.",
            "The last entry of the ledger is not shown here yet.",
        )
    return t(
        f"Les {entries} dernières entrées du registre ne sont pas encore montrées ici.",
        f"The last {entries} entries of the ledger are not shown here yet.",
    )


def counted(family: str, count: int) -> str:
    """A family with how many entries it has."""
    return f"{family} ({count})"


def hidden(count: int) -> str:
    """How many entries of the service are folded away."""
    if count == 1:
        return t("1 entrée du service est repliée.", "1 entry of the service is folded away.")
    return t(f"{count} entrées du service sont repliées.", f"{count} entries of the service are folded away.")
