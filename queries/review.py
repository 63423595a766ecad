"""A review in full: who sits, who owes what, how the votes stand, and what only readers of its dossier may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python

from domain.kernel.moments import day_of
from domain.kernel.recorded import Recorded
from domain.reminders.view import FileView
from domain.reviews.awaited import gate_waits_for
from domain.reviews.events import DossierRevised, OpinionGiven, ReviewOpened
from domain.reviews.panel import counts, owing, panel_of
from domain.reviews.state import Member, Review
from domain.reviews.votes import count, minutes
from domain.rulebook import Rulebook
from language import Text
from projections.reviews import review_line
from projections.sheet import deadline_sheet
from queries.as_of import Then
from queries.dossiers import closed_because, review_of
from queries.private_text import reveal
from queries.visit import Visit

_PROSE = ("conditions", "reasons", "would_change")


@dataclass(frozen=True, slots=True)
class ReviewInFull:
    """What holds of a review, and what it takes to tell it."""

    content: dict[str, Any]
    """As JSON has it, private texts in their places; without opinions and dossier where these are closed."""
    rulebook: Rulebook
    names: Mapping[str, str]
    """What people are called."""
    closed: Text | None
    """Why opinions and dossier are not shown; None if they are."""


async def review_in_full(visit: Visit, name: str, then: Then) -> ReviewInFull:
    """A review folded from the ledger itself. Raises Failure where the person may not look it up, or it was not there.

    From then on, what is shown happened where its cooperation lives.
    """
    review = await review_of(visit, name)
    visit.shows(review)
    closed = closed_because(visit, review)
    state, history = await then.stream(visit, review.key)
    view = then.view(visit, state if isinstance(state, Review) else review)
    told = _content(view, history, readable=closed is None)
    told |= {"opens_a_gate": await _opens_a_gate(visit, review)}
    return ReviewInFull(await reveal(visit, told), view.rulebook, await visit.names(), closed)


async def _opens_a_gate(visit: Visit, review: Review) -> bool:
    """Whether a gate waits for its answer, or it is for none."""
    file = await visit.service.files.cooperation(visit.organisation, review.cooperation)
    if file is None:
        return True
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    return gate_waits_for(review.question, review.opened_in, file, rulebook)


def _content(view: FileView[Review], history: Sequence[Recorded], *, readable: bool) -> dict[str, Any]:
    """All that holds of a review. Opinions and dossier are left out where the person may not read them (yet)."""
    review = view.file
    events = {one.entry: one for one in history}
    ended = review.outcome
    panel = panel_of(review, view.rulebook)
    votes = ended.counts if ended and ended.counts else count(review, panel)
    content = review_line(view).model_dump(mode="json") | {
        "concludes": panel.concludes,
        "chair": panel.chair,
        "members": [_member(view, one, readable=readable) for one in review.members.values()],
        "votes": to_jsonable_python(votes) if readable or ended else None,
        "outcome": _outcome(review, events) if ended else None,
        "deadlines": [to_jsonable_python(deadline_sheet(view, one, None)) for one in view.deadlines],
        "dossier_readable": readable,
    }
    return content | (_dossier(review, events) if readable else {"versions": None, "minutes": None})


def _member(view: FileView[Review], member: Member, *, readable: bool) -> dict[str, Any]:
    """A member: whether they have declared, whether an opinion counts, and who owes it at present."""
    review, handed, opinion = view.file, member.delegation, member.opinion
    owed = [] if review.ended else owing(review, day_of(view.recorded_at, view.zone))
    return {
        "person": member.person,
        "role": member.role,
        "sits": member.sits,
        "recused": member.recused is not None,
        "replaced_by": member.replaced_by,
        "delegated_to": handed.to if handed else None,
        "delegated_until": str(handed.until) if handed else None,
        "declared": sorted(member.declared),
        "given": opinion is not None,
        "counts": counts(review, member),
        "owed_by": next((one.person for one in owed if one.member == member.person), None),
        "opinion": opinion.verdict if opinion and readable else None,
    }


def _outcome(review: Review, events: Mapping[int, Recorded]) -> dict[str, Any] | None:
    """How it ended, with the reasons that were given."""
    if review.outcome is None:
        return None
    ended = events[review.outcome.entry]
    told = ended.event.model_dump(mode="json", exclude={"opinions", "counts"})
    return told | {"outcome": review.outcome.outcome, "at": ended.effective_at, "actor": ended.actor}


def _dossier(review: Review, events: Mapping[int, Recorded]) -> dict[str, Any]:
    """What was put before the panel, and every opinion that was given on it."""
    return {
        "versions": [_version(one.number, events[one.entry]) for one in review.dossiers],
        "minutes": [
            to_jsonable_python(one) | _said(events[one.entry])
            for one in minutes(review)
            if one.entry in events
        ],
    }


def _version(number: int, recorded: Recorded) -> dict[str, Any]:
    event = recorded.event
    told: dict[str, Any] = {"dossier": number, "at": recorded.effective_at}
    if isinstance(event, ReviewOpened):
        fields = ("documents", "rests_on", "note", "answers", "proposal")
        return told | event.model_dump(mode="json", include=set(fields))
    if isinstance(event, DossierRevised):
        return told | event.model_dump(mode="json", include={"documents", "rests_on", "note", "proposal"})
    return told


def _said(recorded: Recorded) -> dict[str, Any]:
    """What went with an opinion; nothing with one by silence."""
    told: dict[str, Any] = {"at": recorded.effective_at, "by": recorded.actor}
    if isinstance(recorded.event, OpinionGiven):
        return told | recorded.event.model_dump(mode="json", include={"scores", "points", *_PROSE})
    return told
