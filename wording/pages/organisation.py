"""What is settled for the whole organisation, as a page."""

from collections.abc import Sequence

from language import Text, t

TITLE = Text("L’organisation", "The organisation")
COLON = Text("\u00a0: ", ": ")
MORE_PAGES = Text("À régler aussi", "To be settled, too")
PEOPLE_WHAT = Text("qui est là, avec quels rôles", "who is there, with which roles")
MESSAGES_WHAT = Text("chaque lettre, et ce qu’elle est devenue", "each letter, and what became of it")
AUDIT_WHAT = Text(
    "si l’histoire est intacte, ce qui a été refusé, qui est entré",
    "whether the history is untouched, what was refused, who came in",
)
ABOUT = Text("Ce qu’elle est", "What it is")
NAME = Text("Nom", "Name")
KIND = Text("Genre", "Kind")
REAL = Text("pour de vrai", "for real")
SIMULATION = Text("simulation", "simulation")
ZONE = Text("Fuseau horaire", "Time zone")
ADMINISTRATORS = Text("Administration", "Administrators")
REGIONS = Text("Régions", "Regions")
NO_REGION = Text(
    "Aucune région n’a été nommée\u00a0: celles de France sont proposées.",
    "No region was named: those of France are proposed.",
)
NAME_REGION = Text("Nommer une région", "Name a region")
SIGNING_IN = Text("Connexion", "Signing in")
BY_PASSWORD = Text("par mot de passe", "by a password")
BY_LINK = Text("par lien reçu par courrier", "by a mailed link")
BY_PROVIDER = Text("par la connexion de l’organisation", "by the organisation’s own sign-in")
MAIL = Text("Courrier", "Mail")
SENDER = Text("Expéditeur", "Sender")
TEST_LETTER = Text("M’envoyer une lettre d’essai", "Send me a test letter")
TEST_LETTER_TELL = Text(
    "C’est un lien de connexion, envoyé à votre adresse par le même chemin que tout le courrier.",
    "It is a sign-in link, sent to your address the same way as all mail.",
)
POSTED = Text("La lettre d’essai est partie.", "The test letter is on its way.")
RETENTION = Text("Ce qui est gardé, et combien de temps", "What is kept, and how long")
KEPT: Sequence[Text] = (
    Text(
        "Le registre\u00a0: pour toujours, sans texte privé.", "The ledger: for ever, without private text."
    ),
    Text(
        "Le coffre (noms, adresses, textes privés)\u00a0: jusqu’à ce qu’on efface la personne.",
        "The vault (names, addresses, private texts): until the person is erased.",
    ),
    Text("Les connexions et les lectures\u00a0: un an.", "Sign-ins and readings: a year."),
    Text("Les brouillons\u00a0: trente jours.", "Drafts: thirty days."),
)
TRAINING = Text("Formation", "Training")
TRAINING_TELL = Text(
    "Une simulation faite de vos règlements et de dossiers inventés, avec l’horloge dans la page\u202f; son courrier ne"
    " part pas, et elle se jette d’un geste.",
    "A simulation made of your rulebooks and of invented files, with the clock in the page; its mail does not leave,"
    " and it is thrown away in one press.",
)


def by_provider(name: str) -> str:
    """The organisation's own sign-in by its name."""
    return t(f"{BY_PROVIDER.fr} ({name})", f"{BY_PROVIDER.en} ({name})") if name else t(*BY_PROVIDER)
