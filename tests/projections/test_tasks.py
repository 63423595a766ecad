"""Tasks: what waits for whom, since when."""

from datetime import UTC, date, datetime

from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    AbandonmentWithdrawn,
    CooperationClosed,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import EntryCorrected, EvaluationRecorded, GateItemDeclared
from domain.files.entries import GateItemHeld
from domain.files.events import DeliveryReported, ReminderIssued
from domain.kernel.event import Event
from domain.kernel.values import ClosingOutcome, Phase, Role
from domain.tasks.task import Task
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.support.scopes import EVERYTHING

FILE = "cooperation:bafapatabor"
IN_CHARGE = ((ANNA, Role.PROGRAMME_MANAGER, "occitanie"), (BASILE, Role.ELECTED_REPRESENTATIVE, "occitanie"))
"""The pair who have the file in hand."""


def instant(day: str) -> datetime:
    """Noon of a day."""
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)


class Waiting:
    """Asks for tasks after everything was folded."""

    def __init__(self, runner: Runner, read_models: ReadModels) -> None:
        self._runner = runner
        self._read_models = read_models

    async def tasks(self, day: str, person: str | None = None) -> tuple[Task, ...]:
        """The tasks on a day at noon."""
        await self._runner.catch_up(ORGANISATION)
        return (
            await self._read_models.tasks(ORGANISATION, EVERYTHING, TaskFilter(instant(day), person))
        ).rows

    async def kinds(self, day: str, person: str | None = None) -> set[tuple[str, str]]:
        """Kind and subject of each."""
        return {(task.kind, task.subject) for task in await self.tasks(day, person)}


