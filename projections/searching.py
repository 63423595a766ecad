"""How a cooperation is looked for: by the words of its name, place and object, by codes, by who is in charge.

Words match where one of a cooperation's begins alike; what consists of digits is a code and matches whole: ``74`` does
not find ``974``, nor ``7400``. Read models know people by their ids, so who looks for a name says whose it may be.
"""

from collections.abc import Mapping

from domain.cooperations.state import Cooperation
from domain.kernel.folded import folded_words

_GAP = " "


def search_text(file: Cooperation) -> str:
    """What a cooperation is found by; each word after a blank, and one at the end."""
    words = folded_words(f"{file.name} {file.territory.name} {file.object}")
    return _GAP.join(("", *words, *file.territory.insee_codes, *file.managers, ""))


def patterns_of(typed: str, names: Mapping[str, str]) -> tuple[str, ...] | None:
    """A regular expression for each word that somebody typed, given the names of people by id; None for no word."""
    known = {person: folded_words(name) for person, name in names.items()}
    return tuple(_pattern(word, known) for word in folded_words(typed)) or None


def _pattern(word: str, known: Mapping[str, tuple[str, ...]]) -> str:
    whole = f"{word}{_GAP}" if word.isdecimal() else word
    persons = (one for one, name in known.items() if any(part.startswith(word) for part in name))
    return f"{_GAP}(?:{'|'.join((whole, *(f'{one}{_GAP}' for one in persons)))})"
