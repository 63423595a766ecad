"""The calendar: an entry for each deadline that ever was, which moves, and says what became of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import asyncpg

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.lifecycle import (
    CooperationClosed,
    CooperationPaused,
    CooperationResumed,
    PhaseEntered,
)
from domain.cooperations.events.record import ContactRecorded, GateItemDeclared
from domain.files.events import DeadlineExtended
from domain.kernel.event import Event
from domain.kernel.values import ClosingOutcome, ContactKind, Phase, Role
from domain.registry.reading_scope import ReadingScope, Regions
from eventstore.postgres import PostgresLedger
from projections.calendar import CalendarFilter
from projections.read import ReadModels
from projections.rebuild import rebuild
from projections.runner import Runner
from tests.projections.asking import asked
from tests.projections.dump import dump
from tests.projections.making import ANNA, BASILE, CLEO, NOW, ORGANISATION, REASON, Writer
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING

FILE = "cooperation:bafapatabor"
GO, QUIET = "go_decision/p1", "inactivity/e2"
EVER = CalendarFilter(datetime(2020, 1, 1, tzinfo=UTC))
CLOSED = CooperationClosed(outcome=ClosingOutcome.ABANDONED, handed_to=None, reason=REASON)
PHONED = ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=REASON)


class Life:
    """One cooperation, and its calendar after each thing that happened."""

    def __init__(self, writer: Writer, runner: Runner, read_models: ReadModels) -> None:
        self._writer, self._runner, self._models = writer, runner, read_models

    async def begin(self) -> None:
        """It is opened on 5 January 2026."""
        await self._writer.found()
        await self._writer.open("bafapatabor", at="2026-01-05")

    async def lives(self, day: str, *events: Event) -> None:
        """Something happened on a day, and was recorded the same morning."""
        at = datetime.fromisoformat(f"{day}T08:00:00+00:00")
        await self._writer.record(FILE, *events, recorded_at=max(at, NOW), effective_at=day)

    async def calendar(self) -> dict[str, tuple[str, str, int]]:
        """By occurrence: its day, what became of it, how often it changed."""
        await self._runner.catch_up(ORGANISATION)
        lines = await self._models.calendar(ORGANISATION, EVERYTHING, EVER)
        return {one.base: (one.day.isoformat(), one.became, one.sequence) for one in lines}


async def test_an_extension_moves_the_entry_and_meeting_it_ends_it(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The occurrence is another, its entry is not; each change counts one further."""
    life = Life(writer, runner, read_models)
    await life.begin()
    assert await life.calendar() == {QUIET: ("2026-07-05", "open", 0), GO: ("2027-01-05", "open", 0)}
    until = date(2027, 3, 1)
    extended = DeadlineExtended(deadline="go_decision", occurrence=GO, until=until, reason=REASON)
    await life.lives("2026-03-03", extended)
    assert (await life.calendar())[GO] == ("2027-03-01", "open", 1)
    await life.lives("2026-03-04", GateItemDeclared(item="go", evidence=(), note=REASON))
    assert (await life.calendar())[GO] == ("2027-03-01", "met", 2)


async def test_a_pause_moves_entries_once_it_is_over(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Ten days of sleep: ten days later."""
    life = Life(writer, runner, read_models)
    await life.begin()
    await life.lives("2026-03-03", CooperationPaused(reason=REASON))
    assert (await life.calendar())[QUIET] == ("2026-07-05", "open", 0)
    await life.lives("2026-03-13", CooperationResumed(reason=REASON))
    assert await life.calendar() == {QUIET: ("2026-07-15", "open", 1), GO: ("2027-01-15", "open", 1)}


async def test_what_is_no_longer_open_says_what_became_of_it(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """A contact answers silence, and silence begins anew; a phase takes its deadlines with it; a closing takes all."""
    life = Life(writer, runner, read_models)
    await life.begin()
    await life.lives("2026-03-03", PHONED)
    seen = await life.calendar()
    assert (seen[QUIET], seen["inactivity/e3"]) == (("2026-07-05", "met", 1), ("2026-09-03", "open", 0))
    await life.lives("2026-03-04", PhaseEntered(phase=Phase.DIAGNOSIS, pass_number=2, way="advanced"))
    assert (await life.calendar())[GO] == ("2027-01-05", "gone", 1)
    await life.lives("2026-03-05", CLOSED)
    assert "open" not in {became for _, became, _ in (await life.calendar()).values()}
    assert (await life.calendar())[GO] == ("2027-01-05", "gone", 1)


async def test_pages_and_rebuilds_give_the_same_entries(
    writer: Writer,
    runner: Runner,
    read_models: ReadModels,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    database: Database,
) -> None:
    """Followed event by event, read in one page, or rebuilt: changes are counted by event, not by look."""
    life = Life(writer, runner, read_models)
    await life.begin()
    for number in range(4):
        await life.calendar()
        await life.lives(f"2026-03-{number + 3:02}", PHONED)
    followed = await life.calendar()
    rows = await dump(database)
    await rebuild(pool, ledger, rulebooks)
    assert await dump(database) == rows
    async with pool.acquire() as connection:
        await connection.execute("DELETE FROM read_models.calendar")
        await connection.execute("DELETE FROM read_models.checkpoints WHERE model = 'calendar'")
    await Runner(pool, ledger, rulebooks).catch_up(ORGANISATION)
    assert await life.calendar() == followed
    assert (await dump(database))["calendar"] == rows["calendar"]


async def test_a_calendar_holds_what_its_reader_may_read_and_of_what_is_over_the_last_days(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """One's own, a region’s, a programme’s; nothing of what one does not read."""
    life = Life(writer, runner, read_models)
    await life.begin()
    await writer.open("citees", region="bretagne", managers=(BASILE,))
    await life.lives("2026-03-03", PHONED)
    await runner.catch_up(ORGANISATION)

    async def files(where: CalendarFilter, scope: ReadingScope = EVERYTHING) -> set[str]:
        return {one.file for one in await read_models.calendar(ORGANISATION, scope, where)}

    assert await files(EVER) == {"bafapatabor", "citees"}
    assert await files(EVER._replace(region="bretagne")) == {"citees"}
    assert await files(EVER._replace(programme="other")) == set()
    assert await files(EVER._replace(mine=True), replace(EVERYTHING, ids=frozenset({ANNA}))) == {
        "bafapatabor"
    }
    assert await files(EVER, ReadingScope(in_full=Regions(frozenset({"bretagne"})))) == {"citees"}
    met = datetime(2026, 3, 3, 8, tzinfo=UTC)
    for since, there in ((met - timedelta(seconds=1), True), (met, False)):
        lines = await read_models.calendar(ORGANISATION, EVERYTHING, CalendarFilter(since))
        assert (QUIET in {one.base for one in lines if one.file == "bafapatabor"}) is there


async def test_an_opinion_stands_in_the_calendar_of_who_owes_it(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """Whoever is asked has it, though they read nothing else."""
    await writer.found((BASILE, Role.JURY, None), (CLEO, Role.JURY, None))
    await writer.open("bafapatabor", managers=(ANNA,))
    await asked(writer, BASILE, CLEO)
    await runner.catch_up(ORGANISATION)
    mine = ReadingScope(ids=frozenset({BASILE}))
    lines = await read_models.calendar(ORGANISATION, mine, EVER._replace(mine=True))
    assert {one.file for one in lines} == {"review:avis"}
