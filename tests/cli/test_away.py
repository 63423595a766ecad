"""The store out of reach: exit code 3 in less than five seconds, what is in doubt is said, nothing is half done."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from eventstore import pool
from queries import visit
from stack.ports import chosen_port
from tests.cli.house import NOUR, House
from tests.cli.test_do import contact

FIVE_SECONDS = 5.0
START = 1.0
"""What the program itself may take to start."""


@contextmanager
def _silent_server() -> Iterator[int]:
    """Something that accepts connections and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def _dsn(port: int) -> str:
    return f"postgresql://escale_service:x@127.0.0.1:{port}/escale"


def test_a_silent_store_is_given_up_in_less_than_five_seconds() -> None:
    """The patience of the command line and that for a connection fit in, with the program's own start."""
    assert visit.STORE_PATIENCE + START < FIVE_SECONDS
    assert pool.CONNECT_SECONDS < visit.STORE_PATIENCE


@pytest.mark.parametrize("silent", [False, True])
def test_a_command_to_a_store_out_of_reach_is_unknown(empty_house: House, *, silent: bool) -> None:
    """Nobody listens, or nobody answers: exit code 3, in JSON and in both languages, what to do next."""
    with _silent_server() as port:
        dsn = _dsn(port if silent else chosen_port(0))
        text = json.dumps(contact("away/1"))
        result = empty_house.run("do", "--file", "-", "--as", NOUR, stdin=text, ESCALE_DATABASE_URL=dsn)
    assert (result.code, result.json["outcome"]) == (3, "unknown")
    assert result.json["refusal"]["code"] == "store-unreachable"
    assert result.json["refusal"]["remedy"]["fr"]
    assert "Traceback" not in result.err


def test_what_cannot_be_read_is_invalid_even_so(empty_house: House) -> None:
    """Bad input needs no store to be told from good."""
    away = _dsn(chosen_port(0))
    result = empty_house.run("do", "--file", "-", "--as", NOUR, stdin="{}", ESCALE_DATABASE_URL=away)
    assert (result.code, result.json["outcome"]) == (2, "invalid")


@pytest.mark.parametrize("words", [("tasks",), ("outcome", "x"), ("show", "noailles"), ("portfolio",)])
def test_reading_from_a_store_out_of_reach_ends_with_3(empty_house: House, words: tuple[str, ...]) -> None:
    """No page is shown as if it were empty."""
    away = _dsn(chosen_port(0))
    result = empty_house.run(*words, "--as", NOUR, "--json", ESCALE_DATABASE_URL=away)
    assert (result.code, result.json["refusal"]["code"]) == (3, "store-unreachable")


def test_without_a_stack_the_store_is_out_of_reach(empty_house: House) -> None:
    """Nothing is up in this directory: the same answer, and where to look."""
    result = empty_house.run("verify", ESCALE_DATABASE_URL="")
    assert result.code == 3
    assert "escale up" in result.err


def test_the_status_tells_what_it_can(empty_house: House) -> None:
    """With everything away it says so; with the database there it tells of that."""
    away = empty_house.run("status", "--json", ESCALE_DATABASE_URL=_dsn(chosen_port(0)))
    assert (away.code, away.json["database"], away.json["organisations"]) == (3, "away", None)
    assert (away.json["stack"], away.json["temporal"]["reachable"]) == (None, False)
    with _silent_server() as port:
        there = empty_house.run("status", "--json", TEMPORAL_ADDRESS=f"127.0.0.1:{port}")
    assert (there.code, there.json["database"]) == (0, "reachable")
    assert there.json["temporal"] == {"address": f"127.0.0.1:{port}", "reachable": True}
