"""Where there is more to choose from than a list holds, it is looked for by words, with or without JavaScript."""

import pytest

from queries.forms import form as form_module
from tests.cli.house import CAMILLE, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

WAITING = "/o/demo/faire/AwaitFile?cooperation=noailles"


@pytest.fixture
def short_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of one."""
    monkeypatch.setattr(form_module, "MOST_LISTED", 1)


@pytest.mark.usefixtures("short_lists")
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


@pytest.mark.usefixtures("short_lists")
async def test_what_somebody_may_not_read_is_not_found(site_house: SiteHouse) -> None:
    """By no word, and not by its key."""
    async with site_house.client_as(CAMILLE) as client:
        address = "/o/demo/faire/RecordContact"
        first = form_on((await client.get(address)).text)
        sent = first.filled("seek", seek__cooperation="noailles", cooperation="noailles")
        answer = await client.post(first.action, data=sent)
    assert "noailles" not in form_on(answer.text).offered.get("cooperation", [])


async def test_municipalities_are_found_by_name_and_recorded_by_code(site_house: SiteHouse) -> None:
    """Three places are called Noailles: the department tells them apart; what was ticked stays through a search."""
    address = "/o/demo/faire/EditSheet?cooperation=noailles"
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(address)).text)
        sent = form.filled("seek", **{"seek.territory.insee_codes": "noailles", "territory.name": "Noailles"})
        answer = await client.post(form.action, data=sent)
        assert "Noailles (Oise)" in answer.text
        found = form_on(answer.text)
        assert set(found.offered["territory.insee_codes"]) >= {"60462", "81197", "19151"}
        wanted = {"territory.insee_codes": ["60462"], "seek.territory.insee_codes": "33 09"}
        again = await client.post(found.action, data=found.filled("seek", **wanted))
        assert "Noailles (Oise)" in again.text
        kept = form_on(again.text)
        assert kept.values["territory.insee_codes"] == ["60462"]
        recorded = await client.post(kept.action, data=kept.filled("record"))
        assert recorded.status_code == 303, recorded.text
    file = await site_house.site.service.files.cooperation("demo", "noailles")
    assert file is not None
    assert file.territory.insee_codes == ("60462",)


async def test_a_code_out_of_use_can_be_chosen_all_the_same(site_house: SiteHouse) -> None:
    """Municipalities merge; a file may be older than the directory."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get("/o/demo/faire/EditSheet?cooperation=noailles")).text)
        sent = form.filled("seek", **{"seek.territory.insee_codes": "01003"})
        assert (
            "01003"
            in form_on((await client.post(form.action, data=sent)).text).offered["territory.insee_codes"]
        )
