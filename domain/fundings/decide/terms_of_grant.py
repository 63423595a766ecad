"""What a grant may be: an amount within the request and the rules, conditions within its term; also as a proposal."""

from datetime import date

from domain.fundings.decide.guards import ineligible, named_twice, outside_term
from domain.fundings.eligibility import failing, within_bounds
from domain.fundings.request import Condition
from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument


def unfit_amount(amount: int, funding: Funding, instrument: Instrument) -> Refusal | None:
    """Nothing that is not eligible, nothing above the request, nothing at all; a label has no amount."""
    asked = funding.request.amount_cents
    if instrument.kind == "label" and amount:
        return refuse("label_has_no_amount", instrument=funding.instrument)
    if instrument.kind != "label" and not amount:
        return refuse("amount_missing", instrument=funding.instrument)
    if amount > asked:
        return refuse("above_request", amount=amount, asked=asked)
    broken = (*failing(funding.findings), *failing(within_bounds(amount, instrument)))
    return ineligible(broken) if broken else None


def unfit_conditions(conditions: tuple[Condition, ...], funding: Funding, day: date) -> Refusal | None:
    """Each is due once, between the decision and the end of the term."""
    until = funding.request.until
    if twice := named_twice([one.condition for one in conditions]):
        return refuse("condition_twice", condition=twice)
    for one in conditions:
        if not day <= one.due <= until:
            return outside_term(one.condition, one.due, day, until)
    return None
