"""A house in which money was asked for and a jury was asked: ``beside.yaml``, as its people told it."""

import json
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from application.commands.answer import Answer
from application.commands.parsing import read_command
from application.rulebooks.safe_yaml import read_yaml
from bootstrap import open_service
from domain.registry.commands import AnyCommand
from tests.cli.house import ADMINISTRATOR, EXAMPLES, House
from tests.support.imported import person_of
from tests.support.postgres import Database, PostgresForTests
from tests.support.waiting import run_apart

SWANN, YAEL, ROBIN = person_of("swann"), person_of("yael"), person_of("robin")
ANGE, MIKA, CHARLIE, ANDREA = person_of("ange"), person_of("mika"), person_of("charlie"), person_of("andrea")
ALIX = person_of("alix")
"""Swann and Yaël are in charge, Robin is of the board, Ange and Mika pay; Charlie and Andréa are of the jury, Alix is
of the regional commission."""


STORY = Path(__file__).with_name("beside.yaml")
FILES = ("people", "noailles", "filature", "halle")
"""The files of the examples that it begins with."""


def story(ada: str) -> Iterator[AnyCommand]:
    """The commands of the story, in order; ``ada`` is the administrator."""
    lines = read_yaml(STORY.read_bytes()).value["story"]
    return (_command(line, f"beside/{number}", ada) for number, line in enumerate(lines))


def _command(line: dict[str, Any], command_id: str, ada: str) -> AnyCommand:
    fields = {key: value for key, value in line.items() if key not in ("on", "by")}
    if "person" in fields:
        fields["person"] = person_of(fields["person"])
    if "managers" in fields:
        fields["managers"] = [person_of(one) for one in fields["managers"]]
    actor = ada if line["by"] == "ada" else person_of(line["by"])
    told = {"command_id": command_id, "actor": actor, "effective_at": line["on"], **fields}
    command = read_command(json.dumps(told), None)
    assert not isinstance(command, Answer), command
    return command


async def told(house: House) -> None:
    """Give the commands of the story in a house that holds the files it begins with."""
    async with open_service(house.settings()) as service:
        people = await service.files.organisation("demo")
        for command in story(next(iter(people.people))):
            answer = await service.one_way_in.handle("demo", command)
            assert answer.outcome == "recorded", (command, answer.refusal)


@contextmanager
def house_of_money(postgres: PostgresForTests, home: Path) -> Iterator[House]:
    """A simulation on 1 March 2027, a Monday: a grant half paid, one refused, one opinion of two given; folded."""
    with house_told(postgres, home, "money", told) as house:
        yield house


@contextmanager
def house_told(
    postgres: PostgresForTests, home: Path, name: str, tell: Callable[[House], Coroutine[Any, Any, None]]
) -> Iterator[House]:
    """A simulation on that day: the files, and what is told of them; folded. ``name`` of what is told."""

    def made(database: Database) -> None:
        house = House(home, database)
        house.found("demo", "simulation", "--clock", "2027-03-01")
        files = [str(EXAMPLES / f"{one}.yaml") for one in FILES]
        imported = house.run("import", *files, "--as", ADMINISTRATOR)
        assert imported.code == 0, imported.err
        run_apart(tell(house))
        house.fold()

    database = run_apart(postgres.like(name, made))
    yield House(home, database)
    run_apart(postgres.drop(database))


@pytest.fixture(scope="module")
def money_house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """That house, for a module of its own."""
    with house_of_money(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made
