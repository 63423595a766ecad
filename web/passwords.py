"""What is wrong with a password that somebody chooses, in words."""

from access.passwords import LONGEST, SHORTEST
from language import Text
from wording.pages import sign_in as words


def fault_of(password: str) -> Text | None:
    """Why a password is not taken; None if it is."""
    if len(password) < SHORTEST:
        return words.TOO_SHORT
    return words.TOO_LONG if len(password) > LONGEST else None
