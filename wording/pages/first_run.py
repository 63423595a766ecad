"""The first run: the first organisation and who administers it."""

from language import Text

TITLE = Text("Premiers pas", "First steps")
EXPLAINED = Text(
    "Aucune organisation n’existe encore ici. Fondez la première : le code est affiché au terminal de qui "
    "a démarré le service.",
    "No organisation exists here yet. Found the first: the code is shown at the terminal of whoever "
    "started the service.",
)
CODE = Text("Code du terminal", "Code from the terminal")
CODE_HINT = Text(
    "Quatre groupes de quatre, par exemple ABCD-EFGH-JKLM-NPQR.",
    "Four groups of four, for example ABCD-EFGH-JKLM-NPQR.",
)
WRONG_CODE = Text(
    "Ce n’est pas le code affiché en dernier. Relancez le service pour en avoir un autre.",
    "This is not the code that was shown last. Start the service again for another one.",
)
NAME = Text("Nom de l’organisation", "Name of the organisation")
NAME_LACKING = Text("Donnez un nom à l’organisation.", "Give the organisation a name.")
KIND = Text("Pour de vrai, ou pour essayer", "For real, or to try out")
REAL = Text("Pour de vrai", "For real")
REAL_HINT = Text(
    "Les jours sont ceux du calendrier, et les rappels partent aux adresses des personnes.",
    "Days are those of the calendar, and reminders go to people’s addresses.",
)
SIMULATION = Text("Une simulation", "A simulation")
SIMULATION_HINT = Text(
    "Vous avancez l’horloge vous-même, et aucun message ne sort. Elle ne deviendra pas une vraie "
    "organisation.",
    "You move the clock yourself, and no message leaves. It will not become a real organisation.",
)
KIND_LACKING = Text(
    "Dites si c’est pour de vrai ou une simulation.", "Say whether it is real or a simulation."
)
ADMINISTRATOR = Text("Qui l’administre", "Who administers it")
PERSON = Text("Votre nom", "Your name")
PERSON_LACKING = Text("Donnez votre nom.", "Give your name.")
ADDRESS = Text("Votre adresse électronique", "Your e-mail address")
ADDRESS_LACKING = Text(
    "Donnez une adresse à laquelle on peut écrire.", "Give an address that can be written to."
)
FOUND = Text("Fonder l’organisation", "Found the organisation")
