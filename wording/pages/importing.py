"""Bringing sheets in: which, which column is what, what would become of each row, what became of it."""

from collections.abc import Mapping

from language import Text, say, t
from wording.importing.columns import ABOUT_KINDS, KINDS
from wording.importing.result import RESULT
from wording.quantities import count_words, number_words

TITLE = Text("Importer une feuille", "Bring a sheet in")
INTRO = Text(
    "La feuille est d’abord essayée, ligne par ligne, sans rien enregistrer ; vous décidez ensuite.",
    "The sheet is tried first, row by row, recording nothing; you decide then.",
)
WHAT = Text("Ce que contient la feuille", "What the sheet holds")
TEMPLATE = Text("Modèle (.xlsx)", "Template (.xlsx)")
CHOOSE = Text("La feuille (.xlsx, .ods ou .csv)", "The sheet (.xlsx, .ods or .csv)")
LIMITS = Text(
    "5 Mo et 5 000 lignes au plus ; la première feuille du classeur est lue.",
    "At most 5 MB and 5,000 rows; the first sheet of the workbook is read.",
)
TRY = Text("Essayer", "Try")
SENT = Text("Feuilles récentes", "Recent sheets")
KEPT_FOR = Text(
    "Elles sont gardées trente jours, pour vous seul·e.", "They are kept for thirty days, for you alone."
)
NO_FILE = Text("Choisissez une feuille.", "Choose a sheet.")
NO_KIND = Text("Dites ce que contient la feuille.", "Say what the sheet holds.")
COLUMNS = Text("Colonnes", "Columns")
HEADING = Text("En-tête", "Heading")
MEANS = Text("Est lue comme", "Is read as")
LEFT_OUT = Text("laissée de côté", "left out")
READ_AGAIN = Text("Essayer avec ces colonnes", "Try with these columns")
COLUMNS_KEPT = Text(
    "Ces choix valent aussi pour les prochaines feuilles de ce genre.",
    "These choices hold for the next sheets of this kind, too.",
)
MISSING = Text("Des colonnes manquent", "Columns are missing")
ZEROS = Text("Des zéros ont été perdus", "Zeros were lost")
ZEROS_WHY = Text(
    "Un tableur retire les zéros de tête des numéros qu’il prend pour des nombres.",
    "A spreadsheet takes leading zeros away from what it takes for numbers.",
)
ZEROS_BACK = Text("Rétablir ces zéros", "Put these zeros back")
ZEROS_PUT_BACK = Text("Les zéros de tête perdus sont rétablis.", "Leading zeros that were lost are put back.")
NOTHING_RECORDED = Text("Rien n’est encore enregistré.", "Nothing is recorded yet.")
ALL_OR_NOTHING = Text("Tout ou rien", "All or nothing")
ALL_OR_NOTHING_WHY = Text(
    "Vérifie encore une fois, et n’enregistre que si aucune ligne n’est refusée.",
    "Checks once more, and records only if no row is refused.",
)
NOT_ALL = Text(
    "Rien n’est enregistré : toutes les lignes ne passent pas.",
    "Nothing is recorded: not every row would pass.",
)
NOTHING_LEFT = Text("Il n’y a rien à enregistrer.", "There is nothing to record.")
PROBLEMS = Text("Ce qui ne va pas", "What is wrong")
CELL = Text("Cellule", "Cell")
STATE = Text("Ligne", "Row")
WHY = Text("Pourquoi", "Why")
REMEDY = Text("Que faire", "What to do")
BACK = Text("Télécharger la feuille avec ses résultats", "Download the sheet with its results")
RESUME = Text("Reprendre", "Resume")
REFUSED = Text("Refusées à l’enregistrement", "Refused when they were recorded")
ROW = Text("Ligne", "Row")
ANOTHER = Text("Importer une autre feuille", "Bring another sheet in")
NOT_READ: Mapping[str, Text] = {
    "empty": Text("Cette feuille est vide.", "This sheet is empty."),
    "too-large": Text(
        "Ce fichier dépasse 5 Mo. Répartissez ses lignes sur plusieurs.",
        "This file has more than 5 MB. Spread its rows over several.",
    ),
    "too-many-rows": Text(
        "Cette feuille a plus de 5 000 lignes. Répartissez-les sur plusieurs.",
        "This sheet has more than 5,000 rows. Spread them over several.",
    ),
    "too-heavy": Text(
        "Ce classeur demande trop de mémoire ou de temps. Copiez ses valeurs seules dans un classeur neuf.",
        "This workbook takes too much memory or time. Copy its values alone into a new workbook.",
    ),
    "not-a-sheet": Text(
        "Ce n’est pas une feuille de calcul que nous sachions lire : .xlsx, .ods ou .csv.",
        "This is no spreadsheet that we can read: .xlsx, .ods or .csv.",
    ),
    "protected": Text(
        "Ce classeur est protégé par un mot de passe. Enregistrez-le sans.",
        "This workbook is protected by a password. Save it without one.",
    ),
}
GUIDE: tuple[Text, ...] = (
    Text(
        "Remplissez la première feuille, une ligne par chose à enregistrer. La feuille « Exemple » n’est pas lue.",
        "Fill the first sheet in, a row for each thing to record. The sheet “Example” is not read.",
    ),
    Text(
        "Dans les colonnes à liste, prenez un nom de la feuille « Listes ». Les formules ne sont pas reprises.",
        "In columns with a list, take a name from the sheet “Lists”. Formulas are not taken.",
    ),
    Text(
        "Envoyez-la : chaque ligne est essayée sans rien enregistrer. La même feuille envoyée deux fois n’enregistre"
        " rien deux fois.",
        "Send it: each row is tried and nothing recorded. The same sheet sent twice records nothing twice.",
    ),
)


