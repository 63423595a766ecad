"""A stack of one's own from the command line: up, refused twice, behind, caught up, mail, down."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stack import control
from tests.cli.house import ADMINISTRATOR, EXAMPLES, NOUR, House
from tests.support.postgres import Database
from tests.support.waiting import wait_until

NOWHERE = Database("", "", "", "")
"""No database but the embedded one."""


@pytest.fixture(scope="module")
def own() -> Iterator[House]:
    """A data directory with a stack of its own.

    Not below pytest's own temporary directory: another run that starts closes that one to other accounts.
    """
    with tempfile.TemporaryDirectory(prefix="escale-own-") as home:
        house = House(Path(home), NOWHERE)
        yield house
        house.run("down")


@pytest.fixture(scope="module")
def behind(own: House) -> dict[str, object]:
    """The state of an organisation that was founded and filled while Temporal and the worker were away."""
    with control.attached(own.settings(), services=("postgres",)):
        own.found("demo", "simulation", "--clock", "2026-11-23")
        files = [str(EXAMPLES / f"{name}.yaml") for name in ("people", "noailles")]
        assert own.run("import", *files, "--as", ADMINISTRATOR).code == 0
        status = own.run("status", "--json").json
    assert status["temporal"]["reachable"] is False
    (state,) = status["organisations"]
    assert isinstance(state, dict)
    return state


@pytest.fixture(scope="module")
def up(own: House, behind: dict[str, object]) -> House:
    """The same, with everything up."""
    started = own.run("up", "--json")
    assert (started.code, started.json["up"]) == (0, True), started.err
    assert set(started.json["addresses"]) == {"web", "temporal", "temporal_ui"}
    assert started.json["first_run_code"] is None, "there is an organisation already"
    return own


def test_commands_are_recorded_without_temporal_and_the_status_says_what_is_behind(
    behind: dict[str, object],
) -> None:
    """Nobody has to wait for Temporal or for the worker."""
    head = behind["head"]
    assert behind["follower"] == {"position": 0, "behind": head}
    assert behind["worker_last_beat"] is None


async def test_a_worker_that_was_away_catches_up(up: House) -> None:
    """Follower and read models reach the head, and the worker's beat shows."""

    async def caught_up() -> bool:
        (state,) = up.run("status", "--json").json["organisations"]
        models = {one["behind"] for one in state["read_models"]}
        return state["follower"]["behind"] == 0 and models == {0} and bool(state["worker_last_beat"])

    await wait_until(caught_up, "the worker has caught up")
    stack = up.run("status", "--json").json["stack"]
    services, pages = stack["services"], stack["addresses"]["web"]
    assert f"Pages: {pages}" in up.run("status", ESCALE_LOCALE="en").out
    assert [one["name"] for one in services] == ["postgres", "temporal", "catcher", "worker", "web"]


def test_a_second_up_is_refused_with_the_process_that_holds_the_directory(up: House) -> None:
    """One stack per data directory."""
    holder = up.run("status", "--json").json["stack"]["pid"]
    again = up.run("up", "--json")
    assert (again.code, again.json["refusal"]["code"]) == (1, "in-use")
    assert str(holder) in again.json["refusal"]["message"]["fr"]


def test_the_clock_is_advanced_and_reminders_are_read_as_they_went_out(up: House) -> None:
    """On the next working day Noailles reminds its pair, once; the message can be read."""
    advanced = up.run("clock", "advance", "--by", "P1W", "--as", ADMINISTRATOR, "--json")
    assert (advanced.code, advanced.json["now"]) == (0, "2026-11-30T07:00:00Z")
    letters = up.run("mail", "--as", NOUR, "--json").json["rows"]
    assert {(one["created_at"], one["state"]) for one in letters} == {("2026-11-24T07:00:00+00:00", "sent")}
    hers = next(one for one in letters if one["recipient"] == NOUR)
    text = up.run("mail", hers["id"], "--as", NOUR, "--json").json["text"]
    assert "Noailles" in text
    assert "SIMULATION" in hers["subject"]
    again = up.run("clock", "advance", "--as", ADMINISTRATOR, "--json")
    assert again.json == advanced.json


def test_down_stops_everything_and_says_so(up: House) -> None:
    """Afterwards nothing runs and the store is out of reach."""
    assert up.run("down", "--json").json == {"stopped": True}
    assert up.run("down", "--json").json == {"stopped": False}
    status = up.run("status", "--json")
    assert (status.code, status.json["stack"], status.json["database"]) == (3, None, "away")
