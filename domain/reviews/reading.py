"""Who may read what is put before a panel."""

from datetime import datetime

from domain.access import may_read
from domain.moments import day_of
from domain.persons import one_of
from domain.reviews.panel import capacity
from domain.reviews.state import Review
from domain.state import Organisation


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
