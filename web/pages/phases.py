"""The phases of a programme as steps, with where a cooperation is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from domain.cooperations.state import Cooperation
from domain.rulebook import Names, Rulebook


@dataclass(frozen=True, slots=True)
class Step:
    """A phase of the programme, and where the file is."""

    number: int
    name: Names
    state: Literal["done", "here", "to-come"]
    at: str | None
    """The moment at which it was left, or entered if the file is in it."""
    passes: int
    """How often the file was in it."""


def steps(file: Cooperation, rulebook: Rulebook) -> list[Step]:
    """The phases that the programme uses, in order."""
    return list(_steps(file, rulebook))


def _steps(file: Cooperation, rulebook: Rulebook) -> Iterator[Step]:
    here = file.current.phase if file.passes else None
    for number, phase in enumerate(sorted(rulebook.phases, key=lambda one: one.number), start=1):
        passes = [one for one in file.passes if one.phase is phase]
        name = rulebook.phases[phase].name
        if phase is here and not file.closed:
            yield Step(number, name, "here", passes[-1].entered_at, len(passes))
            continue
        closed_at = file.closed.at if file.closed else None
        left = (passes[-1].left_at or closed_at) if passes else None
        behind = left is not None and here is not None and phase.number <= here.number
        yield Step(number, name, "done" if behind else "to-come", left if behind else None, len(passes))
