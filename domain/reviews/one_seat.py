"""One seat for each person: ledgers from before addresses were compared may have somebody on a panel twice."""

from dataclasses import replace

from domain.people.identity import person_behind
from domain.people.state import Organisation
from domain.reviews.panel import sitting
from domain.reviews.state import Member, Review


def one_seat_each(review: Review, organisation: Organisation) -> Review:
    """The review as it is counted: of several seats of one person, the first with an opinion, else the first."""
    kept: dict[str, Member] = {}
    for one in sorted(sitting(review), key=lambda member: member.opinion is None):
        kept.setdefault(person_behind(organisation, one.person), one)
    left = {
        one.person: replace(one, replaced_by=first.person)
        for one in sitting(review)
        if (first := kept[person_behind(organisation, one.person)]) is not one
    }
    return review.changed(members={**review.members, **left}) if left else review
