"""Who is involved in a review, who may read what is put before its panel, and to whom a request for money is closed."""

from collections.abc import Collection, Container, Iterable
from datetime import datetime

from domain.files.reading import may_read
from domain.kernel.moments import day_of
from domain.people.identity import one_of
from domain.people.state import Organisation
from domain.reviews.conflicts import Reason, conflict_of, recused_from
from domain.reviews.panel import capacity
from domain.reviews.state import Review


def involved_in(review: Review) -> tuple[str, ...]:
    """Who has or had a seat, and whom a seat is delegated to."""
    delegates = (one.delegation.to for one in review.members.values() if one.delegation)
    return tuple(dict.fromkeys((*review.members, *delegates)))


def kept_out(review: Review, beside: Iterable[Review]) -> frozenset[str]:
    """Who has a conflict of interest about what a review asks, declared there or in another review of the request.

    ``beside``: reviews of the same cooperation.
    """
    same = (one for one in beside if review.funding is not None and one.funding == review.funding)
    return recused_from((review, *same))


def may_read_dossier(
    review: Review,
    person: str,
    organisation: Organisation,
    now: datetime,
    beside: Iterable[Review] = (),
    deciding: Container[str] = (),
) -> bool:
    """Whether somebody may read the dossier of a review.

    Members and those who stand in for them: once they have declared that they have no conflict of interest. Who has
    one, in that review or in another of the same request, of those ``beside``: never. Others: as every file.
    ``deciding``: the cooperations in which a decision waits for that person.
    """
    if one_of(organisation, person, kept_out(review, beside)):
        return False
    if found := capacity(review, person, day_of(now, organisation.zone_of(review.region))):
        return person in found.member.declared
    return may_read(organisation, person, review, now, deciding)


def closes_request(
    organisation: Organisation, person: str, reviews: Collection[Review], now: datetime
) -> Reason | None:
    """What closes a request for money to somebody who may read its file otherwise; None if nothing does.

    A conflict of interest (``recused``): for good. Interests that are ``undeclared``: as long as the panel is asked.
    ``reviews``: all that are about the request.
    """
    if one_of(organisation, person, recused_from(reviews)):
        return "recused"
    asked = [one for one in reviews if not one.ended]
    for review in asked:
        today = day_of(now, organisation.zone_of(review.region))
        if found := conflict_of(organisation, person, (review,), today, judging=False):
            return found.reason
    return None
