"""Since when a request lies before whoever decides about it, and from when on the time to decide runs."""

from domain.fundings.circuit import is_role, level_deciding
from domain.fundings.state import Funding
from domain.rulebook import Instrument
from domain.rulebook.course import AfterRequest, PutToDecision


def lies_before_its_body(funding: Funding, instrument: Instrument) -> int | None:
    """The entry since which it does: the service put it there, or people asked a panel that decides; None if nobody."""
    put, level = funding.put_to_decision, level_deciding(funding, instrument, funding.request.amount_cents)
    if put is not None and put > funding.requested:
        return put
    asked = [
        one.asked
        for one in funding.reviews.values()
        if level and one.panel in level.by and one.amendment is None
    ]
    return max(funding.requested, *asked) if asked else None


def decision_runs_from(funding: Funding, instrument: Instrument) -> int | None:
    """The entry from which the time to decide counts: the request.

    Where the service puts requests like it to who decides, only since it lies there; None before that.
    """
    if not any(isinstance(act, PutToDecision) and _meant(act, funding) for act in instrument.course):
        return funding.requested
    return lies_before_its_body(funding, instrument)


def told_when_put(funding: Funding, instrument: Instrument) -> bool:
    """Whether those who decide are told that it lies before them: roles; panels are invited to their review."""
    level = level_deciding(funding, instrument, funding.request.amount_cents)
    put = funding.put_to_decision is not None and funding.put_to_decision > funding.requested
    return put and level is not None and any(is_role(one) for one in level.by)


def _meant(act: PutToDecision, funding: Funding) -> bool:
    """Whether the amount asked for is within the bounds of an act; what it lacks to be eligible may come yet."""
    when = act.when
    return not isinstance(when, AfterRequest) or when.holds(funding.request.amount_cents)
