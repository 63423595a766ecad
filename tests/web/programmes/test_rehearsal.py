"""A life rehearsed from a page: what makes no sense first, the same bytes each time, never longer than it may take."""

import asyncio
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from application.rehearsal.builtin import NAMES
from bootstrap import published_rulebooks
from domain.people.state import Organisation
from queries.rehearsals import Life
from tests.cli.house import NOUR
from tests.web.house import SiteHouse
from web.rehearsing import running
from web.rehearsing.asked import Asked
from web.rehearsing.limits import KEPT
from web.rehearsing.running import TookTooLong, life_rehearsed, rehearsed

PAGE = "/o/demo/programmes/demarche-territoriale@4/repetition"
LIFE = f"{PAGE}?scenario=nominal&region=paca-corse&de=2027-01-04&annees=2"


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has asked anything yet."""
    monkeypatch.setattr(running, "_answers", {})


async def test_a_life_is_shown_and_leaves_as_calendar_and_sheet(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are the same each time, whatever day it is."""
    async with site_house.client_as(NOUR) as client:
        asked = (await client.get(PAGE)).text
        shown = (await client.get(LIFE)).text
        calendars = [(await client.get(f"{LIFE}&forme=ics")).content]
        monkeypatch.setattr(running, "_answers", {})
        calendars.append((await client.get(f"{LIFE}&forme=ics")).content)
        sheet = await client.get(f"{LIFE}&forme=xlsx")
    assert "Jour après jour" not in asked
    assert all(f'value="{one}"' in asked for one in NAMES)
    assert shown.index("Ce qui n’a pas de sens") < shown.index("Jour après jour")
    assert "du lundi 4 janvier 2027 au" in shown
    assert calendars[0] == calendars[1]
    assert Calendar.from_ical(calendars[0]).walk("VEVENT")
    assert (
        sheet.headers["content-disposition"] == 'attachment; filename="demarche-territoriale-4-nominal.xlsx"'
    )
    assert ZipFile(BytesIO(sheet.content)).testzip() is None


async def test_who_asks_the_same_again_is_answered_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as so many others have not asked since; another form, or another day, is another question."""
    begun: list[Asked] = []

    async def answered(asked: Asked) -> bytes:
        begun.append(asked)
        return asked.today.isoformat().encode()

    monkeypatch.setattr(running, "rehearsed", answered)
    rulebook = published_rulebooks().get(Organisation(), "demarche-territoriale@4")
    for days in ((4, 4, 4), range(5, 5 + KEPT), (4,)):
        for day in (date(2027, 1, one) for one in days):
            life = Life("nominal", "paca-corse", None, day, 2, None)
            assert await life_rehearsed(rulebook, life, "ics") == day.isoformat().encode()
    assert len(begun) == 1 + KEPT + 1
    await life_rehearsed(rulebook, life)
    assert begun[-1].form == "page"


async def test_what_cannot_be_rehearsed_is_said(site_house: SiteHouse) -> None:
    """No day, a year that no calendar of ours has; a version that is not there is no page."""
    async with site_house.client_as(NOUR) as client:
        for day in ("hier", "9999-12-31"):
            answer = await client.get(f"{PAGE}?scenario=nominal&de={day}")
            assert answer.status_code == 422
            assert "Ce jour n’en est pas un" in answer.text
        assert (await client.get(LIFE.replace("@4", "@99"))).status_code == 404


async def test_a_rehearsal_ends_with_its_time_and_that_is_said(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its process is gone then; nobody waits for it any longer."""
    begun: list[asyncio.subprocess.Process] = []
    create = asyncio.create_subprocess_exec

    async def noted(*words: str, **how: object) -> asyncio.subprocess.Process:
        begun.append(await create(*words, **how))  # type: ignore[arg-type] # as they come
        return begun[-1]

    monkeypatch.setattr("asyncio.create_subprocess_exec", noted)
    rulebook = published_rulebooks().get(Organisation(), "demarche-territoriale@4")
    today = date(2027, 1, 4)
    asked = Asked(
        rulebook=rulebook.written(), scenario="nominal", region="paca-corse", since=today, today=today, years=2,
        form="page", language="fr",
    )  # fmt: skip
    with pytest.raises(TookTooLong):
        await rehearsed(asked, seconds=0.01)
    assert [one.returncode for one in begun] == [-9]
    monkeypatch.setattr("web.rehearsing.running.rehearsed", _never)
    async with site_house.client_as(NOUR) as client:
        answer = await client.get(LIFE)
    assert answer.status_code == 503
    assert "arrêtée au bout de 20 secondes" in answer.text


async def _never(_asked: Asked) -> bytes:
    raise TookTooLong
