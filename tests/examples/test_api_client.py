"""The example's client: opens a cooperation by the API, and hears of it by the webhook that the service sends."""

import asyncio
import json
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bootstrap import open_service
from bootstrap_temporal import webhook_sender_of
from config import Settings
from tests.cli.house import House, house_of_examples
from tests.support.certificates import Authority, authority
from tests.support.imported import person_of
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart
from tests.web.api.served import served, token_for
from webhooks.subscriptions import Subscriptions

HERE = Path(__file__).parents[2] / "examples" / "api-client"
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


def test_it_opens_a_cooperation_and_waits_for_its_webhook(house: House, tmp_path: Path) -> None:
    """By https to a receiver inside that the service was told of; what nobody signed is refused before."""
    port, signs = _free_port(), authority(tmp_path)
    certificate, key = signs.files_for("localhost")
    settings = house.settings().model_copy(
        update={"webhooks_private_receivers": f"localhost:{port}", "webhooks_ca_file": str(signs.ca_file)}
    )
    url, told = f"https://localhost:{port}/hook", run_apart(token_for(house, NOUR))
    with served(house) as address:
        secret = run_apart(_subscribed(settings, url))
        known_to_the_program = {
            "ESCALE": address,
            "ORGANISATION": "demo",
            "TOKEN": told,
            "SECRET": secret,
            "PORT": str(port),
            "CERTIFICATE": str(certificate),
            "KEY": str(key),
            "COMMAND_ID": OPENED,
        }
        with subprocess.Popen(
            [sys.executable, str(HERE / "open_and_wait.py")],
            env=known_to_the_program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as program:
            assert program.stdin
            program.stdin.write(json.dumps(OPENING))
            program.stdin.close()
            assert _unsigned(url, signs) == 401
            run_apart(_sending_until_it_ends(settings, program))
            assert program.wait(10) == 0, program.stderr and program.stderr.read()
            assert program.stdout
            assert program.stdout.read().startswith("escale.CooperationOpened ")


async def _subscribed(settings: Settings, url: str) -> str:
    """The secret of somebody who is told all that happens from now on, in the name of who opens."""
    async with open_service(settings) as service:
        head = await service.ledger.head("demo")
        _, secret = await Subscriptions(service.pool).add("demo", NOUR, url, (), head.position)
        return secret


async def _sending_until_it_ends(settings: Settings, program: "subprocess.Popen[str]") -> None:
    """The sender of a worker, as it is wired there, until the program has heard what it waits for."""
    stop = asyncio.Event()
    async with open_service(settings) as service:
        working = asyncio.create_task(webhook_sender_of(service).run(stop))
        try:
            await asyncio.to_thread(program.wait, 30)
        finally:
            stop.set()
            await working


def _unsigned(url: str, signs: Authority) -> int:
    """Say something that is not signed; the status of its answer."""
    trust = ssl.create_default_context(cafile=str(signs.ca_file))
    transport = httpx.HTTPTransport(retries=10, verify=trust)  # it may not listen yet
    with httpx.Client(transport=transport) as client:
        return client.post(url, json={"type": "escale.CooperationOpened"}, timeout=30).status_code


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port
