"""The examples, and four applications to a call of a programme that has a funnel: told in each other's terms."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from tests.cli.house import CHARLIE, NOUR, House, house_of_examples
from tests.support.postgres import PostgresForTests

PROGRAMME = "fondation-territoriale-des-lumieres"
SHEET = {
    "type": "OpenCooperation",
    "territory": {"name": "Essai", "insee_codes": ["13055"]},
    "region": "paca-corse",
    "object": "Essayer",
    "cooperation_type": "non-modelled",
    "economic_model": "non-market",
    "origin": "residents-call",
    "programme": PROGRAMME,
    "call": "permanent",
    "managers": [NOUR],
}


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Of four applications one is shortlisted, one supported, one refused after it was shortlisted."""
    with house_of_examples(postgres, tmp_path_factory.mktemp("home")) as made:
        opened = [SHEET | {"cooperation": f"essai-{one}", "name": f"Essai {one}"} for one in range(4)]
        do(made, NOUR, *opened, *(_selected(one, "shortlisted") for one in range(3)))
        do(made, CHARLIE, _selected(2, "supported"), _declined(1))
        made.fold()
        yield made


def do(house: House, person: str, *commands: dict[str, Any]) -> None:
    """Have somebody record something."""
    lines = "\n".join(json.dumps({"command_id": uuid4().hex} | one) for one in commands)
    done = house.run("do", "--file", "-", "--as", person, stdin=lines)
    assert done.code == 0, done.out + done.err


def _selected(number: int, stage: str) -> dict[str, Any]:
    return {"type": "SelectApplication", "cooperation": f"essai-{number}", "stage": stage}


def _declined(number: int) -> dict[str, Any]:
    return {
        "type": "DeclineApplication",
        "cooperation": f"essai-{number}",
        "points": ["too_early"],
        "reasons": "Trop tôt",
        "would_change": "Un collectif",
    }
