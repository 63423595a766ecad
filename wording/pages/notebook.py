"""The notebook of a file as a page: what was tried, won, learnt, evaluated; meetings."""

from collections.abc import Mapping

from language import Text

SECTIONS: Mapping[str, Text] = {
    "experiments": Text("Les expérimentations", "The experiments"),
    "wins": Text("Les victoires rapides", "The quick wins"),
    "lessons": Text("Les enseignements", "The lessons"),
    "problems": Text("Problèmes et solutions", "Problems and solutions"),
    "evaluations": Text("Les évaluations", "The evaluations"),
    "meetings": Text("Les rencontres", "The meetings"),
}
"""The parts of the notebook, in their order."""
NOTHING = Text("Rien n’est encore noté ici.", "Nothing has been noted here yet.")
NOTE = Text("Noter", "Note")
