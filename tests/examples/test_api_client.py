"""The example's client: opens a cooperation by the API, and takes the webhook that tells of it, if it is signed."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from standardwebhooks import Webhook

from application.commands.import_files import person_of
from tests.cli.house import House, house_of_examples
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart
from tests.web.api.served import served, token_for

HERE = Path(__file__).parents[2] / "examples" / "api-client"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of an example
NOUR = person_of("nour")
OPENED = "crm/passage-vert"
OPENING = {
    "type": "OpenCooperation",
    "cooperation": "passage-vert",
    "name": "Passage vert",
    "territory": {"name": "Marseille"},
    "region": "paca-corse",
    "object": "Un jardin partagé",
    "cooperation_type": "modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
    "programme": "demarche-territoriale",
    "managers": [NOUR],
}


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A simulation with the people of the examples."""
    with house_of_examples(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made


def test_it_opens_a_cooperation_and_waits_for_its_webhook(house: House) -> None:
    """What nobody signed is refused, what is about something else is passed over; then it ends well."""
    port = _free_port()
    with served(house) as address:
        settings = {
            "ESCALE": address,
            "ORGANISATION": "demo",
            "TOKEN": run_apart(token_for(house, NOUR)),
            "SECRET": SECRET,
            "PORT": str(port),
            "COMMAND_ID": OPENED,
        }
        with subprocess.Popen(
            [sys.executable, str(HERE / "open_and_wait.py")],
            env=settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as program:
            assert program.stdin
            program.stdin.write(json.dumps(OPENING))
            program.stdin.close()
            assert _sent(port, OPENED, "whsec_c29tZWJvZHkgZWxzZQ==") == 401
            assert _sent(port, "something/else", SECRET) == 204
            assert _sent(port, OPENED, SECRET) == 204
            assert program.wait(10) == 0, program.stderr and program.stderr.read()
            assert program.stdout
            assert program.stdout.read().startswith("escale.CooperationOpened ")


def _sent(port: int, command_id: str, secret: str) -> int:
    """Send a message as our sender does; the status of its answer."""
    body = json.dumps({"type": "escale.CooperationOpened", "data": {"command_id": command_id}})
    at = datetime.now(UTC)
    headers = {
        "webhook-id": "evt_demo_1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign("evt_demo_1", at, body),
    }
    transport = httpx.HTTPTransport(retries=10)  # it may not listen yet
    with httpx.Client(transport=transport) as client:
        return client.post(f"http://127.0.0.1:{port}/", content=body, headers=headers, timeout=30).status_code


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port
