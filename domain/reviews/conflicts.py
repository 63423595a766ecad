"""Who has no hand in a request for money, or in a review, and why: judged here, for whoever asks.

What comes to light in one review of a request holds for all of it: for every panel on it, for its decision, agreement,
tranches and payments. A conflict that was declared never ends; an interest is undeclared until its holder says so, also
after the review has ended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.people.identity import same_person
from domain.people.state import Organisation
from domain.reviews.state import Member, Review

Reason = Literal["recused", "asked", "undeclared"]
"""Has a conflict of interest; asked for the money that a decisive panel judges; has not declared interests."""

_GRAVEST_FIRST: tuple[Reason, ...] = ("recused", "asked", "undeclared")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a person has no hand in it, in which review that came to light, and until which day (Paris) if it ends."""

    person: str
    reason: Reason
    review: str
    until: date | None = None


def conflicts_of(review: Review) -> Iterator[Conflict]:
    """All that came to light in a review: declared, or found; who asked; who sits and has not declared."""
    for person in sorted(review.conflicts):
        yield Conflict(person, "recused", review.id)
    if review.barred:
        yield Conflict(review.barred, "asked", review.id)
    for member in review.members.values():
        if member.sits:
            yield from _undeclared(member, review.id)


def conflict_of(
    organisation: Organisation, person: str, reviews: Iterable[Review], day: date, *, judging: bool = True
) -> Conflict | None:
    """Why somebody has no hand in what these reviews are about, on a day; None if nothing speaks against it."""
    told = (
        one for review in reviews for one in conflicts_of(review) if one.until is None or day <= one.until
    )
    theirs = (one for one in told if same_person(organisation, person, one.person))
    return gravest(theirs, judging=judging)


def gravest(conflicts: Iterable[Conflict], *, judging: bool = True) -> Conflict | None:
    """The one that counts of all those of a person; None if none does.

    ``judging``: whether it is about deciding and paying. Who asked for the money does neither; they go on asking,
    laying down and reporting, which is theirs.
    """
    found = {one.reason: one for one in conflicts}
    reasons = _GRAVEST_FIRST if judging else tuple(one for one in _GRAVEST_FIRST if one != "asked")
    return next((found[one] for one in reasons if one in found), None)


def recused_from(reviews: Iterable[Review]) -> frozenset[str]:
    """Who has a conflict of interest about it, and sits on no panel that is asked."""
    return frozenset(person for review in reviews for person in review.conflicts)


def _undeclared(member: Member, review: str) -> Iterator[Conflict]:
    """The member, and whoever stands in for them for a while."""
    if member.person not in member.declared:
        yield Conflict(member.person, "undeclared", review)
    handed = member.delegation
    if handed and handed.to not in member.declared:
        yield Conflict(handed.to, "undeclared", review, until=handed.until)
