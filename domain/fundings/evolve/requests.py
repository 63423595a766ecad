"""What requests, decisions, agreements and endings change in a funding."""

from dataclasses import replace

from domain.files.fold import later_steps
from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    CitizenContributionRecorded,
    CoFundingConfirmed,
    ConditionMet,
    EligibilityAssessed,
    FundingClosed,
    FundingDeclined,
    FundingGranted,
    FundingResubmitted,
    FundingRevised,
    FundingWithdrawn,
    FundsGivenBack,
    FundsReclaimed,
)
from domain.fundings.spending import without
from domain.fundings.state import Agreement, Funding, Granted, Obligation, TrancheState
from domain.kernel.recorded import Recorded


def evolve_request(state: Funding, recorded: Recorded) -> Funding:
    """The funding after an event of its course; any other leaves it as it was."""
    event = recorded.event
    match event:
        case EligibilityAssessed(findings=findings):
            return state.changed(findings=findings)
        case ConditionMet(condition=key):
            met = replace(state.conditions[key], met=recorded.entry)
            return state.changed(conditions={**state.conditions, key: met})
        case CoFundingConfirmed(source=source):
            return state.changed(confirmed=state.confirmed | {source})
        case CitizenContributionRecorded(contribution=reference, cents=cents):
            return state.changed(contributions={**state.contributions, reference: cents})
    return _step(state.changed(last_steps=later_steps(state, recorded.effective_at)), recorded)


def _step(state: Funding, recorded: Recorded) -> Funding:
    """What takes effect in order."""
    event = recorded.event
    match event:
        case FundingRevised():
            return _asked_anew(state, event, recorded).changed(revised_by=recorded.actor)
        case FundingResubmitted():
            asked = _asked_anew(state, event, recorded)
            again = asked.changed(requested_by=recorded.actor, revised_by=None)
            return again.changed(stage="requested", declined=())
        case FundingWithdrawn():
            return state.changed(stage="withdrawn")
        case FundingDeclined(decision=decision, points=points):
            return state.changed(stage=decision, declined=points)
        case FundingGranted():
            return _granted(state, event, recorded)
        case AgreementPrepared():
            agreement = Agreement(recorded.entry, event.parties, event.since, event.until)
            return state.changed(agreement=agreement)
        case AgreementSigned():
            return _signed(state, event, recorded)
        case FundsGivenBack():
            return _given_back(state, event)
        case FundsReclaimed(cents=cents):
            return state.changed(stage="granted", reclaimed_cents=state.reclaimed_cents + cents)
        case FundingClosed():
            return state.changed(stage="closed")
    return state


def _asked_anew(state: Funding, event: FundingRevised | FundingResubmitted, recorded: Recorded) -> Funding:
    return state.changed(
        request=event.request,
        dossier=event.dossier,
        requested=recorded.entry,
        requested_at=recorded.effective_at,
        until=event.request.until,
        plan=event.request.plan,
    )


def _granted(state: Funding, event: FundingGranted, recorded: Recorded) -> Funding:
    decision = Granted(
        by=recorded.actor,
        body=event.body,
        amount_cents=event.amount_cents,
        at=recorded.effective_at,
        entry=recorded.entry,
        review=event.review,
    )
    return state.changed(
        stage="granted",
        granted=decision,
        conditions={one.condition: Obligation(one.condition, one.label, one.due) for one in event.conditions},
        tranches={one.tranche: TrancheState(one.tranche, one.cents) for one in event.schedule},
        allocations=event.allocations,
    )


def _signed(state: Funding, event: AgreementSigned, recorded: Recorded) -> Funding:
    """Once all have signed, the agreement's term is the funding's; it is signed when the last of them did."""
    if state.agreement is None:
        return state
    signed = {**state.agreement.signed, event.party: recorded.entry}
    if not event.complete:
        return state.changed(agreement=replace(state.agreement, signed=signed))
    signings = tuple(state.entries[entry].at for entry in signed.values())
    return state.changed(
        agreement=replace(state.agreement, signed=signed, signings=signings), until=state.agreement.until
    )


def _given_back(state: Funding, event: FundsGivenBack) -> Funding:
    released = {key: replace(state.tranches[key], stage="released") for key in event.tranches}
    return state.changed(
        tranches={**state.tranches, **released},
        allocations=without(state.allocations, event.released),
        released_cents=state.released_cents + sum(one.cents for one in event.released),
    )
