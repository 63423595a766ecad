"""What the lives of all files share: looking where the file stands, doing what is due, waiting for people.

The ledger is the truth and the rules live in the domain. A workflow only asks where its file stands and what is due,
does that by commands, and waits: until something falls due, until it is told that the ledger has grown, and thirty days
at most. A life reads ``while await self.lasts(…)``, then the steps that do what is due.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import Generic, TypeVar

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from activities.failures import UNKNOWN_ORGANISATION
    from activities.file_activities import Alert, File, FileActivities, Reminder
    from domain.reminders.standing import (
        ACT,
        ANNOUNCEMENT,
        CONCLUSION,
        REMINDER,
        SILENCE,
        DueReminder,
        Standing,
    )
    from wording.standing import standing_details, trouble_details, wait_summary
    from workflows.activity_calls import ask
    from workflows.run import FileRun
    from workflows.shown import standing_changes, whose_changes

ARun = TypeVar("ARun", bound=FileRun)

BRIEFLY = timedelta(seconds=1)
LONGEST_RETRY_SECONDS = 300
PATIENCE = 8
"""After so many attempts (some four minutes) that change nothing, somebody is told."""
LEDGER_BEHIND, NOTHING_HELPS = "LedgerBehind", "NothingHelps"


_ACTIVITIES = {
    REMINDER: FileActivities.issue_reminder,
    SILENCE: FileActivities.issue_reminder,
    CONCLUSION: FileActivities.conclude_review,
    ANNOUNCEMENT: FileActivities.perform_act,
    ACT: FileActivities.perform_act,
}
"""The activity that does what is due, by its kind."""


class Trouble(Exception):
    """The workflow cannot go on by itself; says why, as a code."""


class FileLife(ABC, Generic[ARun]):
    """The life of one file, in runs: whoever inherits says in which steps it is lived, and what a run hands on."""

    def __init__(self, run: ARun) -> None:
        self._run = run
        self._file = File(
            organisation=run.organisation,
            key=run.key,
            stock_position=run.stock_position,
            stock_hash=run.stock_hash,
        )
        self._told = run.seen
        self._standing: Standing | None = None
        self._asked = self._stock_for = self._answered = 0
        self._lived: object = None
        self._due: tuple[DueReminder, ...] = ()
        self._acted: tuple[DueReminder, ...] = ()
        self._failure: str | None = None
        self._trouble: str | None = None
        self._attempts = 0
        self._listed = False
        self._gone = False
        """Whether there is no such ledger any more: a simulation was thrown away."""

    @workflow.update
    async def catch_up(self, position: int) -> int:
        """Take stock anew now that the ledger has reached ``position`` (or time has moved): the position seen.

        Raises ApplicationError ``LedgerBehind`` if the ledger does not hold what was said to be there, or of
        another type if the workflow is in trouble.
        """
        self._told = max(self._told, position)
        self._asked += 1
        mine = self._asked
        await workflow.wait_condition(lambda: self._answered >= mine)
        if self._trouble or not self._standing:
            raise ApplicationError("not caught up", type=self._trouble, non_retryable=True)
        return self._standing.position

    @abstractmethod
    def _place(self, standing: Standing) -> object:
        """Where in its life the file is, as far as the workflow goes from one step to the next; None if it does not."""

    def _next_run(self) -> ARun:
        """What the next run is to know."""
        stock = {"stock_position": self._file.stock_position, "stock_hash": self._file.stock_hash}
        return self._run.model_copy(update={"seen": self._told, **stock})

    async def lasts(self, here: object = None) -> bool:
        """Whether the file is still ``here``, in a pass of a phase or at a step: where it was first seen, if missing.

        True as soon as something is due. While nothing is, it answers those who asked, and waits for people.
        """
        self._lived = here or self._lived
        if self._due or self._acted:
            await self._do(self._due)  # what the steps of this life do not name
            await self.look()
        while not self._due:
            await self._answer()
            self._lived = self._lived or self._here()
            if self._is_over() or (self._standing is not None and self._here() != self._lived):
                return False
            await self._wait()
            await self.look()
        return True

    async def count_silence(self) -> None:
        """Whoever has not answered in time has answered as the rulebook says."""
        await self._do(one for one in self._due if one.kind == SILENCE)

    async def announce(self) -> None:
        """Tell those in charge what will be done by itself, while they can hold it back."""
        await self._do(one for one in self._due if one.kind == ANNOUNCEMENT)

    async def ask_the_panels(self) -> None:
        """Put the questions that the rulebook prescribes to their panels."""
        await self._do(self._acts("open-review"))

    async def remind(self) -> None:
        """Remind those who are to act, and those above them."""
        await self._do(one for one in self._due if one.kind == REMINDER)

    def _acts(self, *does: str) -> tuple[DueReminder, ...]:
        return tuple(one for one in self._due if one.kind == ACT and one.does in does)

    def _here(self) -> object:
        """Where the file is now; None while nobody knows."""
        return self._place(self._standing) if self._standing else None

    def _is_over(self) -> bool:
        """Whether this run is: the file has ended, its ledger was dropped, or the history has grown long."""
        return self._gone or self._is_long() or (self._standing is not None and self._standing.ended)

    def _is_long(self) -> bool:
        now = workflow.info()
        return now.get_current_history_length() >= self._run.turnover or now.is_continue_as_new_suggested()

    async def end_run(self) -> None:
        """Answer whoever asks, then go on as a new run; only the end of the file's life, or of its ledger, ends it."""
        while not workflow.all_handlers_finished():
            await workflow.wait_condition(lambda: workflow.all_handlers_finished() or self._is_asked())
            if self._is_asked():
                await self.look()
                while self._due:
                    await self._do(self._due)
                    await self.look()
                await self._answer()
        if not self._gone and (self._standing is None or not self._standing.ended):
            workflow.continue_as_new(self._next_run())

    async def _do(self, dues: Iterable[DueReminder]) -> None:
        """Do some of what is due; a failure leaves the rest for another time."""
        for due in tuple(dues):
            if self._failure:
                return
            try:
                reminder = Reminder(file=self._file, due=due)
                await ask(_ACTIVITIES[due.kind], reminder, f"{due.occurrence} {due.rung}")
            except FailureError as error:
                self._failed(error)
                return
            self._acted = (*self._acted, due)
            self._due = tuple(one for one in self._due if one != due)

    async def look(self) -> None:
        """See where the file stands and what is due. What stays due after it was done is trouble."""
        acted, self._due, self._acted = self._acted, (), ()
        if self._failure:
            return
        try:
            standing = await self._assess()
        except Trouble as trouble:
            self._failure = str(trouble)
        except FailureError as error:
            self._failed(error)
        else:
            if acted and frozenset(standing.due) == frozenset(acted):
                self._failure = NOTHING_HELPS
            else:
                self._due = standing.due

    def _failed(self, error: FailureError) -> None:
        """Note what failed; a cancellation is none, and ends the workflow. Raises it."""
        if is_cancelled_exception(error):
            raise error
        self._failure = getattr(error.cause, "type", None) or type(error).__name__
        self._gone = self._gone or self._failure == UNKNOWN_ORGANISATION
        self._due = ()

    async def _answer(self) -> None:
        """Show how things stand, and answer those who asked before the file was looked at."""
        failure, self._failure = self._failure, None
        await self._note(failure)
        self._answered = self._stock_for

    async def _assess(self) -> Standing:
        """Read where the file stands. Whoever asked before this began will be answered by it.

        A ledger that is shorter than what was told, or that does not hold what was seen of it last time, went back:
        it stays behind, however much it grows on another history.
        """
        self._stock_for, told = self._asked, self._told
        standing = await ask(FileActivities.assess, self._file, f"≥ {told}")
        self._listed = standing.listed
        if standing.behind or standing.position < told:
            raise Trouble(LEDGER_BEHIND)
        self._told = max(self._told, standing.position)
        seen = {"stock_position": standing.position, "stock_hash": standing.hash}
        self._file = self._file.model_copy(update=seen)
        self._standing = standing
        return standing

    async def _note(self, trouble: str | None) -> None:
        """Show how things stand, and tell the operators once of what does not pass by itself."""
        self._attempts = self._attempts + 1 if trouble and trouble == self._trouble else 1
        self._trouble = trouble
        if trouble:
            workflow.set_current_details(trouble_details(trouble, self._told))
            if self._attempts == (PATIENCE if trouble == NOTHING_HELPS else 1):
                await self._alert(trouble)
        elif self._standing:
            workflow.set_current_details(standing_details(self._standing))
        self._show()

    def _show(self) -> None:
        """Show in Temporal's lists what changed, if they know how; an activity says so, hence the history does."""
        if not self._listed:
            return
        shown, file = workflow.info().typed_search_attributes, self._file
        changes = [*whose_changes(shown, file.organisation, file.key, self._trouble)]
        if self._standing:
            changes += standing_changes(shown, self._standing)
        workflow.upsert_search_attributes(changes)

    async def _alert(self, trouble: str) -> None:
        try:
            alert = Alert(file=self._file, trouble=trouble, told=self._told)
            self._listed = bool(await ask(FileActivities.alert, alert, trouble))
        except FailureError as error:  # an alarm that fails must not end what it warns about
            if is_cancelled_exception(error):
                raise

    async def _wait(self) -> None:
        """Until something falls due or somebody asks; in trouble a second at least, each time twice as long."""
        if self._trouble or not self._standing:
            summary = f"⚠ {self._trouble}"
            await workflow.sleep(BRIEFLY, summary=summary)
            seconds = float(min(2 ** (self._attempts - 1), LONGEST_RETRY_SECONDS))
        else:
            summary = wait_summary(self._standing)
            seconds = max(self._standing.wait_seconds, BRIEFLY.total_seconds())
        with suppress(asyncio.TimeoutError):
            await workflow.wait_condition(self._is_asked, timeout=seconds, timeout_summary=summary)

    def _is_asked(self) -> bool:
        return self._asked > self._answered
