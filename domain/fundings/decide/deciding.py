"""The decision about a request: granted within the rules and the envelopes, or declined with reasons."""

from typing import Literal

from domain.files.setting import Happening, Setting
from domain.fundings import budget
from domain.fundings.commands.requests import DecideFunding
from domain.fundings.decide.as_seen import other_than_seen, seen_by
from domain.fundings.decide.bodies import deciding_body
from domain.fundings.decide.consequences import answered, reviews_fall
from domain.fundings.decide.context import Context, context_at
from domain.fundings.decide.guards import at_stage
from domain.fundings.events.requests import FundingDeclined, FundingGranted
from domain.fundings.schedule import first_schedule
from domain.fundings.state import Funding
from domain.fundings.terms_of_grant import unfit_amount, unfit_conditions
from domain.kernel.ids import review_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Body
from domain.reviews.proposal import Proposal
from domain.reviews.state import Review


def decide_request(command: DecideFunding, context: Context) -> tuple[Happening, ...] | Refusal:
    """Grant, refuse or defer what is asked for, by the body entitled to the amount asked for."""
    funding = context.funding
    if refusal := at_stage(funding, "requested"):
        return refusal
    body = deciding_body(command, context, funding.request.amount_cents, funding.requested)
    if isinstance(body, Refusal):
        return body
    if command.decision == "granted":
        decided = _grant(command, body, context)
    else:
        decided = _decline(command, command.decision, body, context)
    if isinstance(decided, Refusal):
        return decided
    return (*decided, *reviews_fall(funding, context.setting, context.at))


def envelopes_of_grant(command: DecideFunding, funding: Funding, setting: Setting) -> tuple[str, ...]:
    """The streams of the envelopes that a grant would be set aside in."""
    context = context_at(command, funding, setting)
    if context is None or command.decision != "granted":
        return ()
    review = setting.read(Review, review_stream, command.review)
    proposed = review.dossier.proposal if review else None
    cents = {_said(command, funding).amount_cents, *((proposed.amount_cents,) if proposed else ())}
    return tuple(dict.fromkeys(one for each in cents for one in budget.streams_of(context.set_aside(each))))


def _grant(command: DecideFunding, body: Body, context: Context) -> tuple[Happening, ...] | Refusal:
    funding = context.funding
    terms = _terms(command, body, context)
    if isinstance(terms, Refusal):
        return terms
    amount, conditions = terms.amount_cents, terms.conditions
    allocations = context.set_aside(amount)
    reserved = budget.reserve(allocations, funding.id, context.setting, context.at, counts=True)
    if isinstance(reserved, Refusal):
        return reserved
    granted = FundingGranted(
        amount_cents=amount,
        circuit="fast-track" if funding.request.fast_track else "ordinary",
        body=body,
        dossier=funding.dossier,
        conditions=conditions,
        schedule=first_schedule(context.instrument, amount),
        allocations=allocations,
        review=command.review,
        reasons=command.reasons,
    )
    own = Happening(funding.key, granted, context.at)
    return (own, *reserved, answered(funding, "granted", context.at, amount))


def _terms(command: DecideFunding, body: Body, context: Context) -> Proposal | Refusal:
    """What is granted: as the panel that decides saw it, else as whoever decides says, within the rules."""
    if command.points or command.would_change:
        return refuse("points_of_a_grant")
    seen, funding = seen_by(body, command, context), context.funding
    terms = seen or _said(command, funding)
    refusal = (
        (other_than_seen(command, seen) if seen else None)
        or unfit_amount(terms.amount_cents, funding.request, funding.findings, context.instrument)
        or (None if seen else unfit_conditions(terms.conditions, funding.request.until, context.day))
    )
    return refusal or terms


def _said(command: DecideFunding, funding: Funding) -> Proposal:
    asked = funding.request.amount_cents
    amount = asked if command.amount_cents is None else command.amount_cents
    return Proposal(amount_cents=amount, conditions=command.conditions)


def _decline(
    command: DecideFunding, decision: Literal["refused", "deferred"], body: Body, context: Context
) -> tuple[Happening, ...] | Refusal:
    if command.amount_cents is not None or command.conditions:
        return refuse("not_a_grant", decision=decision)
    points = tuple(dict.fromkeys(command.points))
    if not points or command.reasons is None or command.would_change is None:
        return refuse("reasons_missing", decision=decision)
    declined = FundingDeclined(
        decision=decision,
        body=body,
        dossier=context.funding.dossier,
        review=command.review,
        points=points,
        reasons=command.reasons,
        would_change=command.would_change,
    )
    return (
        Happening(context.funding.key, declined, context.at),
        answered(context.funding, decision, context.at),
    )
