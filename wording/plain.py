"""Text of people made harmless: it neither steers a terminal nor turns the direction of what stands beside it."""

import re

_STEERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but for line break and tab, and bidirectional overrides, embeddings and isolates (UAX 9)."""
_ENDS_LINES = re.compile(r"\r\n?|[\u2028\u2029]")
REPLACED = "\ufffd"
"""What stands for a character that is not shown: one column wide, so that its absence is seen."""


def plain(text: str) -> str:
    """The text with its line breaks as line feeds and every other steering character replaced."""
    return _STEERS.sub(REPLACED, _ENDS_LINES.sub("\n", text))


def plain_json(text: str) -> str:
    """JSON that says the same, the steering characters written as escapes."""
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
