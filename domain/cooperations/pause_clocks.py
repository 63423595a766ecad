"""The clock of a pause: until its planned end; without one, again and again until the file wakes."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.cooperations.clocks import latest_known
from domain.cooperations.state import Cooperation
from domain.deadlines.rules import OwnRule
from domain.deadlines.terms import Count, Term
from domain.kernel.calendar import Due, due_on, plus
from domain.kernel.moments import latest
from domain.rulebook import Rulebook
from domain.rulebook.pauses import PAUSE_END, PAUSE_END_NAME, Pauses


def pause_terms(file: Cooperation, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    """While the file sleeps, where the rulebook has somebody reminded of it."""
    if not file.paused or rulebook.pauses is None:
        return
    pause, rule = file.pauses[-1], _rule(rulebook.pauses)
    since, mark = latest(pause.since, zone), f"s{len(file.pauses)}"
    if pause.planned:
        yield Term(rule, Count(mark, since, due_on(pause.planned, zone)))
    else:
        for count in _again_and_again(file, rulebook.pauses, mark, since, zone):
            yield Term(rule, count)


def _again_and_again(
    file: Cooperation, pauses: Pauses, mark: str, since: datetime, zone: ZoneInfo
) -> Iterator[Count]:
    """The round that the file's last sign of life lies in, if one is over, and the one after it."""
    dues, known = [_later(since, pauses.every, zone)], latest_known(file, zone)
    while dues[-1].at <= known:
        dues.append(_later(dues[-1].at, pauses.every, zone))
    begun = [since, *(one.at for one in dues)]
    for number in range(max(len(dues) - 1, 1), len(dues) + 1):
        ends = dues[number].at if number < len(dues) else None
        yield Count(f"{mark}/n{number}", begun[number - 1], dues[number - 1], ends=ends)


def _later(since: datetime, every: str, zone: ZoneInfo) -> Due:
    return due_on(plus(since.astimezone(zone), every, exact=False).day, zone)


def _rule(pauses: Pauses) -> OwnRule:
    return OwnRule(
        deadline=PAUSE_END,
        name=PAUSE_END_NAME,
        after=PAUSE_END,
        within=pauses.every,
        ladder=pauses.ladder,
        pause_rule="ignore",
        completion="ignore",
    )
