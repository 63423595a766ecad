"""Acts announced, done or refused by the rules, held back and released. What does one is decided by its own rules."""

from collections.abc import Callable, Iterator
from datetime import datetime

from domain.acts.commands import AnnounceAct, AnyActCommand, HoldBackAct, PerformAct, ReleaseAct
from domain.acts.deeds import Deed, deciding_level, deed_of
from domain.acts.prescribed import act_of, acts_prescribed
from domain.acts.standings import ActStanding, acts_of
from domain.files.act_events import ActAnnounced, ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.files.file import KeptFile
from domain.files.setting import Happening, Setting, effective_at
from domain.fundings.events.bodies import DecisionAsked
from domain.fundings.state import Funding
from domain.kernel.ids import review_stream
from domain.kernel.moments import write_instant
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Rulebook
from domain.rulebook.course import PutToDecision, RecordDecision

Decided = tuple[Happening, ...] | Refusal

DecideDeed = Callable[[Deed, Setting], Decided]
"""What the rules make of the command that does an act."""


def decide_act_command(
    command: AnyActCommand, file: KeptFile | None, setting: Setting, decide_deed: DecideDeed
) -> Decided:
    """What a command about an act gives, in the order in which it happens."""
    if file is None:
        return refuse("unknown_cooperation", cooperation=command.file)
    if setting.rulebook is None:
        return refuse("unknown_programme", programme=file.rulebook)
    at = effective_at(command, setting)
    match command:
        case AnnounceAct():
            found = _standing(command, file, setting.rulebook, setting.now)
            if found is None or found.state != "to-announce":
                return refuse("act_not_due", act=command.act)
            event = ActAnnounced(act=command.act, occurrence=command.occurrence)
            return (Happening(command.stream, event, at),)
        case PerformAct():
            return _perform(command, file, setting.rulebook, setting, decide_deed)
        case HoldBackAct():
            return _hold_back(command, file, setting.rulebook, setting, at)
        case ReleaseAct():
            if command.act not in file.acts.held:
                return refuse("act_not_held", act=command.act)
            return (Happening(command.stream, ActReleased(act=command.act, reason=command.reason), at),)


def streams_beside_act(
    command: AnyActCommand, setting: Setting, beside_deed: Callable[[Deed], Iterator[str]]
) -> Iterator[str]:
    """The streams that doing an act rests on besides the file's own, as far as is known."""
    file, rulebook = setting.beside.get(command.stream), setting.rulebook
    if not isinstance(command, PerformAct) or not isinstance(file, KeptFile) or rulebook is None:
        return
    found = _standing(command, file, rulebook, setting.now)
    if found is None:
        return
    if isinstance(found.planned.act, RecordDecision) and found.planned.subject:
        yield review_stream(found.planned.subject)
    deed = deed_of(found.planned, file, rulebook, setting, command.command_id)
    if deed is not None and not isinstance(deed, Refusal):
        yield deed.stream
        yield from beside_deed(deed)


def _perform(
    command: PerformAct, file: KeptFile, rulebook: Rulebook, setting: Setting, decide_deed: DecideDeed
) -> Decided:
    found = _standing(command, file, rulebook, setting.now)
    if found is None or found.state not in ("due", "refused"):
        return refuse("act_not_due", act=command.act)
    deed = deed_of(found.planned, file, rulebook, setting, command.command_id)
    if deed is None:
        decided: Decided = ()
    else:
        decided = deed if isinstance(deed, Refusal) else decide_deed(deed, setting)
    if isinstance(decided, Refusal):
        return _refused(found, decided, command, setting)
    at = write_instant(setting.now)
    own = (*_put(found, file, rulebook), _performed(found, deed, setting))
    return (*decided, *(Happening(command.stream, one, at) for one in own))


def _put(found: ActStanding, file: KeptFile, rulebook: Rulebook) -> tuple[DecisionAsked, ...]:
    level = deciding_level(file, rulebook) if isinstance(file, Funding) else None
    if not isinstance(found.planned.act, PutToDecision) or level is None or not isinstance(file, Funding):
        return ()
    return (DecisionAsked(dossier=file.dossier, bodies=level.by),)


def _performed(found: ActStanding, deed: Deed | Refusal | None, setting: Setting) -> ActPerformed:
    planned = found.planned
    opened = getattr(deed, "review", None)
    return ActPerformed(
        act=planned.act.act,
        occurrence=planned.occurrence,
        does=planned.act.does,
        late=_missed(found.at, setting),
        subject=opened or planned.subject,
        because=planned.because,
    )


def _missed(at: datetime | None, setting: Setting) -> bool:
    """Whether the service was away when it was due."""
    return at is not None and any(one.since <= at < one.until for one in setting.organisation.outages)


def _refused(found: ActStanding, why: Refusal, command: PerformAct, setting: Setting) -> Decided:
    """Recorded once for each reason: whoever is to do it by hand reads the last one."""
    known = found.refused
    if known and (known.code, dict(known.params)) == (why.code, dict(why.params)):
        return why
    event = ActRefused(act=command.act, occurrence=command.occurrence, code=why.code, params=dict(why.params))
    return (Happening(command.stream, event, write_instant(setting.now)),)


def _hold_back(
    command: HoldBackAct, file: KeptFile, rulebook: Rulebook, setting: Setting, at: str
) -> Decided:
    if act_of(command.act, file, rulebook) is None:
        known = tuple(one.act for one in acts_prescribed(file, rulebook))
        return refuse("unknown_act", act=command.act, known=known or ("–",))
    today = rulebook.calendar_of(file.region).day_of(setting.now)
    if command.until is not None and command.until < today:
        return refuse("held_until_passed", until=command.until)
    event = ActHeldBack(act=command.act, until=command.until, reason=command.reason)
    return (Happening(command.stream, event, at),)


def _standing(
    command: AnnounceAct | PerformAct, file: KeptFile, rulebook: Rulebook, now: datetime
) -> ActStanding | None:
    found = acts_of(file, rulebook, now)
    return next((one for one in found if one.planned.occurrence == command.occurrence), None)
