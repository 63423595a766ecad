"""The life of one review: a panel is asked, gives its opinions, and an answer is concluded from them."""

from temporalio import workflow

from workflows.life import FileLife

with workflow.unsafe.imports_passed_through():
    from domain.reminders.standing import Standing
    from workflows.run import ReviewRun


@workflow.defn(name="Review")
class ReviewWorkflow(FileLife[ReviewRun]):
    """Lives from the opening of a review to its conclusion; a new dossier leads back to opinions."""

    @workflow.init
    def __init__(self, run: ReviewRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: ReviewRun) -> None:  # noqa: ARG002 - taken in by __init__
        """Live the review. Only its end, or cancellation, ends the workflow."""
        await self._catch_up()
        while not self._is_over():
            match self._standing.step if self._standing else None:
                case "opinions":
                    await self.opinions()
                case "conclusion":
                    await self.conclusion()
                case step:
                    await self._live(step)
        await self._end_run()

    async def opinions(self) -> None:
        """Invite and remind those who owe an opinion, or its confirmation, until nobody does or time is up."""
        await self._live("opinions")

    async def conclusion(self) -> None:
        """Conclude by the panel's rule; where a person has to, wait until they have."""
        await self._live("conclusion")

    def _place(self, standing: Standing) -> object:
        return standing.step
