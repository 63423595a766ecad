"""Handing over all that somebody has, as pages."""

from collections import Counter
from collections.abc import Mapping, Sequence

from language import Text, say, t
from wording.quantities import count_words, number_words

TITLE = Text("Passer la main", "Hand over")
EXPLAINED = Text(
    "Tous les dossiers en cours d’une personne et les avis qu’elle doit passent à une autre. La page suivante montre"
    " chacun, avec ce qui s’y oppose\u202f; rien n’est enregistré avant.",
    "All open files of somebody and the opinions that they owe go to somebody else. The next page shows each of them,"
    " with what stands in its way; nothing is recorded before.",
)
FROM = Text("De", "From")
TO = Text("À", "To")
REASON = Text("Raison", "Reason")
REASON_HINT = Text("Gardée au coffre, effaçable.", "Kept in the vault, can be erased.")
CHOOSE = Text("Choisir…", "Choose…")
ROLES = Text(
    "Mettre fin à ses rôles une fois que plus rien ne lui reste",
    "End their roles once nothing is theirs any more",
)
PROBLEM = Text("Il y a un problème", "There is a problem")
ERROR = Text("Erreur\u00a0: ", "Error: ")
FROM_LACKING = Text("Dites de qui.", "Say from whom.")
TO_LACKING = Text("Dites à qui.", "Say to whom.")
THE_SAME = Text("C’est la même personne.", "That is the same person.")
REASON_LACKING = Text("Dites pourquoi.", "Say why.")
CHECK = Text("Vérifier", "Check")
NOTHING_YET = Text("Rien n’est encore enregistré.", "Nothing is recorded yet.")
NOTHING_THEIRS = Text("Rien à passer.", "Nothing to hand over.")
WHAT = Text("Quoi", "What")
KIND = Text("Genre", "Kind")
STANDS = Text("Ce qui s’y oppose", "What stands in its way")
NO_OBSTACLE = Text("rien", "nothing")
EDIT = Text("Modifier", "Change")
RESULT = Text("Résultat", "Result")
RECORDED = Text("passé", "handed over")
REFUSED = Text("pas passé", "not handed over")
NOT_POSSIBLE = Text("pas possible", "not possible")
TO_DO = Text("à faire", "to be done")
RESUME = Text("Reprendre", "Resume")
EVERYWHERE = Text("toutes les régions", "all regions")
KINDS: Mapping[str, Text] = {
    "file": Text("dossier", "file"),
    "opinion": Text("avis dû", "opinion owed"),
    "delegation": Text("délégation", "delegation"),
    "role": Text("fin de rôle", "end of a role"),
}
_COUNTED: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "file": (("dossier", "file"), ("dossiers", "files")),
    "opinion": (("avis dû", "opinion owed"), ("avis dus", "opinions owed")),
    "delegation": (("délégation", "delegation"), ("délégations", "delegations")),
}


def from_to(one: str, other: str) -> str:
    """From whom to whom."""
    return t(f"De {one} à {other}", f"From {one} to {other}")


def counted(kinds: Sequence[str]) -> str:
    """How much of each kind there is: *42 dossiers, 3 avis dus, 1 délégation*."""
    numbers = Counter(kinds)
    said = [say(count_words(numbers[kind], *_COUNTED[kind])) for kind in _COUNTED if numbers[kind]]
    return ", ".join(said) or say(NOTHING_THEIRS)


def hand_over(possible: int, blocked: int) -> str:
    """The button that does it."""
    if not blocked:
        return t("Passer la main", "Hand over")
    said = number_words(possible)
    return t(f"Passer ce qui peut l’être ({said.fr})", f"Hand over what can be ({said.en})")


def results(recorded: int, refused: int, left: int) -> str:
    """What came of it so far."""
    french = f"{recorded} passé{'s' if recorded > 1 else ''}, {refused} pas passé{'s' if refused > 1 else ''}"
    english = f"{recorded} handed over, {refused} not"
    if left:
        french, english = f"{french}, {left} à faire", f"{english}, {left} to be done"
    return t(french, english)
