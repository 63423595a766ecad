"""The agenda: what falls due when, and when the next reminder goes out."""

from datetime import UTC, date, datetime

from domain.events import CooperationPaused, CooperationResumed, ReminderIssued
from domain.values import Role
from projections.read import ReadModels
from projections.runner import Runner
from tests.projections.making import ANNA, ORGANISATION, REASON, Writer

FILE = "cooperation:bafapatabor"
FAR = datetime(2030, 1, 1, tzinfo=UTC)


def issued(occurrence: str, rung: str) -> ReminderIssued:
    """A rung that went out."""
    return ReminderIssued(
        occurrence=occurrence,
        rung=rung,
        due_on=date(2026, 7, 5),
        recipient=ANNA,
        role=Role.PROGRAMME_MANAGER,
        late=False,
        message=f"{occurrence}/{rung}",
        calendar="monday-to-friday",
    )


async def test_the_agenda_lists_open_deadlines_soonest_first_up_to_a_date(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Deadlines of all files, in the order in which they fall due."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await writer.open("citees", at="2026-02-03")
    await runner.catch_up(ORGANISATION)
    lines = await read_models.agenda(ORGANISATION, FAR)
    assert [(line.file, line.deadline, line.due_on) for line in lines] == [
        ("bafapatabor", "inactivity", date(2026, 7, 5)),
        ("citees", "inactivity", date(2026, 8, 3)),
        ("bafapatabor", "go_decision", date(2027, 1, 5)),
        ("citees", "go_decision", date(2027, 2, 3)),
    ]
    until = datetime(2026, 7, 10, tzinfo=UTC)
    assert [line.file for line in await read_models.agenda(ORGANISATION, until)] == ["bafapatabor"]


async def test_the_next_instant_is_the_earliest_rung_not_yet_done(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """5 July 2026 is a Sunday: Monday 8 o'clock in Paris; once that rung is out, the escalation is next."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await runner.catch_up(ORGANISATION)
    spring, monday = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 7, 6, 6, 0, tzinfo=UTC)
    assert await read_models.next_due(ORGANISATION, spring) == monday
    assert await read_models.due_files(ORGANISATION, monday) == ("bafapatabor",)
    assert await read_models.due_files(ORGANISATION, spring) == ()
    await writer.record(FILE, issued("inactivity/e2", "due"), recorded_at=monday)
    await runner.catch_up(ORGANISATION)
    assert await read_models.next_due(ORGANISATION, monday) == datetime(2026, 8, 5, 6, 0, tzinfo=UTC)


async def test_what_was_missed_is_due_at_the_next_instant_at_which_people_work(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Asked on a Saturday about a rung of long ago: Monday morning, not the past and not the Saturday."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await runner.catch_up(ORGANISATION)
    saturday = datetime(2026, 9, 12, 10, 0, tzinfo=UTC)
    assert await read_models.next_due(ORGANISATION, saturday) == datetime(2026, 9, 14, 6, 0, tzinfo=UTC)


async def test_a_paused_file_stays_in_the_agenda_but_is_never_next(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """It is marked silent; resumed, its deadlines have moved by the length of the pause."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await writer.record(FILE, CooperationPaused(reason=REASON), effective_at="2026-03-01")
    await runner.catch_up(ORGANISATION)
    assert [line.silent for line in await read_models.agenda(ORGANISATION, FAR)] == [True, True]
    assert await read_models.next_due(ORGANISATION, FAR) is None
    await writer.record(FILE, CooperationResumed(reason=REASON), effective_at="2026-03-11")
    await runner.catch_up(ORGANISATION)
    first = (await read_models.agenda(ORGANISATION, FAR))[0]
    assert (first.silent, first.due_on) == (False, date(2026, 7, 15))
