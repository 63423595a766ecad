"""Since when a clock runs, as its occurrence says."""

import re
from dataclasses import dataclass
from typing import Literal

_MARK = re.compile(r"/(?P<kind>[ep])(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class ClockMark:
    """Since an entry, or since a pass of a phase was entered, by its number."""

    since: Literal["entry", "pass"]
    number: int


def clock_mark(occurrence: str) -> ClockMark | None:
    """What an occurrence (``contact/e12``, ``portrait/p2``) names; None where it names neither."""
    found = _MARK.search(occurrence)
    if found is None:
        return None
    return ClockMark("entry" if found["kind"] == "e" else "pass", int(found["number"]))
