"""Who may sit on a panel, who sits on it, who owes an opinion on which day, and in whose seat somebody acts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.deadlines.rules import Owing
from domain.kernel.values import Role
from domain.people.panels import chairs_scope, holds, may_sit
from domain.people.state import Organisation
from domain.reviews.state import Member, Review
from domain.rulebook import Panel, Rulebook
from domain.rulebook.base import defined

OPINIONS, CONFIRMATION, CONCLUSION = "opinions", "confirmation", "conclusion"
"""The deadlines of a review: opinions to give since an invitation, to confirm since a version of the dossier; and the
conclusion, where it is up to the chair."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """In whose seat somebody acts: their own, or as a delegate."""

    member: Member
    delegate: bool


def panel_of(review: Review, rulebook: Rulebook) -> Panel:
    """The panel of a review, whose rulebook stays the one it was opened under."""
    return defined(rulebook.panel(review.panel))


def asleep(review: Review, panel: Panel) -> bool:
    """Whether it sleeps with its cooperation; a pause leaves a panel alone that is exempt from it."""
    return review.asleep and not (review.paused and panel.pause == "ignore")


def sitting(review: Review) -> tuple[Member, ...]:
    """Those who count for the quorum, in the order in which they were invited."""
    return tuple(one for one in review.members.values() if one.sits)


def counts(review: Review, member: Member) -> bool:
    """Whether there is an opinion of theirs that counts: on the last version of the dossier, or confirmed for it."""
    return member.sits and member.opinion is not None and member.opinion.holds_for == review.dossier.number


def owes(review: Review, member: Member) -> bool:
    """Whether their opinion is still to be given, or to be confirmed for the last version of the dossier."""
    return member.sits and not counts(review, member)


def clock_of(review: Review, member: Member) -> str:
    """The deadline by which they owe: of their invitation, or of the dossier where that is the later of the two.

    Whoever has never given an opinion owes it by the deadline of their invitation, whatever version it is on.
    """
    if member.opinion and member.invited < review.dossier.entry:
        return f"{CONFIRMATION}/v{review.dossier.number}"
    return f"{OPINIONS}/e{member.invited}"


def somebody_owes(review: Review) -> bool:
    """Whether an opinion is still to be given or confirmed."""
    return any(owes(review, one) for one in review.members.values())


def owing_by_clock(review: Review) -> Mapping[str, tuple[Member, ...]]:
    """Those who owe, by the deadline by which they do."""
    found: dict[str, tuple[Member, ...]] = {}
    for one in sitting(review):
        if owes(review, one):
            clock = clock_of(review, one)
            found[clock] = (*found.get(clock, ()), one)
    return found


def owed_by(member: Member) -> Iterator[Owing]:
    """Who owes a member's opinion: the member; while it is delegated, the delegate, and the member afterwards."""
    handed = member.delegation
    if handed is None:
        yield Owing(member.person, member.role, member.person)
        return
    yield Owing(handed.to, member.role, member.person, until=handed.until)
    yield Owing(member.person, member.role, member.person, since=handed.until + timedelta(days=1))


def owing(review: Review, day: date) -> tuple[Owing, ...]:
    """Who owes an opinion on a day, where the file is."""
    owed = (one for member in sitting(review) if owes(review, member) for one in owed_by(member))
    return tuple(one for one in owed if one.owes_on(day))


def capacity(review: Review, person: str, day: date) -> Capacity | None:
    """In whose seat somebody acts on a day; None if in nobody's. A person has one at most."""
    own = review.members.get(person)
    if own and own.sits:
        return Capacity(own, delegate=False)
    for one in sitting(review):
        if one.delegation and one.delegation.to == person and day <= one.delegation.until:
            return Capacity(one, delegate=True)
    return None


def holds_seat(
    organisation: Organisation, review: Review, member: Member, person: str, now: datetime
) -> bool:
    """Whether somebody holds the role of a member's seat now."""
    return holds(organisation, person, member.role, member.of, review.region, now)


def presiding(
    organisation: Organisation, review: Review, panel: Panel, now: datetime
) -> tuple[tuple[str, Role], ...]:
    """Those who hold the chair's role, and it; whether a conflict keeps them from concluding is for others to judge."""
    if panel.chair is None:
        return ()
    able = may_sit(organisation, panel.chair, chairs_scope(panel), review.region, now)
    return tuple((one, panel.chair) for one in able)
