"""What ladders of reminders are called: rulebooks give them keys, no names."""

from domain.kernel.text import Bilingual
from wording.codes import code_words
from wording.punctuation import quoted_pair, spaced


def ladder_words(key: str) -> Bilingual:
    """A ladder by its key; one that no shipped rulebook has is called by its key."""
    return quoted_pair(code_words(key, "ladder") or spaced(key))
