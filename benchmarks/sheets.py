"""Sheets of 5 000 rows as they are sent from a page: tried, recorded press by press, left and taken up, sent again."""

import re
import time
from collections.abc import Sequence
from datetime import date, timedelta
from html import unescape
from io import BytesIO

import httpx
from pydantic import SecretStr
from xlsxwriter import Workbook

from benchmarks.command_rivals import ORGANISATION
from benchmarks.lists import ALL
from benchmarks.programmes_world import READER, World
from benchmarks.report import Row
from benchmarks.served_site import browser_of, served, signed_in
from benchmarks.server import BenchServer, bench_server
from bootstrap import open_service
from bootstrap_temporal import runner_of
from config import Settings
from imports.sheets import MOST_ROWS
from projections.pages import every_row
from projections.portfolio_pages import PortfolioFilter

FILES = 100
TRIED, RECORDED = 20, 60
"""Seconds that a person waits for what would become of a sheet, and until all of it is recorded."""
_IMPORTER = f"/o/{ORGANISATION}/importer"
_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')
_RESUME = 'value="resume"'

Cells = Sequence[Sequence[str]]


async def sheets() -> Sequence[Row]:
    """Contacts of a hundred files by who follows them, and people with their roles by the administrator."""
    async with bench_server() as server:
        names = await _made(server)
        async with served(server) as base:
            manager, founder = [await signed_in(server, one) for one in (READER, "found")]
            rows: list[Row] = []
            for kind, held, cells in (
                ("contacts", manager, _contacts(names)),
                ("personnes", founder, _people()),
            ):
                async with browser_of(base, held) as browser:
                    rows += await _sent(browser, kind, cells)
    return rows


async def _made(server: BenchServer) -> Sequence[str]:
    """The names of the files there are."""
    async with open_service(Settings(database_url=SecretStr(server.service_dsn))) as service:
        await World(service, scale=FILES / 10_000).make()
        await runner_of(service).catch_up(ORGANISATION)
        models = service.read_models
        found = [one.name async for one in every_row(models.portfolio, ORGANISATION, ALL, PortfolioFilter())]
    await server.settle()
    return found


def _contacts(names: Sequence[str]) -> Cells:
    today = date.today()  # noqa: DTZ011 - a day in a sheet has no zone
    rows = [
        (
            names[number % len(names)],
            f"{today - timedelta(days=1 + number // len(names)):%d/%m/%Y}",
            "réunion",
            "Avec tous.",
        )
        for number in range(MOST_ROWS)
    ]
    return [("Dossier", "Date", "De quelle façon", "Note"), *rows]


def _people() -> Cells:
    rows = [
        (f"Personne {number}", f"sheet{number}@exemple.org", "français", "chargé·e de mission", "bretagne")
        for number in range(MOST_ROWS)
    ]
    return [("Nom", "Adresse électronique", "Langue", "Rôle", "Région"), *rows]


async def _sent(browser: httpx.AsyncClient, kind: str, cells: Cells) -> Sequence[Row]:
    """Sent, recorded until nothing is left, and sent once more."""
    said = f"{len(cells) - 1} rows of {kind}"
    began = time.perf_counter()
    sheet = await _taken_in(browser, kind, cells)
    tried = time.perf_counter() - began
    took: list[float] = []
    began, page, do = time.perf_counter(), "", "record"
    while not took or _RESUME in page:
        pressed = time.perf_counter()
        page = await _pressed(browser, sheet, do)
        took.append(time.perf_counter() - pressed)
        do = "resume"
    recorded = time.perf_counter() - began
    again = await browser.get(await _taken_in(browser, kind, cells))
    there = 'value="record"' not in again.text
    return [
        Row(f"{said}: tried, s", round(tried, 1), TRIED, tried <= TRIED),
        Row(
            f"{said}: recorded, s",
            round(recorded, 1),
            RECORDED,
            recorded <= RECORDED,
            f"{len(took)} presses, the longest {max(took):.1f} s",
        ),
        Row(f"{said}: nothing left of the same sheet", there, 1, there),
    ]


async def _taken_in(browser: httpx.AsyncClient, kind: str, cells: Cells) -> str:
    """The address of a sheet that was taken in."""
    content = BytesIO()
    with Workbook(content) as book:
        page = book.add_worksheet()
        for number, row in enumerate(cells):
            page.write_row(number, 0, row)
    data = {"csrf": await _token(browser, _IMPORTER), "kind": kind}
    answer = await browser.post(_IMPORTER, data=data, files={"file": ("feuille.xlsx", content.getvalue())})
    return answer.headers["location"]


async def _pressed(browser: httpx.AsyncClient, sheet: str, do: str) -> str:
    """The page after a button was pressed."""
    answer = await browser.post(sheet, data={"csrf": await _token(browser, sheet), "do": do})
    return (await browser.get(answer.headers["location"])).text


async def _token(browser: httpx.AsyncClient, address: str) -> str:
    found = _TOKEN.search((await browser.get(address)).text)
    return unescape(found[1]) if found else ""
