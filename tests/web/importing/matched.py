"""What sheets of money are about: a payment that left for the bank, a funding that citizens’ euros are counted on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from application.commands.answer import Answer
from application.commands.parsing import read_command
from bootstrap import open_service
from domain.registry.commands import AnyCommand
from tests.cli.beside_story import ANGE, ROBIN, SWANN, house_told, story
from tests.cli.house import House
from tests.support.imported import person_of
from tests.support.postgres import PostgresForTests

ANDREA = person_of("andrea")
_REQUEST = {
    "instrument": "match",
    "amount_cents": 200_000,
    "since": "2027-03-01",
    "until": "2028-02-29",
    "beneficiary": {"kind": "association", "name": "Association Verger", "identifier": "11111111800001"},
    "plan": [{"expense": "project", "label": "Arbres", "cents": 300_000}],
    "co_funding": [{"source": "autres", "name": "Autres", "origin": "private", "cents": 100_000}],
    "shares": {"authority": 100_000, "companies": 100_000},
}
_OPENED: dict[str, Any] = {
    "cooperation": "verger",
    "name": "Verger",
    "territory": {"name": "Lille", "insee_codes": ["59350"]},
    "region": "hauts-de-france",
    "object": "Un verger de quartier",
    "cooperation_type": "modelled",
    "economic_model": "hybrid",
    "origin": "collective-asks",
    "programme": "okote",
    "managers": [SWANN],
}


@contextmanager
def house_of_matched(postgres: PostgresForTests, home: Path) -> Iterator[House]:
    """The story of money up to the order of its payment, and these; on 1 March 2027."""
    with house_told(postgres, home, "matched", _give) as house:
        yield house


async def _give(house: House) -> None:
    async with open_service(house.settings()) as service:
        people = await service.files.organisation("demo")
        before = [one for one in story(next(iter(people.people))) if one.type != "ConfirmPayment"]
        for command in (*before, *told()):
            answer = await service.one_way_in.handle("demo", command)
            assert answer.outcome == "recorded", (command, answer.refusal)


def told() -> Iterator[AnyCommand]:
    """In order; after the story of money, in which one payment is ordered."""
    payment = {"funding": "filature-2027", "payment": 1}
    steps: list[tuple[str, str, dict[str, Any]]] = [
        (
            ANGE,
            "IssuePaymentFile",
            {"payment_file": "mars", "payments": [payment], "execute_on": "2027-03-02"},
        ),
        (SWANN, "OpenCooperation", {**_OPENED, "effective_at": "2027-02-01"}),
        (ROBIN, "OpenEnvelope", {"envelope": "okote/match/2027", "commitments_cents": 1_000_000}),
        (SWANN, "RequestFunding", {"funding": "verger-2027", "cooperation": "verger", "request": _REQUEST}),
        (ANDREA, "DecideFunding", {"funding": "verger-2027", "decision": "granted"}),
    ]
    for number, (actor, kind, fields) in enumerate(steps):
        given = {"type": kind, "command_id": f"matched/{number}", "actor": actor, **fields}
        command = read_command(json.dumps(given), None)
        assert not isinstance(command, Answer), command
        yield command
