"""A review in full: who sits, who owes what, how the votes stand, and what only readers of its dossier may see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic_core import to_jsonable_python

from domain.kernel.moments import day_of
from domain.kernel.recorded import Recorded
from domain.reminders.view import FileView
from domain.reviews.awaited import gate_waits_for
from domain.reviews.events import DossierRevised, OpinionGiven, ReviewOpened, VoteCounts
from domain.reviews.panel import counts, owing, panel_of
from domain.reviews.state import Member, Review
from domain.reviews.votes import count, minutes
from domain.rulebook import Panel, Rulebook
from language import Text
from projections.reviews import ReviewLine, review_line
from queries.as_of import Then
from queries.dossiers import closed_to, review_of
from queries.private_text import PrivateTexts, private_texts
from queries.review_told import MemberTold, OpinionTold, OutcomeTold, VersionTold
from queries.sheet import SheetDeadline, deadline_sheet
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class ReviewInFull:
    """What holds of a review, and what it takes to tell it."""

    line: ReviewLine
    panel: Panel
    members: Sequence[MemberTold]
    votes: VoteCounts | None
    """None where the person may not read them yet."""
    outcome: OutcomeTold | None
    deadlines: Sequence[SheetDeadline]
    versions: Sequence[VersionTold] | None
    """Of the dossier; None where it is closed to the person."""
    minutes: Sequence[OpinionTold] | None
    """Every opinion that was given; None as for ``versions``."""
    opens_a_gate: bool
    rulebook: Rulebook
    names: Mapping[str, str]
    """What people are called."""
    private: PrivateTexts
    closed: Text | None
    """Why opinions and dossier are not shown; None if they are."""

    def as_json(self) -> dict[str, Any]:
        """The line of the list and all the rest, private texts in their places."""
        found: dict[str, Any] = self.private.put_in(_as_json(self))
        return found


def _as_json(review: ReviewInFull) -> dict[str, Any]:
    return review.line.model_dump(mode="json") | {
        "concludes": review.panel.concludes,
        "chair": review.panel.chair,
        "members": [to_jsonable_python(one) for one in review.members],
        "votes": to_jsonable_python(review.votes),
        "outcome": review.outcome.as_json() if review.outcome else None,
        "deadlines": [to_jsonable_python(one) for one in review.deadlines],
        "dossier_readable": review.closed is None,
        "versions": None if review.versions is None else [one.as_json() for one in review.versions],
        "minutes": None if review.minutes is None else [one.as_json() for one in review.minutes],
        "opens_a_gate": review.opens_a_gate,
    }


async def review_in_full(visit: Visit, name: str, then: Then) -> ReviewInFull:
    """A review folded from the ledger itself. Raises Failure where the person may not look it up, or it was not there.

    From then on, what is shown happened where its cooperation lives.
    """
    review = await review_of(visit, name)
    visit.shows(review)
    closed = await closed_to(visit, review)
    state, history = await then.stream(visit, review.key)
    view = then.view(visit, state if isinstance(state, Review) else review)
    found = ReviewInFull(
        line=review_line(view),
        panel=panel_of(view.file, view.rulebook),
        members=[_member(view, one, readable=closed is None) for one in view.file.members.values()],
        votes=_votes(view) if closed is None or view.file.outcome else None,
        outcome=_outcome(view.file, history),
        deadlines=[deadline_sheet(view, one, None) for one in view.deadlines],
        versions=list(_versions(view.file, history)) if closed is None else None,
        minutes=list(_minutes(view.file, history)) if closed is None else None,
        opens_a_gate=await _opens_a_gate(visit, review),
        rulebook=view.rulebook,
        names=await visit.names(),
        private=PrivateTexts({}),
        closed=closed,
    )
    return replace(found, private=await private_texts(visit, _as_json(found)))


async def _opens_a_gate(visit: Visit, review: Review) -> bool:
    """Whether a gate waits for its answer, or it is for none."""
    file = await visit.cooperation(review.cooperation)
    if file is None:
        return True
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    return gate_waits_for(review.question, review.opened_in, file, rulebook)


def _votes(view: FileView[Review]) -> VoteCounts:
    """As the minutes have them, once it is concluded."""
    ended = view.file.outcome
    return ended.counts if ended and ended.counts else count(view.file, panel_of(view.file, view.rulebook))


def _member(view: FileView[Review], member: Member, *, readable: bool) -> MemberTold:
    review, handed, opinion = view.file, member.delegation, member.opinion
    owed = [] if review.ended else owing(review, day_of(view.recorded_at, view.zone))
    return MemberTold(
        person=member.person,
        role=member.role,
        sits=member.sits,
        recused=member.recused is not None,
        replaced_by=member.replaced_by,
        delegated_to=handed.to if handed else None,
        delegated_until=handed.until if handed else None,
        declared=tuple(sorted(member.declared)),
        given=opinion is not None,
        counts=counts(review, member),
        owed_by=next((one.person for one in owed if one.member == member.person), None),
        opinion=opinion.verdict if opinion and readable else None,
    )


def _outcome(review: Review, history: Sequence[Recorded]) -> OutcomeTold | None:
    ended = review.outcome
    if ended is None:
        return None
    return OutcomeTold(ended.outcome, next(one for one in history if one.entry == ended.entry))


def _versions(review: Review, history: Sequence[Recorded]) -> Iterator[VersionTold]:
    events = {one.entry: one for one in history}
    for one in review.dossiers:
        recorded = events[one.entry]
        if isinstance(recorded.event, ReviewOpened | DossierRevised):
            yield VersionTold(one.number, recorded.effective_at, recorded.event)


def _minutes(review: Review, history: Sequence[Recorded]) -> Iterator[OpinionTold]:
    events = {one.entry: one for one in history}
    for one in minutes(review):
        if recorded := events.get(one.entry):
            said = recorded.event if isinstance(recorded.event, OpinionGiven) else None
            yield OpinionTold(one, recorded.effective_at, recorded.actor, said)
