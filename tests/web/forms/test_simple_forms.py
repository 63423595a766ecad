"""Simple commands, given in a page: shown, recorded, seen where they were noted."""

from tests.cli.house import CAMILLE, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

CONTACT = "/o/demo/faire/RecordContact?cooperation=noailles"


async def test_a_contact_of_a_month_is_recorded_and_said_to_be(site_house: SiteHouse) -> None:
    """No day is invented; the next page says what was recorded, and where it is."""
    async with site_house.client_as(NOUR) as client:
        shown = await client.get(CONTACT)
        assert shown.status_code == 200, shown.text
        form = form_on(shown.text)
        sent = form.filled(do="record", kind="visit", effective_at__month="11", effective_at__year="2026")
        answer = await client.post(form.action, data=sent)
        assert answer.status_code == 303, answer.text
        assert "/dossiers/noailles/historique" in answer.headers["location"]
        assert "#e" in answer.headers["location"]
        following = await client.get("/o/demo/")
    assert "Enregistré" in following.text
    file = await site_house.site.service.files.cooperation("demo", "noailles")
    assert file is not None
    assert (
        file.entries[max(file.by_type["ContactRecorded"], key=lambda one: one.number).number].at == "2026-11"
    )


async def test_pressing_twice_records_once(site_house: SiteHouse) -> None:
    """The second press is told that it is recorded already."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(CONTACT)).text)
        sent = form.filled(do="record", kind="phone")
        first = await client.post(form.action, data=sent)
        second = await client.post(form.action, data=sent)
        assert first.headers["location"] == second.headers["location"]
        following = await client.get("/o/demo/")
    assert "Déjà enregistré" in following.text


async def test_what_is_missing_is_said_at_its_field_and_above(site_house: SiteHouse) -> None:
    """Every mistake leads to its field; what was written stays; the form keeps its id, for nothing was recorded."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(CONTACT)).text)
        sent = form.filled(
            do="record", note="Une longue note <b>", effective_at__day="31", effective_at__year="2026"
        )
        answer = await client.post(form.action, data=sent)
    assert answer.status_code == 422
    again = form_on(answer.text)
    assert "<title>Erreur" in answer.text
    assert again.values["note"] == ["Une longue note <b>"]
    assert again.values["command_id"] == form.values["command_id"]
    assert len(again.links) >= 2
    assert set(again.links) - {"content"} <= again.ids
    assert "<b>" not in answer.text


async def test_what_the_rules_refuse_is_said_in_their_words_with_a_new_id(site_house: SiteHouse) -> None:
    """The old id has an outcome now; the sentence stands where the field is."""
    address = "/o/demo/faire/ExtendDeadline?cooperation=noailles"
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(address)).text)
        sent = form.filled(do="record", deadline="x", until="2020-01-01", reason="Plus de temps")
        answer = await client.post(form.action, data=sent)
    assert answer.status_code == 409, answer.text
    again = form_on(answer.text)
    assert again.values["command_id"] != form.values["command_id"]
    assert again.values["reason"] == ["Plus de temps"]


async def test_a_file_that_one_may_not_read_has_no_form(site_house: SiteHouse) -> None:
    """Word for word as what does not exist."""
    async with site_house.client_as(CAMILLE) as client:
        theirs = await client.get(CONTACT)
        nothing = await client.get("/o/demo/faire/RecordContact?cooperation=nowhere")
    assert (theirs.status_code, nothing.status_code) == (404, 404)
    assert theirs.text == nothing.text
