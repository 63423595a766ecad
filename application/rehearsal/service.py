"""What the service does by itself in a rehearsal: takes stock, does what is due, tells what became of its mail."""

from collections.abc import Callable
from datetime import datetime, timedelta

from application.files import RuledFile
from application.rehearsal.scenario import FILE
from application.rehearsal.world import World
from application.service_acts import act_on, id_of
from application.stock import all_due, next_due, silences_due
from domain.commands import ReportDelivery
from domain.events import ReminderIssued
from domain.events.recorded import Recorded
from domain.ids import SERVICE
from domain.refusals import Refusal
from domain.standing import DueReminder

Fails = Callable[[ReminderIssued, datetime], bool]
"""Whether a message is refused by its recipient's server."""


class Service:
    """The workflow, the one way in and the sender, as far as they change the file."""

    def __init__(self, world: World, fails: Fails) -> None:
        self._world = world
        self._fails = fails
        self._retry_at: datetime | None = None
        self.refused: dict[DueReminder, tuple[datetime, Refusal]] = {}
        """What was due and could not be done, when first, and why."""

    def next(self) -> datetime | None:
        """When something is due next; what could not be done is tried again the day after."""
        now = self._world.now
        ruled = self._ruled()
        return next_due(ruled, max(now, self._retry_at or now)) if ruled else None

    def work(self) -> None:
        """Take stock and do what is due, until nothing is, or nothing of it can be done."""
        self._retry_at = None
        tried: tuple[DueReminder, ...] = ()
        while due := self._due():
            if due == tried:
                self._retry_at = self._world.now + timedelta(days=1)
                return
            tried = due
            for one in due:
                self._do(one)

    def _ruled(self) -> RuledFile | None:
        world = self._world
        return RuledFile(world.file, world.organisation, world.rulebook) if world.file else None

    def _due(self) -> tuple[DueReminder, ...]:
        now = self._world.now
        return all_due(ruled, silences_due(ruled, now), now) if (ruled := self._ruled()) else ()

    def _do(self, due: DueReminder) -> None:
        answer = self._world.give(act_on(FILE, due, id_of(FILE, due)))
        if isinstance(answer, Refusal):
            self.refused.setdefault(due, (self._world.now, answer))
            return
        for one in answer:
            self._deliver(one)

    def _deliver(self, claim: Recorded) -> None:
        if not isinstance(claim.event, ReminderIssued):
            return
        failed = self._fails(claim.event, self._world.now)
        self._world.give(
            ReportDelivery(
                type="ReportDelivery",
                command_id=f"delivery/{claim.event.message}",
                actor=SERVICE,
                cooperation=FILE,
                message=claim.event.message,
                delivery="failed" if failed else "sent",
                code="550" if failed else "250",
            )
        )
