"""Words as they are compared when people type them: case, accents and blanks around them do not matter."""

import unicodedata


def folded(text: str) -> str:
    """The text without accents, in small letters, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", text.strip().replace("’", "'"))
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()
