"""Proposing an amendment: what would be other than it is, within the rules, and what that comes to."""

from domain.cooperations.state import Cooperation
from domain.files.setting import Decision
from domain.fundings.amending import Change, amount_after, broken_by, difference, pending
from domain.fundings.commands.requests import ProposeAmendment
from domain.fundings.decide.agreement import unfit_parties
from domain.fundings.decide.context import Context
from domain.fundings.decide.guards import at_stage, due_too_late
from domain.fundings.decide.requesting import unbalanced
from domain.fundings.events.requests import AmendmentProposed
from domain.fundings.schedule import amended_schedule, least_total
from domain.fundings.terms_of_grant import ineligible
from domain.kernel.ids import cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Territory


def propose_amendment(command: ProposeAmendment, context: Context) -> Decision:
    """Propose what would be other than it is, one amendment at a time, with the schedule and what it would take."""
    funding = context.funding
    if refusal := at_stage(funding, "granted"):
        return refusal
    if command.amendment in funding.amendments:
        return refuse("amendment_exists", amendment=command.amendment)
    if waiting := pending(funding):
        return refuse("amendment_pending", amendment=waiting.amendment, stage=waiting.stage)
    given = Change(command.amount_cents, command.until, command.parties, command.plan)
    change = difference(funding, given)
    if change == Change():
        return refuse("changes_nothing")
    if refusal := _unfit(change, context) or _against_the_rules(change, context):
        return refusal
    amount = amount_after(funding, change)
    return (
        AmendmentProposed(
            amendment=command.amendment,
            amount_cents=change.amount_cents,
            until=change.until,
            parties=change.parties,
            plan=change.plan,
            schedule=amended_schedule(funding, context.instrument, amount),
            budget_cents=amount - funding.amount_cents,
            reason=command.reason,
        ),
    )


def _unfit(change: Change, context: Context) -> Refusal | None:
    """Why it changes what cannot be changed so: no agreement to have parties, a term that ends too early."""
    funding = context.funding
    if change.parties is not None and not funding.in_force:
        return refuse("no_agreement")
    if change.parties is not None and (refusal := unfit_parties(change.parties)):
        return refusal
    since = funding.agreement.since if funding.agreement else funding.request.since
    if change.until and change.until < since:
        return refuse("term_reversed")
    return due_too_late(funding, since, change.until) if change.until else None


def _against_the_rules(change: Change, context: Context) -> Refusal | None:
    """Its amount is one, its plan balances, and it stays eligible. A plan that stays may cover more than is granted."""
    funding, instrument = context.funding, context.instrument
    amount = amount_after(funding, change)
    if change.amount_cents is not None:
        if instrument.kind == "label":
            return refuse("label_has_no_amount", instrument=instrument.instrument)
        if not amount:
            return refuse("amount_missing", instrument=instrument.instrument)
    if refusal := below_paid(amount, context):
        return refusal
    plan = funding.plan if change.plan is None else change.plan
    amended = funding.request.model_copy(update={"amount_cents": amount, "plan": plan})
    balances = int.__ge__ if change.plan is None else int.__eq__
    if refusal := unbalanced(amended, balances):
        return refusal
    if broken := broken_by(funding, change, instrument, _territories(context), context.zone):
        return ineligible(broken)
    return None


def below_paid(amount: int, context: Context) -> Refusal | None:
    """Why an amendment to that amount would rewrite what is paid, on its way or given back."""
    least = least_total(context.funding)
    return refuse("below_what_is_paid", amount=amount, least=least) if amount < least else None


def _territories(context: Context) -> tuple[tuple[str, Territory], ...]:
    cooperation = context.setting.read(Cooperation, cooperation_stream, context.funding.cooperation)
    return cooperation.territories if cooperation else ()
