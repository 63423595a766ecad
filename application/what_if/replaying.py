"""One file's history, its decisions taken anew under another rulebook."""

from collections.abc import Sequence

from application.what_if.acts_not_done import acts_not_done
from application.what_if.decisions import DECISIONS, command_of
from application.what_if.people import PeopleThen
from application.what_if.question import Difference, Found, Question
from domain.acts.commands import PerformAct
from domain.acts.prescribed import act_of, acts_prescribed
from domain.cooperations.events.file import CooperationImported
from domain.cooperations.events.record import EntryCorrected
from domain.cooperations.evolve.file import evolve
from domain.cooperations.state import Cooperation
from domain.decide.access import may
from domain.decide.decide import decide
from domain.files.act_events import ActPerformed, ActRefused
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
    """What a file's decisions would have been, and what the service would have done by itself that nobody did.

    Nothing if the reader may not read the file. ``history`` may leave out what no decision in question rests on.
    """
    imports = {one.command_id for one in history if isinstance(one.event, CooperationImported)}
    acts = {one.command_id: one for one in history if isinstance(one.event, ActPerformed)}
    file: Cooperation | None = None
    decisions = 0
    differences: list[Difference] = []
    for entry in history:
        one = _decision(entry, acts)
        if one and one.event.type in DECISIONS and question.concerns(one) and (command := command_of(one)):
            decisions += 1
            then = people.before(one.position or 0)
            refusal = _refused(question, command, file, then, one, vouched=one.command_id in imports)
            if refusal:
                differences.append(_difference(file, one, then, refusal))
        if not _corrects_the_unread(file, entry):
            file = evolve(file, entry)
    for one, refusal in acts_not_done(question, history):
        differences.append(_difference(file, one, people.before(one.position or 0), refusal))
    if (
        file is None
        or not (decisions or differences)
        or not may_read(people.now, question.reader, file, question.now)
    ):
        return Found()
    return Found(1, decisions, tuple(differences))


def _decision(entry: Recorded, acts: dict[str, Recorded]) -> Recorded | None:
    """The decision to take anew before an entry: the act that it belongs to, before the first of what that did."""
    act = acts.get(entry.command_id)
    if act is None:
        return entry
    acts[entry.command_id] = entry
    return act if isinstance(act.event, ActPerformed) else None


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
    if isinstance(command, PerformAct) and file and act_of(command.act, file, other) is None:
        known = tuple(one.act for one in acts_prescribed(file, other))
        return refuse("unknown_act", act=command.act, known=known or ("–",))
    beside = {command.stream: file} if isinstance(command, PerformAct) else {}
    setting = Setting(then, other, now, beside=beside)
    if not vouched and (refusal := may(command, file, setting)):
        return refusal
    decision = decide(command, file, setting)
    return decision if isinstance(decision, Refusal) else _otherwise(recorded.event, decision[0].event)


def _otherwise(was: Event, would_be: Event) -> Refusal | None:
    """What the other rulebook makes of the same silence, or of the same act, where that is something else."""
    if isinstance(would_be, ActRefused):
        return Refusal(would_be.code, would_be.params)
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
