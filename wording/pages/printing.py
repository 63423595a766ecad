"""Several cooperations on paper, in one go."""

from language import Text, say, t
from wording.quantities import count_words

TITLE = Text("Dossiers pour une commission", "Files for a commission")
HEADING = Text("Titre sur la première page", "Title on the first page")
TEMPLATE = Text("Modèle", "Template")
EVERYTHING = Text("Tout le dossier", "The whole file")
AS_OF = Text("État au", "As of")
PUBLIC = Text("Seulement ce qui est public", "Only what is public")
SEE = Text("Voir ces documents", "See these documents")
PRINT = Text(
    "Pour les imprimer ou les enregistrer en un seul PDF, servez-vous de votre navigateur\u00a0: chaque "
    "dossier commence une page.",
    "To print them or to save them as one PDF, use your browser: each file starts a page.",
)
NOTHING_CHOSEN = Text(
    "Aucun dossier n’est coché. Cochez-en dans la liste.", "No file is ticked. Tick some in the list."
)
TO_LIST = Text("Revenir à la liste", "Back to the list")
CONTENTS = Text("Sommaire", "Contents")
FILE = Text("Dossier", "File")
TERRITORY = Text("Territoire", "Territory")
PROGRAMME = Text("Programme", "Programme")
PHASE = Text("Phase", "Phase")
STATUS = Text("État", "Status")
NONE = Text("–", "–")


def state(files: int, day: str) -> str:
    """How many files they are, and of when."""
    said = say(count_words(files, ("dossier", "file"), ("dossiers", "files")))
    return t(f"{said}, état au {day}", f"{said}, as of {day}")


def too_many(files: int, most: int) -> str:
    """That only the first of them are there."""
    return t(
        f"Seuls les {most} premiers dossiers sur {files} sont ici\u00a0: resserrez la liste.",
        f"Only the first {most} of {files} files are here: narrow the list down.",
    )
