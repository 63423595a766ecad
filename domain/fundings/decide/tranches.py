"""Tranches: asked for once their conditions hold, approved level by level, sent back."""

from datetime import timedelta

from domain.files.setting import Decision
from domain.fundings.commands.payments import ApproveTranche, RequestTranche, ReturnTranche
from domain.fundings.conditions import agreement_lacks, unmet
from domain.fundings.deadlines import deadlines
from domain.fundings.decide.context import Context
from domain.fundings.events.payments import TrancheApproved, TrancheRequested, TrancheReturned
from domain.fundings.schedule import approval_levels, drawn_cents, matched_cents
from domain.kernel.moments import latest, start_of
from domain.kernel.refusal import Refusal, refuse


def request_tranche(command: RequestTranche, context: Context) -> Decision:
    """Ask for a planned tranche: nothing blocks the funding, its conditions hold, and what is matched covers it."""
    funding, instrument = context.funding, context.instrument
    tranche = context.tranche(command.tranche, "planned")
    if isinstance(tranche, Refusal):
        return tranche
    if tranche.cents == 0:
        return refuse("tranche_of_nothing", tranche=tranche.tranche)
    if refusal := blocked(context):
        return refusal
    if missing := unmet(funding, instrument, tranche.tranche, latest(context.at, context.zone), context.zone):
        return refuse("tranche_not_due", tranche=tranche.tranche, conditions=missing)
    matched, asked = matched_cents(funding, instrument), drawn_cents(funding) + tranche.cents
    if matched is not None and asked > matched:
        return refuse("not_matched", tranche=tranche.tranche, matched=matched, asked=asked)
    levels = len(approval_levels(instrument, tranche.cents))
    return (TrancheRequested(tranche=tranche.tranche, cents=tranche.cents, levels=levels, note=command.note),)


def approve_tranche(command: ApproveTranche, context: Context) -> Decision:
    """Approve it at the next level; after the last it may be paid."""
    tranche = context.tranche(command.tranche, "requested")
    if isinstance(tranche, Refusal):
        return tranche
    level = len(tranche.approved_by) + 1
    return (TrancheApproved(tranche=tranche.tranche, level=level, last=level == tranche.levels),)


def return_tranche(command: ReturnTranche, context: Context) -> Decision:
    """Send it back, before its payment is ordered."""
    tranche = context.tranche(command.tranche, "requested", "approved")
    if isinstance(tranche, Refusal):
        return tranche
    return (TrancheReturned(tranche=tranche.tranche, reason=command.reason),)


def blocked(context: Context) -> Refusal | None:
    """What keeps every tranche back: an obligatory agreement that is not signed, conditions past due and not met."""
    if agreement_lacks(context.funding, context.instrument):
        return refuse("agreement_missing", above=context.instrument.agreement_above_cents)
    if overdue := _overdue(context):
        return refuse("conditions_overdue", conditions=overdue)
    return None


def _overdue(context: Context) -> tuple[str, ...]:
    """The conditions of the decision whose deadline has passed; without one, whose day has."""
    funding, now = context.funding, context.setting.now
    passes = {
        one.subject: one.due.passes_at
        for one in deadlines(funding, context.rulebook)
        if one.key == "condition"
    }
    return tuple(
        one.condition
        for one in funding.conditions.values()
        if one.met is None
        and passes.get(one.condition, start_of(one.due + timedelta(days=1), context.zone)) <= now
    )
