"""Nothing that was written is lost: drafts, sessions that ended, a store that went away, forms that are too large."""

from typing import Any

import pytest

from domain.kernel.ledger import LedgerUnavailable
from tests.cli.house import CAMILLE, NOUR
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

LESSON = "/o/demo/faire/RecordLesson?cooperation=noailles"
TEXT = "Ce que nous avons appris. " * 80


async def _lessons(site_house: SiteHouse) -> int:
    file = await site_house.site.service.files.cooperation("demo", "noailles")
    assert file is not None
    return len(file.by_type.get("LessonRecorded", ()))


async def test_what_was_sent_after_the_session_ended_is_kept_and_recorded_once_signed_in_again(
    site_house: SiteHouse,
) -> None:
    """Nobody else sees it; every character is there; one lesson is recorded."""
    before = await _lessons(site_house)
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(LESSON)).text)
    sent = form.filled(do="record", title="Tuilage", note=TEXT)
    async with site_house.client() as nobody:
        kept = await nobody.post(form.action, data=sent)
    assert kept.status_code == 401
    assert "Votre saisie est gardée" in kept.text
    assert "Tuilage" not in kept.text
    draft = f"/o/demo/faire/RecordLesson?brouillon={form.values['command_id'][0]}"
    async with site_house.client_as(CAMILLE) as other:
        assert "Tuilage" not in (await other.get(draft)).text
    async with site_house.client_as(NOUR) as client:
        again = form_on((await client.get(draft)).text)
        assert again.values["note"][0].strip() == TEXT.strip()
        assert (await client.post(again.action, data=again.filled(do="record"))).status_code == 303
        assert (await client.post(again.action, data=again.filled(do="record"))).status_code == 303
    assert await _lessons(site_house) == before + 1


async def test_a_form_without_our_seal_is_nobodys(site_house: SiteHouse) -> None:
    """Nothing is kept of a forged one, nor of one that was sealed for another form."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(LESSON)).text)
    async with site_house.client() as nobody:
        forged = await nobody.post(form.action, data=form.filled(do="record", seal="x"))
        other = await nobody.post(form.action, data=form.filled(do="record", command_id="another"))
    assert (forged.status_code, other.status_code) == (403, 403)


async def test_a_draft_is_kept_by_a_button_and_by_scripts(site_house: SiteHouse) -> None:
    """Scripts take the one line of the page that the button answers with; the draft is its person's."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(LESSON)).text)
        sent = form.filled(do="draft", title="À moitié")
        assert "Brouillon gardé" in (await client.post(form.action, data=sent)).text
        quiet = await client.post(form.action, data=sent, headers={"HX-Request": "true"})
        assert 'id="draft-line">Brouillon gardé' in quiet.text
        found = await client.get(f"/o/demo/faire/RecordLesson?brouillon={form.values['command_id'][0]}")
    assert form_on(found.text).values["title"] == ["À moitié"]


async def test_while_the_store_is_away_nobody_knows_and_the_text_is_still_there(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sent again under the same id it is recorded once; what became of it can be asked."""
    before = await _lessons(site_house)
    service = site_house.site.service
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(LESSON)).text)
        sent = form.filled(do="record", title="Patience", note=TEXT)
        with monkeypatch.context() as away:
            away.setattr(service.one_way_in, "handle", _away)
            unknown = await client.post(form.action, data=sent)
        assert unknown.status_code == 503
        assert "Nous ne savons pas encore" in unknown.text
        again = form_on(unknown.text)
        assert again.values["note"][0].strip() == TEXT.strip()
        nothing = await client.get(f"/o/demo/suites/{form.values['command_id'][0]}")
        assert "Rien n’est enregistré" in nothing.text
        assert (await client.post(again.action, data=again.filled(do="record"))).status_code == 303
        known = await client.get(f"/o/demo/suites/{form.values['command_id'][0]}")
    assert "C’est enregistré" in known.text
    assert await _lessons(site_house) == before + 1


async def test_without_the_store_nobody_knows_who_is_signed_in_either(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form is not thrown away for that."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(LESSON)).text)
        with monkeypatch.context() as away:
            away.setattr(type(site_house.site.sessions), "find", _away)
            unknown = await client.post(form.action, data=form.filled(do="record", title="Encore là"))
            reading = await client.get(LESSON)
    assert unknown.status_code == 503
    assert form_on(unknown.text).values["title"] == ["Encore là"]
    assert reading.status_code == 503


async def test_too_much_is_said_to_be_too_much(site_house: SiteHouse) -> None:
    """Three megabytes, and four thousand fields and one."""
    async with site_house.client_as(NOUR) as client:
        form = form_on((await client.get(LESSON)).text)
        large = await client.post(form.action, data=form.filled(do="record", note="x" * 3_000_000))
        fields = {f"x{number}": "1" for number in range(4_001)}
        many = await client.post(form.action, data=form.filled(do="record", **fields))
    assert (large.status_code, many.status_code) == (413, 413)
    assert "trop grand" in large.text
    assert "trop grand" in many.text


async def _away(*_words: Any, **_named: Any) -> Any:
    raise LedgerUnavailable("away")
