"""Where there is more to choose from than a list holds, it is looked for by words, with or without JavaScript."""

import pytest

from queries.forms import form as form_module
from tests.cli.house import CAMILLE, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

WAITING = "/o/demo/faire/AwaitFile?cooperation=noailles"


@pytest.fixture(autouse=True)
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of one."""
    monkeypatch.setattr(form_module, "MOST_LISTED", 1)


async def test_a_file_is_found_by_its_place_and_stays_chosen(site_house: SiteHouse) -> None:
    """What is looked for records nothing; what was chosen is kept through another search."""
    async with site_house.client_as(NOUR) as client:
        first = form_on((await client.get(WAITING)).text)
        assert "seek.awaited" in first.names
        found = form_on(
            (await client.post(first.action, data=first.filled("seek", seek__awaited="noailles"))).text
        )
        assert found.offered["awaited"] == ["noailles"]
        nothing = await client.post(found.action, data=found.filled("seek", seek__awaited="zzzz"))
        assert "Rien ne répond à ces mots" in nothing.text
        sent = found.filled("seek", awaited="noailles", seek__awaited="zzzz")
        assert form_on((await client.post(found.action, data=sent)).text).values["awaited"] == ["noailles"]


async def test_what_somebody_may_not_read_is_not_found(site_house: SiteHouse) -> None:
    """By no word, and not by its key."""
    async with site_house.client_as(CAMILLE) as client:
        address = "/o/demo/faire/RecordContact"
        first = form_on((await client.get(address)).text)
        sent = first.filled("seek", seek__cooperation="noailles", cooperation="noailles")
        answer = await client.post(first.action, data=sent)
    assert "noailles" not in form_on(answer.text).offered.get("cooperation", [])
