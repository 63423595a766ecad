"""One file's history, its decisions taken anew under another rulebook."""

from collections.abc import Sequence

from application.what_if.decisions import DECISIONS, command_of
from application.what_if.people import PeopleThen
from application.what_if.question import Difference, Found, Question
from domain.cooperations.events.file import CooperationImported
from domain.cooperations.events.record import EntryCorrected
from domain.cooperations.evolve.file import evolve
from domain.cooperations.state import Cooperation
from domain.decide.access import may
from domain.decide.decide import decide
from domain.files.events import SilenceCounted
from domain.files.reading import may_read
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.ids import id_of
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal, refuse
from domain.people.roles import roles_of
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand


def replay(question: Question, people: PeopleThen, history: Sequence[Recorded]) -> Found:
    """What a file's decisions would have been; nothing if the reader may not read it.

    ``history`` may leave out what no decision in question rests on.
    """
    imports = {one.command_id for one in history if isinstance(one.event, CooperationImported)}
    file: Cooperation | None = None
    decisions = 0
    differences: list[Difference] = []
    for one in history:
        if one.event.type in DECISIONS and question.concerns(one) and (command := command_of(one)):
            decisions += 1
            then = people.before(one.position or 0)
            refusal = _refused(question, command, file, then, one, vouched=one.command_id in imports)
            if refusal:
                differences.append(_difference(file, one, then, refusal))
        if not _corrects_the_unread(file, one):
            file = evolve(file, one)
    if file is None or not decisions or not may_read(people.now, question.reader, file, question.now):
        return Found()
    return Found(1, decisions, tuple(differences))


def _corrects_the_unread(file: Cooperation | None, recorded: Recorded) -> bool:
    """Whether an entry puts right one that was left out."""
    return isinstance(recorded.event, EntryCorrected) and not (file and recorded.event.entry in file.entries)


def _refused(
    question: Question,
    command: AnyCommand,
    file: Cooperation | None,
    then: Organisation,
    recorded: Recorded,
    *,
    vouched: bool,
) -> Refusal | None:
    """What the other rulebook says against a decision. Who imports a past vouches for who took its decisions."""
    other, now = question.rulebook, recorded.recorded_at or question.now
    if file and file.current.phase not in other.phases:
        return refuse(
            "phase_not_used", phase=file.current.phase, rulebook=other.id, known=tuple(other.phases)
        )
    setting = Setting(then, other, now)
    if not vouched and (refusal := may(command, file, setting)):
        return refusal
    decision = decide(command, file, setting)
    return decision if isinstance(decision, Refusal) else _otherwise(recorded.event, decision[0].event)


def _otherwise(was: Event, would_be: Event) -> Refusal | None:
    """What the other rulebook makes of the same silence, where that is something else."""
    if isinstance(was, SilenceCounted) and isinstance(would_be, SilenceCounted):
        same = (was.counts_as, was.item) == (would_be.counts_as, would_be.item)
        as_what = would_be.item or would_be.counts_as
        return (
            None if same else refuse("silence_counts_otherwise", occurrence=was.occurrence, counts_as=as_what)
        )
    return None


def _difference(
    file: Cooperation | None, recorded: Recorded, then: Organisation, refusal: Refusal
) -> Difference:
    region = file.region if file else getattr(recorded.event, "region", None)
    held = (
        roles_of(then, recorded.actor, region, recorded.recorded_at) if recorded.recorded_at else frozenset()
    )
    return Difference(id_of(recorded.stream), recorded, tuple(sorted(held)), refusal, region)
