"""Asking a running server whatever its description allows, and what it does not: for a while, as somebody."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS
from schemathesis.core.failures import FailureGroup

from application.commands.import_files import person_of
from bootstrap import open_service
from tests.cli.house import ADMINISTRATOR, House
from tests.support.waiting import run_apart
from tests.web.api.tokens import token_of
from tests.web.house import ORGANISATION, site_of_house
from web.api.app import make_api
from web.api.openapi import describe
from web.app import make_app
from web.site import open_site

PEOPLE = (ADMINISTRATOR, person_of("nour"), person_of("alix"), person_of("eden"))
"""An administrator, a programme manager, a member of a regional commission, an auditor."""
_KEYS = ("noailles", "citees", "nulle-part")
_HELD_TO = [
    one
    for one in CHECKS.get_all()
    if one.__name__
    in {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    }
]


@dataclass
class Report:
    """What was asked, and what was wrong with answers."""

    asked: int = 0
    failures: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)


def fuzz(house: House, person: str, examples: int) -> Report:
    """So many requests of each operation, valid and invalid, with the token of a person; the first failure of each."""
    report = Report()
    token = run_apart(_token(house, person))
    with _served(house) as (address, told):
        schema = schemathesis.openapi.from_dict(told)
        for found in schema.get_all_operations():
            operation = found.ok()
            headers = {"Authorization": f"Bearer {token}"}
            for mode in schemathesis.GenerationMode:
                _ask(operation, mode, examples, address, headers, report)
    return report


def _ask(
    operation: Any, mode: Any, examples: int, address: str, headers: dict[str, str], report: Report
) -> None:
    quick = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @seed(len(operation.path))
    @quick
    @given(case=operation.as_strategy(generation_mode=mode), key=st.sampled_from(_KEYS), known=st.booleans())
    def ask(case: Any, key: str, known: bool) -> None:  # noqa: FBT001 - drawn
        case.path_parameters["organisation"] = ORGANISATION
        if known and "key" in case.path_parameters:
            case.path_parameters["key"] = key
        report.asked += 1
        answer = case.call(base_url=address, headers=headers)
        report.statuses[answer.status_code] += 1
        case.validate_response(answer, checks=_HELD_TO)

    try:
        ask()
    except (FailureGroup, AssertionError) as failure:
        report.failures.append(f"{operation.label}: {failure}")


async def _token(house: House, person: str) -> str:
    async with site_of_house(house) as site:
        return await token_of(site, person)


@contextmanager
def _served(house: House) -> Iterator[tuple[str, dict[str, Any]]]:
    """A server of the site in a thread of its own: its address, and what its API says of itself."""
    started: list[uvicorn.Server] = []

    async def serve() -> None:
        settings = house.settings()
        async with open_service(settings) as service:
            site = open_site(settings, service)
            config = uvicorn.Config(
                make_app(site), host="127.0.0.1", port=0, log_config=None, access_log=False
            )
            started.append(uvicorn.Server(config))
            await started[0].serve()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        yield _address(started, thread), describe(make_api(None))  # type: ignore[arg-type] - only described
    finally:
        for one in started:
            one.should_exit = True
        thread.join()


def _address(started: list[uvicorn.Server], thread: threading.Thread) -> str:
    while not (started and started[0].started):
        assert thread.is_alive()
        time.sleep(0.01)
    [socket] = started[0].servers[0].sockets
    return f"http://127.0.0.1:{socket.getsockname()[1]}"
