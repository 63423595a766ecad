"""What a file's workflow asks of the world. Ids, dates, positions and codes pass; never a text."""

from collections.abc import Awaitable, Callable

import structlog
from pydantic import AliasChoices, Field
from temporalio import activity

from activities.failures import failures_told_apart
from application.commands.answer import Answer
from application.lives.service_acts import act_on
from domain.kernel.model import Model
from domain.registry.commands import AnyCommand
from domain.reminders.standing import DueReminder, Standing

log = structlog.get_logger()


class File(Model):
    """Which file of which organisation."""

    organisation: str
    key: str = Field(validation_alias=AliasChoices("key", "cooperation"))
    """A cooperation's id, ``review:<id>`` or ``funding:<id>``; work handed over by an earlier release names it after
    the only kind that there was."""
    stock_position: int = 0
    """Up to where the ledger was when the workflow last took stock; 0 if it never did, or did not remember."""
    stock_hash: str = ""
    """The hash of that position, in hexadecimal."""


class Reminder(Model):
    """What is due in a file and is to be recorded."""

    file: File
    due: DueReminder
    stock: str | None = None
    """Which taking of stock found it due, in work handed over by an earlier release."""


class Issued(Model):
    """What became of the command that does it, for whoever reads the history."""

    outcome: str
    repeated: bool
    position: int | None


class Alert(Model):
    """A workflow cannot go on by itself."""

    file: File
    trouble: str
    """A code: ``LedgerBehind``, ``NothingHelps``, or the type of an error."""
    told: int
    """The last position of the ledger that the workflow knows of."""


class LedgerBehind(Exception):
    """The ledger does not hold what the workflow has seen of it: it went back."""


class FileActivities:
    """The activities, over the one way in and what assesses a file (organisation, key of the file).

    ``holds`` says whether an organisation's ledger still has a position with a hash (bytes), ``listed`` whether
    Temporal's lists know the search attributes of files.
    """

    def __init__(
        self,
        assess: Callable[[str, str], Awaitable[Standing]],
        record: Callable[[str, AnyCommand], Awaitable[Answer]],
        holds: Callable[[str, int, bytes], Awaitable[bool]],
        listed: Callable[[], Awaitable[bool]],
    ) -> None:
        self._assess = assess
        self._record = record
        self._holds = holds
        self._listed = listed

    @activity.defn(name="take_stock")  # as histories name it
    async def assess(self, file: File) -> Standing:
        """Where the file stands in the ledger now, what is due, how long nothing will be."""
        with failures_told_apart():
            if await self._bears_out(file):
                standing = await self._assess(file.organisation, file.key)
            else:
                standing = Standing.of_another_history()
        return standing.model_copy(update={"listed": await self._listed()})

    async def _bears_out(self, file: File) -> bool:
        """Whether the ledger holds what the workflow has seen of it."""
        if not file.stock_hash:
            return True
        return await self._holds(file.organisation, file.stock_position, bytes.fromhex(file.stock_hash))

    @activity.defn
    async def issue_reminder(self, reminder: Reminder) -> Issued:
        """Record that the rung goes out, or that silence counts; a repeat changes nothing."""
        return await self._do(reminder)

    @activity.defn
    async def conclude_review(self, reminder: Reminder) -> Issued:
        """Record the conclusion that the panel's rule gives; a repeat changes nothing."""
        return await self._do(reminder)

    @activity.defn
    async def perform_act(self, reminder: Reminder) -> Issued:
        """Announce or do what the rulebook prescribes, or record why the rules refuse it; a repeat changes nothing."""
        return await self._do(reminder)

    async def _do(self, reminder: Reminder) -> Issued:
        """Give the command that does what is due; never on the grounds of a history that the ledger lost."""
        command = act_on(reminder.file.key, reminder.due)
        with failures_told_apart():
            if not await self._bears_out(reminder.file):
                raise LedgerBehind
            answer = await self._record(reminder.file.organisation, command)
        return Issued(outcome=answer.outcome, repeated=answer.repeated, position=answer.position)

    @activity.defn
    async def alert(self, alert: Alert) -> bool:
        """Tell the operators, in the log, that a workflow has stopped acting; whether Temporal's lists can show it."""
        log.error(
            "workflow needs help",
            organisation=alert.file.organisation,
            file=alert.file.key,
            trouble=alert.trouble,
            told=alert.told,
        )
        return await self._listed()
