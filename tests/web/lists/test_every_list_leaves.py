"""Every list of the web leaves as a sheet: as it is seen, with what it is a list of, to its readers alone."""

from collections.abc import Iterator
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from python_calamine import CalamineWorkbook

from access.readings import EVERYBODY
from domain.cooperations.commands.lifecycle import PauseCooperation
from domain.kernel.prose import Prose
from tests.cli.beside_story import ANGE, CHARLIE, SWANN
from tests.cli.house import NOUR, House
from tests.support.imported import person_of
from tests.support.postgres import PostgresForTests
from tests.support.waiting import run_apart
from tests.web.files.reading import text_of
from tests.web.house import SiteHouse
from tests.web.importing.matched import house_of_matched
from tests.web.people.test_people import administrator
from web.pages.downloads import TABLES

O = "/o/demo"  # noqa: E741 - the address of the organisation
EDEN = person_of("eden")
TEMPLATES = Path(__file__).parents[3] / "web" / "templates"
PAGES = {
    "dossiers": (f"{O}/dossiers", SWANN),
    "avis": (f"{O}/avis?tous=1", NOUR),
    "financements": (f"{O}/financements", SWANN),
    "enveloppes": (f"{O}/enveloppes", SWANN),
    "agenda": (f"{O}/agenda?jusque=P5Y", SWANN),
    "taches": (f"{O}/", SWANN),
    "personnes": (f"{O}/personnes", SWANN),
    "courrier": (f"{O}/courrier", SWANN),
    "paiements": (f"{O}/paiements?onglet=a-confirmer", ANGE),
    "comptes": (f"{O}/comptes", ANGE),
    "refus": (f"{O}/audit/refus", EDEN),
    "connexions": (f"{O}/audit/connexions", EDEN),
    "lectures": (f"{O}/audit/lectures", EDEN),
}
"""Lists with their pages, and somebody who reads them."""
OF_ONE_THING = {
    "lots": "bulk/job.html",
    "annonces": "organisation/webhook.html",
}
"""Lists below one act or one listener; their own tests take them away."""
WITHOUT = {
    "of one file, whose document is printed whole": {
        "cooperation/changes.html", "cooperation/collective.html", "cooperation/deadlines.html",
        "funding/changes.html", "reviews/request.html",
        "funding/decisions.html", "funding/eligibility.html", "funding/money.html", "funding/request.html",
        "reviews/standing.html", "deposits/door.html",
    },
    "a chart’s figures, of one envelope": {"envelopes/burn_down.html", "envelopes/envelope.html"},
    "what somebody is about to give, or has given in one act": {
        "form/filled.html", "form/money.html", "payments/check.html", "payments/statement_check.html",
        "payments/job.html", "payments/tranches_check.html",
        "people/hand_over_check.html", "people/handed_over.html",
    },
    "leaves as a file of its own kind": {
        "payments/file.html", "programmes/rehearsal.html", "importing/sheet.html", "importing/columns.html",
        "printing/files.html",
    },
    "rules, which leave as their source": {
        "programmes/list.html", "programmes/versions.html", "programmes/envelopes.html", "programmes/faults.html",
        "programmes/migration.html", "programmes/stands.html", "programmes/what_if_answer.html",
    },
    "settings of the service, a few lines": {
        "access/my_sessions.html", "access/tokens.html", "organisation/webhooks.html", "organisation/training.html",
        "demonstration/door.html", "audit/audit.html",
    },
    "parts of pages that have theirs": {"payments/cells.html", "payments/files.html"},
}  # fmt: skip
"""Tables that do not leave, with the reason."""


