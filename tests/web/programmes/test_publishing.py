"""A rulebook checked at its lines, compared and published: nothing that was typed is lost, nothing goes by itself."""

import re
from html import unescape
from pathlib import Path

import pytest

from application.rulebooks.parsing import read_rulebook
from bootstrap import published_rulebooks
from domain.people.state import Organisation
from tests.web.forms.filling import FoundForm, form_on
from tests.web.house import SiteHouse

ADDRESS = "/o/demo/programmes/verifier"
TEC = (Path(__file__).parents[3] / "programmes" / "tec.yaml").read_text("utf-8")
OWN = TEC.replace("programme: tec", "programme: mon-essai", 1)


async def _administrator(site_house: SiteHouse) -> str:
    people = await site_house.site.service.files.organisation("demo")
    return next(one.person for one in people.grants.values() if one.role == "administrator")


async def _published(site_house: SiteHouse) -> set[str]:
    return set((await site_house.site.service.files.organisation("demo")).rulebooks)


def _read(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


async def test_a_mistake_has_its_line_and_column_and_loses_nothing(site_house: SiteHouse) -> None:
    """Of a file and of a text alike; nothing is recorded, even if that is what was pressed."""
    wrong = TEC.replace("phases:", "fases:", 1)
    line = wrong.splitlines().index("fases:") + 1
    async with site_house.client_as(await _administrator(site_house)) as client:
        form = form_on((await client.get(ADDRESS)).text)
        before = await _published(site_house)
        for files, fields in (
            ({"file": ("tec.yaml", wrong.encode())}, {}),
            ({}, {"content": wrong.replace("\n", "\r\n")}),
        ):
            answer = await client.post(ADDRESS, data=form.filled(do="record", **fields), files=files or None)
            assert answer.status_code == 422
            read = _read(answer.text)
            assert f"{line} 1 champ inconnu : fases" in read, read
            assert "vouliez-vous dire « phases »" in read
            assert _content(form_on(answer.text)) == wrong
        assert await _published(site_house) == before


def _content(form: FoundForm) -> str:
    return form.values["content"][0].replace("\r\n", "\n")


@pytest.mark.parametrize("content", [b"", b"a: \xff", b"#" * 100_001])
async def test_what_is_no_rulebook_is_said(site_house: SiteHouse, content: bytes) -> None:
    """Nothing, bytes that are no text, and more than a rulebook may be."""
    async with site_house.client_as(await _administrator(site_house)) as client:
        form = form_on((await client.get(ADDRESS)).text)
        answer = await client.post(
            ADDRESS, data=form.filled(do="check", content=""), files={"file": ("t.yaml", content)}
        )
    assert answer.status_code == 422
    assert "Il y a un problème" in answer.text


async def test_what_is_right_is_compared_then_published_once(site_house: SiteHouse) -> None:
    """A first version; then a second, with what it changes and why; sent twice it is published once."""
    async with site_house.client_as(await _administrator(site_house)) as client:
        form = form_on((await client.get(ADDRESS)).text)
        checked = await client.post(ADDRESS, data=form.filled(do="check", content=OWN))
        assert "première version" in checked.text
        published = await client.post(ADDRESS, data=form_on(checked.text).filled(do="record"))
        assert published.headers["location"] == "/o/demo/programmes/mon-essai%403".replace("%40", "@")
        second = OWN.replace("version: 3", "version: 4", 1).replace("expected: P6M", "expected: P7M", 1)
        form = form_on((await client.get(ADDRESS)).text)
        checked = await client.post(ADDRESS, data=form.filled(do="check", content=second))
        assert "7 mois au lieu de 6 mois" in _read(checked.text)
        sent = form_on(checked.text).filled(do="record", reason="Le diagnostic prend plus de temps")
        answers = [await client.post(ADDRESS, data=sent) for _ in range(2)]
        assert {one.status_code for one in answers} <= {303, 200}
        page = _read((await client.get("/o/demo/programmes/mon-essai@4")).text)
        assert "Le diagnostic prend plus de temps" in page
        assert "Publiée ici le" in page
    assert {"mon-essai@3", "mon-essai@4"} <= await _published(site_house)


async def test_the_next_version_is_begun_from_one_that_there_is(site_house: SiteHouse) -> None:
    """Its text says what that says, under the next number, and can be published as it is."""
    async with site_house.client_as(await _administrator(site_house)) as client:
        form = form_on((await client.get(f"{ADDRESS}?depuis=tec@2")).text)
        checked = await client.post(ADDRESS, data=form.filled(do="check"))
    assert checked.status_code == 200
    begun = read_rulebook(_content(form).encode())
    assert begun.version == 4
    second = published_rulebooks().get(Organisation(), "tec@2")
    assert begun.model_copy(update={"version": 2}) == second
    assert 'value="record"' in checked.text


async def test_rules_are_tried_out_before_they_are_published(site_house: SiteHouse) -> None:
    """Four years under them, what makes no sense; the text is still there, nothing is published."""
    async with site_house.client_as(await _administrator(site_house)) as client:
        form = form_on((await client.get(ADDRESS)).text)
        before = await _published(site_house)
        content = OWN.replace("mon-essai", "essai-a-blanc")
        tried = await client.post(ADDRESS, data=form.filled(do="rehearse", content=content))
    assert tried.status_code == 200
    assert "Tout se fait à temps" in tried.text
    assert "échoit le" in tried.text
    assert _content(form_on(tried.text)) == content
    assert await _published(site_house) == before


async def test_a_text_outlives_the_session_that_it_was_written_in(site_house: SiteHouse) -> None:
    """Whoever is not signed in any more is told that it is kept, and finds it again."""
    administrator = await _administrator(site_house)
    async with site_house.client_as(administrator) as client:
        form = form_on((await client.get(ADDRESS)).text)
    async with site_house.client() as nobody:
        kept = await nobody.post(ADDRESS, data=form.filled(do="check", content="programme: à moitié"))
    assert kept.status_code == 401
    assert "à moitié" not in kept.text
    [command_id] = form.values["command_id"]
    async with site_house.client_as(administrator) as client:
        again = await client.get(f"{ADDRESS}?brouillon={command_id}")
    assert _content(form_on(again.text)) == "programme: à moitié"


async def test_what_the_rules_refuse_has_no_button(site_house: SiteHouse) -> None:
    """A version that is no higher is told apart from mistakes, with its remedy; who may not publish reads that."""
    other = TEC.replace("expected: P6M", "expected: P7M", 1)
    people = await site_house.site.service.files.organisation("demo")
    manager = next(one.person for one in people.grants.values() if one.role == "programme-manager")
    for person, content in (
        (await _administrator(site_house), other),
        (manager, OWN.replace("mon-essai", "autre")),
    ):
        async with site_house.client_as(person) as client:
            form = form_on((await client.get(ADDRESS)).text)
            checked = await client.post(ADDRESS, data=form.filled(do="check", content=content))
        assert checked.status_code == 200
        assert "ne peut pas être publiée" in checked.text
        assert 'value="record"' not in checked.text
