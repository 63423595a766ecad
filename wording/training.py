"""Who and what is invented in a simulation to learn by: all of it says so."""

from collections.abc import Mapping, Sequence

from language import Text

PEOPLE: Mapping[str, str] = {
    "manager": "Camille Fictive",
    "companion": "Sacha Modèle",
    "elected": "Dominique Exemple",
    "commission": "Alix Spécimen",
    "facilitator": "Lou Gabarit",
    "jury": "Charlie Esquisse",
    "steering-committee": "Andréa Canevas",
    "board": "Robin Calque",
    "finance-officer": "Ange Épure",
    "auditor": "Éden Brouillon",
}
"""By whom they play in a rehearsal (``application.rehearsal.cast``): names that nobody has."""

_KINDS: Sequence[tuple[str, str, str]] = (
    ("epicerie", "Épicerie", "Ouvrir une épicerie coopérative"),
    ("atelier", "Atelier", "Réparer et partager des outils"),
    ("jardin", "Jardin", "Cultiver une friche ensemble"),
    ("halle", "Halle", "Rouvrir une halle aux producteurs"),
    ("cantine", "Cantine", "Cuisiner pour tout un quartier"),
    ("navette", "Navette", "Relier les hameaux par une navette"),
)
_PLACES: Sequence[tuple[str, str]] = (
    ("lilas", "des Lilas"),
    ("tilleuls", "des Tilleuls"),
    ("moulin", "du Moulin"),
)
FILES: Sequence[tuple[str, str, str, str]] = tuple(
    (f"{kind}-{place}", f"{name} {where} (inventé)", f"Ville-Exemple {where}", f"{about} (inventé)")
    for place, where in _PLACES
    for kind, name, about in _KINDS
)
"""Invented cooperations: id, name, territory, what about."""

MAKER = Text("Qui apprend", "Who learns")


def name_of(origin: str) -> str:
    """What such a simulation is called."""
    return f"Formation – {origin} (inventé)"[:180]
