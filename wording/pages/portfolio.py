"""The cooperations as a table or a board."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.kernel.values import Phase
from language import Text, locale, say, t
from wording.codes import code_words
from wording.distances import moment_in_words
from wording.punctuation import quoted
from wording.quantities import count_words, long_day, number_words, short_day

TITLE = Text("Dossiers", "Files")
LIST = Text("Liste", "List")
BOARD = Text("Phases", "Phases")
SHOWN_AS = Text("Présentation", "Shown as")
VIEWS = Text("Vues", "Views")
MINE = Text("Les miens", "Mine")
LATE = Text("En retard", "Overdue")
LATE_ONE = Text("en retard", "overdue")
NO_NEWS = Text("Sans nouvelles", "No news")
KEEP_VIEW = Text("Enregistrer cette vue", "Keep this view")
VIEW_NAME = Text("Nom de la vue", "Name of the view")
KEEP = Text("Enregistrer", "Keep")
DROP_VIEW = Text("Retirer", "Remove")
OPEN_ONE = Text("Ouvrir un dossier", "Open a file")
BRING_IN = Text("Importer une feuille", "Bring a sheet in")
FILTER = Text("Filtrer", "Filter")
ALL_COLUMNS = Text("Colonnes", "Columns")
CLEAR = Text("Tout effacer", "Clear all")
ANY = Text("tous", "any")
ANY_FEMININE = Text("toutes", "any")
NOTHING = Text("Aucun dossier", "No file")
NOTHING_HERE = Text(
    "Les coopérations que vous pouvez lire s’affichent ici dès qu’il y en a une.",
    "The cooperations that you may read stand here as soon as there is one.",
)
PREVIOUS = Text("← précédents", "← previous")
NEXT = Text("suivants →", "next →")
PAGES = Text("Pages", "Pages")
IN_THE_LIST = Text("Dans la liste", "In the list")
SELECTED = Text("Sélection", "Selection")
ACT = Text("Agir sur la sélection", "Act on the selection")
PRINT = Text("Imprimer la sélection", "Print the selection")
SELECT = Text("Sélectionner", "Select")
CARRIED_BY = Text("Suivi par", "Followed by")
FILE = Text("Dossier", "File")
NEVER = Text("jamais", "never")
NONE = Text("–", "–")
NEW = Text("nouveau", "new")
WAYS_ON = Text("Trois façons de commencer", "Three ways to begin")
OPEN_FIRST = Text("Ouvrir un premier dossier", "Open a first file")
IMPORT_SOME = Text(
    "Importer des personnes et des dossiers qui existent déjà", "Import people and files that exist already"
)
SEE_SIMULATION = Text(
    "Voir une simulation, avec des dossiers inventés, avant de commencer pour de vrai",
    "See a simulation, with invented files, before you begin for real",
)
NO_CARD = Text("Aucun dossier", "No file")
ASLEEP = Text("En sommeil", "Asleep")
MARK_SEEN = Text("Tout marquer comme vu", "Mark all as seen")
TO_GATE = Text("Pour passer à la suite", "To go on")

FILTERS: Mapping[str, Text] = {
    "q": Text("Chercher", "Search"),
    "region": Text("Région", "Region"),
    "programme": Text("Programme", "Programme"),
    "phase": Text("Phase", "Phase"),
    "etat": Text("État", "Status"),
    "charge": Text("Suivi par", "Followed by"),
    "echeance": Text("Échéance", "Deadline"),
    "contact": Text("Dernier contact", "Last contact"),
    "avant_le": Text("Dernier contact avant le", "Last contact before"),
    "appel": Text("Appel", "Call"),
    "etape": Text("Étape", "Stage"),
    "atteint": Text("Étape atteinte", "Stage reached"),
    "reglement": Text("Version", "Version"),
}
"""What filters are called, by their name in addresses."""
VALUES: Mapping[str, Mapping[str, Text]] = {
    "echeance": {
        "retard": Text("en retard", "overdue"),
        "P1M": Text("d’ici un mois", "within a month"),
        "P3M": Text("d’ici trois mois", "within three months"),
    },
    "contact": {
        "P3M": Text("aucun depuis 3 mois", "none for 3 months"),
        "P6M": Text("aucun depuis 6 mois", "none for 6 months"),
        "P1Y": Text("aucun depuis un an", "none for a year"),
    },
    "etat": {"ouverts": Text("ouvert", "open"), "en-sommeil": Text("en sommeil", "asleep")},
}
"""What values of filters are called that are nothing else’s."""
COLUMNS: Mapping[str, Text] = {
    "territoire": Text("Territoire", "Territory"),
    "region": Text("Région", "Region"),
    "programme": Text("Programme", "Programme"),
    "phase": Text("Phase", "Phase"),
    "etat": Text("État", "Status"),
    "echeance": Text("Prochaine échéance", "Next deadline"),
    "contact": Text("Dernier contact", "Last contact"),
    "charge": Text("Suivi par", "Followed by"),
    "objet": Text("Objet", "Object"),
    "appel": Text("Appel, étape", "Call, stage"),
}


def status(code: str) -> str:
    """The status of a cooperation."""
    return say(VALUES["etat"].get(code) or code_words(code, "cooperation") or (code, code))


def phase(code: str, name: Text) -> str:
    """A phase with its number."""
    return f"{Phase(code).number} {_capital(say(name))}"


def chosen(name: str, value: str, choices: Mapping[str, Sequence[tuple[str, Text]]]) -> str:
    """A filter with its value."""
    return f"{say(FILTERS[name])}{t(' : ', ': ')}{_value(name, value, choices)}"


def _value(name: str, value: str, choices: Mapping[str, Sequence[tuple[str, Text]]]) -> str:
    if name == "q":
        return say(quoted(value))
    if name == "avant_le":
        return short_day(date.fromisoformat(value), locale())
    if name == "etat":
        return status(value)
    if name == "phase":
        return say(dict(choices["phase"]).get(value) or (value, value))
    known = VALUES.get(name) or dict(choices.get(name, ()))
    return say(known[value]) if value in known else say(quoted(value))


def remove(filter_said: str) -> str:
    """What the cross beside a filter does."""
    return t(f"Retirer le filtre « {filter_said} »", f"Remove the filter “{filter_said}”")


def number(files: int) -> str:
    """How many files there are."""
    named = say(number_words(files))
    return say(count_words(files, ("dossier", "file"), ("dossiers", "files"))).replace(str(files), named, 1)


def filters_on(many: int) -> str:
    """How many filters narrow the list down."""
    return say(count_words(many, ("filtre actif", "filter"), ("filtres actifs", "filters")))


def nothing_under(many: int) -> str:
    """That no file passes the filters."""
    if many == 1:
        return t("Aucun dossier avec ce filtre.", "No file under this filter.")
    return t(f"Aucun dossier avec ces {many} filtres.", f"No file under these {many} filters.")


def position(number_of_file: int, files: int) -> str:
    """Which one of a list a file is."""
    return t(
        f"{say(number_words(number_of_file))} sur {say(number_words(files))}",
        f"{say(number_words(number_of_file))} of {say(number_words(files))}",
    )


def all_results(files: int) -> str:
    """The choice of all that was found, on every page."""
    return t(
        f"Sélectionner les {say(number_words(files))} résultats",
        f"Select all {say(number_words(files))} results",
    )


def select_one(name: str) -> str:
    """The choice of one file."""
    return t(f"Sélectionner {name}", f"Select {name}")


def to_date(behind: int, now: datetime, zone: ZoneInfo) -> str:
    """How old the list is."""
    if not behind:
        clock = now.astimezone(zone)
        return t(f"Données à jour à {clock:%-H} h {clock:%M}.", f"Up to date at {clock:%H:%M}.")
    entries = say(count_words(behind, ("entrée", "entry"), ("entrées", "entries")))
    return t(f"Il manque encore {entries} du registre.", f"{entries} of the ledger are still to come.")


def contact(moment: str | None, zone: ZoneInfo) -> str:
    """When there was the last contact, as it is known."""
    return moment_in_words(moment, zone, locale()) if moment else say(NEVER)


def due(name: Text, day: date) -> str:
    """A deadline with its day."""
    return f"{say(name)}, {short_day(day, locale())}"


def call(key: str | None, stage: str | None, choices: Mapping[str, Sequence[tuple[str, Text]]]) -> str:
    """The call that a cooperation applied to, and how far it has come there."""
    if key is None or stage is None:
        return say(NONE)
    calls, stages = dict(choices["appel"]), dict(choices["etape"])
    return ", ".join(say(named.get(one, (one, one))) for named, one in ((calls, key), (stages, stage)))


def others(number_of_files: int) -> str:
    """How many cards are not shown."""
    return (
        t(f"et {number_of_files} autres", f"and {number_of_files} more")
        if number_of_files > 1
        else t("et 1 autre", "and 1 more")
    )


def dropped(names: Sequence[str]) -> str:
    """What of the address was not understood."""
    said = ", ".join(say(quoted(one)) for one in names)
    return t(
        f"Cette adresse demande aussi ce que la liste ne connaît pas ou plus, et qui n’est pas appliqué : {said}.",
        f"This address also asks what the list does not know, or knows no more; it is left out: {said}.",
    )


def seen_since(day: date) -> str:
    """Since when cards are marked as new."""
    on = long_day(day, locale())
    return t(f"Marqué comme nouveau depuis le {on}.", f"Marked as new since {on}.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
