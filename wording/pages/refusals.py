"""Refused commands, as histories and audits tell of them."""

from language import Text, say, t
from wording.commands import COMMANDS
from wording.punctuation import quoted

SHOW = Text("ce qui a été refusé", "what was refused")
NOTHING_RECORDED = Text(
    "Un refus ne change rien au dossier. Une demande illisible ou incomplète n’est pas enregistrée\u00a0: elle n’est"
    " donc pas ici.",
    "A refusal changes nothing in the file. A request that cannot be read or is incomplete is not recorded, so it is"
    " not here.",
)


def tried(command: str | None) -> str:
    """What somebody wanted to do; a dash for what was refused before that was kept."""
    return say(COMMANDS[command]) if command else "–"


def refused(command: str | None) -> str:
    """That it was refused, as an entry among others."""
    if command:
        return t("Refusé\u00a0:", "Refused:") + f" {say(quoted(say(COMMANDS[command])))}"
    return t("Une demande a été refusée", "A request was refused")
