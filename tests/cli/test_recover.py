"""`escale recover`: the one command that talks to Temporal leaves cleanly, always with the right exit code."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from stack.ports import chosen_port
from tests.cli.house import House, Result

TIMES = 8
"""``tests/life/test_leaving.py`` ends fifty processes."""
AT_ONCE = 2


def _recovered(house: House, address: str, times: int) -> Sequence[Result]:
    def once(_: int) -> Result:
        return house.run("recover", "--json", TEMPORAL_ADDRESS=address)

    with ThreadPoolExecutor(AT_ONCE) as runs:
        return list(runs.map(once, range(times)))


@pytest.fixture(scope="module")
def quiet_house(empty_house: House) -> House:
    """An organisation without any file: Temporal is asked what runs, and nothing is to be woken."""
    empty_house.found("calme", "real")
    return empty_house


def test_recovering_again_and_again_ends_with_0(quiet_house: House, temporal_server: str) -> None:
    """Temporal's threads outlive nobody: no run is killed after its work is done."""
    results = _recovered(quiet_house, temporal_server, TIMES)
    assert {one.code for one in results} == {0}, [one.err for one in results if one.code]
    assert {one.json["organisation"] for one in results} == {"calme"}


def test_without_temporal_recovering_is_unknown(quiet_house: House) -> None:
    """Exit code 3, with what to do, and no traceback."""
    (result,) = _recovered(quiet_house, f"127.0.0.1:{chosen_port(0)}", 1)
    assert (result.code, result.json["refusal"]["code"]) == (3, "temporal-unreachable")
    assert "Traceback" not in result.err


def test_a_named_organisation_that_is_not_there_is_invalid(quiet_house: House, temporal_server: str) -> None:
    """Nobody believes to have mended what was misspelt."""
    result = quiet_house.run("recover", "-o", "clame", "--json", TEMPORAL_ADDRESS=temporal_server)
    assert (result.code, result.json["refusal"]["code"]) == (2, "unknown-organisation")


def test_taking_all_up_after_a_restore_wants_a_yes(quiet_house: House, temporal_server: str) -> None:
    """It ends lives: nobody does so by chance, and a program says that it is sure."""
    asked = quiet_house.run("recover", "--after-restore", "--json", TEMPORAL_ADDRESS=temporal_server)
    assert (asked.code, asked.json["refusal"]["code"]) == (2, "not-sure")
    assert "calme" in asked.err
    sure = quiet_house.run("recover", "--after-restore", "--yes", "--json", TEMPORAL_ADDRESS=temporal_server)
    assert (sure.code, sure.json["organisation"], sure.json["renewed"]) == (0, "calme", [])


@pytest.mark.parametrize("which", ["trouble", "due"])
def test_what_is_in_trouble_or_due_is_listed_and_nothing_is_mended(
    quiet_house: House, temporal_server: str, which: str
) -> None:
    """Of an organisation without files nothing is told, for programs and for people."""
    listed = quiet_house.run("recover", "--list", which, "--json", TEMPORAL_ADDRESS=temporal_server)
    assert (listed.code, listed.json["organisation"], listed.json["rows"]) == (0, "calme", [])
    shown = quiet_house.run("recover", "--list", which, TEMPORAL_ADDRESS=temporal_server)
    assert (shown.code, "Rien." in shown.out) == (0, True)


def test_a_list_that_there_is_not_is_invalid(quiet_house: House, temporal_server: str) -> None:
    """It says which there are."""
    result = quiet_house.run("recover", "--list", "all", "--json", TEMPORAL_ADDRESS=temporal_server)
    assert (result.code, result.json["refusal"]["code"]) == (2, "unknown-list")
