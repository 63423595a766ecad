"""When the reports of a funding are due: so long after it began, or before the end of its term."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.deadlines.rules import OwnRule
from domain.deadlines.terms import Count, Term
from domain.fundings.state import Funding
from domain.kernel.calendar import Due, due_after, due_on, plus
from domain.kernel.moments import latest
from domain.rulebook import Instrument
from domain.rulebook.funding import Report
from domain.rulebook.lengths import is_negative

REPORT = "report"


def report_terms(funding: Funding, instrument: Instrument, since: datetime, zone: ZoneInfo) -> Iterator[Term]:
    """The reports that have not come. One sent back is due again: on its day, or at once if that has passed."""
    for report in instrument.reports:
        known = funding.reports.get(report.report)
        due = _due(funding, report, since, zone)
        if known is None:
            yield Term(_rule(report), Count(report.report, since, due, report.report))
        elif known.stage == "returned" and known.entry:
            back = latest(funding.entries[known.entry].at, zone)
            again = max(due, due_on(back.astimezone(zone).date(), zone), key=lambda one: one.passes_at)
            mark = f"{report.report}/e{known.entry}"
            yield Term(_rule(report), Count(mark, back, again, report.report))


def _due(funding: Funding, report: Report, since: datetime, zone: ZoneInfo) -> Due:
    if not is_negative(report.within):
        return due_after(since, report.within, zone)
    until = funding.until or funding.request.until
    return plus(due_on(until, zone).at, report.within, exact=False)


def _rule(report: Report) -> OwnRule:
    """Before the end of the term, it stands in the calendar: no interruption moves it."""
    fixed = is_negative(report.within)
    return OwnRule(
        deadline=REPORT,
        name=report.name,
        after=REPORT,
        within=report.within,
        ladder=report.ladder,
        pause_rule="ignore" if fixed else "continue",
        fixed=fixed,
    )
