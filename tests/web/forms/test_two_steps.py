"""Commands whose consequences are shown first: a file is opened, a phase is passed."""

from tests.cli.house import CAMILLE, CHARLIE, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse
from tests.web.people.test_people import administrator

OPEN = "/o/demo/faire/OpenCooperation"
SHEET = {
    "name": "Passage vert",
    "territory.name": "Ville-Exemple",
    "region": "occitanie",
    "object": "Verdir la cour",
    "cooperation_type": "modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
    "managers": CAMILLE,
}


async def _opened(site_house: SiteHouse) -> tuple[str, str]:
    """Open a file as a person does: programme, fields, check, record, and press once more; where both lead."""
    async with site_house.client_as(CAMILLE) as client:
        first = form_on((await client.get(OPEN)).text)
        assert first.buttons[0] == "continue"
        asked = await client.post(OPEN, data=first.filled(do="continue", programme="tec", region="occitanie"))
        form = form_on(asked.text)
        assert form.values["programme"] == ["tec"]
        checked = await client.post(OPEN, data=form.filled(do="check", **SHEET))
        assert checked.status_code == 200, checked.text
        assert "Passage vert" in checked.text
        check = form_on(checked.text)
        recorded = await client.post(OPEN, data=check.filled(do="record"))
        assert recorded.status_code == 303, recorded.text
        again = await client.post(OPEN, data=check.filled(do="record"))
    return recorded.headers["location"], again.headers["location"]


async def test_a_file_is_opened_without_typing_an_id_and_once(site_house: SiteHouse) -> None:
    """Its address comes from its name; a second one of that name gets a number; pressing twice opens one."""
    once, again = await _opened(site_house)
    assert once == again
    assert "/dossiers/passage-vert/" in once
    second, _ = await _opened(site_house)
    assert "/dossiers/passage-vert-2/" in second
    streams = await site_house.site.service.ledger.streams("demo", "cooperation:passage-vert")
    assert len(streams) == 2


async def test_what_the_rules_would_refuse_is_said_before_anything_is_recorded(
    site_house: SiteHouse,
) -> None:
    """The gate lacks something: the check says so, and the form keeps its id, for it has no outcome."""
    address = "/o/demo/faire/AdvancePhase?cooperation=noailles"
    async with site_house.client_as(NOUR) as client:
        before = (await site_house.site.service.ledger.head("demo")).position
        form = form_on((await client.get(address)).text)
        answer = await client.post(form.action, data=form.filled(do="check", reason="On avance"))
        assert answer.status_code == 409, answer.text
        again = form_on(answer.text)
    assert again.values["command_id"] == form.values["command_id"]
    assert again.values["reason"] == ["On avance"]
    assert (await site_house.site.service.ledger.head("demo")).position == before


async def test_rows_are_added_and_taken_away_without_scripts_and_record_nothing(
    site_house: SiteHouse,
) -> None:
    """What is written in the others moves with them."""
    async with site_house.client_as(CAMILLE) as client:
        before = (await site_house.site.service.ledger.head("demo")).position
        form = form_on((await client.get(f"{OPEN}?programme=tec")).text)
        filled = form.filled(do="add:territory.zonings", **{"territory.zonings[0].zoning": "QPV"})
        two = form_on((await client.post(OPEN, data=filled)).text)
        assert "territory.zonings[1].zoning" in two.names
        filled = two.filled(do="remove:territory.zonings[0]", **{"territory.zonings[1].zoning": "FRR"})
        one = form_on((await client.post(OPEN, data=filled)).text)
    assert one.values["territory.zonings[0].zoning"] == ["FRR"]
    assert "territory.zonings[1].zoning" not in one.names
    assert (await site_house.site.service.ledger.head("demo")).position == before


async def test_a_role_says_how_many_files_it_lets_read_before_it_is_given(site_house: SiteHouse) -> None:
    """All of the region's for a board member of it; nothing is recorded by looking."""
    await site_house.fold()
    address = f"/o/demo/faire/GrantRole?person={CHARLIE}&role=board&region=*"
    async with site_house.client_as(await administrator(site_house)) as client:
        form = form_on((await client.get(address)).text)
        answer = await client.post(form.action, data=form.filled(do="check", role="board", region="*"))
    assert answer.status_code == 200, answer.text
    there = len(await site_house.site.service.ledger.streams("demo", "cooperation:"))
    assert f"par leur fiche publique : {there} (sans ce rôle :" in answer.text
