"""Files that wait for others: who may be waited for, and what files hear of each other's steps."""

from collections.abc import Iterable, Iterator

from domain.cooperations.commands.base import FileCommand
from domain.cooperations.commands.file import AwaitFile
from domain.cooperations.commands.lifecycle import ReopenCooperation
from domain.cooperations.events.file import AwaitedFileMoved, FileAwaited, FileAwaitedBy
from domain.cooperations.events.lifecycle import CooperationClosed, CooperationReopened, PhaseEntered
from domain.cooperations.state import Cooperation
from domain.files.setting import Decision, Happening, Setting
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream
from domain.kernel.moments import earliest
from domain.kernel.refusal import refuse
from domain.kernel.values import ClosingOutcome, Phase
from domain.people.roles import roles_of

Place = tuple[Phase, bool]
"""How far a file has come: its phase, and whether it was completed."""


def beside(command: FileCommand, file: Cooperation | None, setting: Setting) -> tuple[str, ...]:
    """The files that deciding a command rests on besides its own, as far as those tell that were read so far.

    Whoever reads them asks again until no new one is named.
    """
    match command:
        case AwaitFile(awaited=awaited):
            return _awaited_from(awaited, command.cooperation, setting)
        case ReopenCooperation() if file:
            return tuple(dict.fromkeys((*file.awaited_by, *file.awaited)))
    return file.awaited_by if file and command.told_to_waiting_files else ()


def await_file(command: AwaitFile, file: Cooperation, setting: Setting) -> Decision:
    """Wait for a file that may be read, that still moves or is completed, and that does not wait for this one."""
    if command.awaited == file.id:
        return refuse("awaits_itself")
    other = _read(command.awaited, setting)
    if other is None or not roles_of(setting.organisation, command.actor, other.region, setting.now):
        return refuse("unknown_cooperation", cooperation=command.awaited)
    if command.awaited in file.awaited:
        return refuse("already_awaited", awaited=command.awaited)
    if other.closed and not _place(other)[1]:
        return refuse("awaited_closed", awaited=command.awaited, outcome=other.closed.outcome)
    if file.id in _awaited_from(command.awaited, file.id, setting):
        return refuse("awaits_each_other", awaited=command.awaited)
    return (FileAwaited(awaited=command.awaited),)


def heard(file: Cooperation, own: tuple[Happening, ...], setting: Setting) -> Iterator[Happening]:
    """What files hear because of what happens in this one: that it waits for them, or where it is now.

    It hears in its turn where the file is that it begins to wait for; when it reopens, what it missed while closed.
    """
    here = _place(file)
    now = _moved(here, (one.event for one in own))
    for one in own:
        match one.event:
            case FileAwaited(awaited=awaited):
                if other := _read(awaited, setting):
                    yield from _began(file, other, one, setting)
            case CooperationReopened():
                known = ((_read(key, setting), known) for key, known in file.awaited.items())
                yield from (
                    _found(other, one, setting)
                    for other, then in known
                    if other and _place(other) != (then.phase, then.completed)
                )
    if now == here:
        return
    for other in (_read(one, setting) for one in file.awaited_by):
        if other and other.closed is None:
            yield Happening(cooperation_stream(other.id), _told(file.id, now), own[-1].effective_at)


def _began(file: Cooperation, other: Cooperation, waits: Happening, setting: Setting) -> Iterator[Happening]:
    yield _found(other, waits, setting)
    yield Happening(cooperation_stream(other.id), FileAwaitedBy(waiting=file.id), waits.effective_at)


def _found(other: Cooperation, cause: Happening, setting: Setting) -> Happening:
    """In the stream of its cause: where the other file is, from when it was there."""
    zone = setting.organisation.zone_of(other.region)
    at = max(cause.effective_at, other.last_step_at(zone), key=lambda one: earliest(one, zone))
    return Happening(cause.stream, _told(other.id, _place(other)), at)


def _told(awaited: str, place: Place) -> AwaitedFileMoved:
    return AwaitedFileMoved(awaited=awaited, phase=place[0], completed=place[1])


def _place(file: Cooperation) -> Place:
    completed = file.closed is not None and file.closed.outcome is ClosingOutcome.COMPLETED
    return file.current.phase, completed


def _moved(place: Place, events: Iterable[Event]) -> Place:
    phase, completed = place
    for event in events:
        match event:
            case PhaseEntered(phase=entered):
                phase = entered
            case CooperationClosed(outcome=outcome):
                completed = outcome is ClosingOutcome.COMPLETED
            case CooperationReopened():
                completed = False
    return phase, completed


def _read(key: str, setting: Setting) -> Cooperation | None:
    return setting.read(Cooperation, cooperation_stream, key)


def _awaited_from(key: str, waiting: str, setting: Setting) -> tuple[str, ...]:
    """A file and all those that it waits for, also through others, as far as they were read.

    Not through the one that is about to wait for it.
    """
    found = [key]
    for one in found:
        other = _read(one, setting) if one != waiting else None
        if other:
            found += [further for further in other.awaited if further not in found]
    return tuple(found)
