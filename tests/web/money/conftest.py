"""A house in which a payment is ordered and has not left for the bank: as on 1 March 2027, a Monday."""

from collections.abc import Container, Iterator
from pathlib import Path

import pytest

from bootstrap import open_service
from tests.cli.beside_story import FILES, story
from tests.cli.house import ADMINISTRATOR, EXAMPLES, House
from tests.support.postgres import Database, PostgresForTests
from tests.support.waiting import run_apart


@pytest.fixture
def house(postgres: PostgresForTests, tmp_path: Path) -> Iterator[House]:
    """The story of money without what the bank said of the payment; each test changes it."""
    yield from _house(postgres, tmp_path, "ordered", {"ConfirmPayment"})


@pytest.fixture
def requested_house(postgres: PostgresForTests, tmp_path: Path) -> Iterator[House]:
    """The same before anybody approved the tranche that was requested."""
    yield from _house(postgres, tmp_path, "requested", {"ApproveTranche", "OrderPayment", "ConfirmPayment"})


def _house(postgres: PostgresForTests, home: Path, name: str, but: Container[str]) -> Iterator[House]:
    def tell(database: Database) -> None:
        made = House(home, database)
        made.found("demo", "simulation", "--clock", "2027-03-01")
        files = [str(EXAMPLES / f"{name}.yaml") for name in FILES]
        imported = made.run("import", *files, "--as", ADMINISTRATOR)
        assert imported.code == 0, imported.err
        run_apart(_told(made, but))
        made.fold()

    database = run_apart(postgres.like(name, tell))
    yield House(home, database)
    run_apart(postgres.drop(database))


async def _told(house: House, but: Container[str]) -> None:
    async with open_service(house.settings()) as service:
        people = await service.files.organisation("demo")
        for command in story(next(iter(people.people))):
            if command.type not in but:
                answer = await service.one_way_in.handle("demo", command)
                assert answer.outcome == "recorded", (command, answer.refusal)
