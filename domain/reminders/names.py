"""What the deadline of an occurrence is called: by the rulebook, or as every review and every funding has it."""

from collections.abc import Mapping

from domain.fundings.clocks import NAMES as STEPS
from domain.fundings.report_clocks import REPORT
from domain.reviews.clocks import NAMES as ANSWERS
from domain.rulebook import Names, Rulebook

_OWN: Mapping[str, Names] = {**ANSWERS, **dict(STEPS.items())}


def clock_name(occurrence: str, rulebook: Rulebook | None) -> Names | None:
    """The name of the deadline; None for one that the rulebook does not know, or knows no more."""
    key, _, rest = occurrence.partition("/")
    if rulebook:
        rules = {one.deadline: one.name for one in rulebook.deadlines}
        reports = {one.report: one.name for each in rulebook.instruments for one in each.reports}
        if known := reports.get(rest.partition("/")[0]) if key == REPORT else rules.get(key):
            return known
    return _OWN.get(key)
