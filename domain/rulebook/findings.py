"""What is found wrong or strange in a rulebook, and where."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Keys and indexes from the top of the rulebook."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a rulebook: where (keys and indexes from the top), and what, in both languages.

    A *mistake* keeps the rulebook from being published; a *warning* is for its author to judge.
    """

    path: Path
    fr: str
    en: str
    kind: str = "mistake"
    given: str | None = None
    known: tuple[str, ...] = ()
    """What would be accepted in the place of ``given``."""


def warning(path: Path, fr: str, en: str) -> Finding:
    """Something that the rulebook's author should look at."""
    return Finding(path, fr, en, kind="warning")


def unknown(path: Path, given: str, known: Iterable[str], fr: str, en: str) -> Finding:
    """A key that nothing defines."""
    return Finding(path, f"{fr} : {given}", f"{en}: {given}", given=given, known=tuple(known))


def twice(path: Path, keys: Sequence[str], field: str = "") -> Iterator[Finding]:
    """Each key of a list that was there before; ``field`` holds it, if the list is one of parts."""
    seen: set[str] = set()
    for index, key in enumerate(keys):
        if key in seen:
            where = (*path, index, field) if field else (*path, index)
            yield Finding(where, f"{key} y est déjà", f"{key} is there already")
        seen.add(key)
