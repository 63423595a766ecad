"""Moving a running file to another version of its rulebook, or to the programme that takes its own over."""

from collections.abc import Iterator, Mapping
from typing import Literal

from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.deadlines import deadlines
from domain.cooperations.events.file import RulebookChanged
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.state import Cooperation
from domain.files.events import ReminderOvertaken
from domain.files.setting import Decision, Setting, effective_at
from domain.kernel.event import Event
from domain.kernel.moments import day_of, latest
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Phase
from domain.rulebook import Relay, Rulebook
from domain.rulebook.complete_gate import GOING_ON
from domain.rulebook.expected_end import expected_end


def migrate_cooperation(
    command: MigrateCooperation, file: Cooperation, rulebook: Rulebook, setting: Setting
) -> Decision:
    """Put a file under other rules from now on; what was decided stays decided.

    A version move is the affair of those who answer for the region's files: a programme manager or an
    administrator may make it, under rules that an administrator has published. A relay takes a file out of one
    programme into another, which concerns more than a region: administrators only (``domain.decide.access``).

    The file stays in its pass, and its deadlines keep their occurrences, unless the new rules do not use its
    phase, or a relay says where files of that phase go on: then a new pass begins.
    """
    target = setting.targets.get(command.to)
    if target is None:
        return refuse("unknown_rulebook", rulebook=command.to)
    if target.id == file.rulebook:
        return refuse("same_rulebook", rulebook=target.id)
    relay = None
    if target.programme != file.programme:
        relay = next((one for one in target.relays if one.programme == file.programme), None)
        if relay is None:
            return refuse("no_relay", rulebook=target.id, programme=file.programme)
        zone = target.zone_of(file.region)
        if relay.since and day_of(latest(effective_at(command, setting), zone), zone) < relay.since:
            return refuse("relay_not_yet", programme=file.programme, since=relay.since)
    phase = _phase(command, file, target, relay)
    if isinstance(phase, Refusal):
        return phase
    way: Literal["version", "relay"] = "relay" if relay else "version"
    changed = RulebookChanged(rulebook=target.id, previous=file.rulebook, way=way, reason=command.reason)
    told = _told_already(file, rulebook, target)
    if phase is file.current.phase:
        return (changed, *told)
    entered = PhaseEntered(phase=phase, pass_number=file.current.number + 1, way="migrated")
    return (changed, *told, entered)


def _phase(
    command: MigrateCooperation, file: Cooperation, target: Rulebook, relay: Relay | None
) -> Phase | Refusal:
    """Where the file goes on: only where the new rules leave it open may the command choose."""
    present = file.current.phase
    given = relay.phases.get(present, present) if relay else present
    if given not in target.phases:
        if command.phase is not None and command.phase in target.phases:
            return command.phase
        return refuse("phase_not_used", phase=given, rulebook=target.id, known=tuple(target.phases))
    if command.phase not in (None, given):
        return refuse("phase_given", phase=given, rulebook=target.id)
    return given


def _ladders(rulebook: Rulebook, phase: Phase) -> Mapping[str, str]:
    """The ladders of the deadlines that may run in a phase, by their keys."""
    rule = rulebook.phases.get(phase)
    going_on = {GOING_ON: rule.complete.ladder} if rule and rule.complete else {}
    rules = (*rulebook.deadlines, *expected_end(rulebook, phase))
    return {**{one.deadline: one.ladder for one in rules}, **going_on}


def _told_already(file: Cooperation, rulebook: Rulebook, target: Rulebook) -> Iterator[Event]:
    """Rungs of the new ladders that come no later than one already climbed: nobody is told twice."""
    phase = file.current.phase
    before, after = _ladders(rulebook, phase), _ladders(target, phase)
    for deadline in deadlines(file, target):
        if not deadline.done or deadline.key not in before:
            continue
        climbed = [rung for rung in rulebook.ladders[before[deadline.key]] if rung.rung in deadline.done]
        if not climbed:
            continue
        highest = max(climbed, key=lambda rung: deadline.due.offset(rung.offset))
        for rung in target.ladders[after[deadline.key]]:
            lower = deadline.due.offset(rung.offset) <= deadline.due.offset(highest.offset)
            if lower and rung.rung not in deadline.done:
                yield ReminderOvertaken(occurrence=deadline.occurrence, rung=rung.rung, by=highest.rung)
