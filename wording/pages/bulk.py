"""Pages of one act for several files."""

from language import Text, say, t
from wording.quantities import number_words

TITLE = Text("Agir sur plusieurs dossiers", "Act on several files")
NOTHING_CHOSEN = Text(
    "Aucun dossier n’est coché. Cochez-en dans la liste.", "No file is ticked. Tick some in the list."
)
TO_LIST = Text("Revenir à la liste", "Back to the list")
WHICH = Text("Que voulez-vous faire\u202f?", "What do you want to do?")
CONTINUE = Text("Continuer", "Continue")
CHECK = Text("Vérifier pour chaque dossier", "Check for each file")
FILES = Text("Les dossiers choisis", "The files chosen")
POSSIBLE = Text("Possible", "Possible")
NOT_POSSIBLE = Text("Pas possible", "Not possible")
CHANGE = Text("Rien n’est encore enregistré.", "Nothing is recorded yet.")
NONE_POSSIBLE = Text("Ce n’est possible pour aucun dossier.", "It is possible for no file.")
RESUME = Text("Reprendre", "Resume")
FILE = Text("Dossier", "File")
RESULT = Text("Résultat", "Result")
RECORDED = Text("enregistré", "recorded")
REFUSED = Text("refusé", "refused")
TO_DO = Text("à faire", "to be done")
NOT_NAMED = Text("un dossier que vous ne pouvez plus lire", "a file that you may read no more")


def chosen(number: int) -> str:
    """How many files are meant."""
    said = say(number_words(number))
    return t(f"{said} dossier{'s' if number > 1 else ''}", f"{said} file{'' if number == 1 else 's'}")


def record(number: int) -> str:
    """The button that does it."""
    return t(f"Enregistrer pour {chosen(number)}", f"Record for {chosen(number)}")


def results(recorded: int, refused: int, left: int) -> str:
    """What came of it so far."""
    french = (
        f"{recorded} enregistré{'s' if recorded > 1 else ''}, {refused} refusé{'s' if refused > 1 else ''}"
    )
    english = f"{recorded} recorded, {refused} refused"
    if not left:
        return t(french, english)
    return t(f"{french}, {left} à faire", f"{english}, {left} to be done")
