"""In whose seat somebody acts, or why they have none: never invited, recused, replaced, gone."""

from domain.files.setting import Setting
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal, refuse
from domain.people.identity import one_of
from domain.reviews.panel import Capacity, capacity, holds_seat
from domain.reviews.state import Review


def acting(person: str, review: Review, setting: Setting, *, still: bool = True) -> Capacity | Refusal:
    """The seat of a person who sits or stands in for a member now; ``still``: and who still holds its role."""
    found = capacity(review, person, day_of(setting.now, setting.zone_of(review.region)))
    if found is None:
        return _without_seat(person, review)
    if still and one_of(setting.organisation, person, review.conflicts):
        return refuse("recused", person=person)
    if still and not holds_seat(setting.organisation, review, found.member, person, setting.now):
        return refuse("left_the_panel", person=person, role=found.member.role)
    return found


def _without_seat(person: str, review: Review) -> Refusal:
    if person in review.conflicts:
        return refuse("recused", person=person)
    member = review.members.get(person)
    if member and member.replaced_by:
        return refuse("member_replaced", person=person, by=member.replaced_by)
    for one in review.members.values():
        if one.sits and one.delegation and one.delegation.to == person:
            return refuse("delegation_ended", until=one.delegation.until, person=one.person)
    return refuse("not_a_member", person=person)
