"""Telling what the ledger records as it happens: phases, reminders, pauses, ends."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentSettled,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.state import Cooperation
from domain.files.events import ReminderIssued, ReminderOvertaken
from domain.files.file import KeptFile
from domain.files.related import RelatedFile
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.ids import file_of
from domain.kernel.moments import day_of, earliest
from domain.kernel.recorded import Recorded
from domain.registry.codec import decode
from domain.reminders.names import clock_name
from domain.reminders.outcomes import TOLD
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from language import say, t
from queries.dossiers import closed_files
from queries.visit import Visit
from wording.days import day_words
from wording.details import DUE, called
from wording.news_of_acts import OF_ACTS, of_act
from wording.news_of_related_files import OF_FUNDINGS, OF_REVIEWS, of_funding, of_review
from wording.values import word

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
    *OF_ACTS,
    *OF_REVIEWS,
    *OF_FUNDINGS,
)
HAPPENED = tuple(one for one in _NEWS if one not in (ReminderIssued, ReminderOvertaken))
"""All of it but what people were reminded of."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that was recorded, in a sentence; ``on`` is the day where its file lives."""

    on: date | None
    file: str
    """The key of the file that it is recorded of."""
    cooperation: str
    """The key of the cooperation that it concerns."""
    name: str
    """What that cooperation is called."""
    entry: int
    said: str


class Teller:
    """Reads a ledger on from a position and says in a sentence each what people want to hear of.

    Of what the person may not read, and of what is put before a panel from which it is closed to them, nothing is told.
    ``wanted``: of these events only.
    """

    def __init__(
        self, visit: Visit, position: int, names: dict[str, str], wanted: tuple[type[Event], ...] = _NEWS
    ) -> None:
        self._visit = visit
        self._wanted = wanted
        self._position = position
        self._names = names

    async def news(self) -> list[News]:
        """What has been recorded since the last time, in order."""
        self._visit.look_again()
        told: list[News] = []
        while stored := await self._visit.service.ledger.read(self._visit.organisation, self._position, PAGE):
            recorded = [one for one in map(decode, stored) if isinstance(one.event, self._wanted)]
            told.extend([said for one in recorded if (said := await self._told(one))])
            self._position = stored[-1].position
        return told

    async def _told(self, recorded: Recorded) -> News | None:
        key = file_of(recorded.stream) or ""
        ruled = await self._visit.service.files.ruled(self._visit.organisation, key)
        cooperation = await self._heard_of(ruled.file) if ruled else None
        if ruled is None or cooperation is None:
            return None
        file, zone = ruled.file, self._visit.zone_of(ruled.file)
        return News(
            on=day_of(recorded.recorded_at, zone) if recorded.recorded_at else None,
            file=key,
            cooperation=cooperation.key,
            name=cooperation.name,
            entry=recorded.entry,
            said=self._what(recorded, file, ruled.rulebook, zone),
        )

    async def _heard_of(self, file: KeptFile) -> Cooperation | None:
        """The cooperation that a file is or belongs to; None if nothing of the file is told to the person."""
        key = file.cooperation if isinstance(file, RelatedFile) else file.key
        cooperation = await self._visit.service.files.file(self._visit.organisation, key)
        if not self._visit.scope.lists(file) or not isinstance(cooperation, Cooperation):
            return None
        closed = isinstance(file, RelatedFile) and file.key in await closed_files(self._visit, cooperation)
        return None if closed else cooperation

    def _what(
        self, recorded: Recorded, file: KeptFile | None, rulebook: Rulebook | None, zone: ZoneInfo
    ) -> str:
        if isinstance(file, Review) and (told := of_review(recorded.event, file, rulebook)):
            return told
        if isinstance(file, Funding) and (told := of_funding(recorded.event, file, rulebook)):
            return told
        if told := of_act(recorded.event, rulebook):
            return told
        match recorded.event:
            case PhaseEntered(phase=phase):
                name = rulebook.phases[phase].name if rulebook and phase in rulebook.phases else None
                shown = say(name) if name else word(phase, "phase")
                return t(
                    f"★ entre en phase {phase.number} : {shown}", f"★ enters phase {phase.number}: {shown}"
                )
            case ReminderIssued() as issued:
                return self._reminder(issued, day_of(earliest(recorded.effective_at, zone), zone), rulebook)
            case ReminderOvertaken(occurrence=occurrence):
                about = _name(occurrence, rulebook)
                return t(
                    f"· {about} : un rappel plus bas est dépassé", f"· {about}: a lower reminder is overtaken"
                )
            case CooperationPaused():
                return t("‖ en pause", "‖ paused")
            case CooperationResumed():
                return t("▶ reprend", "▶ resumes")
            case AbandonmentRequested():
                return t("? abandon demandé", "? abandonment requested")
            case AbandonmentWithdrawn():
                return t("▶ demande d’abandon retirée", "▶ request to abandon withdrawn")
            case AbandonmentSettled(settlement=settlement):
                return t(
                    f"! abandon : {word(settlement, 'settlement')}",
                    f"! abandonment: {word(settlement, 'settlement')}",
                )
            case CooperationClosed(outcome=outcome):
                return t(f"■ close : {word(outcome, 'closing')}", f"■ closed: {word(outcome, 'closing')}")
        return recorded.event.type

    def _reminder(self, issued: ReminderIssued, day: date, rulebook: Rulebook | None) -> str:
        name = _name(issued.occurrence, rulebook)
        who = f"{called(issued.recipient, self._names)} ({word(issued.role, 'role')})"
        when = "" if issued.rung == TOLD else f", {_due(issued, day)}"
        return f"✉ {name}{when} → {who}"


def _name(occurrence: str, rulebook: Rulebook | None) -> str:
    """What the deadline of an occurrence is called."""
    name = clock_name(occurrence, rulebook)
    return say(name) if name else occurrence.partition("/")[0]


def _due(issued: ReminderIssued, day: date) -> str:
    due = say(day_words(issued.due_on))
    late = t(", rappel en retard", ", reminder late") if issued.late else ""
    if day < issued.due_on:
        return say(DUE) + due + late
    if day == issued.due_on:
        return t("échéance aujourd’hui", "due today") + late
    return t("échue depuis le ", "overdue since ") + due + late
