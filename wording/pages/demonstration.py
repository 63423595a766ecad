"""The door of a simulation: its people, and whom one sees it as."""

from language import Text

TITLE = Text("Voir la démonstration", "See the demonstration")
EXPLAINED = Text(
    "C’est une simulation : rien n’y engage personne, et les personnes sont inventées.",
    "This is a simulation: nothing in it commits anybody, and its people are invented.",
)
CHOOSE = Text(
    "Chaque personne voit ce que ses rôles lui donnent à lire, et peut ce qu’ils lui permettent.",
    "Everybody sees what their roles let them read, and may do what these allow.",
)
TRAINING = Text(
    "Elle a été faite pour apprendre\u00a0: avancer son horloge, ou la jeter",
    "It was made to learn by: advance its clock, or throw it away",
)
PERSON = Text("Personne", "Person")
ROLES = Text("Rôles", "Roles")
AS_WHOM = Text("Voir en tant que {name}", "See as {name}")
SEE = Text("Voir", "See")
NOW = Text("vous, en ce moment", "you, at the moment")
EVERYWHERE = Text("toutes les régions", "all regions")
