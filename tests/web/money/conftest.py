"""A house in which a payment is ordered and has not left for the bank: as on 1 March 2027, a Monday."""

from collections.abc import Container, Iterator
from pathlib import Path

import pytest

from bootstrap import open_service
from tests.cli.beside_story import house_told, story
from tests.cli.house import House
from tests.support.postgres import PostgresForTests


@pytest.fixture
def house(postgres: PostgresForTests, tmp_path: Path) -> Iterator[House]:
    """The story of money without what the bank said of the payment; each test changes it."""
    yield from _house(postgres, tmp_path, "ordered", {"ConfirmPayment"})


@pytest.fixture
def requested_house(postgres: PostgresForTests, tmp_path: Path) -> Iterator[House]:
    """The same before anybody approved the tranche that was requested."""
    yield from _house(postgres, tmp_path, "requested", {"ApproveTranche", "OrderPayment", "ConfirmPayment"})


def _house(postgres: PostgresForTests, home: Path, name: str, but: Container[str]) -> Iterator[House]:
    with house_told(postgres, home, name, lambda house: _told(house, but)) as house:
        yield house


async def _told(house: House, but: Container[str]) -> None:
    async with open_service(house.settings()) as service:
        people = await service.files.organisation("demo")
        for command in story(next(iter(people.people))):
            if command.type not in but:
                answer = await service.one_way_in.handle("demo", command)
                assert answer.outcome == "recorded", (command, answer.refusal)
