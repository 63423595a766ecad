"""A simulation to learn by, as a page."""

from datetime import datetime

from language import Text, locale, t
from wording.quantities import short_day

TITLE = Text("Formation", "Training")
WHAT_IT_IS = Text(
    "Une simulation faite des règlements de votre organisation, avec des personnes, des lieux et des dossiers inventés."
    " Son courrier ne part pas\u202f; rien de ce que vous y faites ne compte.",
    "A simulation made of your organisation’s rulebooks, with invented people, places and files. Its mail does not"
    " leave; nothing that you do in it counts.",
)
CLOCK = Text("Avancer l’horloge", "Advance the clock")
CLOCK_TELL = Text(
    "Des mois passent en quelques secondes\u00a0: échéances, rappels et silences arrivent.",
    "Months pass in seconds: deadlines, reminders and silences come.",
)
SEE_AS = Text("Voir en tant que", "See as")
PERSON = Text("Personne", "Person")
ROLES = Text("Rôles", "Roles")
YOU_NOW = Text("vous la voyez ainsi", "that is how you see it")
THROW_AWAY = Text("Jeter cette simulation", "Throw this simulation away")
THROW_AWAY_TELL = Text(
    "Tout ce qu’elle contient disparaît, d’un coup et pour toujours. Un registre réel ne peut pas être jeté.",
    "All that is in it goes, at once and for good. No real ledger can be thrown away.",
)
THROWN_AWAY = Text(
    "La simulation est jetée\u00a0: il n’en reste rien. Votre organisation n’a pas changé.",
    "The simulation was thrown away: nothing of it is left. Your organisation has not changed.",
)
MAKE = Text("Faire une simulation pour apprendre", "Make a simulation to learn by")
THERE_ARE = Text("Simulations en cours", "Simulations there are")


def made_on(at: datetime) -> str:
    """When one was made."""
    day = short_day(at.date(), locale())
    return t(f"Simulation du {day}", f"Simulation of {day}")
