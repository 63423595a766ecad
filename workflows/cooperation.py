"""The life of one cooperation: a run for each pass of a phase, waiting for months, woken by the ledger."""

from temporalio import workflow

from workflows.life import FileLife

with workflow.unsafe.imports_passed_through():
    from domain.kernel.values import Phase
    from domain.reminders.standing import Standing
    from workflows.run import CooperationRun


@workflow.defn(name="Cooperation")
class CooperationWorkflow(FileLife[CooperationRun]):
    """Lives one pass of a phase; its workflow goes on from pass to pass until the file is closed."""

    @workflow.init
    def __init__(self, run: CooperationRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: CooperationRun) -> None:
        """Live one pass. Only the end of the cooperation's life, or cancellation, ends the workflow."""
        await self._catch_up()
        match run.phase or (self._standing.phase if self._standing else None):
            case Phase.EXPLORATION:
                await self.exploration()
            case Phase.DIAGNOSIS:
                await self.diagnosis()
            case Phase.EXPERIMENTATION:
                await self.experimentation()
            case Phase.CAPITALISATION:
                await self.capitalisation()
            case None:
                await self._live_pass()
        await self._end_run()

    async def exploration(self) -> None:
        """Understand the territory and its people, until they know what they want to do together."""
        await self._live_pass()

    async def diagnosis(self) -> None:
        """Study the need and build the collective, until its charter and its plan can be tried out."""
        await self._live_pass()

    async def experimentation(self) -> None:
        """Try the cooperation out and evaluate it, until it stands or goes back to be thought over."""
        await self._live_pass()

    async def capitalisation(self) -> None:
        """Pass on what was learned, until the file is closed."""
        await self._live_pass()

    async def _live_pass(self) -> None:
        await self._live(self._run.pass_number or (self._standing.pass_number if self._standing else None))

    def _place(self, standing: Standing) -> object:
        return standing.pass_number

    def _next_run(self) -> CooperationRun:
        next_run = super()._next_run()
        if self._standing:
            now = {"phase": self._standing.phase, "pass_number": self._standing.pass_number}
            next_run = next_run.model_copy(update=now)
        return next_run
