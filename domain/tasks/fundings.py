"""What waits in fundings: decisions, signatures, conditions, tranches, approvals, payments, reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from domain.deadlines.deadline import Deadline
from domain.fundings.amending import change_of, signatories
from domain.fundings.conditions import agreement_awaited, due_since
from domain.fundings.distinct_people import kept_from_approving, kept_from_paying
from domain.fundings.payment_access import PAYING
from domain.fundings.request import Party
from domain.fundings.schedule import level_to_approve, tranche_rule
from domain.fundings.settling import refund_owed, reports_owed, unsettled
from domain.fundings.state import Amendment, Funding, TrancheState
from domain.kernel.moments import earliest, latest, start_of
from domain.kernel.values import Role
from domain.reminders.view import FileView
from domain.rulebook import Instrument, Names
from domain.tasks.decisions import amendment_to_decide, request_to_decide
from domain.tasks.task import TaskLine
from domain.tasks.waiting import IN_CHARGE, Waiting, Whom, who_acts

_DAY = timedelta(days=1)
_SETTLING = ("PaymentConfirmed", "RefundRecorded", "ReportAccepted", "FundsGivenBack")


def tasks_of_funding(view: FileView[Funding]) -> Iterator[TaskLine]:
    """What waits in a funding, and for whom. Those in charge of its cooperation do what nobody else has to."""
    funding, instrument = view.file, view.rulebook.instrument(view.file.instrument)
    waiting = Waiting(view, asleep=funding.asleep)
    if instrument and funding.stage == "requested":
        request_to_decide(view, instrument, waiting)
    if instrument and funding.stage == "deferred":
        since = waiting.at(funding.by_type["FundingDeclined"][-1].number)
        waiting.add("resubmission", funding.instrument, since, name=instrument.name)
    if instrument and funding.stage == "granted":
        _agreement(funding, instrument, waiting)
        _signatures(funding, waiting)
        _co_funding(funding, instrument, waiting)
        _conditions(funding, waiting)
        _reports(funding, instrument, waiting)
        for tranche in funding.tranches.values():
            _tranche(view, instrument, tranche, waiting)
        for amendment in funding.amendments.values():
            _amendment(view, instrument, amendment, waiting)
        _payments(funding, instrument, waiting)
        _ending(funding, instrument, waiting)
    yield from waiting.lines()


def _agreement(funding: Funding, instrument: Instrument, waiting: Waiting) -> None:
    """Where one is awaited and nobody has laid it down yet."""
    closed = "FundingClosed" in funding.by_type
    if (
        funding.granted
        and funding.agreement is None
        and not closed
        and agreement_awaited(funding, instrument)
    ):
        since, deadline = waiting.at(funding.granted.entry), waiting.deadline("agreement")
        waiting.add("agreement", funding.instrument, since, name=instrument.name, deadline=deadline)


def _co_funding(funding: Funding, instrument: Instrument, waiting: Waiting) -> None:
    """What a tranche waits for besides: co-funders who have not confirmed, the charter of the cooperation."""
    planned = (one.tranche for one in funding.tranches.values() if one.stage == "planned" and one.cents)
    wanted = {condition for key in planned for condition in tranche_rule(instrument, key).when}
    if funding.granted is None:
        return
    since = waiting.at(funding.granted.entry)
    if "charter-signed" in wanted and funding.charter_signed is None:
        waiting.add("charter", funding.instrument, since, name=instrument.name)
    sources = dict.fromkeys(one.source for one in funding.request.co_funding)
    for source in sources if "co-funding-confirmed" in wanted else ():
        if source not in funding.confirmed:
            waiting.add("co-funding", source, since, name=instrument.name)


def _signatures(funding: Funding, waiting: Waiting) -> None:
    agreement = funding.agreement
    if agreement is None or agreement.signings:
        return
    for party in agreement.parties:
        if party.party not in agreement.signed:
            since, deadline = waiting.at(agreement.entry), waiting.deadline("agreement")
            waiting.add("signature", party.party, since, name=_called(party), deadline=deadline)


def _conditions(funding: Funding, waiting: Waiting) -> None:
    for one in funding.conditions.values():
        if one.met is None and funding.granted:
            deadline = waiting.deadline("condition", one.condition)
            since = _first_rung(deadline) if deadline else waiting.at(funding.granted.entry)
            name = Names(fr=one.label, en=one.label)
            waiting.add("condition", one.condition, since, name=name, deadline=deadline)


def _reports(funding: Funding, instrument: Instrument, waiting: Waiting) -> None:
    """A report waits from its first reminder, or since it was sent back; then for somebody else to accept it."""
    for rule in instrument.reports:
        known = funding.reports.get(rule.report)
        if known and known.entry and known.stage == "submitted":
            whom = _accepting(funding, known.submitted_by)
            since, acceptance = waiting.at(known.entry), waiting.deadline("acceptance", rule.report)
            waiting.add("report-acceptance", rule.report, since, whom, name=rule.name, deadline=acceptance)
        elif deadline := waiting.deadline("report", rule.report):
            returned = known.entry if known and known.stage == "returned" else None
            since = waiting.at(returned) if returned else _first_rung(deadline)
            waiting.add("report", rule.report, since, name=rule.name, deadline=deadline)


def _tranche(
    view: FileView[Funding], instrument: Instrument, tranche: TrancheState, waiting: Waiting
) -> None:
    """To be asked for once its conditions hold, approved level by level, paid; by different people if they must be."""
    funding, key, name = view.file, tranche.tranche, tranche_rule(instrument, tranche.tranche).name
    match tranche.stage:
        case "planned" if tranche.cents and (holds := due_since(funding, instrument, key, view.zone)):
            since = latest(holds, view.zone)
            since = max(since, waiting.at(tranche.requested)) if tranche.requested else since
            waiting.add("tranche", key, since, name=name, deadline=waiting.deadline("request", key))
        case "requested" if tranche.requested and (level := level_to_approve(instrument, tranche)):
            since, deadline = waiting.at(tranche.requested), waiting.deadline("approval", key)
            for whom in who_acts(level.by, view.rulebook, kept_from_approving(funding, instrument, key)):
                waiting.add("approval", key, since, whom, name=name, deadline=deadline)
        case "approved" if tranche.approved:
            whom = _finance(funding, instrument, key)
            since, deadline = waiting.at(tranche.approved), waiting.deadline("payment", key)
            waiting.add("payment-order", key, since, whom, name=name, deadline=deadline)


def _payments(funding: Funding, instrument: Instrument, waiting: Waiting) -> None:
    """Ordered, until the bank has paid or it has failed."""
    for one in funding.payments.values():
        if one.stage in ("ordered", "issued"):
            name, whom = (
                tranche_rule(instrument, one.tranche).name,
                _finance(funding, instrument, one.tranche),
            )
            since, deadline = waiting.at(one.entry), waiting.deadline("payment", one.tranche)
            waiting.add("payment", str(one.number), since, whom, name=name, deadline=deadline)


def _ending(funding: Funding, instrument: Instrument, waiting: Waiting) -> None:
    """What was reclaimed is to come back; what is settled is to be closed.

    Where no report is owed at the end, that waits until the term is over.
    """
    if refund_owed(funding):
        since = waiting.at(funding.by_type["FundsReclaimed"][-1].number)
        waiting.add("refund", funding.instrument, since, Whom(roles=PAYING), name=instrument.name)
    elif unsettled(funding, instrument) is None:
        until = funding.until or funding.request.until
        settled = (
            earliest(one.at, waiting.zone) for kind in _SETTLING for one in funding.by_type.get(kind, ())
        )
        since = max(settled) if reports_owed(funding, instrument) else start_of(until + _DAY, waiting.zone)
        waiting.add("closing", funding.instrument, since, name=instrument.name)


def _finance(funding: Funding, instrument: Instrument, tranche: str) -> Whom:
    """A finance officer who has done nothing else for the tranche, where people must differ."""
    return Whom(roles=PAYING, spares=kept_from_paying(funding, instrument, tranche))


def _accepting(funding: Funding, submitter: str | None) -> Whom:
    """Those in charge but who submitted it; where nobody else is, whoever may stand in for them."""
    spares = (submitter,) if submitter else ()
    if set(funding.managers) <= set(spares):
        return Whom(roles=(Role.PROGRAMME_MANAGER,), standing_in=True, spares=spares)
    return replace(IN_CHARGE, spares=spares)


def _amendment(
    view: FileView[Funding], instrument: Instrument, amendment: Amendment, waiting: Waiting
) -> None:
    """To be decided, then to be signed."""
    funding, change, since = view.file, change_of(amendment), waiting.at(amendment.entry)
    if amendment.stage == "proposed":
        amendment_to_decide(view, instrument, amendment, waiting)
    if amendment.stage == "granted":
        now = funding.agreement.parties if funding.agreement else ()
        parties = {one.party: one for one in (*now, *(amendment.parties or ()))}
        for key in signatories(funding, change):
            if key not in amendment.signed:
                subject = f"{amendment.amendment}/{key}"
                waiting.add("signature", subject, since, name=_called(parties[key]))


def _called(party: Party) -> Names:
    return Names(fr=party.name, en=party.name)


def _first_rung(deadline: Deadline) -> datetime:
    return min((rung.at for rung in deadline.rungs), default=deadline.due.at)
