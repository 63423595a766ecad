"""Looking back: lists, files and envelopes as of a day, as far as was known on another, by the days of each place."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

import programmes
from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.state import Cooperation
from queries.as_of import Then
from queries.refused import Failure
from queries.services import Services
from queries.visit import Visit
from tests.application.house import FOUNDER, HOUSE, MANAGER, SHEET, House, command

TEC = (Path(programmes.__file__).parent / "tec.yaml").read_text(encoding="utf-8")
AT_HOME = "calendar: {days: monday-to-friday, holidays: FR, zone: Europe/Paris}"
FAR = "polynesie-francaise"
REGIONS = f"regions: {{{FAR}: {{holidays: FR-987, zone: Pacific/Tahiti}}}}"

NIGHT = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)
"""Half past one on the 24th in Paris, half past two in the afternoon of the 23rd in Papeete."""


@pytest.fixture
async def visit(tmp_path: Path) -> Visit:
    """Look into a house with a file in Occitanie and one in Polynesia, both opened at the same instant."""
    (tmp_path / "tec.yaml").write_text(TEC.replace(AT_HOME, f"{AT_HOME}\n{REGIONS}"), encoding="utf-8")
    rulebooks = YamlRulebooks(tmp_path)
    house = House(rulebooks=rulebooks)
    await house.found()
    role = {"person": MANAGER, "role": "programme-manager", "region": FAR}
    await house.recorded(command("GrantRole", "role/far", FOUNDER, **role))
    house.clock.time = NIGHT
    for name, region in (("rives", "occitanie"), ("lagon", FAR)):
        fields: dict[str, Any] = {**SHEET, "cooperation": name, "region": region}
        await house.recorded(command("OpenCooperation", f"open/{name}", **fields))
    service = SimpleNamespace(ledger=house.ledger, rulebooks=rulebooks)
    people = await house.files.organisation(HOUSE)
    return Visit(cast("Services", service), HOUSE, MANAGER, people, NIGHT)


async def _seen(visit: Visit, then: Then) -> list[str]:
    return sorted([one.file.id async for one in then.views(visit, Cooperation, "cooperation")])


async def test_a_list_judges_a_day_where_each_file_lives(visit: Visit) -> None:
    """By the end of the 23rd the one in Papeete had been opened, and was known; that in Paris is of the 24th."""
    for asked in (Then(as_of="2026-11-23"), Then(known_on="2026-11-23")):
        assert await _seen(visit, asked) == ["lagon"]
    assert await _seen(visit, Then(as_of="2026-11-22")) == []
    assert await _seen(visit, Then(as_of="2026-11-24", known_on="2026-11-24")) == ["lagon", "rives"]


async def test_one_alone_is_judged_where_it_lives_too(visit: Visit) -> None:
    """The same day, asked of each."""
    then = Then(as_of="2026-11-23")
    state, history = await then.stream(visit, "cooperation:lagon")
    assert isinstance(state, Cooperation)
    assert len(history) == state.entry
    with pytest.raises(Failure, match="not-known-then"):
        await then.stream(visit, "cooperation:rives")


async def test_what_is_no_date_is_refused_also_where_nothing_is_there(visit: Visit) -> None:
    """Of a list too."""
    with pytest.raises(Failure):
        await anext(Then(as_of="32").states(visit, "funding"))
