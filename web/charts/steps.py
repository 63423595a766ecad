"""A chart of steps: what several amounts come to, column by column; text stays text, and nothing is styled inline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 92, 12, 14, 34
_TICKS = 4
_MOST_LABELS = 12
_ROUND = (1, 2, 2.5, 4, 5, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A label at a place of an axis, in units of the drawing."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class StepChart:
    """Paths by series (SVG path data), and the labels of both axes."""

    paths: Mapping[str, str]
    up: Sequence[Tick]
    along: Sequence[Tick]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    bottom: int = HEIGHT - _BOTTOM


def step_chart(
    series: Mapping[str, Sequence[int | None]], labels: Sequence[str], said: Callable[[int], str]
) -> StepChart:
    """The steps of each series, one column for each label; None is where a series has nothing.

    Values are not negative. ``said`` writes a value beside the upright axis.
    """
    most = _rounded(max((one for values in series.values() for one in values if one), default=1))
    column = (WIDTH - _LEFT - _RIGHT) / max(len(labels), 1)
    high = HEIGHT - _TOP - _BOTTOM

    def y(value: float) -> float:
        return round(_TOP + high * (1 - value / most), 1)

    every = -(-len(labels) // _MOST_LABELS)
    return StepChart(
        paths={name: _path(values, column, y) for name, values in series.items()},
        up=[Tick(y(most * one / _TICKS), said(round(most * one / _TICKS))) for one in range(_TICKS + 1)],
        along=[
            Tick(round(_LEFT + column * (at + 0.5), 1), label)
            for at, label in enumerate(labels)
            if at % every == 0
        ],
    )


def _path(values: Sequence[int | None], column: float, y: Callable[[float], float]) -> str:
    """Along each column at its height, up or down to the next; apart where there is nothing between."""
    said: list[str] = []
    drawing = False
    for at, value in enumerate(values):
        if value is None:
            drawing = False
            continue
        start, end = round(_LEFT + column * at, 1), round(_LEFT + column * (at + 1), 1)
        said.append(f"V{y(value)}" if drawing else f"M{start} {y(value)}")
        said.append(f"H{end}")
        drawing = True
    return "".join(said)


def _rounded(most: int) -> int:
    """The next number that people find round."""
    power = 10 ** (len(str(most)) - 1)
    return next(int(one * power) for one in _ROUND if one * power >= most)
