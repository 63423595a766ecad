"""What the service would have done by itself in a file under another rulebook, where nobody did it."""

from collections.abc import Iterator, Sequence

from application.what_if.question import Question
from domain.acts.standings import ActStanding, acts_of
from domain.cooperations.events.file import CooperationImported
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.events.record import EntryCorrected
from domain.cooperations.evolve.file import evolve
from domain.cooperations.state import Cooperation
from domain.files.act_events import ActPerformed, ActRefused
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal, refuse

_WOULD = frozenset({"due", "to-announce", "announced"})
"""States of acts that it would have done, or announced."""


def acts_not_done(question: Question, history: Sequence[Recorded]) -> Iterator[tuple[Recorded, Refusal]]:
    """Each with the entry that would have brought it about, looked at when a pass of a phase ended, and at the end.

    Not what came about in a past that was brought in: whoever brought it in did what was to be done.
    """
    if not any(phase.course for phase in question.rulebook.phases.values()):
        return
    done = {one.event.occurrence for one in history if isinstance(one.event, ActPerformed | ActRefused)}
    file: Cooperation | None = None
    imports = {one.command_id for one in history if isinstance(one.event, CooperationImported)}
    entries: dict[int, Recorded] = {}
    for one in history:
        if file and isinstance(one.event, PhaseEntered):
            yield from _of_pass(question, file, entries, one, done)
        if not (isinstance(one.event, EntryCorrected) and not (file and one.event.entry in file.entries)):
            file = evolve(file, one)
        if one.command_id not in imports:
            entries[one.entry] = one
    if file and history:
        yield from _of_pass(question, file, entries, None, done)


def _of_pass(
    question: Question,
    file: Cooperation,
    entries: dict[int, Recorded],
    following: Recorded | None,
    done: set[str],
) -> Iterator[tuple[Recorded, Refusal]]:
    until = (following.recorded_at if following else None) or question.now
    for one in acts_of(file, question.rulebook, until):
        brought = [entries[entry] for entry in one.planned.because if entry in entries]
        if one.state not in _WOULD or one.planned.occurrence in done or not brought:
            continue
        last = brought[-1]
        if question.concerns(last) and (day := _day(one, question)):
            yield last, refuse("act_not_done", act=one.planned.act.act, on=day)


def _day(one: ActStanding, question: Question) -> str | None:
    """The day on which it would have been done, or announced; None if that lies outside of the period."""
    at = one.announced_at or one.at
    day = at.astimezone(question.zone).date() if at else None
    return str(day) if day and question.since <= day <= question.until else None
