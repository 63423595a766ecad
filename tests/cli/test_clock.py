"""`escale clock`: who may advance it, whereto, and that Ctrl-C leaves it on its way."""

import signal
import subprocess
import time

import pytest

from tests.cli.house import ADMINISTRATOR, CHARLIE, ESCALE, LONGEST_RUN, House

TARGET = "2027-06-01T06:00:00Z"
"""The first morning of June 2027 in Paris."""


def test_the_clock_of_a_simulation_is_read(house: House) -> None:
    """It stands still where it was set: eight o'clock in Paris."""
    shown = house.run("clock", "show", "--json").json
    assert shown == {"organisation": "demo", "now": "2026-11-23T07:00:00Z", "target": "2026-11-23T07:00:00Z"}


@pytest.mark.parametrize(
    ("words", "person", "code", "exit_code"),
    [
        (("--to", "2020-01-01"), ADMINISTRATOR, "clock-goes-forward", 2),
        (("--to", "2027-02-30"), ADMINISTRATOR, "bad-date", 2),
        (("--by", "soon"), ADMINISTRATOR, "bad-duration", 2),
        (("--by", "P9999Y"), ADMINISTRATOR, "bad-duration", 2),
        (("--to", "2028", "--by", "P1M"), ADMINISTRATOR, "to-or-by", 2),
        (("--by", "P1M"), CHARLIE, "not-entitled", 1),
    ],
)
def test_a_clock_goes_forward_only_and_by_those_who_manage(
    house: House, words: tuple[str, ...], person: str, code: str, exit_code: int
) -> None:
    """Whatever is refused leaves it where it is."""
    result = house.run("clock", "advance", *words, "--as", person, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (exit_code, code)
    assert house.run("clock", "show", "--json").json["target"] == "2026-11-23T07:00:00Z"


def test_a_real_ledger_has_no_clock_to_advance(house: House) -> None:
    """It lives in real time."""
    house.found("vraie", "real")
    for words in (("show",), ("advance", "--by", "P1M", "--as", ADMINISTRATOR)):
        result = house.run("clock", *words, "-o", "vraie", "--json")
        assert (result.code, result.json["refusal"]["code"]) == (2, "real-clock")


def test_ctrl_c_leaves_the_clock_on_its_way(house: House) -> None:
    """Whoever watched may go: the target stays, for the worker to reach it."""
    words = ("clock", "advance", "--to", "2027-06-01", "--as", ADMINISTRATOR, "-o", "demo")
    with subprocess.Popen(
        [ESCALE, *words], env=house.environment(), stderr=subprocess.PIPE, text=True
    ) as watching:
        deadline = time.monotonic() + LONGEST_RUN
        while house.run("clock", "show", "-o", "demo", "--json").json["target"] != TARGET:
            assert time.monotonic() < deadline, "the clock was never aimed"
        watching.send_signal(signal.SIGINT)
        _, said = watching.communicate(timeout=LONGEST_RUN)
    assert "L’horloge continue sans vous" in said
    assert "Traceback" not in said
    assert watching.returncode == 130
    assert house.run("clock", "show", "-o", "demo", "--json").json["target"] == TARGET
