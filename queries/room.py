"""The review room: what one person sees of a review, in its order, and nothing before its turn.

Interests come first, on names alone; then the dossier; then the opinion; then what follows. Who has a conflict of
interest sees that it keeps them out, and no more. What is not to be seen is not in the values given here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.cooperations.state import Cooperation
from domain.files.charge import in_charge
from domain.files.setting import Setting
from domain.fundings.state import Funding
from domain.kernel.ids import SERVICE, cooperation_stream, funding_stream
from domain.kernel.moments import day_of
from domain.kernel.values import Territory
from domain.people.panels import chairs
from domain.reviews.events import VoteCounts
from domain.reviews.invitation import still_invited
from domain.reviews.panel import Capacity, capacity, clock_of, counts
from domain.reviews.state import Review
from domain.rulebook import Panel, Rulebook
from language import Text
from projections.reviews import ReviewLine
from queries.as_of import Then
from queries.dossiers import NEVER, review_of
from queries.private_text import PrivateTexts
from queries.review import ReviewInFull, review_in_full
from queries.review_told import MemberTold, OpinionTold, OutcomeTold
from queries.room_dossier import DossierShown, dossier_shown, stakeholders_of
from queries.sheet import SheetDeadline
from queries.visit import Visit, no_such_file

Step = Literal["recused", "gone", "interests", "opinion", "ended", "reading"]
"""What the person has come to: they are kept out by a conflict, or sit no more; have to declare interests; may give an
opinion; hear how it ended; read, or lead, without sitting."""


@dataclass(frozen=True, slots=True)
class Interests:
    """The names by which somebody knows whether they have a conflict of interest, before they read anything else."""

    territory: Territory
    stakeholders: tuple[str, ...]
    beneficiary: str | None


@dataclass(frozen=True, slots=True)
class Seat:
    """In whose seat the person acts, and what they owe."""

    member: str
    delegate: bool
    """Whether they stand in for that member."""
    delegated_to: str | None
    delegated_until: date | None
    due_on: date | None
    """The day by which an opinion is owed in that seat; None where none is owed."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The opinion of the person's seat; one on an earlier version does not count until it is confirmed."""

    told: OpinionTold
    counts: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Who owes what, and how the votes stand, for those who do not just sit; None of the votes before their turn."""

    members: Sequence[MemberTold]
    votes: VoteCounts | None
    deadlines: Sequence[SheetDeadline]
    minutes: Sequence[OpinionTold] | None


@dataclass(frozen=True, slots=True)
class Room:
    """What one person sees of a review."""

    line: ReviewLine
    organisation: str
    panel: Panel
    step: Step
    closed: Text | None
    """Why nothing is shown to who has a conflict, or sits no more."""
    interests: Interests | None
    dossier: DossierShown | None
    seat: Seat | None
    opinion: Opinion | None
    outcome: OutcomeTold | None
    standing: Standing | None
    leads: bool
    """Whether they are in charge of the review, or chair its panel, and are not kept out of it."""
    rulebook: Rulebook
    names: Mapping[str, str]
    """What people are called."""
    private: PrivateTexts

    @property
    def has_minutes(self) -> bool:
        """Whether the minutes may be read: it was concluded, and all opinions are shown to the person."""
        votes = self.outcome and self.standing and self.standing.minutes is not None
        return bool(votes) and self.line.status in (
            "favourable",
            "favourable-with-conditions",
            "unfavourable",
        )


async def room_of(visit: Visit, name: str, *, by_link: bool = False) -> Room:
    """The room of a review. Raises Failure where the person may not look it up.

    ``by_link``: they came in by a link for this review alone, which shows them what a member sees, and no more.
    """
    review = await review_of(visit, name)
    if by_link and not _still_let_in(visit, review):
        raise no_such_file(name)
    full = await review_in_full(visit, name, Then())
    found = capacity(review, visit.person, day_of(visit.now, visit.zone_of(review)))
    leads = not by_link and _leads(visit, review, full)
    step = _step(review, full, found, visit.person, leads=leads, by_link=by_link)
    member = found is not None and step in ("interests", "opinion", "ended")
    beyond = step != "recused" and (leads or (step == "reading" and not by_link))
    return Room(
        line=full.line,
        organisation=visit.people.name,
        panel=full.panel,
        step=step,
        closed=full.closed if step in ("recused", "gone") else None,
        interests=await _interests(visit, review) if step == "interests" else None,
        dossier=await _dossier(visit, review, full, found, step),
        seat=_seat(review, full, found) if member and found else None,
        opinion=_opinion(review, full, found) if member and found else None,
        outcome=full.outcome if step not in ("recused", "gone") else None,
        standing=_standing(full) if beyond else None,
        leads=leads and step != "recused",
        rulebook=full.rulebook,
        names=full.names,
        private=full.private,
    )


def _still_let_in(visit: Visit, review: Review) -> bool:
    rulebook = visit.service.rulebooks.get(visit.people, review.rulebook)
    return still_invited(review, rulebook, visit.person, visit.now)


def _leads(visit: Visit, review: Review, full: ReviewInFull) -> bool:
    setting = Setting(visit.people, full.rulebook, visit.now)
    return in_charge(visit.person, review, setting) or chairs(
        visit.people, full.panel, review.region, visit.person, visit.now
    )


def _step(
    review: Review, full: ReviewInFull, found: Capacity | None, person: str, *, leads: bool, by_link: bool
) -> Step:
    if full.closed is NEVER:
        return "recused"
    if found is None:
        return "gone" if full.closed or by_link else "reading"
    if review.ended:
        return "reading" if leads and full.closed is None else "ended"
    return "opinion" if person in found.member.declared else "interests"


async def _interests(visit: Visit, review: Review) -> Interests | None:
    streams = [cooperation_stream(review.cooperation)]
    streams += [funding_stream(review.funding)] if review.funding else []
    states = await visit.states(streams)
    cooperation, funding = states.get(streams[0]), states.get(streams[-1])
    if not isinstance(cooperation, Cooperation):
        return None
    return Interests(
        territory=cooperation.territory,
        stakeholders=tuple(one.name for one in stakeholders_of(cooperation)),
        beneficiary=funding.request.beneficiary.name if isinstance(funding, Funding) else None,
    )


async def _dossier(
    visit: Visit, review: Review, full: ReviewInFull, found: Capacity | None, step: Step
) -> DossierShown | None:
    if full.versions is None or step not in ("opinion", "reading"):
        return None
    given = found.member.opinion if found else None
    seen = given.holds_for if given and given.by != SERVICE else None
    return await dossier_shown(visit, review, full.versions, seen)


def _seat(review: Review, full: ReviewInFull, found: Capacity) -> Seat:
    member = found.member
    return Seat(
        member=member.person,
        delegate=found.delegate,
        delegated_to=member.delegation.to if member.delegation else None,
        delegated_until=member.delegation.until if member.delegation else None,
        due_on=None if counts(review, member) else _due_on(full.deadlines, clock_of(review, member)),
    )


def _due_on(deadlines: Sequence[SheetDeadline], clock: str) -> date | None:
    """The day of a deadline, however often it was extended."""
    return next((one.due_on for one in deadlines if one.occurrence.partition("/x")[0] == clock), None)


def _opinion(review: Review, full: ReviewInFull, found: Capacity) -> Opinion | None:
    given = found.member.opinion
    if given is None:
        return None
    told = (one for one in full.minutes or () if one.counted.entry == given.entry)
    line = next(told, None)
    return Opinion(line, counts(review, found.member)) if line else None


def _standing(full: ReviewInFull) -> Standing:
    return Standing(full.members, full.votes, full.deadlines, full.minutes)
