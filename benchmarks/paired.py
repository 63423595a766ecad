"""Measure rivals in turn, in one run, so that what disturbs one disturbs the other.

Each round measures every rival once, in shuffled order; the first round only warms up. What counts is the
median of the rounds' ratios, with the least and the greatest: the machine's mood cancels out of a ratio.
"""

import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from statistics import median

from rich.console import Console

CELL_SECONDS = 1.5
"""How long one measurement lasts; below a second, single checkpoints and flushes tilt it."""
ROUNDS = 9

Rival = Callable[[float], Awaitable[float]]
"""Works for so many seconds; answers a figure, such as events per second."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One rival's figure over another's: the median of the rounds, the least and the greatest."""

    middle: float
    least: float
    greatest: float


class Rounds:
    """The figures of each rival, round by round."""

    def __init__(self, figures: Mapping[str, list[float]]) -> None:
        self._figures = figures

    def figure(self, rival: str) -> float:
        """The median of a rival's own figures."""
        return median(self._figures[rival])

    def ratio(self, ours: str, other: str) -> Ratio:
        """Ours over the other's, paired by round."""
        ratios = [
            mine / theirs for mine, theirs in zip(self._figures[ours], self._figures[other], strict=True)
        ]
        return Ratio(median(ratios), min(ratios), max(ratios))


async def measure(
    rivals: Mapping[str, Rival],
    *,
    rounds: int = ROUNDS,
    seconds: float = CELL_SECONDS,
    between: Callable[[], Awaitable[None]] | None = None,
) -> Rounds:
    """Measure ``rivals`` in ``rounds`` rounds after one to warm up; ``between`` tidies before each, untimed."""
    order = random.Random(1)  # noqa: S311 - an order, not a secret
    figures: dict[str, list[float]] = {name: [] for name in rivals}
    with Console(stderr=True).status("") as status:
        for number in range(rounds + 1):
            names = list(rivals)
            order.shuffle(names)
            for name in names:
                status.update(f"round {number} of {rounds}: {name}")
                if between is not None:
                    await between()
                figure = await rivals[name](seconds)
                if number > 0:
                    figures[name].append(figure)
    return Rounds(figures)
