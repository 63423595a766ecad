"""Telling what the ledger records as it happens: phases, reminders, pauses, ends."""

from cli.language import locale, t
from cli.visit import Visit
from cli.words.values import word
from domain.codec import decode
from domain.events import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
    ReminderIssued,
    ReminderOvertaken,
)
from domain.events.recorded import Recorded
from domain.ids import file_of
from domain.moments import PARIS
from domain.rulebook import Rulebook

PAGE = 500
"""Events read at a time."""

_NEWS = (
    PhaseEntered,
    ReminderIssued,
    ReminderOvertaken,
    CooperationPaused,
    CooperationResumed,
    AbandonmentRequested,
    AbandonmentWithdrawn,
    AbandonmentSettled,
    CooperationClosed,
)


class Teller:
    """Reads a ledger on from a position and says in a line each what people want to hear of."""

    def __init__(self, visit: Visit, position: int, names: dict[str, str]) -> None:
        self._visit = visit
        self._position = position
        self._names = names

    async def news(self) -> list[str]:
        """What has been recorded since the last time, in order."""
        told: list[str] = []
        while stored := await self._visit.service.ledger.read(self._visit.organisation, self._position, PAGE):
            recorded = [decode(one) for one in stored]
            told.extend([await self._line(one) for one in recorded if isinstance(one.event, _NEWS)])
            self._position = stored[-1].position
        return told

    async def _line(self, recorded: Recorded) -> str:
        file = file_of(recorded.stream) or ""
        state = await self._visit.service.files.cooperation(self._visit.organisation, file)
        rulebook = self._visit.service.files.rulebook(state) if state else None
        when = f"{recorded.recorded_at.astimezone(PARIS):%Y-%m-%d}" if recorded.recorded_at else ""
        return f"{when}  {file:<15} {self._what(recorded, rulebook)}"

    def _what(self, recorded: Recorded, rulebook: Rulebook | None) -> str:
        match recorded.event:
            case PhaseEntered(phase=phase):
                name = rulebook.phases[phase].name if rulebook and phase in rulebook.phases else None
                shown = getattr(name, locale()) if name else word(phase)
                return t(
                    f"★ entre en phase {phase.number} : {shown}", f"★ enters phase {phase.number}: {shown}"
                )
            case ReminderIssued() as issued:
                return self._reminder(issued, rulebook)
            case ReminderOvertaken(rung=rung, by=by):
                return t(f"· rappel {rung} dépassé par {by}", f"· reminder {rung} overtaken by {by}")
            case CooperationPaused():
                return t("‖ en pause", "‖ paused")
            case CooperationResumed():
                return t("▶ reprend", "▶ resumes")
            case AbandonmentRequested():
                return t("? abandon demandé", "? abandonment requested")
            case AbandonmentWithdrawn():
                return t("▶ demande d’abandon retirée", "▶ request to abandon withdrawn")
            case AbandonmentSettled(settlement=settlement):
                return t(f"! abandon : {word(settlement)}", f"! abandonment: {word(settlement)}")
            case CooperationClosed(outcome=outcome):
                return t(f"■ close : {word(outcome)}", f"■ closed: {word(outcome)}")
        return recorded.event.type

    def _reminder(self, issued: ReminderIssued, rulebook: Rulebook | None) -> str:
        key = issued.occurrence.partition("/")[0]
        rules = {rule.deadline: rule.name for rule in rulebook.deadlines} if rulebook else {}
        name = getattr(rules[key], locale()) if key in rules else key
        who = f"{self._names.get(issued.recipient, issued.recipient)} ({word(issued.role)})"
        late = t(", en retard", ", late") if issued.late else ""
        due = t(f"pour le {issued.due_on}", f"due {issued.due_on}")
        return f"✉ {name}, {due} [{issued.rung}{late}] → {who}"
