"""Moving files to a version of a programme, as a page."""

from language import Text, t

LEAD = Text(
    "Cochez des dossiers. Ce qui change pour chacun est montré avant que rien ne soit enregistré.",
    "Tick files. What changes for each is shown before anything is recorded.",
)
FILE = Text("Dossier", "File")
PHASE = Text("Phase", "Phase")
REGION = Text("Territoire", "Territory")
PREVIEW = Text("Continuer avec les dossiers cochés", "Go on with the files ticked")
ALL = Text("Continuer avec tous", "Go on with all")
NONE = Text(
    "Aucun dossier en cours que vous lisez ne suit une version antérieure.",
    "No open file that you read runs under an earlier version.",
)
IN_LIST = Text("Les voir dans la liste des dossiers", "See them in the list of files")


def title(number: int) -> str:
    """What is done here."""
    return t(f"Faire passer des dossiers à la version {number}", f"Move files to version {number}")


def under(number: int) -> str:
    """Files of a version."""
    return t(f"Sous la version {number}", f"Under version {number}")


def tick(name: str) -> str:
    """The choice of one file."""
    return t(f"Cocher {name}", f"Tick {name}")


def first_of(number: int) -> str:
    """That only so many are listed."""
    return t(f"Les {number} premiers par leur nom.", f"The first {number} by name.")
