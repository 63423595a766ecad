"""Files found by words."""

from language import Text, say, t
from wording.punctuation import quoted
from wording.quantities import count_words

TITLE = Text("Recherche", "Search")
SEARCH = Text("Chercher", "Search")
FOR = Text(
    "Un nom, un territoire, un code INSEE, un objet ou une personne",
    "A name, a place, a commune’s code, an object or a person",
)
HINT = Text(
    "Le début d’un mot suffit ; les accents et les majuscules ne comptent pas.",
    "The beginning of a word is enough; accents and capitals do not matter.",
)
MORE = Text("Les voir tous dans la liste des dossiers", "See them all in the list of files")
NARROW = Text("Affiner dans la liste des dossiers", "Narrow down in the list of files")


def number(files: int) -> str:
    """How many files were found."""
    return say(count_words(files, ("dossier trouvé", "file found"), ("dossiers trouvés", "files found")))


def nothing(typed: str) -> str:
    """That nothing was found."""
    return t(
        f"Aucun dossier que vous pouvez lire ne répond à {quoted(typed).fr}.",
        f"No file that you may read answers to {quoted(typed).en}.",
    )
