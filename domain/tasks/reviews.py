"""What waits in reviews: interests to declare, opinions, conclusions of the chair, vacant seats, a quorum not met."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.deadlines.deadline import Deadline
from domain.kernel.moments import earliest, start_of
from domain.people.panels import chairs_scope
from domain.reminders.view import FileView
from domain.reviews.panel import (
    CONCLUSION,
    CONFIRMATION,
    asleep,
    clock_of,
    owed_by,
    owes,
    panel_of,
    sitting,
    somebody_owes,
)
from domain.reviews.state import Member, Review
from domain.reviews.votes import count
from domain.rulebook import Names, Panel
from domain.tasks.files import MANAGERS
from domain.tasks.task import Kind, TaskLine
from domain.tasks.waiting import Waiting, Whom


def tasks_of_review(view: FileView[Review]) -> Iterator[TaskLine]:
    """What waits in a review: for each opinion owed, whoever owes it then; the conclusion, for the chair."""
    panel = panel_of(view.file, view.rulebook)
    waiting = Waiting(view, asleep=asleep(view.file, panel))
    question = view.rulebook.question(view.file.question)
    name = question.name if question else None
    for member in sitting(view.file):
        if owes(view.file, member):
            _owed(view, member, waiting, name)
    _chair(view, panel, waiting, name)
    _quorum(view, panel, waiting, name)
    yield from waiting.lines()


def _owed(view: FileView[Review], member: Member, waiting: Waiting, name: Names | None) -> None:
    clock = clock_of(view.file, member)
    deadline = next((one for one in view.speaking if one.base == clock), None)
    asked = _asked(view, member)
    for one in owed_by(member):
        since = max(asked, start_of(one.since, view.zone)) if one.since else asked
        ends_at = start_of(one.until + timedelta(days=1), view.zone) if one.until else None
        anywhere = member.of == "organisation"
        waiting.add(
            _kind(member, one.person),
            member.person,
            since,
            Whom((member.role,), person=one.person, anywhere=anywhere),
            name=name,
            deadline=deadline,
            ends_at=ends_at,
        )
        holds = (one.person, member.role) if anywhere else (one.person, member.role, view.file.region)
        seat = member.person if one.person == member.person else f"{member.person}/{one.person}"
        waiting.add("vacant-seat", seat, since, name=name, ends_at=ends_at, unless_holds=holds)


def _asked(view: FileView[Review], member: Member) -> datetime:
    """Since when they owe it: their invitation, or the version of the dossier that came after it."""
    review = view.file
    confirming = clock_of(review, member).startswith(CONFIRMATION)
    asked = review.entries[review.dossier.entry if confirming else member.invited].at
    return earliest(asked, view.zone)


def _kind(member: Member, person: str) -> Kind:
    if person not in member.declared:
        return "interests"
    return "confirmation" if member.opinion else "opinion"


def _quorum(view: FileView[Review], panel: Panel, waiting: Waiting, name: Names | None) -> None:
    """Too few have answered once every deadline has passed, or nobody owes: those in charge choose a way out."""
    review, votes = view.file, count(view.file, panel)
    if votes.present >= votes.quorum or (panel.silence and somebody_owes(review)):
        return
    passed = (one.due.passes_at for one in view.deadlines)
    since = max(passed, default=earliest(review.last_step_at(view.zone), view.zone))
    deadline = next((one for one in view.speaking if _only_told_late(one, since)), None)
    waiting.add("quorum", review.question, since, name=name, deadline=deadline)


def _only_told_late(deadline: Deadline, passed: datetime) -> bool:
    """Whether its ladder tells those in charge no sooner than every deadline has passed: the quorum says it better."""
    return all(rung.at >= passed for rung in deadline.rungs if rung.to == MANAGERS)


def _chair(view: FileView[Review], panel: Panel, waiting: Waiting, name: Names | None) -> None:
    """A conclusion that only the chair can draw waits once nobody owes, or every deadline has passed unanswered."""
    review, deadline = view.file, waiting.deadline(CONCLUSION)
    if deadline is None or panel.chair is None:
        return
    others = (one.due.passes_at for one in view.deadlines if one.key != CONCLUSION)
    since = max(others, default=earliest(review.last_step_at(view.zone), view.zone))
    anywhere = chairs_scope(panel) == "organisation"
    whom = Whom(roles=(panel.chair,), anywhere=anywhere)
    waiting.add("conclusion", review.question, since, whom, name=name, deadline=deadline)
