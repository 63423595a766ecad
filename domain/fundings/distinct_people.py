"""Who did what for a tranche: where people must differ, nobody does two of these."""

from collections.abc import Iterator
from typing import Literal

from domain.fundings.state import Funding
from domain.people.identity import same_person
from domain.people.state import Organisation
from domain.rulebook import Instrument

Did = Literal["decided", "requested", "approved"]


def acted_before(organisation: Organisation, person: str, funding: Funding, tranche: str) -> Did | None:
    """What somebody did that keeps them from paying a tranche: decided the funding, asked for it, or approved it."""
    acted = (*_deciding(funding), *_before_payment(funding, tranche))
    return next((did for one, did in acted if same_person(organisation, person, one)), None)


def approver_or_requester(
    organisation: Organisation, person: str, funding: Funding, tranche: str
) -> Did | None:
    """What somebody did that keeps them from approving a tranche: asked for it, or approved it at a level before."""
    acted = _before_payment(funding, tranche)
    return next((did for one, did in acted if same_person(organisation, person, one)), None)


def kept_from_paying(funding: Funding, instrument: Instrument, tranche: str) -> tuple[str, ...]:
    """All whom ``acted_before`` keeps from paying a tranche, where the rulebook wants its people to differ."""
    if not instrument.distinct_people:
        return ()
    acted = (*_deciding(funding), *_before_payment(funding, tranche))
    return tuple(dict.fromkeys(one for one, _ in acted))


def kept_from_approving(funding: Funding, instrument: Instrument, tranche: str) -> tuple[str, ...]:
    """All whom ``approver_or_requester`` keeps from approving it, where the rulebook wants its people to differ."""
    if not instrument.distinct_people:
        return ()
    return tuple(dict.fromkeys(one for one, _ in _before_payment(funding, tranche)))


def _deciding(funding: Funding) -> Iterator[tuple[str, Did]]:
    if funding.granted:
        yield funding.granted.by, "decided"


def _before_payment(funding: Funding, tranche: str) -> Iterator[tuple[str, Did]]:
    known = funding.tranches.get(tranche)
    if known is None:
        return
    if known.requested_by:
        yield known.requested_by, "requested"
    for one in known.approved_by:
        yield one, "approved"
