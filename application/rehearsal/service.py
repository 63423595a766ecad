"""What the service does by itself in a rehearsal: takes stock, does what is due, tells what became of its mail."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Literal

from application.files import RuledFile
from application.lives.assessment import acts_now, all_due, next_due, settled_now
from application.lives.service_acts import act_on
from application.rehearsal.world import World
from domain.files.events import ReminderIssued
from domain.kernel.ids import SERVICE, delivery_command_id, file_of, naming
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.reminders.commands import ReportDelivery
from domain.reminders.standing import DueReminder

Fails = Callable[[ReminderIssued, datetime], bool]
"""Whether a message is refused by its recipient's server."""

Due = tuple[str, DueReminder]
"""What is due, of the file of a key."""


class Service:
    """The workflows, the one way in and the sender, as far as they change the files."""

    def __init__(self, world: World, fails: Fails) -> None:
        self._world = world
        self._fails = fails
        self._retry_at: datetime | None = None
        self.refused: dict[Due, tuple[datetime, Refusal]] = {}
        """What was due and could not be done, when first, and why."""

    def next(self) -> datetime | None:
        """When something is due next; what could not be done is tried again the day after."""
        now = self._world.now
        from_now_on = max(now, self._retry_at or now)
        times = (next_due(one, from_now_on) for one in self._world.living())
        return min((at for at in times if at is not None), default=None)

    def work(self) -> None:
        """Take stock and do what is due, until nothing is, or nothing of it can be done."""
        self._retry_at = None
        tried: tuple[Due, ...] = ()
        while due := tuple(self._due()):
            if due == tried:
                self._retry_at = self._world.now + timedelta(days=1)
                return
            tried = due
            for one in due:
                self._do(*one)

    def _due(self) -> Iterator[Due]:
        now = self._world.now
        for ruled in self._world.living():
            acts = (one for one in acts_now(ruled, now) if not one.attempt or self._would_pass(ruled, one))
            for one in all_due(ruled, settled_now(ruled, now), tuple(acts), now):
                yield ruled.file.key, one

    def _would_pass(self, ruled: RuledFile, due: DueReminder) -> bool:
        return not isinstance(self._world.judge(act_on(ruled.file.key, due)), Refusal)

    def _do(self, file: str, due: DueReminder) -> None:
        answer = self._world.give(act_on(file, due))
        if isinstance(answer, Refusal):
            self.refused.setdefault((file, due), (self._world.now, answer))
            return
        for one in answer:
            self._deliver(one)

    def _deliver(self, claim: Recorded) -> None:
        file = file_of(claim.stream)
        if file is None or not isinstance(claim.event, ReminderIssued):
            return
        failed = self._fails(claim.event, self._world.now)
        delivery: Literal["failed", "sent"] = "failed" if failed else "sent"
        self._world.give(
            ReportDelivery(
                type="ReportDelivery",
                command_id=delivery_command_id(claim.event.message, delivery, 1),
                actor=SERVICE,
                message=claim.event.message,
                delivery=delivery,
                code="550" if failed else "250",
                **naming(file),
            )
        )
