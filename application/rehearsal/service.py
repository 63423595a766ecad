"""What the service does by itself in a rehearsal: takes stock, does what is due, tells what became of its mail."""

from collections.abc import Callable
from datetime import datetime, timedelta

from application.rehearsal.scenario import FILE
from application.rehearsal.world import World
from domain.commands import IssueReminder, ReportDelivery
from domain.due import due_rungs, next_instant
from domain.events import ReminderIssued
from domain.events.recorded import Recorded
from domain.ids import SERVICE, reminder_command_id
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
        self.refused: dict[DueReminder, Refusal] = {}
        """What was due and could not be done, with the first reason."""

    def next(self) -> datetime | None:
        """When something is due next; what could not be done is tried again the day after."""
        world = self._world
        if world.file is None:
            return None
        now = world.now if self._retry_at is None else max(world.now, self._retry_at)
        return next_instant(world.file, world.rulebook, now)

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

    def _due(self) -> tuple[DueReminder, ...]:
        world = self._world
        if world.file is None:
            return ()
        due = due_rungs(world.file, world.rulebook, world.now)
        return tuple(DueReminder(occurrence=one.deadline.occurrence, rung=one.rung.name) for one in due)

    def _do(self, due: DueReminder) -> None:
        answer = self._world.give(
            IssueReminder(
                type="IssueReminder",
                command_id=reminder_command_id(FILE, due.occurrence, due.rung),
                actor=SERVICE,
                cooperation=FILE,
                occurrence=due.occurrence,
                rung=due.rung,
            )
        )
        if isinstance(answer, Refusal):
            self.refused.setdefault(due, answer)
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
