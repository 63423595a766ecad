"""Who did what for a tranche: where people must differ, nobody does two of these."""

from typing import Literal

from domain.fundings.state import Funding

Did = Literal["decided", "requested", "approved"]


def acted_before(person: str, funding: Funding, tranche: str) -> Did | None:
    """What somebody did that keeps them from paying a tranche: decided the funding, asked for it, or approved it."""
    if funding.granted and funding.granted.by == person:
        return "decided"
    return approver_or_requester(person, funding, tranche)


def approver_or_requester(person: str, funding: Funding, tranche: str) -> Did | None:
    """What somebody did that keeps them from approving a tranche: asked for it, or approved it at a level before."""
    known = funding.tranches.get(tranche)
    if known is None:
        return None
    if known.requested_by == person:
        return "requested"
    return "approved" if person in known.approved_by else None
