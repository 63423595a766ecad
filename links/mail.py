"""The addresses where people settle what they are mailed."""

import links
from links.paths import segment


def mine() -> str:
    """What one is mailed, on one's own page."""
    return f"{links.me()}#courrier"


def unsubscribe(token: str) -> str:
    """The way out of letters that nobody has to get, for whoever holds the token of one."""
    return f"/desabonnement/{segment(token)}"


def follow(organisation: str, cooperation: str) -> str:
    """Where one says whether one follows or mutes a cooperation, by the buttons of its page."""
    return f"{links.file(organisation, cooperation)}/suivi"
