"""Why something of somebody's is not handed over, where no rule says it."""

from language import Text

NOT_THEIRS = Text("Ce n’est plus à cette personne.", "It is no longer theirs.")
SOMETHING_LEFT = Text(
    "Quelque chose reste à cette personne\u00a0: ses rôles ne prennent pas fin.",
    "Something is still theirs: their roles do not end.",
)
