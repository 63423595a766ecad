"""Files that run under a rulebook which their organisation published itself."""

from collections.abc import Sequence

import asyncpg
import pytest

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.file import CooperationOpened
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.kernel.event import Event
from domain.kernel.values import Phase
from domain.people.events import RulebookPublished
from domain.people.state import Organisation
from eventstore.postgres import PostgresLedger
from projections.read import ReadModels
from projections.rebuild import rebuild
from projections.rebuild_processes import RebuildProcesses
from projections.runner import Runner
from tests.projections.making import ORGANISATION, REASON, Writer, opening
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING

NEW = "nouveau@1"


@pytest.fixture
def publication(rulebooks: YamlRulebooks) -> RulebookPublished:
    """The organisation publishes a programme that does not ship."""
    rules = rulebooks.get(Organisation(), "tec@1").model_copy(update={"programme": "nouveau"})
    written = {**rules.written(), "programme": "nouveau"}
    return RulebookPublished(
        programme="nouveau", number=1, digest=rules.digest, rulebook=written, reason=REASON
    )


def under_new_rules(file: str) -> Sequence[Event]:
    """A file is opened under it."""
    opened, _ = opening(file)
    assert isinstance(opened, CooperationOpened)
    return (
        opened.model_copy(update={"rulebook": NEW}),
        PhaseEntered(phase=Phase.EXPLORATION, pass_number=1, way="opened"),
    )


@pytest.fixture(params=["alone", "helped"])
def processes(
    request: pytest.FixtureRequest, database: Database, rulebooks: YamlRulebooks
) -> RebuildProcesses | None:
    """Who helps with a rebuild: nobody, or two processes."""
    helped = request.param == "helped"
    return RebuildProcesses(database.service_dsn, rulebooks, processes=2, from_events=1) if helped else None


async def names(read_models: ReadModels) -> set[tuple[str, str]]:
    """The files of the portfolio, each with its rulebook."""
    return {
        (line.file, line.rulebook) for line in (await read_models.portfolio(ORGANISATION, EVERYTHING)).rows
    }


async def test_a_runner_learns_of_what_is_published_while_it_runs(
    writer: Writer, runner: Runner, read_models: ReadModels, publication: RulebookPublished
) -> None:
    """It had folded the organisation before anything was published."""
    await writer.found()
    await writer.open("ancien")
    await runner.catch_up(ORGANISATION)
    await writer.record("organisation", publication)
    await writer.record("cooperation:neuf", *under_new_rules("neuf"))
    await runner.catch_up(ORGANISATION)
    assert await names(read_models) == {("ancien", "tec@1"), ("neuf", NEW)}


async def test_a_runner_that_starts_afterwards_knows_it_too(
    writer: Writer,
    runner: Runner,
    read_models: ReadModels,
    publication: RulebookPublished,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
) -> None:
    """Its checkpoint lies behind the publication, which it never folds."""
    await writer.found()
    await writer.record("organisation", publication)
    await runner.catch_up(ORGANISATION)
    await writer.record("cooperation:neuf", *under_new_rules("neuf"))
    await Runner(pool, ledger, rulebooks).catch_up(ORGANISATION)
    assert await names(read_models) == {("neuf", NEW)}


async def test_a_rebuild_knows_what_was_published(
    writer: Writer,
    read_models: ReadModels,
    publication: RulebookPublished,
    pool: asyncpg.Pool,
    ledger: PostgresLedger,
    rulebooks: YamlRulebooks,
    processes: RebuildProcesses | None,
) -> None:
    """In processes of its own as well, whichever share a file is in."""
    await writer.found()
    await writer.record("organisation", publication)
    for number in range(4):
        await writer.record(f"cooperation:neuf-{number}", *under_new_rules(f"neuf-{number}"))
    rebuilt = await rebuild(pool, ledger, rulebooks, in_processes=processes)
    assert rebuilt.failed == {}
    assert await names(read_models) == {(f"neuf-{number}", NEW) for number in range(4)}


async def test_a_rulebook_that_nobody_published_stops_what_needs_it(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """And nothing else: the history needs no rules."""
    await writer.found()
    await writer.record("cooperation:neuf", *under_new_rules("neuf"))
    await runner.catch_up(ORGANISATION)
    stopped = {one.model for one in await read_models.progress(ORGANISATION) if one.stopped_at is not None}
    assert "portfolio" in stopped
    assert "timeline" not in stopped
