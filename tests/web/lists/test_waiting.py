"""The first page: what waits, by how soon it is due, and nothing of what one may not read."""

import re
from typing import get_args

from domain.tasks.task import Kind
from tests.cli.house import CAMILLE, CHARLIE, NOUR
from tests.web.house import SiteHouse
from wording.pages.tasks import KINDS


def test_every_kind_of_task_has_a_name_where_one_is_chosen() -> None:
    """In both languages."""
    assert set(KINDS) == set(get_args(Kind))
    assert all(fr and en for fr, en in KINDS.values())


async def test_what_waits_stands_by_how_soon_it_is_due(site_house: SiteHouse) -> None:
    """Each row leads to where it is seen to, and says which cooperation it is about, since when and by when."""
    async with site_house.client_as(NOUR) as client:
        shown = (await client.get("/o/demo/")).text
    assert re.findall(r'<h2 id="(\w+)">', shown) == ["overdue", "later", "undated"]
    assert "4 choses vous attendent, dont 1 en retard" in shown
    assert 'href="/o/demo/dossiers/noailles/echeances"' in shown
    assert "· Noailles" in shown
    assert "depuis le 2 déc. 2024 · pour le 31 déc. 2024 (en retard de 23 mois)" in shown
    assert 'href="/o/demo/faire/RecordContact?cooperation=noailles"' in shown


async def test_who_has_nothing_to_do_is_told_so_and_of_nothing_else(site_house: SiteHouse) -> None:
    """Files that one may not read are in no list, no filter, no number."""
    async with site_house.client_as(CHARLIE) as client:
        shown = (await client.get("/o/demo/")).text
    assert "Rien ne vous attend." in shown
    async with site_house.client_as(CAMILLE) as client:
        shown = (await client.get("/o/demo/?autres=1")).text
    assert "Noailles" not in shown
    assert "paca-corse" not in shown


async def test_what_waits_is_narrowed_down_by_kind_programme_and_region(site_house: SiteHouse) -> None:
    """What was chosen stays chosen, and can be cleared; whatever else an address says finds nothing."""
    async with site_house.client_as(NOUR) as client:
        shown = (await client.get("/o/demo/?genre=gate-item&programme=demarche-territoriale")).text
        other = (await client.get("/o/demo/?region=%00bretagne")).text
    assert "1 chose vous attend<" in shown
    assert '<option value="gate-item" selected>' in shown
    assert "Tout effacer" in shown
    assert "Rien ne vous attend avec ces filtres." in other


async def test_what_waits_for_others_is_for_those_who_may_look_at_it(site_house: SiteHouse) -> None:
    """A programme manager sees whom it waits for; of a jury nobody is offered to look."""
    async with site_house.client_as(NOUR) as client:
        shown = (await client.get("/o/demo/?autres=1")).text
    assert "Ce qui attend quelqu’un" in shown
    assert "· vous" in shown
    async with site_house.client_as(CHARLIE) as client:
        assert 'name="autres"' not in (await client.get("/o/demo/?autres=1")).text
