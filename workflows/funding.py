"""The life of one funding: asked for, decided, agreed on, paid in tranches, accounted for, closed."""

from temporalio import workflow

from workflows.life import FileLife

with workflow.unsafe.imports_passed_through():
    from domain.reminders.standing import Standing
    from workflows.run import FundingRun


@workflow.defn(name="Funding")
class FundingWorkflow(FileLife[FundingRun]):
    """Lives from a request to its end; an amendment leads back to tranches, a re-submission begins anew."""

    @workflow.init
    def __init__(self, run: FundingRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: FundingRun) -> None:  # noqa: ARG002 - taken in by __init__
        """Live the funding. Only its end, or cancellation, ends the workflow."""
        await self._catch_up()
        while not self._is_over():
            match self._standing.step if self._standing else None:
                case "decision":
                    await self.decision()
                case "agreement":
                    await self.agreement()
                case "tranches":
                    await self.tranches()
                case "reports":
                    await self.reports()
                case "closing":
                    await self.closing()
                case step:
                    await self._live(step)
        await self._end_run()

    async def decision(self) -> None:
        """Remind the body that decides, until it has, or until its silence counts."""
        await self._live("decision")

    async def agreement(self) -> None:
        """Remind the parties, until all of them have signed."""
        await self._live("agreement")

    async def tranches(self) -> None:
        """Remind who is to request, approve and pay, and who owes reports and conditions, until all is paid."""
        await self._live("tranches")

    async def reports(self) -> None:
        """Remind who owes a report or its acceptance, until all are accepted."""
        await self._live("reports")

    async def closing(self) -> None:
        """Wait until what is left was released or refunded and somebody closes the file."""
        await self._live("closing")

    def _place(self, standing: Standing) -> object:
        return standing.step
