"""The agenda: what falls due when, and when the next reminder goes out."""

from datetime import UTC, date, datetime

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.lifecycle import (
    AbandonmentRequested,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import DeliverableDelivered
from domain.files.act_events import ActAnnounced, ActHeldBack
from domain.files.events import ReminderIssued
from domain.kernel.values import Phase, Role
from eventstore.postgres import PostgresLedger
from projections.agenda import AgendaFilter, AgendaMove
from projections.read import ReadModels
from projections.runner import Runner
from tests.projections.making import ANNA, ORGANISATION, REASON, Writer
from tests.projections.sheets import sheet_now
from tests.support.scopes import EVERYTHING

FILE = "cooperation:bafapatabor"
FAR = datetime(2030, 1, 1, tzinfo=UTC)
GO_BEFORE = datetime(2026, 12, 7, 7, 0, tzinfo=UTC)
"""The first reminder of the go decision, due on 5 January: the 5th is a Saturday."""


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
    lines = (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
    assert [(line.file, line.deadline, line.due_on) for line in lines] == [
        ("bafapatabor", "inactivity", date(2026, 7, 5)),
        ("citees", "inactivity", date(2026, 8, 3)),
        ("bafapatabor", "go_decision", date(2027, 1, 5)),
        ("citees", "go_decision", date(2027, 2, 3)),
    ]
    until = datetime(2026, 7, 10, tzinfo=UTC)
    assert [
        line.file for line in (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(until))).rows
    ] == ["bafapatabor"]


async def test_an_act_to_come_is_shown_on_its_day_as_the_service_s_doing(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """From the last event alone; an announced one until when it may be held back, a held one as such."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    entered = PhaseEntered(phase=Phase.DIAGNOSIS, pass_number=2, way="advanced")
    await writer.record(FILE, entered, effective_at="2026-02-02")

    async def acts() -> list[tuple[str, str | None, date]]:
        await runner.catch_up(ORGANISATION)
        lines = (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
        return [(one.occurrence, one.act, one.due_on) for one in lines if one.act]

    assert await acts() == [("evaluate/p2/n1", "coming", date(2026, 6, 2))]
    delivered = DeliverableDelivered(deliverable="portrait", note=None, document=None)
    await writer.record(FILE, delivered, effective_at="2026-03-02")
    await writer.record(FILE, ActAnnounced(act="go_on", occurrence="go_on/p2"), effective_at="2026-03-02")
    assert ("go_on/announced/p2", "announced", date(2026, 3, 9)) in await acts()
    await writer.record(FILE, ActHeldBack(act="go_on", until=date(2026, 4, 1), reason=REASON))
    assert ("go_on/announced/p2", "held", date(2026, 4, 1)) in await acts()


async def test_a_deadline_shows_its_next_rung_that_is_not_yet_done(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """5 July 2026 is a Sunday: Monday 8 o'clock in Paris; once that rung is out, the escalation is next."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await runner.catch_up(ORGANISATION)
    monday = datetime(2026, 7, 6, 6, 0, tzinfo=UTC)
    assert ((await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows)[
        0
    ].next_rung_at == monday
    await writer.record(FILE, issued("inactivity/e2", "due"), recorded_at=monday)
    await runner.catch_up(ORGANISATION)
    following = datetime(2026, 8, 5, 6, 0, tzinfo=UTC)
    assert ((await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows)[
        0
    ].next_rung_at == following


async def test_a_paused_file_stays_in_the_agenda_but_is_(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """It is marked silent; resumed, its deadlines have moved by the length of the pause."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await writer.record(FILE, CooperationPaused(reason=REASON), effective_at="2026-03-01")
    await runner.catch_up(ORGANISATION)
    assert [
        line.silent for line in (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
    ] == [True, True]
    assert {
        line.next_rung_at
        for line in (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
    } == {None}
    await writer.record(FILE, CooperationResumed(reason=REASON), effective_at="2026-03-11")
    await runner.catch_up(ORGANISATION)
    first = ((await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows)[0]
    assert (first.silent, first.due_on) == (False, date(2026, 7, 15))
    assert first.moves == (
        AgendaMove(cause="pause", rule="continue", from_day=date(2026, 7, 5), to_day=date(2026, 7, 15)),
    )
    assert first.model_dump(mode="json")["moves"] == ["pause continue 2026-07-05 2026-07-15"]


async def test_the_sheet_tells_the_same_next_reminder_as_the_agenda(
    writer: Writer, runner: Runner, read_models: ReadModels, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> None:
    """One that waits, the next once it is out, none while the file sleeps, one again when it is back."""
    monday = datetime(2026, 7, 6, 6, 0, tzinfo=UTC)
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    assert await _next_reminders(runner, read_models, ledger, rulebooks) == {
        "inactivity": monday,
        "go_decision": GO_BEFORE,
    }
    await writer.record(FILE, issued("inactivity/e2", "due"), recorded_at=monday)
    escalation = datetime(2026, 8, 5, 6, 0, tzinfo=UTC)
    assert await _next_reminders(runner, read_models, ledger, rulebooks) == {
        "inactivity": escalation,
        "go_decision": GO_BEFORE,
    }
    await writer.record(FILE, CooperationPaused(reason=REASON), effective_at="2026-07-10")
    assert await _next_reminders(runner, read_models, ledger, rulebooks) == {
        "inactivity": None,
        "go_decision": None,
    }
    await writer.record(FILE, CooperationResumed(reason=REASON), effective_at="2026-07-10")
    assert await _next_reminders(runner, read_models, ledger, rulebooks) == {
        "inactivity": escalation,
        "go_decision": GO_BEFORE,
    }


async def _next_reminders(
    runner: Runner, read_models: ReadModels, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> dict[str, datetime | None]:
    """By deadline, as the agenda has it and the sheet must."""
    await runner.catch_up(ORGANISATION)
    lines = (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
    agenda = {one.deadline: (one.silent, one.next_rung_at) for one in lines}
    shown = {
        one.deadline: (one.silent, one.next_reminder and one.next_reminder.at)
        for one in (await sheet_now(ledger, rulebooks, FILE)).deadlines
    }
    assert shown == agenda
    return {key: at for key, (_, at) in agenda.items()}


async def test_a_silence_that_may_count_is_in_the_agenda_with_its_day(
    writer: Writer, runner: Runner, read_models: ReadModels, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> None:
    """What it counts as, from when that is announced, and that nobody was told yet."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-01-05")
    await writer.record(FILE, AbandonmentRequested(reason=REASON), effective_at="2026-03-02")
    await runner.catch_up(ORGANISATION)
    asked, *others = (await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows
    assert (asked.due_on, asked.silence_on, asked.silence_counts_as, asked.silence_held_back) == (
        date(2026, 4, 2),
        date(2026, 4, 3),
        "refused",
        "untold",
    )
    assert asked.silence_from == datetime(2026, 3, 27, 7, 0, tzinfo=UTC)
    assert {one.silence_counts_as for one in others} == {None}
    sheet = await sheet_now(ledger, rulebooks, FILE)
    [silence] = [one.silence for one in sheet.deadlines if one.silence]
    assert (silence.counts_as, silence.held_back) == ("refused", "untold")


async def test_a_month_too_short_is_told_in_the_agenda(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """31 August plus six months is 28 February, counted from the 31st."""
    await writer.found()
    await writer.open("bafapatabor", at="2026-08-31")
    await runner.catch_up(ORGANISATION)
    first = ((await read_models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))).rows)[0]
    assert (first.due_on, first.clipped) == (date(2027, 2, 28), 31)
