"""Keeping the house from the command line: checking the chain, rebuilding what is read, telling the state."""

from tests.cli.house import ADMINISTRATOR, House
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart

CHANGE_HISTORY = """
ALTER TABLE ledger.events DISABLE TRIGGER ALL;
UPDATE ledger.events SET recorded_at = recorded_at + interval '1 second' WHERE position = 7;
ALTER TABLE ledger.events ENABLE TRIGGER ALL;
"""
"""What somebody with the server's highest rights could do behind our back."""


def test_rebuilding_gives_the_same_lists(house: House) -> None:
    """What is read is folded from the ledger anew; nothing of it changes."""
    before = house.run("portfolio", "--as", ADMINISTRATOR, "--json").json
    rebuilt = house.run("rebuild", "--json")
    assert (rebuilt.code, rebuilt.json) == (0, {"rebuilt": True, "events": house.head(), "failed": {}})
    assert house.run("portfolio", "--as", ADMINISTRATOR, "--json").json == before


def test_the_status_tells_how_far_everything_has_come_and_no_password(house: House) -> None:
    """Head, follower, read models, owed wakes and mail of each organisation, its clock if it rehearses."""
    result = house.run("status", "--json")
    (demo,) = result.json["organisations"]
    assert (demo["organisation"], demo["kind"], demo["head"]) == ("demo", "simulation", house.head())
    assert demo["simulation"] == "2026-11-23T07:00:00Z"
    assert demo["follower"] == {"position": 0, "behind": house.head()}
    assert (demo["worker_last_beat"], demo["owed_wakes"], demo["mail"]) == (None, {}, {})
    assert {one["behind"] for one in demo["read_models"]} == {0}
    for_people = house.run("status")
    for secret in (house.database.service_dsn.split("@")[0].rpartition(":")[2],):
        assert secret not in result.out + for_people.out + for_people.err


def test_verify_names_the_first_position_that_does_not_hold(house: House, postgres: PostgresForTests) -> None:
    """Exit code 0 while all holds; after a change behind our back exit code 1, where, and how far it held."""
    whole = house.run("verify", "--read-models", "sample", "--json")
    [ledger] = whole.json["ledgers"]
    assert (whole.code, whole.json["holds"], ledger["held_to"]) == (0, True, house.head()), whole.out
    anchor = ledger["anchor"]
    assert anchor == f"{ledger['head']['position']}:{ledger['head']['hash']}"
    assert house.run("verify", "--against", anchor.upper()).code == 0
    run_apart(postgres.server.run_sql(CHANGE_HISTORY, house.database.name))
    broken = house.run("verify", "--json")
    [ledger] = broken.json["ledgers"]
    assert (broken.code, broken.json["holds"], ledger["held_to"], ledger["anchor"]) == (1, False, 6, None)
    found = [(one["code"], one["position"]) for one in ledger["findings"]]
    assert found == [("hash_differs", 7), ("outcome_differs", 7)]
    said = house.run("verify").out
    assert "jusqu’à la position 6" in said
    assert "Position 7 : " in said
    stopped = house.run("rebuild", "--json")
    assert (stopped.code, stopped.json["rebuilt"]) == (1, False)
    assert stopped.json["verification"]["ledgers"][0]["held_to"] == 6


def test_what_cannot_be_meant_is_said(house: House) -> None:
    """A head that is no head, before anything is looked at."""
    result = house.run("verify", "--against", "hier")
    assert (result.code, "[bad-anchor]" in result.err) == (2, True)
