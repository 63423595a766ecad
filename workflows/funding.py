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
        """Live the funding, step by step. Only its end, or cancellation, ends the workflow."""
        await self.look()
        while not self._is_over():
            match self._here():
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
                case _:
                    await self.somewhere()
        await self.end_run()

    async def decision(self) -> None:
        """The panels are asked, the request lies before those who decide, what a panel decided is recorded."""
        while await self.lasts("decision"):
            await self.count_silence()
            await self.announce()
            await self.ask_the_panels()
            await self.put_to_decision()
            await self.record_decision()
            await self.remind()

    async def agreement(self) -> None:
        """The parties sign, and are reminded until all of them have."""
        while await self.lasts("agreement"):
            await self.count_silence()
            await self.ask_about_amendments()
            await self.remind()

    async def tranches(self) -> None:
        """Each tranche is asked for once its conditions hold, approved, and paid; reports and conditions come in."""
        while await self.lasts("tranches"):
            await self.count_silence()
            await self.ask_about_amendments()
            await self.ask_for_tranches()
            await self.remind()

    async def reports(self) -> None:
        """Reports are submitted and accepted."""
        while await self.lasts("reports"):
            await self.count_silence()
            await self.ask_about_amendments()
            await self.remind()

    async def closing(self) -> None:
        """What is left is released or refunded, and somebody closes the file."""
        while await self.lasts("closing"):
            await self.count_silence()
            await self.ask_about_amendments()
            await self.remind()

    async def somewhere(self) -> None:
        """Until it is known where the funding is."""
        while await self.lasts():
            await self.count_silence()
            await self.remind()

    async def put_to_decision(self) -> None:
        """Put the request before the body that decides its amount."""
        await self._do(self._acts("put-to-decision"))

    async def record_decision(self) -> None:
        """Record what a panel that decides has concluded."""
        await self._do(self._acts("record-decision"))

    async def ask_about_amendments(self) -> None:
        """Ask the panels about what was proposed, and record what they decided."""
        await self.announce()
        await self.ask_the_panels()
        await self.record_decision()

    async def ask_for_tranches(self) -> None:
        """Ask for the tranches whose conditions hold; people approve and pay them."""
        await self._do(self._acts("ask-for-tranche"))

    def _place(self, standing: Standing) -> object:
        return standing.step
