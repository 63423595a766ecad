"""The life of one review: a panel is asked, gives its opinions, and an answer is concluded from them."""

from temporalio import workflow

from workflows.life import FileLife

with workflow.unsafe.imports_passed_through():
    from domain.reminders.standing import CONCLUSION, Standing
    from workflows.run import ReviewRun


@workflow.defn(name="Review")
class ReviewWorkflow(FileLife[ReviewRun]):
    """Lives from the opening of a review to its conclusion; a new dossier leads back to opinions."""

    @workflow.init
    def __init__(self, run: ReviewRun) -> None:
        super().__init__(run)

    @workflow.run
    async def run(self, run: ReviewRun) -> None:  # noqa: ARG002 - taken in by __init__
        """Invite the panel and remind its members, until their answer is concluded; only the end ends the workflow."""
        await self.look()
        while await self.lasts():
            await self.count_silence()
            await self.conclude()
            await self.remind()
        await self.end_run()

    async def conclude(self) -> None:
        """Conclude by the panel's rule, once nobody owes an opinion any more, or time is up."""
        await self._do(one for one in self._due if one.kind == CONCLUSION)

    def _place(self, standing: Standing) -> object:  # noqa: ARG002 - opinions and conclusion are one step
        return None
