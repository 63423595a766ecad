"""The door of a simulation."""

from language import Text

TITLE = Text("Voir la démonstration", "See the demonstration")
EXPLAINED = Text(
    "C’est une simulation : rien n’y engage personne, et les personnes sont inventées.",
    "This is a simulation: nothing in it commits anybody, and its people are invented.",
)
AS_WHOM = Text("Voir en tant que", "See as")
ENTER = Text("Entrer", "Enter")
