"""Amendments (avenants) decided, signed by all, or taken back; they never rewrite what is paid."""

from domain.files.setting import Happening, Setting
from domain.fundings import budget
from domain.fundings.amending import amount_after, change_of, signatories
from domain.fundings.commands.requests import DecideAmendment, SignAmendment, WithdrawAmendment
from domain.fundings.decide.agreement import cannot_sign
from domain.fundings.decide.bodies import deciding_body
from domain.fundings.decide.consequences import reviews_fall
from domain.fundings.decide.context import Context, context_at
from domain.fundings.decide.guards import at_stage
from domain.fundings.decide.proposing import below_paid
from domain.fundings.events.requests import (
    AmendmentGranted,
    AmendmentRefused,
    AmendmentSigned,
    AmendmentWithdrawn,
)
from domain.fundings.request import Allocation
from domain.fundings.schedule import amended_schedule
from domain.fundings.state import Amendment, Funding
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Body


def decide_amendment(command: DecideAmendment, context: Context) -> tuple[Happening, ...] | Refusal:
    """Grant or refuse it, by the body entitled to the amount that would then hold."""
    funding = context.funding
    amendment = _at(context, command.amendment, "proposed")
    if isinstance(amendment, Refusal):
        return amendment
    amount = amount_after(funding, change_of(amendment))
    body = deciding_body(command, context, amount, amendment.entry)
    if isinstance(body, Refusal):
        return body
    granted = command.decision == "granted"
    decided = _grant(command, body, amendment, context) if granted else _refuse(command, body, context)
    if isinstance(decided, Refusal):
        return decided
    return (*decided, *reviews_fall(funding, context.setting, context.at, amendment=amendment.amendment))


def _grant(
    command: DecideAmendment, body: Body, amendment: Amendment, context: Context
) -> tuple[Happening, ...] | Refusal:
    """More is set aside at once, in this year's envelopes; less is given back once it holds."""
    funding, change = context.funding, change_of(amendment)
    if command.points or command.would_change:
        return refuse("points_of_a_grant")
    amount, holds = amount_after(funding, change), not funding.in_force
    if refusal := below_paid(amount, context):
        return refusal
    more = _more(context, amount)
    reserved = budget.reserve(more, funding.id, context.setting, context.at, counts=False)
    if isinstance(reserved, Refusal):
        return reserved
    released = _given_back(context, amount) if holds else ()
    granted = AmendmentGranted(
        amendment=amendment.amendment,
        body=body,
        review=command.review,
        schedule=amended_schedule(funding, context.instrument, amount),
        allocations=more,
        released=released,
        holds=holds,
        reasons=command.reasons,
    )
    own = Happening(funding.key, granted, context.at)
    return (own, *reserved, *budget.release(released, funding.id, context.at))


def envelopes_of_amendment(command: DecideAmendment, funding: Funding, setting: Setting) -> tuple[str, ...]:
    """The streams of the envelopes that granting it would set more aside in."""
    context, known = context_at(command, funding, setting), funding.amendments.get(command.amendment)
    if context is None or known is None or command.decision != "granted":
        return ()
    return budget.streams_of(_more(context, amount_after(funding, change_of(known))))


def _more(context: Context, amount: int) -> tuple[Allocation, ...]:
    """What an amendment to that amount sets aside in addition."""
    return context.set_aside(max(0, amount - context.funding.amount_cents))


def _given_back(context: Context, amount: int) -> tuple[Allocation, ...]:
    less = max(0, context.funding.amount_cents - amount)
    return budget.take(context.funding.allocations, less, newest_first=True)[0]


def _refuse(command: DecideAmendment, body: Body, context: Context) -> tuple[Happening, ...] | Refusal:
    points = tuple(dict.fromkeys(command.points))
    if not points or command.reasons is None or command.would_change is None:
        return refuse("reasons_missing", decision=command.decision)
    refused = AmendmentRefused(
        amendment=command.amendment,
        body=body,
        review=command.review,
        points=points,
        reasons=command.reasons,
        would_change=command.would_change,
    )
    return (Happening(context.funding.key, refused, context.at),)


def sign_amendment(command: SignAmendment, context: Context) -> tuple[Happening, ...] | Refusal:
    """Record a party's signature; with the last one it holds, for what is not paid or on its way by then."""
    funding = context.funding
    amendment = _at(context, command.amendment, "granted")
    if isinstance(amendment, Refusal):
        return amendment
    change = change_of(amendment)
    parties = signatories(funding, change)
    if refusal := cannot_sign(command.party, parties, tuple(amendment.signed)):
        return refusal
    complete = set(parties) == {*amendment.signed, command.party}
    amount = amount_after(funding, change)
    if complete and (refusal := below_paid(amount, context)):
        return refusal
    released = _given_back(context, amount) if complete else ()
    signed = AmendmentSigned(
        amendment=amendment.amendment,
        party=command.party,
        complete=complete,
        schedule=amended_schedule(funding, context.instrument, amount) if complete else (),
        released=released,
    )
    return (Happening(funding.key, signed, context.at), *budget.release(released, funding.id, context.at))


def withdraw_amendment(command: WithdrawAmendment, context: Context) -> tuple[Happening, ...] | Refusal:
    """Take it back while it does not hold; what was set aside for it is free again."""
    funding = context.funding
    amendment = _at(context, command.amendment, "proposed", "granted")
    if isinstance(amendment, Refusal):
        return amendment
    released = amendment.allocations
    withdrawn = AmendmentWithdrawn(amendment=amendment.amendment, released=released, reason=command.reason)
    return (
        Happening(funding.key, withdrawn, context.at),
        *budget.release(released, funding.id, context.at),
        *reviews_fall(funding, context.setting, context.at, amendment=amendment.amendment, cause="closed"),
    )


def _at(context: Context, key: str, *stages: str) -> Amendment | Refusal:
    """The amendment, if it is at one of these stages."""
    if refusal := at_stage(context.funding, "granted"):
        return refusal
    known = {one.amendment: one for one in context.funding.amendments.values() if one.stage in stages}
    if key not in known:
        return refuse("unknown_amendment", amendment=key, known=tuple(known))
    return known[key]
