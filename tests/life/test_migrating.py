"""A programme changes its rules in its third year: running files keep theirs, or move over, on a real Temporal."""

import json
from typing import Any

from config import Settings
from domain.kernel.ledger import LedgerKind
from domain.people.state import Organisation
from tests.life.house import House, at, inhabited, working
from tests.life.test_two_years import reminded
from tests.support.scopes import EVERYTHING
from tests.support.smtp import SmtpCatcher

STAYS = [
    ("2027-08-16", "inactivity", "due"),
    ("2027-09-15", "inactivity", "escalation"),
    ("2028-01-17", "go_decision", "before"),
    ("2028-02-15", "go_decision", "due"),
    ("2028-02-29", "go_decision", "late"),
    ("2028-03-15", "go_decision", "escalation"),
]
"""Opened on 15 February 2027, under the first version to the end."""

MOVES = [
    *STAYS[:3],
    ("2028-05-15", "go_decision", "due"),
    ("2028-05-29", "go_decision", "overdue"),
    ("2028-06-15", "go_decision", "escalation"),
]
"""Moved on 1 February 2028 to a version that gives the decision fifteen months, with rungs by other names: *soon* lies
where *before* did, which has gone out."""


def changed(house: House) -> dict[str, Any]:
    """The next version of TEC."""
    current = house.service.rulebooks.current(Organisation(), "tec")
    assert current is not None
    tree: dict[str, Any] = json.loads(json.dumps(current.written()))
    tree["version"] = current.version + 1
    for rule in tree["deadlines"]:
        if rule["deadline"] == "go_decision":
            rule["within"] = "P15M"
    names = {"before": "soon", "late": "overdue"}
    for rung in tree["ladders"]["deliverable"]:
        rung["rung"] = names.get(rung["rung"], rung["rung"])
    return tree


async def test_a_file_that_moves_is_reminded_on_its_new_dates_and_of_nothing_twice(
    settings: Settings, smtp_catcher: SmtpCatcher
) -> None:
    """Beside one that stays; a file opened afterwards runs under the new version; the lists know it."""
    beginning = at("2027-01-04", 9)
    async with inhabited(settings, LedgerKind.SIMULATION, beginning=beginning) as house, working(settings):
        await house.advance_to(at("2027-02-15", 10))
        await house.open("stays")
        await house.open("moves")
        await house.advance_to(at("2028-02-01", 10))
        rules = changed(house)
        new = f"tec@{rules['version']}"
        await house.do("PublishRulebook", "administrator", rulebook=rules, reason="Troisième année")
        await house.do("MigrateCooperation", cooperation="moves", to=new, reason="D’accord avec le collectif")
        await house.open("opens")
        await house.advance_to(at("2028-07-15"))

        assert await reminded(house, "stays") == STAYS
        assert await reminded(house, "moves") == MOVES
        assert len(smtp_catcher.mails) == len(STAYS) + len(MOVES)
        lines = (await house.service.read_models.portfolio(house.organisation, EVERYTHING)).rows
        ran = {line.file: line.rulebook for line in lines}
        assert (ran["moves"], ran["opens"], ran["stays"]) == (new, new, f"tec@{rules['version'] - 1}")
