"""Lists that are taken away as sheets, and what each says of itself."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of, earliest
from language import Text, locale, say, t
from wording.distances import moment_in_words
from wording.punctuation import labelled

DOWNLOAD = Text("Télécharger", "Download")
AS_SHEET = Text("Télécharger (.xlsx)", "Download (.xlsx)")
AS_TEXT = Text("Télécharger (.csv)", "Download (.csv)")
LIST = Text("Liste", "List")
ORGANISATION = Text("Organisation", "Organisation")
FILTERS = Text("Filtres", "Filters")
NO_FILTER = Text("aucun", "none")
LINES = Text("Lignes", "Lines")
POSITION = Text("Position du registre", "Position of the ledger")
MADE_AT = Text("Établi le", "Made on")
MADE_BY = Text("Établi par", "Made by")
SCOPE = Text("Étendue", "Scope")
WHAT_ONE_READS = Text(
    "ce que cette personne peut lire, et rien d’autre", "what this person may read, and nothing else"
)
SIMULATION = Text("Simulation", "Simulation")
SIMULATED = Text("rien de ceci n’est réel", "none of this is real")
YES = Text("oui", "yes")
SINCE = Text("Depuis le", "Since")
UNTIL = Text("Jusqu’au", "Until")
OVERDUE = Text("En retard", "Overdue")
FOLLOWED_BY = Text("Suivi par", "Followed by")
WAITS_FOR = Text("Attendu de", "Waits for")
WHAT = Text("Quoi", "What")
FILE = Text("Dossier", "File")
DEADLINE = Text("Échéance", "Deadline")
TO_KNOW = Text("À savoir", "To know")
DUE = Text("Pour le", "Due")
REGION = Text("Région", "Region")
PHASE_NUMBER = Text("N° de phase", "Phase no.")
REQUESTED = Text("Demandé", "Requested")
GRANTED = Text("Accordé", "Granted")
BENEFICIARY = Text("Bénéficiaire", "Beneficiary")
REQUESTED_ON = Text("Demandé le", "Requested on")
DECIDED_ON = Text("Décidé le", "Decided on")
END = Text("Fin de la durée", "End of the term")
ASKED_ON = Text("Demandé le", "Asked on")
ENDED_ON = Text("Terminé le", "Ended on")
SEATS = Text("Membres", "Members")
ROLE = Text("Rôle", "Role")
YEAR = Text("Année", "Year")
MOST_FUNDINGS = Text("Aides au plus", "Fundings at most")
USED = Text("Engagé", "Committed")
RESULT = Text("Résultat", "Result")
WHY = Text("Pourquoi", "Why")

STEP = Text("Étape", "Step")
STEPS: Mapping[str, Text] = {
    "requested": Text("Demandée par", "Requested by"),
    "approved": Text("Validée par", "Approved by"),
    "ordered": Text("Ordonnée par", "Ordered by"),
}
IDENTIFIER = Text("SIRET ou RNA", "SIRET or RNA")
AWAITS_CHECK = Text("En attente de vérification", "Awaits its check")

_NAMES: Mapping[str, Text] = {
    "dossiers": Text("dossiers", "files"),
    "avis": Text("avis", "reviews"),
    "financements": Text("financements", "fundings"),
    "enveloppes": Text("enveloppes", "envelopes"),
    "agenda": Text("agenda", "agenda"),
    "taches": Text("a-faire", "to-do"),
    "personnes": Text("personnes", "people"),
    "courrier": Text("courrier", "mail"),
    "lots": Text("resultats", "results"),
    "paiements": Text("paiements", "payments"),
    "comptes": Text("comptes-bancaires", "bank-accounts"),
    "refus": Text("commandes-refusees", "refused-commands"),
    "connexions": Text("connexions", "sign-ins"),
    "lectures": Text("lectures", "readings"),
    "annonces": Text("annonces", "announcements"),
}


def file_name(name: str, on: date, suffix: str) -> str:
    """What the sheet is called where it is kept."""
    return f"{say(_NAMES[name])}-{on.isoformat()}.{suffix}"


def filter_said(label: str, value: str) -> str:
    """A filter with its value."""
    return labelled(label, value)


def known_day(moment: str | None, zone: ZoneInfo) -> date | str | None:
    """The day of a moment; where only the month or the year is known, that in words."""
    if moment is None:
        return None
    known_to_the_day = len(moment) >= len("2027-01-01")
    return (
        day_of(earliest(moment, zone), zone) if known_to_the_day else moment_in_words(moment, zone, locale())
    )


def ends_after(name: str) -> str:
    """Up to when the agenda looks."""
    return t(f"d’ici {name}", f"within {name}")
