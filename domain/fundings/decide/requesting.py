"""What is wrong with a request as it is written, before any rule of eligibility is asked."""

from collections.abc import Callable

from domain.bank.identifiers import identifier
from domain.cooperations.state import Cooperation
from domain.fundings.request import FundingRequest
from domain.fundings.terms_of_grant import named_twice
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument, Rulebook


def flaw(
    request: FundingRequest, instrument: Instrument, rulebook: Rulebook, cooperation: Cooperation
) -> Refusal | None:
    """The first thing that makes the request no request at all; None if it can be judged."""
    return (
        _term(request)
        or _amount(request, instrument)
        or _beneficiary(request, instrument, rulebook)
        or _plan(request)
        or _passed_on(request, cooperation)
    )


def normal(request: FundingRequest) -> FundingRequest:
    """The request with the beneficiary's number as registers write it."""
    found = identifier(request.beneficiary.identifier)
    if found is None:
        return request
    payee = request.beneficiary.model_copy(update={"identifier": found.text})
    return request.model_copy(update={"beneficiary": payee})


def unbalanced(request: FundingRequest, holds: Callable[[int, int], bool] = int.__eq__) -> Refusal | None:
    """The plan's expenses are paid for by the amount and all co-funding together; ``holds`` compares the two sums."""
    planned = sum(one.cents for one in request.plan)
    shared = sum(one.cents for one in request.co_funding)
    if holds(planned, request.amount_cents + shared):
        return None
    return refuse("plan_unbalanced", planned=planned, amount=request.amount_cents, co_funding=shared)


def evident_faults(request: FundingRequest) -> tuple[Refusal, ...]:
    """What is wrong with a request whatever the instrument wants: all of it at once, for whoever fills it in."""
    number = None if identifier(request.beneficiary.identifier) else refuse("wrong_identifier")
    return tuple(one for one in (_term(request), number, unbalanced(request)) if one)


def _term(request: FundingRequest) -> Refusal | None:
    return refuse("term_reversed") if request.until < request.since else None


def _amount(request: FundingRequest, instrument: Instrument) -> Refusal | None:
    if instrument.kind == "label" and request.amount_cents:
        return refuse("label_has_no_amount", instrument=instrument.instrument)
    if instrument.kind != "label" and not request.amount_cents:
        return refuse("amount_missing", instrument=instrument.instrument)
    return None


def _beneficiary(request: FundingRequest, instrument: Instrument, rulebook: Rulebook) -> Refusal | None:
    if identifier(request.beneficiary.identifier) is None:
        return refuse("wrong_identifier")
    known = tuple(rulebook.maturity)
    needed = any(one.maturity for one in instrument.beneficiaries) or any(
        one.maturity for one in instrument.expenses
    )
    if (request.maturity is None and needed) or (request.maturity and request.maturity not in known):
        return refuse("unknown_maturity", maturity=request.maturity or "…", known=known)
    if request.fast_track and instrument.fast_track is None:
        return refuse("no_fast_track", instrument=instrument.instrument)
    return None


def _plan(request: FundingRequest) -> Refusal | None:
    if twice := named_twice([one.source for one in request.co_funding]):
        return refuse("source_twice", source=twice)
    return unbalanced(request)


def _passed_on(request: FundingRequest, cooperation: Cooperation) -> Refusal | None:
    members = tuple(key for key, one in cooperation.stakeholders.items() if not one.retired)
    for one in (request.carrier, *(one.to for one in request.passed_on)):
        if one is not None and one not in members:
            return refuse("unknown_stakeholder", stakeholder=one, known=members)
    if request.passed_on and request.carrier is None:
        return refuse("passed_on_by_nobody")
    if any(one.to == request.carrier for one in request.passed_on):
        return refuse("passed_on_to_itself", stakeholder=request.carrier)
    passed = sum(one.cents for one in request.passed_on)
    if passed > request.amount_cents:
        return refuse("passed_on_too_much", passed=passed, amount=request.amount_cents)
    return None
