"""What a page costs: so many statements, however many files there are, and no more rows than it shows."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
from asyncpg.connection import LoggedQuery

from domain.kernel.values import Role
from domain.registry.reading_scope import ReadingScope, Regions
from eventstore.pool import Connection
from projections.agenda import AgendaFilter
from projections.pages import LONG_PAGE, PAGE, every_row
from projections.portfolio_pages import PortfolioFilter
from projections.read import ReadModels
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import asked, requested
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, Writer
from tests.support.postgres import Database
from tests.support.scopes import EVERYTHING

MANY = 10_000
FAR = datetime(2030, 1, 1, tzinfo=UTC)
FEW = ReadingScope(in_full=Regions(frozenset({"region-7"})))
COPY = """
INSERT INTO read_models.portfolio
SELECT (jsonb_populate_record(one, jsonb_build_object(
    'file', 'file-' || n, 'name', 'File ' || n / 3, 'sort_name', 'file ' || n / 3, 'region', 'region-' || n % 18
))).*
FROM read_models.portfolio AS one, generate_series(1, $1) AS n
WHERE one.file = 'bafapatabor'
"""


@pytest.fixture
def said() -> list[LoggedQuery]:
    """The statements that were sent."""
    return []


@pytest.fixture
async def read_models(database: Database, said: list[LoggedQuery]) -> AsyncIterator[ReadModels]:
    """Lists over a connection that tells what is asked of it."""

    async def listening(connection: Connection) -> None:
        connection.add_query_logger(said.append)

    async def keeping(_: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Reset nothing, as the service's own pool: that would be a statement, too."""

    pool = await asyncpg.create_pool(
        database.service_dsn, min_size=1, max_size=1, setup=listening, reset=keeping
    )
    yield ReadModels(pool)
    pool.terminate()


Ask = Callable[[ReadModels], Awaitable[Any]]


@pytest.mark.parametrize(
    ("statements", "ask"),
    [
        (1, lambda models: models.portfolio(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.portfolio_counts(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.portfolio_values(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.board(ORGANISATION, EVERYTHING, PortfolioFilter())),
        (
            1,
            lambda models: models.portfolio_neighbours(
                ORGANISATION, EVERYTHING, PortfolioFilter(), "bafapatabor"
            ),
        ),
        (1, lambda models: models.agenda(ORGANISATION, EVERYTHING, AgendaFilter(FAR))),
        (1, lambda models: models.agenda_counts(ORGANISATION, EVERYTHING, AgendaFilter(FAR), FAR)),
        (1, lambda models: models.reviews(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.review_counts(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.fundings(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.funding_counts(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.envelopes(ORGANISATION, EVERYTHING)),
        (1, lambda models: models.readable(ORGANISATION, EVERYTHING, ("bafapatabor", "review:avis"))),
        (7, lambda models: models.tasks(ORGANISATION, EVERYTHING, TaskFilter(FAR))),
    ],
    ids=[
        "portfolio",
        "portfolio counts",
        "portfolio values",
        "board",
        "neighbours",
        "agenda",
        "agenda counts",
        "reviews",
        "review counts",
        "fundings",
        "funding counts",
        "envelopes",
        "readable",
        "tasks, with people, roles, zones, conflicts, what stands in the way, who is told nothing any more",
    ],
)
async def test_a_question_takes_so_many_statements(
    writer: Writer,
    runner: Runner,
    read_models: ReadModels,
    said: list[LoggedQuery],
    statements: int,
    ask: Ask,
) -> None:
    """One for each page and for each count; for tasks, what the rules need to judge the page."""
    await writer.found((BASILE, Role.BOARD, None), (CLEO, Role.BOARD, None), (ANNA, Role.ADMINISTRATOR, None))
    await writer.open("bafapatabor")
    await requested(writer)
    await asked(writer, BASILE, CLEO, funding="aide")
    await runner.catch_up(ORGANISATION)
    await ask(read_models)
    assert len(said) == statements


async def test_of_ten_thousand_files_a_page_brings_its_rows_and_the_pages_bring_each_once(
    writer: Writer,
    runner: Runner,
    read_models: ReadModels,
    superuser: asyncpg.Connection,
    said: list[LoggedQuery],
) -> None:
    """Fifty rows, for whoever reads everywhere and for whoever reads one region; a statement for each page."""
    await writer.found()
    await writer.open("bafapatabor")
    await runner.catch_up(ORGANISATION)
    await superuser.execute(COPY, MANY)
    page = await read_models.portfolio(ORGANISATION, EVERYTHING)
    assert len(page.rows) == PAGE
    assert page.after is not None
    here = await read_models.portfolio(ORGANISATION, FEW)
    assert {one.region for one in here.rows} == FEW.in_full.names
    assert len(here.rows) == PAGE
    said.clear()
    few = [one async for one in every_row(read_models.portfolio, ORGANISATION, FEW, PortfolioFilter())]
    assert len(said) == len(few) // LONG_PAGE + 1
    assert sorted(int(one.file.removeprefix("file-")) for one in few) == list(range(7, MANY + 1, 18))
    assert [(one.name, one.file) for one in few[:PAGE]] == [(one.name, one.file) for one in here.rows]
    for scope, number in ((FEW, len(few)), (EVERYTHING, MANY + 1)):
        assert sum(one.files for one in await read_models.portfolio_counts(ORGANISATION, scope)) == number
