"""What people do so that a granted funding is paid: tranches, bank details, payments, reports."""

from collections.abc import Iterator
from itertools import count

from application.rehearsal.left_to_service import asks_for_tranche
from application.rehearsal.todo import Deed, Todo
from application.rehearsal.world import World
from domain.fundings.conditions import begun, due_since
from domain.fundings.payee import account_of
from domain.fundings.schedule import drawn_cents, matched_cents
from domain.fundings.state import Funding, ReportState, TrancheState
from domain.kernel.ids import account_stream
from domain.kernel.moments import day_of, latest
from domain.rulebook import Instrument

_IBAN = "FR7630006000011234567890189"
"""The account that French banks print on specimens."""


def payments(funding: Funding, instrument: Instrument, world: World) -> Iterator[Todo]:
    """What is to be done about tranches, payments and reports, by the deadlines that ask for it."""
    zone = world.rulebook.zone_of(funding.region)
    yield from _confirmations(funding, instrument)
    yield from _contributions(funding, instrument)
    for tranche in funding.tranches.values():
        yield from _tranche(tranche, funding, instrument, world)
    for payment in funding.payments.values():
        if payment.stage in ("ordered", "issued"):
            deed: Deed = {
                "type": "ConfirmPayment",
                "funding": funding.id,
                "payment": payment.number,
                "reference": f"BANQUE-{funding.id}-{payment.number}",
                "executed_on": day_of(world.now, zone),
            }
            yield Todo(funding, "payment", (deed,), payment.tranche)
    for report in instrument.reports if begun(funding, instrument, zone) else ():
        yield from _report(funding.reports.get(report.report, ReportState(report.report)), funding)


def _tranche(tranche: TrancheState, funding: Funding, instrument: Instrument, world: World) -> Iterator[Todo]:
    deed: Deed = {"funding": funding.id, "tranche": tranche.tranche}
    match tranche.stage:
        case "planned" if tranche.cents and not asks_for_tranche(tranche.tranche, funding, world):
            zone = world.rulebook.zone_of(funding.region)
            since = due_since(funding, instrument, tranche.tranche, zone)
            if since and latest(since, zone) <= world.now:
                yield Todo(funding, "request", ({**deed, "type": "RequestTranche"},), tranche.tranche)
        case "requested":
            approvals = (
                {**deed, "type": "ApproveTranche"} for _ in range(tranche.levels - len(tranche.approved_by))
            )
            yield Todo(funding, "approval", tuple(approvals), tranche.tranche)
        case "approved":
            ordering: Deed = {**deed, "type": "OrderPayment"}
            yield Todo(funding, "payment", (*_bank_details(funding, world), ordering), tranche.tranche)


def _bank_details(funding: Funding, world: World) -> Iterator[Deed]:
    """Given by one and confirmed by another, once for a beneficiary."""
    account = account_of(funding)
    if world.states.get(account_stream(account)) is None:
        yield {
            "type": "ProposeBankDetails",
            "account": account,
            "holder": "Structure porteuse",
            "iban": _IBAN,
        }
        yield {"type": "ConfirmBankDetails", "account": account, "version": 1}


def _confirmations(funding: Funding, instrument: Instrument) -> Iterator[Todo]:
    """Co-funding that a tranche waits for."""
    if any("co-funding-confirmed" in one.when for one in instrument.tranches):
        for one in funding.request.co_funding:
            if one.source not in funding.confirmed:
                deed = {"type": "ConfirmCoFunding", "funding": funding.id, "source": one.source}
                yield Todo(funding, "co-funding", (deed,), one.source)


def _contributions(funding: Funding, instrument: Instrument) -> Iterator[Todo]:
    """As much from citizens as the rest of the amount matches."""
    matched, matching = matched_cents(funding, instrument), instrument.matching
    left = [one.cents for one in funding.tranches.values() if one.stage == "planned"]
    if matched is None or matching is None or not left:
        return
    per_euro = matching.authority + matching.companies
    if lacking := drawn_cents(funding) + sum(left) - matched:
        number = next(one for one in count(1) if f"don-{one}" not in funding.contributions)
        deed = {
            "type": "RecordCitizenContribution",
            "funding": funding.id,
            "contribution": f"don-{number}",
            "cents": -(-lacking // per_euro),
        }
        yield Todo(funding, "contribution", (deed,))


def _report(report: ReportState, funding: Funding) -> Iterator[Todo]:
    """Submitted by those in charge, accepted by somebody else."""
    deed: Deed = {"funding": funding.id, "report": report.report}
    if report.stage in ("owed", "returned"):
        yield Todo(funding, "report", ({**deed, "type": "SubmitReport"},), report.report)
    elif report.stage == "submitted":
        yield Todo(funding, "acceptance", ({**deed, "type": "AcceptReport"},), report.report)


def release(funding: Funding, instrument: Instrument, world: World) -> Iterator[Todo]:
    """What cannot be asked for before the file closes goes back to the envelope."""
    stages = {one.stage for one in funding.tranches.values()}
    accepted = all(
        one.report in funding.reports and funding.reports[one.report].stage == "accepted"
        for one in instrument.reports
    )
    if not accepted or stages & {"requested", "approved", "ordered"} or "planned" not in stages:
        return
    planned = (one.tranche for one in funding.tranches.values() if one.stage == "planned")
    zone = world.rulebook.zone_of(funding.region)
    since = (due_since(funding, instrument, one, zone) for one in planned)
    if any(one is None or latest(one, zone) > world.now for one in since):
        deed = {"type": "ReleaseFunds", "funding": funding.id, "reason": "Le projet s’achève."}
        yield Todo(funding, "release", (deed,))
