"""The activities: what is recorded under which id, and what passes through Temporal when something fails."""

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.file_activities import File, FileActivities, Reminder
from application.commands.answer import Answer
from domain.kernel.ledger import LedgerUnavailable
from domain.registry.commands import AnyCommand
from domain.reminders.commands import CountSilence
from domain.reminders.standing import DueReminder
from domain.reviews.commands import ConcludeReview
from tests.workflows.world import FakeFile

FILE = File(organisation="fondation", key="atelier")
REMINDER = Reminder(file=FILE, due=DueReminder(occurrence="report/p1", rung="due"))


@pytest.mark.parametrize(
    ("failure", "kind", "for_good"),
    [(LedgerUnavailable("away"), "LedgerUnavailable", False), (KeyError("Zoé"), "KeyError", True)],
)
async def test_what_passes_by_itself_is_told_apart_from_a_fault(
    failure: Exception, kind: str, *, for_good: bool
) -> None:
    """The first is retried, the second is shown; neither takes a private text along."""
    activities = FileActivities(
        FakeFile(error=failure).assess, FakeFile().record, FakeFile().holds, FakeFile().is_listed
    )
    with pytest.raises(ApplicationError) as raised:
        await ActivityEnvironment().run(activities.assess, FILE)
    assert (raised.value.type, raised.value.non_retryable) == (kind, for_good)
    assert "Zoé" not in str(raised.value)
    assert raised.value.__cause__ is None


async def test_a_silence_that_is_due_is_counted_under_an_id_of_its_own() -> None:
    """The workflow does what is due without knowing what it is."""
    given: list[AnyCommand] = []

    async def record(_organisation: str, command: AnyCommand) -> Answer:
        given.append(command)
        return Answer(command_id=command.command_id, outcome="recorded", position=8)

    due = DueReminder(occurrence="report/p1", rung="met", kind="silence")
    activities = FileActivities(FakeFile().assess, record, FakeFile().holds, FakeFile().is_listed)
    await ActivityEnvironment().run(activities.issue_reminder, Reminder(file=FILE, due=due))
    [counting] = given
    assert isinstance(counting, CountSilence)
    assert (counting.command_id, counting.actor) == ("escale:silence/atelier/report/p1", "escale")
    assert (counting.cooperation, counting.occurrence) == ("atelier", "report/p1")


async def test_a_review_is_concluded_under_an_id_that_names_its_last_event() -> None:
    """Refused because somebody changed their opinion just then, it hinders no later conclusion."""
    given: list[AnyCommand] = []

    async def record(_organisation: str, command: AnyCommand) -> Answer:
        given.append(command)
        return Answer(command_id=command.command_id, outcome="recorded", position=8)

    due = DueReminder(occurrence="conclusion/e12", rung="majority", kind="conclusion")
    activities = FileActivities(FakeFile().assess, record, FakeFile().holds, FakeFile().is_listed)
    about = File(organisation="fondation", key="review:avis")
    await ActivityEnvironment().run(activities.conclude_review, Reminder(file=about, due=due))
    [concluding] = given
    assert isinstance(concluding, ConcludeReview)
    assert (concluding.command_id, concluding.actor) == ("escale:conclude/review:avis/e12", "escale")
    assert (concluding.review, concluding.outcome) == ("avis", None)


@pytest.mark.parametrize(
    ("key", "field"), [("avis", "cooperation"), ("review:avis", "review"), ("funding:avis", "funding")]
)
async def test_a_rung_is_issued_for_whatever_file_it_is_due_in(key: str, field: str) -> None:
    """The command names a cooperation, a review or a funding by its own field."""
    given: list[AnyCommand] = []

    async def record(_organisation: str, command: AnyCommand) -> Answer:
        given.append(command)
        return Answer(command_id=command.command_id, outcome="recorded", position=8)

    about = Reminder(file=File(organisation="fondation", key=key), due=REMINDER.due)
    await ActivityEnvironment().run(
        FileActivities(FakeFile().assess, record, FakeFile().holds, FakeFile().is_listed).issue_reminder,
        about,
    )
    [issuing] = given
    assert issuing.command_id == f"escale:remind/{key}/report/p1/due"
    assert {one: getattr(issuing, one) for one in ("cooperation", "review", "funding")} == {
        **dict.fromkeys(("cooperation", "review", "funding")),
        field: "avis",
    }


def test_work_that_an_earlier_release_handed_over_is_still_understood() -> None:
    """An activity that waits for the ledger through an upgrade was scheduled in the words of then."""
    assert File.model_validate_json('{"organisation": "fondation", "cooperation": "atelier"}') == FILE
