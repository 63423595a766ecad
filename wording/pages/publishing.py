"""Checking a rulebook, and publishing it, as a page."""

from language import Text, say, t
from wording.punctuation import joined
from wording.quantities import count_words

TITLE = Text("Vérifier un règlement", "Check a rulebook")
LEAD = Text(
    "Rien n’est envoyé ni publié tant que vous n’appuyez pas sur «\u00a0Publier\u00a0».",
    "Nothing is sent or published until you press “Publish”.",
)
FILE = Text("Le fichier du règlement, en YAML", "The rulebook’s file, in YAML")
OR_TEXT = Text("ou son texte", "or its text")
OR_TEXT_HINT = Text(
    "Un fichier choisi passe avant ce texte. Corrigez ici, puis vérifiez de nouveau.",
    "A file that is chosen goes before this text. Correct it here, then check again.",
)
CHECK = Text("Vérifier", "Check")
NOTHING_TO_CHECK = Text(
    "Choisissez un fichier ou collez un texte, de 100\u00a0ko au plus.",
    "Choose a file or paste a text, of 100 kB at most.",
)
NO_TEXT = Text(
    "Ce fichier n’est pas un texte en UTF-8\u00a0: enregistrez-le ainsi, ou collez son texte.",
    "This file is no text in UTF-8: save it as such, or paste its text.",
)
SUMMARY = Text("Il y a un problème", "There is a problem")
LINE = Text("Ligne", "Line")
COLUMN = Text("Colonne", "Column")
FOUND = Text("Ce qui ne va pas", "What is wrong")
STRANGE = Text("Ce qui surprend", "What is strange")
REMEDY = Text("Remède", "Remedy")
WRITTEN = Text("Écrit", "Written")
READS = Text("Ce règlement se lit sans erreur", "This rulebook reads without mistake")
CHANGES = Text("Ce qui change par rapport à la version en vigueur", "What changes from the version in force")
FIRST = Text(
    "C’est la première version de ce programme ici.", "This is the first version of this programme here."
)
SAME = Text(
    "Il ne dit rien d’autre que la version en vigueur.", "It says nothing else than the version in force."
)
IN_FORCE = Text("La version en vigueur", "The version in force")
REASON = Text("Pourquoi cette version", "Why this version")
OPTIONAL = Text("facultatif", "optional")
PUBLISH = Text("Publier", "Publish")
PUBLISHES = Text(
    "Elle vaudra pour les dossiers ouverts ensuite\u202f; ceux qui sont en cours gardent la leur.",
    "It will hold for files opened from then on; open ones keep theirs.",
)
TRY_OUT = Text("L’essayer avant de la publier", "Try it out before it is published")
TRY_OUT_HINT = Text(
    "Quatre années d’une coopération où tout se fait à temps\u00a0: ce qui n’a pas de sens est dit.",
    "Four years of a cooperation in which all is done in time: what makes no sense is said.",
)
NOT_NOW = Text("Elle ne peut pas être publiée ainsi", "It cannot be published like this")
COLON = Text("\u00a0: ", ": ")
BEGUN = Text(
    "Voici le texte de la version, avec le numéro de la suivante. Changez-le, puis vérifiez.",
    "Here is the text of the version, with the number of the next one. Change it, then check.",
)
DRAFT = Text("Voici le texte tel que vous l’aviez laissé.", "Here is the text as you had left it.")


def summary(mistakes: int) -> str:
    """How many mistakes there are, and that nothing was sent."""
    many = say(count_words(mistakes, ("erreur", "mistake"), ("erreurs", "mistakes")))
    return t(f"{many}. Rien n’est envoyé.", f"{many}. Nothing is sent.")


def version(number: int) -> str:
    """A version of a rulebook."""
    return t(f"version {number}", f"version {number}")


def remedy(expected: Text | None, suggestion: str | None) -> str:
    """What would be accepted there, and what was probably meant."""
    said = []
    if suggestion:
        said.append(
            t(f"vouliez-vous dire «\u00a0{suggestion}\u00a0»\u202f?", f"did you mean “{suggestion}”?")
        )
    if expected:
        said.append(t(f"attendu\u00a0: {expected.fr}", f"expected: {expected.en}"))
    return joined(said)
