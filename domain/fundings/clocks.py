"""The deadlines of a funding: decision, agreement, conditions, tranches, reports and their acceptance, renewal.

A step that the instrument does not name has no deadline. What follows from a day of the calendar (a condition, a report
before the end of the term, a renewal) no interruption moves, unless its rule says *restart*.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.deadlines.rules import OwnRule, OwnSilence
from domain.deadlines.terms import Count, Term
from domain.fundings.before_its_body import decision_runs_from, told_when_put
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
    "acceptance": Names(fr="Accepter un rapport", en="Accept a report"),
    "renewal": Names(fr="Renouveler la convention", en="Renew the agreement"),
}
"""What each step's deadline is called."""

_OF_THE_CALENDAR = frozenset({"condition", "renewal"})


@dataclass(frozen=True, slots=True)
class _Reading:
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
    reading = _Reading(funding, instrument, zone)
    if funding.stage == "requested":
        yield from _decision(reading)
    if funding.stage == "granted" and funding.granted:
        if "FundingClosed" not in funding.by_type:
            yield from _once(reading, funding.granted)
        for one in funding.tranches.values():
            yield from _tranche(reading, one)
        yield from _acceptances(reading)
        if since := begun(funding, instrument, zone):
            yield from report_terms(funding, instrument, reading.end_of(since), zone)


def _decision(reading: _Reading) -> Iterator[Term]:
    """Since the request; where the service puts it to who decides, since then, and they are told."""
    funding, since = reading.funding, decision_runs_from(reading.funding, reading.instrument)
    if since is None:
        return
    put = told_when_put(funding, reading.instrument)
    for term in reading.term("decision", f"e{since}", reading.at(since)):
        rule = term.rule
        yield replace(term, rule=replace(rule, opening="put")) if put and isinstance(rule, OwnRule) else term


def _once(reading: _Reading, granted: Granted) -> Iterator[Term]:
    """What a funding that was closed and is open again for money's sake is not asked for any more."""
    yield from _agreement(reading, granted)
    yield from _conditions(reading, granted)
    yield from _renewal(reading)


def _agreement(reading: _Reading, granted: Granted) -> Iterator[Term]:
    """Until all have signed, where an agreement is awaited."""
    if agreement_awaited(reading.funding, reading.instrument):
        yield from reading.term("agreement", f"e{granted.entry}", reading.end_of(granted.at))


def _conditions(reading: _Reading, granted: Granted) -> Iterator[Term]:
    """Each on its day, until it is met."""
    if step := reading.instrument.steps.get("condition"):
        for one in reading.funding.conditions.values():
            if one.met is None:
                due = _on(one.due, step.within, reading.zone)
                count = Count(one.condition, reading.end_of(granted.at), due, one.condition)
                yield Term(_rule("condition", step), count)


def _tranche(reading: _Reading, tranche: TrancheState) -> Iterator[Term]:
    """Asked for since its conditions hold, or since it was sent back; then approved; then paid."""
    key, funding = tranche.tranche, reading.funding
    match tranche.stage:
        case "planned" if tranche.cents:
            holds = due_since(funding, reading.instrument, key, reading.zone)
            if holds and tranche.requested:
                since = max(reading.end_of(holds), reading.at(tranche.requested))
                yield from reading.term("request", f"{key}/e{tranche.requested}", since, key)
            elif holds:
                yield from reading.term("request", key, reading.end_of(holds), key)
        case "requested" if tranche.requested:
            since = reading.at(tranche.requested)
            yield from reading.term("approval", f"{key}/e{tranche.requested}", since, key)
        case "approved" | "ordered" if tranche.approved:
            since = reading.at(tranche.approved)
            yield from reading.term("payment", f"{key}/e{tranche.approved}", since, key)


def _acceptances(reading: _Reading) -> Iterator[Term]:
    """Of each report that has come, since it came: until it is accepted or sent back."""
    for one in reading.funding.reports.values():
        if one.stage == "submitted" and one.entry:
            mark = f"{one.report}/e{one.entry}"
            yield from reading.term("acceptance", mark, reading.at(one.entry), one.report)


def _renewal(reading: _Reading) -> Iterator[Term]:
    """Before the end of the term, where there is an agreement in force: a later end is another deadline."""
    agreement, step = reading.funding.agreement, reading.instrument.steps.get("renewal")
    if step and agreement and (signed_at := agreement.signed_at(reading.zone)):
        until = reading.funding.until or agreement.until
        due = _on(until, f"-{step.within.lstrip('+-')}", reading.zone)
        yield Term(_rule("renewal", step), Count(f"{until}", reading.end_of(signed_at), due))


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
