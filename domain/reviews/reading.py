"""Who is involved in a review, and who may read what is put before its panel."""

from datetime import datetime

from domain.files.reading import may_read
from domain.kernel.moments import day_of
from domain.people.identity import one_of
from domain.people.state import Organisation
from domain.reviews.panel import capacity
from domain.reviews.state import Review


def involved_in(review: Review) -> tuple[str, ...]:
    """Who has or had a seat, and whom a seat is delegated to."""
    delegates = (one.delegation.to for one in review.members.values() if one.delegation)
    return tuple(dict.fromkeys((*review.members, *delegates)))


def may_read_dossier(review: Review, person: str, organisation: Organisation, now: datetime) -> bool:
    """Whether somebody may read the dossier of a review.

    Members and those who stand in for them: once they have declared that they have no conflict of interest. Who has
    one: never. Others: as every file.
    """
    if one_of(organisation, person, review.conflicts):
        return False
    if found := capacity(review, person, day_of(now, organisation.zone_of(review.region))):
        return person in found.member.declared
    return may_read(organisation, person, review, now)
