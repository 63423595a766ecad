"""The web process of a stack: reached where the state says, started again when it dies, gone with the stack."""

import json

import psutil

from config import Settings
from stack.control import down, running, up
from stack.ports import answers, free_ports
from stack.state import ServiceState, StackState
from tests.support.waiting import wait_until


def _web(settings: Settings) -> ServiceState:
    state = running(settings)
    assert state is not None
    return next(one for one in state.services if one.name == "web")


def _listens_on(state: StackState) -> set[str]:
    process = psutil.Process(next(one.pid for one in state.services if one.name == "web"))
    return {one.laddr.ip for one in process.net_connections("inet") if one.status == psutil.CONN_LISTEN}


async def test_pages_are_served_where_the_state_says_until_the_stack_goes_down(settings: Settings) -> None:
    """A killed web process comes back at the same address, which is one of this machine only."""
    state = up(settings, services=("postgres", "catcher", "web"))
    port = int(state.addresses.web.rpartition(":")[2])
    assert state.addresses.web == f"http://127.0.0.1:{port}"
    assert await answers(port, "/readyz")
    assert _listens_on(state) == {"127.0.0.1"}

    psutil.Process(_web(settings).pid).kill()

    async def again() -> bool:
        return _web(settings).restarts == 1 and await answers(port, "/readyz")

    await wait_until(again, "the web process is there again")
    down(settings)
    assert not await answers(port, "/livez")


async def test_without_its_database_it_lives_and_is_not_ready(settings: Settings) -> None:
    """Whoever watches it restarts nothing that lives, and sends nobody to what is not ready."""
    state = up(settings, services=("postgres", "catcher", "web"))
    port = int(state.addresses.web.rpartition(":")[2])
    server = psutil.Process(state.services[0].pid)
    silent = [server, *server.children(recursive=True)]
    for process in silent:
        process.suspend()
    try:
        assert await answers(port, "/livez")
        assert not await answers(port, "/readyz")
    finally:
        for process in silent:
            process.resume()
    assert await answers(port, "/readyz")


async def test_nobody_answers_on_a_free_port() -> None:
    """Neither does whoever answers with something else than what was asked for."""
    assert not await answers(free_ports(1)[0], "/readyz")


def test_the_state_that_an_earlier_release_wrote_is_read() -> None:
    """Its stack goes on: it has no pages."""
    written = {
        "pid": 4711,
        "since": "2026-11-01T08:00:00Z",
        "addresses": {
            "database_url": "postgresql://escale_service@127.0.0.1:5433/escale",
            "database_owner_url": "postgresql://escale_owner@127.0.0.1:5433/escale",
            "temporal": "127.0.0.1:7233",
            "temporal_ui": "",
            "smtp_host": "127.0.0.1",
            "smtp_port": 2525,
        },
        "services": [{"name": "worker", "pid": 4712, "restarts": 0}],
    }
    state = StackState.model_validate_json(json.dumps(written))
    assert state.addresses.web == ""
