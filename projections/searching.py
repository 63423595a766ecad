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


def looked_for(typed: str, names: Mapping[str, str]) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """What somebody typed, given the names of people by id: patterns of LIKE, and regular expressions; None for none.

    A word that somebody is called by may stand in the text, or for that person: that takes a regular expression,
    which costs the database ten times as much as a pattern.
    """
    known = {person: folded_words(name) for person, name in names.items()}
    words, either = [], []
    for word in folded_words(typed):
        whole = f"{word}{_GAP}" if word.isdecimal() else word
        people = [one for one, name in known.items() if any(part.startswith(word) for part in name)]
        if people:
            either.append(f"{_GAP}(?:{'|'.join((whole, *(f'{one}{_GAP}' for one in people)))})")
        else:
            words.append(f"%{_GAP}{whole}%")
    return tuple(words) or None, tuple(either) or None
