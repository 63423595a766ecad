"""The deadlines of a funding: decision, agreement, conditions, tranches, reports, renewal.

A step that the instrument does not name has no deadline. What follows from a day of the calendar (a condition, a report
before the end of the term, a renewal) no interruption moves, unless its rule says *restart*.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.deadlines.rules import OwnRule, OwnSilence
from domain.deadlines.terms import Count, Term
from domain.fundings.conditions import agreement_awaited, begun, due_since
from domain.fundings.report_clocks import report_terms
from domain.fundings.state import Funding, Granted, TrancheState
from domain.kernel.calendar import Due, due_after, due_on, plus
from domain.kernel.moments import latest
from domain.rulebook import Instrument, Names, Rulebook
from domain.rulebook.funding import Step, StepName

NAMES: dict[StepName, Names] = {
    "decision": Names(fr="Décider de la demande", en="Decide about the request"),
    "agreement": Names(fr="Signer la convention", en="Sign the agreement"),
    "condition": Names(fr="Remplir une condition de la décision", en="Meet a condition of the decision"),
    "request": Names(fr="Demander une tranche", en="Ask for a tranche"),
    "approval": Names(fr="Valider une tranche", en="Approve a tranche"),
    "payment": Names(fr="Payer une tranche", en="Pay a tranche"),
    "renewal": Names(fr="Renouveler la convention", en="Renew the agreement"),
}
"""What each step's deadline is called."""

_OF_THE_CALENDAR = frozenset({"condition", "renewal"})


@dataclass(frozen=True, slots=True)
class _Course:
    """A funding under its instrument, and the time zone in which its days begin and end."""

    funding: Funding
    instrument: Instrument
    zone: ZoneInfo

    def term(self, name: StepName, mark: str, anchor: datetime, subject: str | None = None) -> Iterator[Term]:
        """So long after something happened."""
        if step := self.instrument.steps.get(name):
            due = due_after(anchor, step.within, self.zone)
            yield Term(_rule(name, step), Count(mark, anchor, due, subject))

    def at(self, entry: int) -> datetime:
        """When an entry of the funding took effect."""
        return self.end_of(self.funding.entries[entry].at)

    def end_of(self, moment: str) -> datetime:
        """The last instant that a moment may mean in the zone of the funding's region."""
        return latest(moment, self.zone)


def funding_terms(funding: Funding, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    """The clocks that run, those met left out."""
    instrument = rulebook.instrument(funding.instrument)
    if instrument is None:
        return
    course = _Course(funding, instrument, zone)
    if funding.stage == "requested":
        asked = funding.requested
        yield from course.term("decision", f"e{asked}", course.at(asked))
    if funding.stage == "granted" and funding.granted:
        if "FundingClosed" not in funding.by_type:
            yield from _once(course, funding.granted)
        for one in funding.tranches.values():
            yield from _tranche(course, one)
        if since := begun(funding, instrument, zone):
            yield from report_terms(funding, instrument, course.end_of(since), zone)


def _once(course: _Course, granted: Granted) -> Iterator[Term]:
    """What a funding that was closed and is open again for money's sake is not asked for any more."""
    yield from _agreement(course, granted)
    yield from _conditions(course, granted)
    yield from _renewal(course)


def _agreement(course: _Course, granted: Granted) -> Iterator[Term]:
    """Until all have signed, where an agreement is awaited."""
    if agreement_awaited(course.funding, course.instrument):
        yield from course.term("agreement", f"e{granted.entry}", course.end_of(granted.at))


def _conditions(course: _Course, granted: Granted) -> Iterator[Term]:
    """Each on its day, until it is met."""
    if step := course.instrument.steps.get("condition"):
        for one in course.funding.conditions.values():
            if one.met is None:
                due = _on(one.due, step.within, course.zone)
                count = Count(one.condition, course.end_of(granted.at), due, one.condition)
                yield Term(_rule("condition", step), count)


def _tranche(course: _Course, tranche: TrancheState) -> Iterator[Term]:
    """Asked for since its conditions hold, or since it was sent back; then approved; then paid."""
    key, funding = tranche.tranche, course.funding
    match tranche.stage:
        case "planned" if tranche.cents:
            holds = due_since(funding, course.instrument, key, course.zone)
            if holds and tranche.requested:
                since = max(course.end_of(holds), course.at(tranche.requested))
                yield from course.term("request", f"{key}/e{tranche.requested}", since, key)
            elif holds:
                yield from course.term("request", key, course.end_of(holds), key)
        case "requested" if tranche.requested:
            since = course.at(tranche.requested)
            yield from course.term("approval", f"{key}/e{tranche.requested}", since, key)
        case "approved" | "ordered" if tranche.approved:
            since = course.at(tranche.approved)
            yield from course.term("payment", f"{key}/e{tranche.approved}", since, key)


def _renewal(course: _Course) -> Iterator[Term]:
    """Before the end of the term, where there is an agreement in force: a later end is another deadline."""
    agreement, step = course.funding.agreement, course.instrument.steps.get("renewal")
    if step and agreement and (signed_at := agreement.signed_at(course.zone)):
        until = course.funding.until or agreement.until
        due = _on(until, f"-{step.within.lstrip('+-')}", course.zone)
        yield Term(_rule("renewal", step), Count(f"{until}", course.end_of(signed_at), due))


def _on(day: date, within: str, zone: ZoneInfo) -> Due:
    return plus(due_on(day, zone).at, within, exact=False)


def _rule(name: StepName, step: Step) -> OwnRule:
    fixed = name in _OF_THE_CALENDAR and step.pause == "continue"
    return OwnRule(
        deadline=name,
        name=NAMES[name],
        after=name,
        within=step.within,
        ladder=step.ladder,
        silence=OwnSilence(step.silence) if step.silence else None,
        pause_rule="ignore" if fixed else step.pause,
        fixed=fixed,
    )