async def test_missing_gate_items_wait_for_the_managers_since_the_phase_was_entered(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """An item that is met waits for nobody; the others for whoever in charge may declare them, and nobody else."""
    waiting = Waiting(runner, read_models)
    await writer.found(*IN_CHARGE)
    declared = GateItemDeclared(item="opinion", evidence=(), note=None)
    await writer.open("bafapatabor", declared, at="2026-01-05")
    tasks = await waiting.tasks("2026-02-01", ANNA)
    assert [task.subject for task in tasks] == ["go", "qualified_contacts", "territory_criteria"]
    assert {task.since.astimezone(UTC).isoformat() for task in tasks} == {"2026-01-04T23:00:00+00:00"}
    assert {task.waits_for for task in tasks} == {(ANNA,)}, "an elected representative declares nothing here"
    assert await waiting.kinds("2026-02-01", BASILE) == set()
    assert await waiting.kinds("2026-02-01", CLEO) == set()


async def test_a_deadline_waits_from_its_first_rung_and_is_overdue_after_its_day(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Without contact for six months: it shows on the due day, is overdue the day after, then escalates."""
    waiting = Waiting(runner, read_models)
    await writer.found(*IN_CHARGE, (CLEO, Role.ELECTED_REPRESENTATIVE, "occitanie"))
    await writer.open("bafapatabor", at="2026-01-05")
    inactivity = ("deadline", "inactivity/e2")

    async def inactivity_of(day: str) -> Task:
        return next(task for task in await waiting.tasks(day) if task.subject == "inactivity/e2")

    assert inactivity not in await waiting.kinds("2026-07-05")  # a Sunday: the rung waits for Monday
    assert inactivity in await waiting.kinds("2026-07-06", ANNA)
    assert (await inactivity_of("2026-07-06")).due_on == date(2026, 7, 5)
    assert (await inactivity_of("2026-07-06")).overdue
    assert await waiting.kinds("2026-08-04", CLEO) == set()
    assert await waiting.kinds("2026-08-05", CLEO) == {("escalation", "inactivity/e2")}


async def test_roles_count_only_in_their_region(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """An elected representative of another region is not told; one for all regions is."""
    waiting = Waiting(runner, read_models)
    await writer.found(
        (BASILE, Role.ELECTED_REPRESENTATIVE, "bretagne"), (CLEO, Role.ELECTED_REPRESENTATIVE, None)
    )
    await writer.open("bafapatabor", at="2026-01-05", managers=(ANNA,))
    assert await waiting.kinds("2026-09-01", BASILE) == set()
    assert ("escalation", "inactivity/e2") in await waiting.kinds("2026-09-01", CLEO)


async def test_a_request_to_abandon_waits_for_those_who_may_settle_it_and_silences_the_rest(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The rulebook names the roles; withdrawn, the request is gone and the rest wakes."""
    waiting = Waiting(runner, read_models)
    await writer.found((CLEO, Role.STEERING_COMMITTEE, None))
    await writer.open("bafapatabor", at="2026-01-05")
    await writer.record(FILE, AbandonmentRequested(reason=REASON), effective_at="2026-08-10")
    assert await waiting.kinds("2026-09-01") == {("abandonment", "3")}
    [request] = await waiting.tasks("2026-09-01", CLEO)
    assert (request.since.date(), request.due_on) == (date(2026, 8, 9), date(2026, 9, 10))
    assert await waiting.kinds("2026-09-01", ANNA) == set()
    await writer.record(FILE, AbandonmentWithdrawn(reason=REASON), effective_at="2026-08-20")
    assert ("deadline", "inactivity/e2") in await waiting.kinds("2026-09-01")
    assert ("abandonment", "3") not in await waiting.kinds("2026-09-01")


async def test_nothing_waits_while_a_file_is_paused_or_after_it_is_closed(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """A paused file is on the list as such alone; resumed, its tasks are back; closed, they are gone for good."""
    waiting = Waiting(runner, read_models)
    await writer.found(*IN_CHARGE)
    await writer.open("bafapatabor", CooperationPaused(reason=REASON), at="2026-01-05")
    assert await waiting.kinds("2027-01-01") == {("asleep", "1")}
    [asleep] = await waiting.tasks("2027-01-01", ANNA)
    assert (asleep.since.date(), asleep.waits_for) == (date(2026, 1, 4), (ANNA,)), (
        "a step takes the role itself"
    )
    await writer.record(FILE, CooperationResumed(reason=REASON), effective_at="2026-02-01")
    assert ("gate-item", "go") in await waiting.kinds("2027-01-01")
    closed = CooperationClosed(outcome=ClosingOutcome.HANDED_OVER, handed_to="Pays", reason=REASON)
    await writer.record(FILE, closed, effective_at="2026-03-01")
    assert await waiting.kinds("2027-01-01") == set()


async def test_a_message_in_doubt_or_failed_waits_for_the_managers(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Sent messages wait for nobody."""
    waiting = Waiting(runner, read_models)
    await writer.found(*IN_CHARGE)
    await writer.open("bafapatabor", at="2026-01-05")
    for message, delivery in (("m-1", "unknown"), ("m-2", "failed"), ("m-3", "sent")):
        issued = ReminderIssued(
            occurrence=f"inactivity/{message}",
            rung="due",
            due_on=date(2026, 2, 1),
            recipient=ANNA,
            role=Role.PROGRAMME_MANAGER,
            late=False,
            message=message,
            calendar="every-day",
        )
        reported = DeliveryReported.model_validate({"message": message, "delivery": delivery, "code": None})
        await writer.record(FILE, issued, reported)
    kinds = await waiting.kinds("2026-04-01", BASILE)
    assert {one for one in kinds if one[0].startswith("delivery")} == {
        ("delivery-unknown", "m-1"),
        ("delivery-failed", "m-2"),
    }


async def test_an_evaluation_that_grows_too_old_waits_again_without_a_new_event(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Met for six months after the evaluation; afterwards it is missing, though nothing was recorded."""
    waiting = Waiting(runner, read_models)
    await writer.found()
    entered = PhaseEntered(phase=Phase.EXPERIMENTATION, pass_number=2, way="advanced")
    await writer.open("bafapatabor", entered, at="2026-01-05")
    evaluated = EvaluationRecorded(grid={"governance": 3}, note=None)
    await writer.record(FILE, evaluated, effective_at="2026-02-02")
    item = ("gate-item", "evaluation")
    assert item not in await waiting.kinds("2026-08-02")
    assert item in await waiting.kinds("2026-08-03")


async def test_a_decision_flagged_by_a_correction_waits_until_the_file_goes_back(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """It waits since the correction, and no longer once the file has gone back and can decide anew."""
    waiting = Waiting(runner, read_models)
    await writer.found(*IN_CHARGE)
    declared = GateItemDeclared(item="go", evidence=(), note=None)
    held = GateItemHeld(item="go", held="met", entries=(3,))
    advanced = PhaseEntered(phase=Phase.DIAGNOSIS, pass_number=2, way="advanced", gate=(held,))
    await writer.open("bafapatabor", declared, advanced, at="2026-01-05")
    correction = EntryCorrected(entry=3, happened_at=None, void=True, flags=(4,), reason=REASON)
    await writer.record(FILE, correction, effective_at="2026-02-03")
    [flagged] = [one for one in await waiting.tasks("2026-03-01", ANNA) if one.kind == "flagged-decision"]
    assert (flagged.subject, flagged.since.date()) == ("4", date(2026, 2, 2))
    back: Event = PhaseEntered(phase=Phase.EXPLORATION, pass_number=3, way="back", reason=REASON)
    await writer.record(FILE, back, effective_at="2026-03-01")
    assert "flagged-decision" not in {kind for kind, _ in await waiting.kinds("2026-04-01")}
