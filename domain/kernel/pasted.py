"""Numbers and codes as people paste them: with any blanks, dots and dashes between their groups."""

import re
import unicodedata
from typing import Any

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Characters of no width: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark."""
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]")
_BETWEEN = re.compile(r"[ .\-]")


def spaced(text: str) -> str:
    """The text in compatibility form (NFKC), any blanks as one space, any dash as ``-``, without unseen characters."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKC", _DASHES.sub("-", text)))
    return " ".join(_DASHES.sub("-", seen).split())


def close(text: str) -> str:
    """The signs of a number or code alone, letters as capitals."""
    return _BETWEEN.sub("", spaced(text)).upper()


def close_if_text(value: Any) -> Any:
    """The same, before a value is known to be text."""
    return close(value) if isinstance(value, str) else value
