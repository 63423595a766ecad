"""Until when a file can still be in a phase, by what a programme expects of it."""

from datetime import date, timedelta

from domain.kernel.values import Phase
from domain.rulebook.lengths import lengths
from domain.rulebook.whole import Rulebook


def reached_too_late(day: date, phase: Phase, rulebook: Rulebook) -> bool:
    """Whether a day lies after the longest life that a file opened on the last day of the period is expected to have.

    False where the programme does not end, or does not say how long a phase up to that one lasts.
    """
    if rulebook.period is None or rulebook.period.until is None:
        return False
    expected = [rule.expected for one, rule in rulebook.phases.items() if one.number <= phase.number]
    longest = [lengths(one)[1] for one in expected if one is not None]
    if len(longest) < len(expected):
        return False
    return day > rulebook.period.until + sum(longest, timedelta())
