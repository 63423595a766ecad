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
        """Live one pass of a phase. Only the end of the cooperation's life, or cancellation, ends the workflow."""
        await self.look()
        match run.phase or (self._standing.phase if self._standing else None):
            case Phase.EXPLORATION:
                await self.exploration(run.pass_number)
            case Phase.DIAGNOSIS:
                await self.diagnosis(run.pass_number)
            case Phase.EXPERIMENTATION:
                await self.experimentation(run.pass_number)
            case Phase.CAPITALISATION:
                await self.capitalisation(run.pass_number)
            case None:
                await self.before_its_first_phase()
        await self.end_run()

    async def exploration(self, phase_pass: int | None) -> None:
        """The territory and its people are approached; a panel is asked about the choice of it: go, or no-go."""
        while await self.lasts(phase_pass):
            await self.count_silence()
            await self.announce()
            await self.ask_the_panels()
            await self.ask_those_in_charge()
            await self.go_on()
            await self.remind()

    async def diagnosis(self, phase_pass: int | None) -> None:
        """The need is studied and the collective built, until its charter and its plan can be tried out."""
        while await self.lasts(phase_pass):
            await self.count_silence()
            await self.announce()
            await self.ask_those_in_charge()
            await self.ask_the_panels()
            await self.go_on()
            await self.remind()

    async def experimentation(self, phase_pass: int | None) -> None:
        """Experiments are funded, tried out and evaluated, until the cooperation stands, or goes back."""
        while await self.lasts(phase_pass):
            await self.count_silence()
            await self.announce()
            await self.ask_those_in_charge()
            await self.ask_the_panels()
            await self.go_on()
            await self.remind()

    async def capitalisation(self, phase_pass: int | None) -> None:
        """What was learned is written down, judged and passed on, until the file is closed."""
        while await self.lasts(phase_pass):
            await self.count_silence()
            await self.announce()
            await self.ask_those_in_charge()
            await self.ask_the_panels()
            await self.remind()

    async def before_its_first_phase(self) -> None:
        """Until it is known where the cooperation is."""
        while await self.lasts():
            await self.remind()

    async def ask_those_in_charge(self) -> None:
        """Ask for what the phase needs from them: an evaluation, a deliverable, the table of commitments."""
        await self._do(self._acts("ask-for"))

    async def go_on(self) -> None:
        """Enter the next phase, where the rulebook says that a complete gate and no objection are enough."""
        await self._do(self._acts("advance"))

    def _place(self, standing: Standing) -> object:
        return standing.pass_number

    def _next_run(self) -> CooperationRun:
        next_run = super()._next_run()
        if self._standing:
            now = {"phase": self._standing.phase, "pass_number": self._standing.pass_number}
            next_run = next_run.model_copy(update=now)
        return next_run
