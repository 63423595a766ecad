"""The steps of a life: phases, deadlines, pauses, abandonment, closing."""

from domain.cooperations.commands.lifecycle import (
    AdvancePhase,
    CloseCooperation,
    ExtendDeadline,
    GoBack,
    PauseCooperation,
    ReopenCooperation,
    RequestAbandonment,
    ResumeCooperation,
    SettleAbandonment,
    WithdrawAbandonment,
)
from domain.cooperations.deadlines import deadlines
from domain.cooperations.decide.completion import held_back
from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationReopened,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.gate import held, missing
from domain.cooperations.state import Cooperation
from domain.files.entries import GateItemHeld
from domain.files.events import DeadlineExtended
from domain.files.setting import Decision, Setting, effective_at
from domain.kernel.moments import day_of, earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import ClosingOutcome, Settlement
from domain.rulebook import TERMS, Rulebook, names_of


def advance_phase(command: AdvancePhase, file: Cooperation, rulebook: Rulebook, setting: Setting) -> Decision:
    """Enter the next phase once the gate holds; the event keeps how it held."""
    following = rulebook.phase_after(file.current.phase)
    if following is None:
        return refuse("last_phase", phase=file.current.phase)
    if command.to is not following:
        return refuse("not_the_next_phase", to=command.to, phase=file.current.phase, following=following)
    if refusal := held_back("phase", file, rulebook):
        return refusal
    gate = _passed_gate(command, file, rulebook, setting)
    if isinstance(gate, Refusal):
        return gate
    number = file.current.number + 1
    return (
        PhaseEntered(phase=following, pass_number=number, way="advanced", gate=gate, reason=command.reason),
    )


def _passed_gate(
    command: AdvancePhase | CloseCooperation, file: Cooperation, rulebook: Rulebook, setting: Setting
) -> tuple[GateItemHeld, ...] | Refusal:
    """How the present gate holds when the command takes effect; nothing that came later may hold it."""
    at, zone = effective_at(command, setting), rulebook.zone_of(file.region)
    first, last = earliest(at, zone), latest(at, zone)
    if lacking := missing(file, rulebook, first):
        return refuse("gate_incomplete", phase=file.current.phase, missing=lacking)
    gate = held(file, rulebook, first)
    later = [one for item in gate for one in item.entries if earliest(file.entries[one].at, zone) > last]
    return refuse("rests_on_later", at=at, entry=tuple(later)) if later else gate


def go_back(command: GoBack, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Begin a new pass of an earlier phase."""
    earlier = tuple(phase for phase in rulebook.phases if phase.number < file.current.phase.number)
    if command.to not in earlier:
        return refuse("not_an_earlier_phase", to=command.to, phase=file.current.phase, known=earlier)
    number = file.current.number + 1
    return (PhaseEntered(phase=command.to, pass_number=number, way="back", reason=command.reason),)


def extend_deadline(command: ExtendDeadline, file: Cooperation, rulebook: Rulebook) -> Decision:
    """Give an open deadline more time."""
    opened = deadlines(file, rulebook)
    one = next((one for one in opened if one.key == command.deadline), None)
    if one is None:
        known = tuple(dict.fromkeys(one.key for one in opened if one.after not in TERMS))
        in_rules = command.deadline in names_of(rulebook, "deadline")
        code = "deadline_not_open" if in_rules else "unknown_deadline"
        return refuse(code, deadline=command.deadline, known=known or "–")
    if one.after in TERMS:
        return refuse("term_is_agreed", deadline=command.deadline, due=one.due.day)
    if command.until <= one.due.day:
        return refuse("not_an_extension", deadline=command.deadline, due=one.due.day)
    return (
        DeadlineExtended(
            deadline=command.deadline, occurrence=one.base, until=command.until, reason=command.reason
        ),
    )


def pause(command: PauseCooperation, file: Cooperation, rulebook: Rulebook, setting: Setting) -> Decision:
    """Let an awake file sleep, until a later day if its end is planned."""
    if file.paused:
        return refuse("already_paused")
    zone = rulebook.zone_of(file.region)
    begins = day_of(earliest(effective_at(command, setting), zone), zone)
    if command.until is not None and command.until <= begins:
        return refuse("pause_ends_before", until=command.until, begins=begins)
    return (CooperationPaused(reason=command.reason, until=command.until),)


def resume(command: ResumeCooperation, file: Cooperation) -> Decision:
    """Wake a sleeping file."""
    return (CooperationResumed(reason=command.reason),) if file.paused else refuse("not_paused")


def request_abandonment(command: RequestAbandonment, file: Cooperation) -> Decision:
    """Ask, once at a time."""
    if file.abandonment:
        return refuse("abandonment_pending")
    return (AbandonmentRequested(reason=command.reason),)


def withdraw_abandonment(command: WithdrawAbandonment, file: Cooperation) -> Decision:
    """Take back what is asked."""
    if file.abandonment is None:
        return refuse("no_abandonment")
    return (AbandonmentWithdrawn(reason=command.reason),)


def settle_abandonment(command: SettleAbandonment, file: Cooperation) -> Decision:
    """Answer what is asked. Granted, it closes the file: not while money is granted to it."""
    if file.abandonment is None:
        return refuse("no_abandonment")
    if command.settlement is Settlement.GRANTED and file.granted_fundings:
        return refuse("money_open", fundings=file.granted_fundings)
    return (AbandonmentSettled(settlement=command.settlement, reason=command.reason),)


def close(command: CloseCooperation, file: Cooperation, rulebook: Rulebook, setting: Setting) -> Decision:
    """Close as completed, from the last phase and with its gate held, or as handed over at any time.

    Every granted cent must be paid, released or reclaimed before: none of its fundings is granted any more.
    """
    match command.outcome:
        case ClosingOutcome.ABANDONED:
            return refuse("abandonment_is_asked")
        case ClosingOutcome.HANDED_OVER if command.handed_to is None:
            return refuse("handed_to_whom")
        case ClosingOutcome.COMPLETED if rulebook.phase_after(file.current.phase):
            return refuse("not_in_last_phase", phase=file.current.phase)
    if command.outcome is not ClosingOutcome.HANDED_OVER and command.handed_to:
        return refuse("handed_to_whom")
    if file.granted_fundings:
        return refuse("money_open", fundings=file.granted_fundings)
    completed = command.outcome is ClosingOutcome.COMPLETED
    if completed and (refusal := held_back("phase", file, rulebook)):
        return refusal
    gate = _passed_gate(command, file, rulebook, setting) if completed else ()
    if isinstance(gate, Refusal):
        return gate
    return (
        CooperationClosed(
            outcome=command.outcome, handed_to=command.handed_to, gate=gate, reason=command.reason
        ),
    )


def reopen(command: ReopenCooperation, file: Cooperation) -> Decision:
    """Live again, in a new pass of the phase that was left."""
    if file.closed is None:
        return refuse("not_closed")
    entered = PhaseEntered(phase=file.current.phase, pass_number=file.current.number + 1, way="reopened")
    return (CooperationReopened(reason=command.reason), entered)
