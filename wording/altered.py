"""What stands in the place of a private text that somebody altered: nobody is shown what else lies there."""

from domain.kernel.prose import Altered
from language import Text, say

_ALTERED = Text(
    "[illisible, altéré : prévenez l’administration]", "[unreadable, altered: tell an administrator]"
)


def in_place_of(text: str | Altered) -> str:
    """The text, or that it is altered, with whom to tell."""
    return say(_ALTERED) if isinstance(text, Altered) else text
