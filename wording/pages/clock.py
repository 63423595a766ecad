"""The clock of a simulation: what it shows, how it is taken further, what happened meanwhile."""

from collections.abc import Sequence

from language import Text

TITLE = Text("L’horloge de la simulation", "The simulation’s clock")
SHOWS = Text("Elle marque le {now}.", "It shows {now}.")
STANDS = Text(
    "Le temps ne passe que si vous l’avancez : rappels, échéances et actes du service arrivent alors à leur jour.",
    "Time passes only when you let it: reminders, deadlines and what the service does then come on their days.",
)
ON_ITS_WAY = Text("Elle va vers le {target}.", "It is on its way to {target}.")
PROGRESS = Text("Chemin parcouru", "How far it has come")
LOOK_AGAIN = Text("Actualiser", "Refresh")
STOP = Text("Arrêter l’horloge", "Stop the clock")
BY_A_TIME = Text("Avancer d’une durée", "Advance by a time")
TO_A_DAY = Text("Avancer jusqu’à un jour", "Advance to a day")
DURATION = Text("Durée", "Time")
DAY = Text("Jour", "Day")
ADVANCE = Text("Avancer", "Advance")
TAKE_UP = Text("Reprendre jusqu’au jour visé", "Go on to the day that was wanted")
MEANWHILE = Text("Ce qui s’est passé", "What happened")
NOTHING_YET = Text("Rien encore que vous puissiez lire.", "Nothing yet that you may read.")
LATEST_ONLY = Text(
    "Les {shown} derniers faits ; l’histoire de chaque dossier a les autres.",
    "The last {shown}; the history of each file has the others.",
)
WHOM_TO_ASK = Text(
    "Seule l’administration avance l’horloge ; dans une démonstration, voyez-la en tant qu’elle.",
    "Only administrators and programme managers advance the clock; in a demonstration, look at it as one.",
)

DURATIONS: Sequence[tuple[str, Text]] = (
    ("P1D", Text("un jour", "a day")),
    ("P1W", Text("une semaine", "a week")),
    ("P1M", Text("un mois", "a month")),
    ("P3M", Text("trois mois", "three months")),
    ("P6M", Text("six mois", "six months")),
    ("P1Y", Text("un an", "a year")),
    ("P2Y", Text("deux ans", "two years")),
)
"""By which one may advance, each with its ISO 8601 duration."""
