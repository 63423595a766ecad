"""Lives rehearsed: one of four years, and a thousand of different programmes, scenarios and beginnings."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import cycle, islice, product
from multiprocessing import get_context

from application.rehearsal.builtin import NAMES, builtin
from application.rehearsal.rehearsing import rehearse
from application.rehearsal.shelf import Shelf
from application.rehearsal.stage import beginning_of, staged
from application.rulebooks.shelf import YamlRulebooks
from benchmarks.report import Row
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from programmes import FOLDER

PROGRAMME = "tec"
YEARS = 4
LIVES = 1_000
PROCESSES = 2
ONE_BAR, MANY_BAR = 2.0, 60.0
_REGION = "occitanie"
_FIRST = date(2027, 1, 4)


@dataclass(frozen=True, slots=True)
class Cast:
    """A life to rehearse: under which rulebook, in which scenario, from which day on."""

    rulebook: str
    scenario: str
    since: date


async def rehearsal() -> Sequence[Row]:
    """Seconds for one life, the rulebook already read; seconds for a thousand, the processes' start included."""
    newest = _rulebooks().current(Organisation(), PROGRAMME)
    if newest is None:
        raise RuntimeError(f"no programme {PROGRAMME}")
    began = time.perf_counter()
    shown = _live(Cast(newest.id, "nominal", _FIRST))
    one = time.perf_counter() - began
    began = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        rows = sum(pool.map(_live, _casts(), chunksize=LIVES // PROCESSES // 10))
    many = time.perf_counter() - began
    detail = f"{rows} rows, {PROCESSES} processes"
    return (
        Row(
            f"a life of {YEARS} years rehearsed, seconds",
            round(one, 3),
            ONE_BAR,
            one < ONE_BAR,
            f"{shown} rows",
        ),
        Row(f"{LIVES} lives rehearsed, seconds", round(many, 3), MANY_BAR, many < MANY_BAR, detail),
    )


def _casts() -> list[Cast]:
    """Every rulebook in every scenario, again and again from another day."""
    known = [one.id for one in _rulebooks().versions(Organisation())]
    days = (_FIRST + timedelta(days=number) for number in range(LIVES))
    casts = islice(cycle(product(known, NAMES)), LIVES)
    return [Cast(rulebook, scenario, day) for (rulebook, scenario), day in zip(casts, days, strict=True)]


def _live(cast: Cast) -> int:
    """Rehearse one life; how many rows it has."""
    rulebook = _rulebook(cast.rulebook)
    beginning = beginning_of(rulebook, _REGION, None, cast.since)
    script = builtin(cast.scenario, rulebook, beginning, _REGION)
    shelf = Shelf(rulebook, _rulebooks())
    return len(rehearse(staged(shelf, rulebook, script, _REGION, beginning, YEARS)).rows)


@cache
def _rulebooks() -> YamlRulebooks:
    return YamlRulebooks(FOLDER)


@cache
def _rulebook(named: str) -> Rulebook:
    return _rulebooks().get(Organisation(), named)
