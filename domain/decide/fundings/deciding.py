"""The decision about a request: granted within the rules and the envelopes, or declined with reasons."""

from typing import Literal

from domain.commands.fundings import DecideFunding
from domain.decide.fundings.bodies import deciding_body
from domain.decide.fundings.case import Case, case_at
from domain.decide.fundings.guards import at_stage, ineligible, named_twice, outside_term
from domain.decide.fundings.telling import answered, reviews_fall
from domain.decide.setting import Happening, Setting
from domain.events.fundings import FundingDeclined, FundingGranted
from domain.fundings import budget
from domain.fundings.eligibility import failing, within_bounds
from domain.fundings.schedule import first_schedule
from domain.fundings.state import Funding
from domain.moments import day_of, earliest
from domain.money import Condition
from domain.refusals import Refusal, refuse
from domain.values import Body


def decide_request(command: DecideFunding, case: Case) -> tuple[Happening, ...] | Refusal:
    """Grant, refuse or defer what is asked for, by the body entitled to the amount asked for."""
    funding = case.funding
    if refusal := at_stage(funding, "requested"):
        return refusal
    body = deciding_body(command, case, funding.request.amount_cents, funding.requested)
    if isinstance(body, Refusal):
        return body
    if command.decision == "granted":
        decided = _grant(command, body, case)
    else:
        decided = _decline(command, command.decision, body, case)
    if isinstance(decided, Refusal):
        return decided
    return (*decided, *reviews_fall(funding, case.setting, case.at))


def envelopes_of_grant(command: DecideFunding, funding: Funding, setting: Setting) -> tuple[str, ...]:
    """The streams of the envelopes that a grant would be set aside in."""
    case = case_at(command, funding, setting)
    if case is None or command.decision != "granted":
        return ()
    return budget.streams_of(case.set_aside(_granted_cents(command, funding)))


def _granted_cents(command: DecideFunding, funding: Funding) -> int:
    return funding.request.amount_cents if command.amount_cents is None else command.amount_cents


def _grant(command: DecideFunding, body: Body, case: Case) -> tuple[Happening, ...] | Refusal:
    funding, amount = case.funding, _granted_cents(command, case.funding)
    if refusal := _not_grantable(command, case, amount) or _unfit_conditions(command.conditions, case):
        return refusal
    allocations = case.set_aside(amount)
    reserved = budget.reserve(allocations, funding.id, case.setting, case.at, counts=True)
    if isinstance(reserved, Refusal):
        return reserved
    granted = FundingGranted(
        amount_cents=amount,
        circuit="fast-track" if funding.request.fast_track else "ordinary",
        body=body,
        dossier=funding.dossier,
        conditions=command.conditions,
        schedule=first_schedule(case.instrument, amount),
        allocations=allocations,
        review=command.review,
        reasons=command.reasons,
    )
    own = Happening(funding.key, granted, case.at)
    return (own, *reserved, answered(funding, "granted", case.at, amount))


def _not_grantable(command: DecideFunding, case: Case, amount: int) -> Refusal | None:
    """Nothing that is not eligible, nothing above the request, nothing at all, nor with what belongs to a refusal."""
    funding, asked = case.funding, case.funding.request.amount_cents
    if command.points or command.would_change:
        return refuse("points_of_a_grant")
    if case.instrument.kind == "label" and amount:
        return refuse("label_has_no_amount", instrument=funding.instrument)
    if case.instrument.kind != "label" and not amount:
        return refuse("amount_missing", instrument=funding.instrument)
    if amount > asked:
        return refuse("above_request", amount=amount, asked=asked)
    broken = (*failing(funding.findings), *failing(within_bounds(amount, case.instrument)))
    return ineligible(broken) if broken else None


def _unfit_conditions(conditions: tuple[Condition, ...], case: Case) -> Refusal | None:
    """Each is due once, between the decision and the end of the term."""
    day, until = day_of(earliest(case.at)), case.funding.request.until
    if twice := named_twice([one.condition for one in conditions]):
        return refuse("condition_twice", condition=twice)
    for one in conditions:
        if not day <= one.due <= until:
            return outside_term(one.condition, one.due, day, until)
    return None


def _decline(
    command: DecideFunding, decision: Literal["refused", "deferred"], body: Body, case: Case
) -> tuple[Happening, ...] | Refusal:
    if command.amount_cents is not None or command.conditions:
        return refuse("not_a_grant", decision=decision)
    points = tuple(dict.fromkeys(command.points))
    if not points or command.reasons is None or command.would_change is None:
        return refuse("reasons_missing", decision=decision)
    declined = FundingDeclined(
        decision=decision,
        body=body,
        dossier=case.funding.dossier,
        review=command.review,
        points=points,
        reasons=command.reasons,
        would_change=command.would_change,
    )
    return (Happening(case.funding.key, declined, case.at), answered(case.funding, decision, case.at))
