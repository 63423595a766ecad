"""Programmes as pages: a version in words, what stands where under it, two versions compared."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of
from language import Text, locale, say, t
from wording import headings
from wording.quantities import count_words, long_day, short_day

PROGRAMMES = Text("Programmes", "Programmes")
PROGRAMME = Text("Programme", "Programme")
VERSION = Text("Version", "Version")
STATE = Text("État", "State")
IN_FORCE = headings.IN_FORCE
OPEN_FILES = Text("Dossiers en cours", "Open files")
NO_PROGRAMMES = Text("Aucun programme.", "No programme.")
CHECK = Text("Vérifier ou publier un règlement", "Check or publish a rulebook")
WHAT_IF = headings.WHAT_IF
WRITE_NEXT = Text("Écrire la version suivante", "Write the next version")
REHEARSE = Text("Répéter une coopération", "Rehearse a cooperation")
MIGRATE = Text("Faire passer des dossiers à cette version", "Move files to this version")
CONTENTS = Text("Sur cette page", "On this page")
RULES = Text("Les règles", "The rules")
SOURCE = Text("D’où cela vient", "Where it comes from")
VERSIONS = Text("Les versions", "The versions")
SINCE = Text("Depuis", "Since")
DIGEST = Text("Empreinte", "Digest")
COMPARE = Text("Comparer", "Compare")
COMPARED_WITH = Text("Comparée à celle-ci", "Compared with this one")
SHIPPED = Text("livrée avec le service", "comes with the service")
FUNNEL = Text("Des candidatures reçues aux projets retenus", "From applications received to projects taken")
STAGE = Text("Étape", "Stage")
FILES = Text("Dossiers", "Files")
PHASES = Text("Où en sont les dossiers en cours", "Where the open files are")
PHASE = Text("Phase", "Phase")
ENVELOPES = Text("Enveloppes", "Envelopes")
COMING = Text("Rappels et actes des 90 prochains jours", "Reminders and acts of the next 90 days")
NOTHING_COMING = Text(
    "Rien ne part d’ici là pour les dossiers que vous lisez.",
    "Nothing goes out until then for the files you read.",
)
IN_AGENDA = Text(
    "Toutes les échéances du programme, dans l’agenda", "All deadlines of the programme, in the agenda"
)
REMINDER = Text("Rappel", "Reminder")
COLON = Text("\u00a0: ", ": ")
DAY = Text("Jour", "Day")
WHAT = Text("Quoi", "What")
FILE = Text("Dossier", "File")
BEFORE = Text("De", "From")
AFTER = Text("À", "To")
SHOW = Text("Comparer", "Compare")
SAME = Text("Rien ne change d’une version à l’autre.", "Nothing changes from one version to the other.")
CHOOSE_TWO = Text("Choisissez deux versions.", "Choose two versions.")
FOR_OPEN_FILES = Text("Pour les dossiers en cours", "For open files")


def version(number: int) -> str:
    """A version of a rulebook."""
    return t(f"version {number}", f"version {number}")


def capital(text: str) -> str:
    """A name at the beginning of a cell."""
    return text[:1].upper() + text[1:]


def digest(text: str) -> str:
    """Enough of a digest to tell two versions apart."""
    return text.removeprefix("sha256:")[:12]


def published(on: date, by: str | None) -> str:
    """When a version was published here, and by whom."""
    day = long_day(on, locale())
    if by is None:
        return t(f"Publiée ici le {day}.", f"Published here on {day}.")
    return t(f"Publiée ici le {day} par {by}.", f"Published here on {day} by {by}.")


def reason(text: str) -> str:
    """Why it was published."""
    return t(f"Pourquoi\u00a0: {text}", f"Why: {text}")


def adopted(on: date) -> str:
    """Since when a version that ships is decided under."""
    day = long_day(on, locale())
    return t(
        f"Livrée avec le service\u202f; on décide ici sous elle depuis le {day}.",
        f"Comes with the service; decisions here rest on it since {day}.",
    )


def when(at: datetime, zone: str, now: datetime) -> str:
    """The day on which something goes out or is done; what has passed goes out as soon as it can."""
    return short_day(day_of(max(at, now), ZoneInfo(zone)), locale())


def files(number: int) -> str:
    """How many files there are."""
    return say(count_words(number, ("dossier", "file"), ("dossiers", "files")))


def compare(before: int, after: int) -> str:
    """What leads to a comparison."""
    return t(f"Comparer {before} et {after}", f"Compare {before} and {after}")


def compared(name: str, before: int, after: int) -> str:
    """The title of a comparison."""
    return t(f"{name}\u00a0: versions {before} et {after}", f"{name}: versions {before} and {after}")


def of_open_files(number: int, before: int, after: int) -> str:
    """What a new version means for the files that run under the other one."""
    if not number:
        return t(
            f"Aucun dossier en cours que vous lisez ne suit la version {before}.",
            f"No open file that you read runs under version {before}.",
        )
    one = number == 1
    fr = "dossier en cours garde" if one else "dossiers en cours gardent"
    en = "open file keeps" if one else "open files keep"
    return t(
        f"{number} {fr} la version {before} tant que personne ne les fait passer à la version {after}\u202f;"
        " avant de le faire, chacun montre ce qui change pour lui.",
        f"{number} {en} version {before} until somebody moves them to version {after};"
        " before that, each shows what changes for it.",
    )


def earlier(number: int) -> str:
    """How many files run under earlier versions."""
    if number == 1:
        return t(
            "1 dossier suit encore une version antérieure.", "1 file still runs under an earlier version."
        )
    return t(
        f"{number} dossiers suivent encore une version antérieure.",
        f"{number} files still run under an earlier version.",
    )
