"""What panels are asked, as a list."""

from language import Text

TITLE = Text("Avis", "Reviews")
OPEN = Text("En cours", "Open")
EVERY = Text("Tous", "All")
SHOWN = Text("Afficher", "Show")
NOTHING_OPEN = Text(
    "Aucune instance n’est sollicitée en ce moment sur les dossiers que vous lisez.",
    "No panel is asked at the moment about the files that you read.",
)
NOTHING = Text(
    "Aucune instance n’a encore été sollicitée sur les dossiers que vous lisez.",
    "No panel has been asked yet about the files that you read.",
)
QUESTION = Text("Question", "Question")
FILE = Text("Dossier", "File")
PANEL = Text("Instance", "Panel")
STATE = Text("État", "State")
DUE = Text("Pour le", "By")
OPINIONS = Text("Avis exprimés", "Opinions given")
NEXT = Text("Suivants", "Next")
