"""What a grant may be: an amount within the request and the rules, conditions within its term; also as a proposal."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.fundings.eligibility import failing, within_bounds
from domain.fundings.findings import write_findings
from domain.fundings.request import EligibilityFinding, FundingRequest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.proposal import Condition
from domain.rulebook import Instrument


def unfit_amount(
    amount: int, request: FundingRequest, findings: Iterable[EligibilityFinding], instrument: Instrument
) -> Refusal | None:
    """Nothing that is not eligible, nothing above the request, nothing at all; a label has no amount."""
    asked = request.amount_cents
    if instrument.kind == "label" and amount:
        return refuse("label_has_no_amount", instrument=request.instrument)
    if instrument.kind != "label" and not amount:
        return refuse("amount_missing", instrument=request.instrument)
    if amount > asked:
        return refuse("above_request", amount=amount, asked=asked)
    broken = (*failing(findings), *failing(within_bounds(amount, instrument)))
    return ineligible(broken) if broken else None


def unfit_conditions(conditions: tuple[Condition, ...], until: date, day: date) -> Refusal | None:
    """Each is due once, between the decision and the end of the term, ``until``."""
    if twice := named_twice([one.condition for one in conditions]):
        return refuse("condition_twice", condition=twice)
    for one in conditions:
        if not day <= one.due <= until:
            return outside_term(one.condition, one.due, day, until)
    return None


def ineligible(broken: Iterable[EligibilityFinding]) -> Refusal:
    """What the rules of eligibility do not allow, each rule once, with the figures."""
    rules = {one.rule: one for one in broken}
    return refuse("ineligible", rules=tuple(rules), findings=write_findings(rules.values()))


def outside_term(condition: str, due: date, since: date, until: date) -> Refusal:
    """A condition is due when nothing can be owed any more, or yet."""
    return refuse("condition_outside_term", condition=condition, due=due, since=since, until=until)


def named_twice(keys: Sequence[str]) -> str | None:
    """The first that is named more than once."""
    return next((one for one in keys if keys.count(one) > 1), None)
