"""Words as they are compared and looked for: case, accents and marks that nobody sees do not matter."""

import re
import unicodedata

_UNSEEN = "Cf"
"""The category of what directs and joins text and is not read: right-to-left marks, soft hyphens (Unicode)."""
_SPELT_OUT = str.maketrans({"’": "'", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_WORDS = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """The text without accents, in small letters, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", text.strip().translate(_SPELT_OUT))
    return "".join(one for one in plain if _is_read(one)).casefold()


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are looked for, in its order: letters and digits alone."""
    return tuple(_WORDS.findall(folded(text)))


def _is_read(character: str) -> bool:
    return not unicodedata.combining(character) and unicodedata.category(character) != _UNSEEN
