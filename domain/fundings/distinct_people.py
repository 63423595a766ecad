"""Who did what for a tranche: where people must differ, nobody does two of these."""

from typing import Literal

from domain.fundings.state import Funding
from domain.people.identity import one_of, same_person
from domain.people.state import Organisation

Did = Literal["decided", "requested", "approved"]


def acted_before(organisation: Organisation, person: str, funding: Funding, tranche: str) -> Did | None:
    """What somebody did that keeps them from paying a tranche: decided the funding, asked for it, or approved it."""
    if funding.granted and same_person(organisation, person, funding.granted.by):
        return "decided"
    return approver_or_requester(organisation, person, funding, tranche)


def approver_or_requester(
    organisation: Organisation, person: str, funding: Funding, tranche: str
) -> Did | None:
    """What somebody did that keeps them from approving a tranche: asked for it, or approved it at a level before."""
    known = funding.tranches.get(tranche)
    if known is None:
        return None
    if same_person(organisation, person, known.requested_by):
        return "requested"
    return "approved" if one_of(organisation, person, known.approved_by) else None