def kind(key: str) -> str:
    """What a kind of sheet is called."""
    return say(KINDS[key])


def about(key: str) -> str:
    """What a kind of sheet holds."""
    return say(ABOUT_KINDS[key])


def counts(possible: int, there: int, refused: int, unreadable: int) -> str:
    """How many rows would become what."""
    said = [_would(possible)]
    if there:
        said.append(t(f"{_number(there)} déjà là", f"{_number(there)} there already"))
    said.append(t(f"{_number(refused)} refusée{'s' if refused > 1 else ''}", f"{_number(refused)} refused"))
    said.append(
        t(
            f"{_number(unreadable)} illisible{'s' if unreadable > 1 else ''}",
            f"{_number(unreadable)} unreadable",
        )
    )
    return ", ".join(said) + "."


def _would(number: int) -> str:
    verb = "seraient enregistrées" if number > 1 else "serait enregistrée"
    return t(f"{_number(number)} {verb}", f"{_number(number)} would be recorded")


def record(number: int) -> str:
    """The button that records them."""
    if number == 1:
        return t("Enregistrer la ligne", "Record the row")
    return t(f"Enregistrer les {_number(number)}", f"Record the {_number(number)}")


def results(recorded: int, refused: int, left: int) -> str:
    """What came of it so far, in rows."""
    said = [
        t(f"{_number(recorded)} enregistrée{'s' if recorded > 1 else ''}", f"{_number(recorded)} recorded"),
        t(f"{_number(refused)} refusée{'s' if refused > 1 else ''}", f"{_number(refused)} refused"),
    ]
    if left:
        said.append(t(f"{_number(left)} à faire", f"{_number(left)} to be done"))
    return ", ".join(said) + "."


def rows(number: int) -> str:
    """How many rows a sheet has."""
    return say(count_words(number, ("ligne", "row"), ("lignes", "rows")))


def missing(headings: str) -> str:
    """Which columns the sheet does not have."""
    return t(f"La feuille n’a pas de colonne pour : {headings}.", f"The sheet has no column for: {headings}.")


def more(number: int) -> str:
    """How many problems are not shown."""
    return t(
        f"Et {_number(number)} de plus, dans la feuille à télécharger.",
        f"And {_number(number)} more, in the sheet to download.",
    )


def zeros(number: int) -> str:
    """In how many cells zeros may be missing."""
    return t(
        f"Dans {_number(number)} cellule{'s' if number > 1 else ''}, un numéro est trop court d’un zéro ou plus.",
        f"In {_number(number)} cell{'' if number == 1 else 's'} a number is too short by a zero or more.",
    )


def heading(text: str, needed: bool) -> str:  # noqa: FBT001 - asked in templates
    """A field to choose for a column."""
    return t(f"{text} (nécessaire)", f"{text} (needed)") if needed else text


def result_heading() -> str:
    """The heading of the column of results."""
    return say(RESULT)


def template_name(key: str) -> str:
    """What the template of a kind is called where it is kept."""
    return t(f"modele-{key}.xlsx", f"template-{key}.xlsx")


def result_name(name: str, suffix: str) -> str:
    """What a sheet is called that goes back."""
    return t(f"{name}-resultats.{suffix}", f"{name}-results.{suffix}")


def _number(number: int) -> str:
    return say(number_words(number))
