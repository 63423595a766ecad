"""Tokens by which other systems act as somebody."""

from collections.abc import Mapping

from language import Text

TITLE = Text("Jetons", "Tokens")
EXPLAINED = Text(
    "Un jeton laisse un autre logiciel lire et agir en votre nom, jamais plus que vous ne le pouvez vous-même.",
    "A token lets another program read and act in your name, never more than you may do yourself.",
)
OF_EVERYBODY = Text(
    "Les jetons des personnes de l’organisation. Qui n’a plus aucun rôle n’a plus de jeton.",
    "The tokens of the organisation’s people. Whoever holds no role any more has no token.",
)
OF_EVERYBODY_WHAT = Text(
    "quels logiciels agissent, au nom de qui, jusqu’à quand",
    "which programs act, in whose name, until when",
)
NONE = Text("Aucun jeton.", "No token.")
NEW = Text("Faire un jeton", "Make a token")
MAKE = Text("Faire le jeton", "Make the token")
TO_TOKENS = Text("Vos jetons", "Your tokens")
NAME = Text("Nom", "Name")
NAME_HINT = Text(
    "Ce qui s’en servira, pour le reconnaître\u00a0: tableau de bord, comptabilité…",
    "What will use it, so that you know it again: dashboard, accounting…",
)
NAME_WANTED = Text("Donnez-lui un nom, 80 caractères au plus.", "Give it a name, at most 80 characters.")
ORGANISATION = Text("Organisation", "Organisation")
PERSON = Text("Personne", "Person")
MAY = Text("Ce qu’il permet", "What it allows")
MAY_WANTED = Text("Cochez au moins une ligne.", "Tick at least one line.")
ENDS = Text("Fin", "End")
USED = Text("Dernier usage", "Last use")
NEVER = Text("jamais", "never")
LASTS = Text("Durée", "How long")
LASTING: Mapping[str, Text] = {
    "30": Text("30 jours", "30 days"),
    "90": Text("90 jours", "90 days"),
    "365": Text("un an", "a year"),
}
"""By days."""
END = Text("Mettre fin", "End")
ENDED = Text("C’est fait\u00a0: ce jeton n’ouvre plus rien.", "Done: this token opens nothing any more.")
MADE = Text("Voici votre jeton", "Here is your token")
MADE_ONCE = Text(
    "Copiez-le maintenant\u00a0: il n’est montré qu’une fois, et gardé nulle part.",
    "Copy it now: it is shown once, and kept nowhere.",
)
MADE_BEFORE = Text(
    "Ce jeton a déjà été montré. S’il est perdu, mettez-y fin et faites-en un autre.",
    "This token was shown already. If it is lost, end it and make another one.",
)
SCOPES: Mapping[str, Text] = {
    "read": Text("lire ce que vous lisez", "read what you read"),
    "act:cooperations": Text("agir sur les coopérations", "act on cooperations"),
    "act:reviews": Text("agir sur les avis", "act on reviews"),
    "act:fundings": Text("agir sur les financements", "act on fundings"),
    "act:organisation": Text(
        "agir sur l’organisation et ses personnes", "act on the organisation and its people"
    ),
    "money": Text("engager et payer de l’argent", "commit and pay money"),
}
