"""What the lives of all files share: taking stock, doing what is due, waiting, woken by the ledger.

The ledger is the truth and the rules live in the domain. A workflow only takes stock of its file, does what is due
by commands, and waits: until something falls due, until it is told that the ledger has grown, and thirty days at most.
"""

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress
from datetime import timedelta
from typing import Generic, TypeVar

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
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


_DOES = {
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
        self._trouble: str | None = None
        self._attempts = 0
        self._listed = False

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
        """Where in its life the file is: what a step of the workflow lives through."""

    def _next_run(self) -> ARun:
        """What the next run is to know."""
        stock = {"stock_position": self._file.stock_position, "stock_hash": self._file.stock_hash}
        return self._run.model_copy(update={"seen": self._told, **stock})

    async def _live(self, here: object) -> None:
        """Take stock, do what is due, wait; leave when the file has left that place or the history grew long."""
        while not self._leaves(here):
            await self._wait()
            await self._catch_up()

    def _leaves(self, here: object) -> bool:
        return self._is_over() or (self._standing is not None and self._place(self._standing) != here)

    def _is_over(self) -> bool:
        """Whether this run is: the file has ended, or the history has grown long."""
        return self._is_long() or (self._standing is not None and self._standing.ended)

    def _is_long(self) -> bool:
        now = workflow.info()
        return now.get_current_history_length() >= self._run.turnover or now.is_continue_as_new_suggested()

    async def _end_run(self) -> None:
        """Answer whoever asks, then go on as a new run; only the end of the file's life ends the workflow."""
        await self._answer_everybody()
        if self._standing is None or not self._standing.ended:
            workflow.continue_as_new(self._next_run())

    async def _catch_up(self) -> None:
        """Take stock and do what is due until nothing is; then answer those who asked before."""
        trouble = None
        try:
            await self._do_what_is_due(await self._assess())
        except Trouble as error:
            trouble = str(error)
        except FailureError as error:
            if is_cancelled_exception(error):
                raise
            trouble = getattr(error.cause, "type", None) or type(error).__name__
        await self._note(trouble)
        self._answered = self._stock_for

    async def _do_what_is_due(self, standing: Standing) -> None:
        tried: tuple[DueReminder, ...] = ()
        while standing.due:
            if standing.due == tried:
                raise Trouble(NOTHING_HELPS)
            tried = standing.due
            for due in tried:
                reminder = Reminder(file=self._file, due=due)
                await ask(_DOES[due.kind], reminder, f"{due.occurrence} {due.rung}")
            standing = await self._assess()

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

    async def _answer_everybody(self) -> None:
        """Answer those who still wait, and those who come meanwhile: leaving would cut them off."""
        while not workflow.all_handlers_finished():
            await workflow.wait_condition(lambda: workflow.all_handlers_finished() or self._is_asked())
            if self._is_asked():
                await self._catch_up()

    def _is_asked(self) -> bool:
        return self._asked > self._answered
