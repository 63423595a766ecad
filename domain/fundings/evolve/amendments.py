"""How a funding changes with its amendments: what is paid or on its way is never rewritten."""

from collections.abc import Sequence
from dataclasses import replace

from domain.files.fold import later_steps
from domain.fundings.events.requests import (
    AmendmentGranted,
    AmendmentProposed,
    AmendmentRefused,
    AmendmentSigned,
    AmendmentWithdrawn,
)
from domain.fundings.request import Allocation, Instalment
from domain.fundings.schedule import rescheduled
from domain.fundings.spending import without
from domain.fundings.state import Agreement, Amendment, Funding
from domain.kernel.recorded import Recorded

AmendmentEvent = (
    AmendmentProposed | AmendmentGranted | AmendmentRefused | AmendmentSigned | AmendmentWithdrawn
)


def evolve_amendments(state: Funding, event: AmendmentEvent, recorded: Recorded) -> Funding:
    """The funding after a step of one of its amendments."""
    state = state.changed(last_steps=later_steps(state, recorded.effective_at))
    match event:
        case AmendmentProposed():
            return _with(state, _proposed(event, recorded))
        case AmendmentGranted():
            return _granted(state, event)
        case AmendmentRefused(amendment=key):
            return _with(state, replace(state.amendments[key], stage="refused"))
        case AmendmentSigned():
            return _signed(state, event, recorded.entry)
        case AmendmentWithdrawn(amendment=key, released=released):
            taken_back = replace(state.amendments[key], stage="withdrawn", allocations=())
            return _with(state, taken_back).changed(allocations=without(state.allocations, released))


def _with(state: Funding, amendment: Amendment) -> Funding:
    return state.changed(amendments={**state.amendments, amendment.amendment: amendment})


def _proposed(event: AmendmentProposed, recorded: Recorded) -> Amendment:
    return Amendment(
        amendment=event.amendment,
        stage="proposed",
        proposed_by=recorded.actor,
        entry=recorded.entry,
        amount_cents=event.amount_cents,
        until=event.until,
        parties=event.parties,
        plan=event.plan,
    )


def _granted(state: Funding, event: AmendmentGranted) -> Funding:
    known = state.amendments[event.amendment]
    granted = replace(known, stage="granted", allocations=event.allocations)
    aside = _with(state, granted).changed(allocations=(*state.allocations, *event.allocations))
    return _in_force(aside, granted, event.schedule, event.released) if event.holds else aside


def _signed(state: Funding, event: AmendmentSigned, entry: int) -> Funding:
    known = state.amendments[event.amendment]
    signed = replace(known, signed={**known.signed, event.party: entry})
    if not event.complete:
        return _with(state, signed)
    return _in_force(state, signed, event.schedule, event.released)


def _in_force(
    state: Funding, amendment: Amendment, schedule: Sequence[Instalment], released: tuple[Allocation, ...]
) -> Funding:
    granted = state.granted
    if granted and amendment.amount_cents is not None:
        granted = replace(granted, amount_cents=amendment.amount_cents)
    holds = replace(amendment, stage="in-force", allocations=())
    return _with(state, holds).changed(
        granted=granted,
        until=amendment.until or state.until,
        plan=state.plan if amendment.plan is None else amendment.plan,
        tranches=rescheduled(state.tranches, schedule),
        agreement=_agreement(state, amendment),
        allocations=without(state.allocations, released),
    )


def _agreement(state: Funding, amendment: Amendment) -> Agreement | None:
    """The agreement as amended; one that was not signed by all is to be laid down anew."""
    agreement = state.agreement
    if agreement is None or not agreement.signings:
        return None
    return replace(
        agreement, parties=amendment.parties or agreement.parties, until=amendment.until or agreement.until
    )