_LETTERS = """
INSERT INTO mail.outbox (organisation, id, file, occurrence, recipient, subject, content, created_at, state)
SELECT 'demo', 'letter-' || number, 'filature', 'x', $1, 'Relance', 'x', now(), 'sent'
FROM generate_series(1, 3) AS number
"""


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A payment that waits for the bank; nothing here changes but logs."""
    with house_of_matched(postgres, tmp_path_factory.mktemp("home")) as made:
        run_apart(_written(made))
        yield made


async def _written(house: House) -> None:
    """Three letters about a file."""
    owner = await asyncpg.connect(house.database.owner_dsn)
    await owner.execute(_LETTERS, SWANN)
    await owner.close()


def test_every_table_leaves_or_says_why_not() -> None:
    """A page that is added with a table says here which."""
    drawn = {
        str(one.relative_to(TEMPLATES)): one.read_text(encoding="utf-8") for one in TEMPLATES.rglob("*.html")
    }
    tables = {name for name, text in drawn.items() if "<table" in text}
    leave = {name for name, text in drawn.items() if "{{ download(" in text}
    reasons = [one for some in WITHOUT.values() for one in some]
    assert len(reasons) == len(set(reasons))
    assert tables - leave == set(reasons)
    assert set(PAGES) | set(OF_ONE_THING) == set(TABLES)
    assert set(OF_ONE_THING.values()) <= leave


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_leads_to_its_sheet_and_the_sheet_says_what_it_is(
    site_house: SiteHouse, name: str
) -> None:
    """With the question of the page; in the first column as many lines as there are, in the second sheet how many."""
    page, reader = PAGES[name]
    async with site_house.client_as(reader) as client:
        question = page.partition("?")[2]
        await _noted(site_house)
        drawn = unescape((await client.get(page)).text)
        asked = f"{O}/telechargements/{name}?format=xlsx" + (f"&{question}" if question else "")
        assert f'href="{asked}"' in drawn
        book = CalamineWorkbook.from_filelike(BytesIO((await client.get(asked)).content))
        text = (await client.get(asked.replace("xlsx", "csv"))).content
    heads, *lines = book.get_sheet_by_index(0).to_python()
    about = {str(label): said for label, said in book.get_sheet_by_index(1).to_python()}
    assert book.sheet_names[1] == "À propos"
    assert about["Lignes"] == len(lines) > 0
    assert {"Filtres", "Étendue", "Établi le", "Établi par"} <= set(about)
    assert text.startswith("\ufeff".encode())
    assert text.decode("utf-8-sig").splitlines()[0].count(";") >= len(heads) - 1


async def test_payments_leave_by_their_step(site_house: SiteHouse) -> None:
    """Amounts are numbers, days are dates, a SIRET is text; no number of an account is in it; for its readers."""
    async with site_house.client_as(ANGE) as client:
        heads, *lines = await _lines(client, "paiements?onglet=a-confirmer")
        _, *files = await _lines(client, "paiements?onglet=remis")
        _, *others = await _lines(client, "paiements?onglet=echoues")
        raw = (await client.get(f"{O}/telechargements/paiements?onglet=a-confirmer&format=csv")).text
    [line] = [dict(zip(map(str, heads), one, strict=True)) for one in lines]
    assert line["Montant"] == 15_000
    assert line["SIRET ou RNA"] == "11111111800001"
    assert line["Ordonnée par"] == "Ange Épure"
    assert line["Compte"] == "version 1, vérifiée par Mika Tracé"
    assert files == [["mars", date(2027, 3, 2), 1, 15_000, 1]]
    assert others == []
    assert "15000,00" in raw
    assert "FR14" not in raw
    async with site_house.client_as(NOUR) as client:
        _, *lines = await _lines(client, "paiements?onglet=a-confirmer")
    assert lines == []
    async with site_house.client_as(CHARLIE) as client:
        assert (await client.get(f"{O}/telechargements/paiements")).status_code == 404
        assert (await client.get(f"{O}/telechargements/comptes")).status_code == 404
        assert (await client.get(f"{O}/telechargements/lectures")).status_code == 409


async def test_a_list_of_many_pages_leaves_whole(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line once, however few are read together."""
    for one in (
        "web.downloads.audit.AT_ONCE",
        "web.downloads.letters.MESSAGES",
        "projections.pages.LONG_PAGE",
    ):
        monkeypatch.setattr(one, 2)
    access = site_house.site.access
    for _ in range(5):
        await access.readings.note("demo", ANGE, "personal-data", SWANN)
    number = len(await access.readings.latest("demo", 1_000))
    letters = await site_house.site.service.outbox.letters("demo", limit=1_000)
    files = len(await site_house.site.service.ledger.streams("demo", "cooperation:"))
    async with site_house.client_as(EDEN) as client:
        _, *readings = await _lines(client, "lectures")
        _, *mail = await _lines(client, "courrier")
        _, *portfolio = await _lines(client, "dossiers")
    assert len(readings) == number >= 5
    assert len(mail) == len(letters) > 2
    assert len(portfolio) == files > 2


async def test_addresses_that_leave_are_noted_as_read(site_house: SiteHouse) -> None:
    """As on their page; names and roles alone are not. The audit shows who."""
    readings, ada = site_house.site.access.readings, await administrator(site_house)
    before = await readings.latest("demo")
    async with site_house.client_as(SWANN) as client:
        heads, *_ = await _lines(client, "personnes")
    assert "Adresse" not in heads
    assert await readings.latest("demo") == before
    async with site_house.client_as(ada) as client:
        heads, *_ = await _lines(client, "personnes")
    assert "Adresse" in heads
    noted, *rest = await readings.latest("demo")
    assert (noted.person, noted.what, noted.file, rest) == (ada, "personal-data", EVERYBODY, before)
    async with site_house.client_as(EDEN) as client:
        shown = text_of((await client.get(f"{O}/audit/lectures")).text)
    assert "Ada Exemple données personnelles toutes les personnes" in shown


async def _lines(client: httpx.AsyncClient, asked: str) -> list[list[Any]]:
    answer = await client.get(f"{O}/telechargements/{asked}")
    assert answer.status_code == 200, answer.text
    return CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


async def _noted(site: SiteHouse) -> None:
    """Somebody came in, read what is private, and was refused something."""
    access = site.site.access
    paused = PauseCooperation(
        type="PauseCooperation",
        command_id=f"paused/{uuid4()}",
        actor=NOUR,
        cooperation="filature",
        reason=Prose("x"),
    )
    assert (await site.site.service.one_way_in.handle("demo", paused)).outcome == "refused"
    account = await access.memberships.account_of("demo", SWANN)
    await access.sign_ins.note(account, "password", "in")
    await access.readings.note("demo", ANGE, "personal-data", SWANN)
