"""Runs the races and says whether each went right."""

from collections import deque

from domain.kernel.recorded import Recorded
from tests.life.house import House
from tests.races.contestants import Contestants, Finish
from tests.races.course import NAMED, is_full, top_up

DECISIONS, PROCESSES = 100, 4
"""In each race, so many decisions from so many processes."""


def one_won(finishes: list[Finish], year: int) -> str:
    """One was granted; all others were refused, with the balance that they saw. The funding that won."""
    [winner] = [one for one in finishes if one.outcome == "recorded"]
    losers = [one for one in finishes if one is not winner]
    assert len(losers) == DECISIONS - 1
    assert {(one.outcome, one.code) for one in losers} == {("refused", "envelope_exhausted")}
    envelope = f"{NAMED['en']}, {year}"
    left = f"€0.01 is left in the envelope “{envelope}”; it would take €15,000.00."
    assert {one.message for one in losers} == {left}
    return winner.funding


async def run(house: House, crew: Contestants, year: int, races: int) -> list[str]:
    """Race after race, those that lost among the next; the fundings that won."""
    waiting = deque(f"f{number}" for number in range(races + DECISIONS - 1))
    won: list[str] = []
    seen: list[Recorded] = []
    for number in range(races):
        await top_up(house, year)
        field = [waiting.popleft() for _ in range(DECISIONS)]
        won.append(one_won(await crew.race(number, field), year))
        await is_full(house, year, won, seen)
        waiting.extendleft(one for one in field if one != won[-1])
    return won
