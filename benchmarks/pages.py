"""Pages over 10 000 cooperations: time at the server against a bare page of the same size, statements, bytes.

A hundred people are measured twice: all in one instant, of whom each has to get the page in the end; and as people
read, each a page every ten seconds or so. A page that misses its row of the specification stays in the table.
"""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass

import httpx
from pydantic import SecretStr

from benchmarks.command_rivals import ORGANISATION
from benchmarks.page_server import MILLISECONDS, STATEMENTS
from benchmarks.programmes_world import LOOKED_AT, READER, World
from benchmarks.report import Row, stated
from benchmarks.served_site import browser_of, served, signed_in
from benchmarks.server import BenchServer, bench_server
from bootstrap import open_service
from bootstrap_temporal import runner_of
from config import Settings

ASKED, AT_ONCE = 60, 100
ALMOST_ALL = 0.95
READ_FOR, PAGE_EVERY = 40, 10
"""Seconds for which a hundred people read, and from one page of somebody to their next, on average."""
SLOWER_TOGETHER = 2
"""A hundred people at once may wait so many times as long as one."""
COMMON = 3
"""Statements of every page, beside its row: whose session it is, what the organisation has recorded, how much waits."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its row: milliseconds for 95 of 100 answers, statements, bytes as sent."""

    name: str
    path: str
    milliseconds: int
    statements: int
    kilobytes: int
    why_more: str = ""
    """Why it takes more statements than its row allows."""


_HOME = f"/o/{ORGANISATION}"
_FILTERS = "region=bretagne&etat=active&programme=programme-2"
PAGES = (
    Page("portfolio, 50 rows, 3 filters, counts", f"{_HOME}/dossiers?{_FILTERS}", 150, 6, 14),
    Page("board", f"{_HOME}/dossiers?vue=phases", 200, 6, 20, "one asks when its reader last looked"),
    Page("what waits for me", f"{_HOME}/", 120, 5, 10, "one asks for documents that came by links"),
    Page("cooperation of 150 entries", f"{_HOME}/dossiers/{LOOKED_AT}", 120, 10, 14),
    Page("history, 100 entries", f"{_HOME}/dossiers/{LOOKED_AT}/historique", 120, 5, 20),
    Page("review room", f"{_HOME}/avis/review-0", 150, 8, 14),
    Page("funding", f"{_HOME}/financements/funding-0", 150, 8, 14),
    Page("form shown", f"{_HOME}/faire/RecordContact?cooperation={LOOKED_AT}", 80, 5, 10),
    Page("search", f"{_HOME}/recherche?q=menuiserie", 150, 3, 14),
)  # fmt: skip


async def pages() -> Sequence[Row]:
    """Each page by itself, then all of them by a hundred people at once."""
    async with bench_server() as server:
        held = await _made(server)
        async with served(server) as base, browser_of(base, held) as browser:
            answered = [page for page in PAGES if (await browser.get(page.path)).is_success]
            rows = [Row(f"{page.name}: answered", page in answered, 1, page in answered) for page in PAGES]
            rows += [row for page in answered for row in await _alone(browser, page)]
            rows.append(await _in_one_instant(browser, answered))
            rows += await _reading(browser, answered)
            rows += await _first_view(browser)
    return rows


async def _made(server: BenchServer) -> str:
    """The world, folded; the cookie of a manager."""
    async with open_service(Settings(database_url=SecretStr(server.service_dsn))) as service:
        await World(service).make()
        await runner_of(service).catch_up(ORGANISATION)
    held = await signed_in(server, READER)
    await server.settle()
    return held


async def _alone(browser: httpx.AsyncClient, page: Page) -> list[Row]:
    """One reader, again and again."""
    answers = [await _asked(browser, page.path) for _ in range(ASKED)][ASKED // 4 :]
    size = len(answers[-1].content)
    bare = [await _asked(browser, f"/nu/{size}") for _ in range(ASKED)][ASKED // 4 :]
    took, of_bare = _almost_all(answers), _almost_all(bare)
    said = max(int(one.headers[STATEMENTS]) for one in answers)
    sent = await _bytes_sent(browser, page.path)
    return [
        _row(f"{page.name}: p95 at the server, ms", took, page.milliseconds),
        stated(f"{page.name}: p95 over that of a bare page of its size", took / of_bare, f"{of_bare:.1f} ms"),
        _row(f"{page.name}: statements of its own", said - COMMON, page.statements, page.why_more),
        _row(f"{page.name}: kB, gzip", sent / 1000, page.kilobytes),
    ]


async def _in_one_instant(browser: httpx.AsyncClient, pages: Sequence[Page]) -> Row:
    """A hundred people ask for a page in the same instant."""
    asked = [pages[number % len(pages)].path for number in range(AT_ONCE)]
    answers = await asyncio.gather(*map(browser.get, asked))
    there = sum(answer.is_success for answer in answers)
    longest = max(float(answer.headers[MILLISECONDS]) for answer in answers)
    name = f"{AT_ONCE} people in one instant: answers that are the page"
    return Row(name, there, AT_ONCE, there == AT_ONCE, f"the last after {longest:,.0f} ms")


async def _reading(browser: httpx.AsyncClient, pages: Sequence[Page]) -> list[Row]:
    """A hundred people read for a while, each a page at moments of their own."""
    chance = random.Random(1)  # noqa: S311 - the same moments in each run
    began = asyncio.get_running_loop().time()
    moments = sorted(chance.uniform(0, READ_FOR) for _ in range(AT_ONCE * READ_FOR // PAGE_EVERY))

    async def at(moment: float, page: Page) -> httpx.Response:
        await asyncio.sleep(began + moment - asyncio.get_running_loop().time())
        return await browser.get(page.path)

    wanted = [pages[number % len(pages)] for number in range(len(moments))]
    answers = await asyncio.gather(*map(at, moments, wanted))
    name = f"{AT_ONCE} people who read: answers that are the page"
    there = [answer for answer in answers if answer.is_success]
    rows = [Row(name, len(there), len(answers), len(there) == len(answers))]
    for page in pages:
        took = _almost_all([one for one, of in zip(answers, wanted, strict=True) if of is page])
        bar = page.milliseconds * SLOWER_TOGETHER
        rows.append(_row(f"{page.name}: p95 with {AT_ONCE} people who read, ms", took, bar))
    return rows


async def _first_view(browser: httpx.AsyncClient) -> list[Row]:
    """What a browser that knows nothing yet fetches to show the first page."""
    shown = await _asked(browser, f"{_HOME}/")
    static = sorted(
        {part.split('"')[0] for part in shown.text.split('"/')[1:] if part.startswith("statique/")}
    )
    sent = await _bytes_sent(browser, f"{_HOME}/")
    sent += sum([await _bytes_sent(browser, f"/{one}") for one in static])
    return [
        _row("first view: requests", 1 + len(static), 5),
        _row("first view: kB, gzip", sent / 1000, 90),
    ]


async def _asked(browser: httpx.AsyncClient, path: str) -> httpx.Response:
    answer = await browser.get(path)
    answer.raise_for_status()
    return answer


async def _bytes_sent(browser: httpx.AsyncClient, path: str) -> int:
    async with browser.stream("GET", path) as answer:
        return sum([len(part) async for part in answer.aiter_raw()])


def _almost_all(answers: Sequence[httpx.Response]) -> float:
    took = sorted(float(one.headers[MILLISECONDS]) for one in answers)
    return took[min(len(took) - 1, int(len(took) * ALMOST_ALL))]


def _row(name: str, value: float, bar: float, detail: str = "") -> Row:
    return Row(name, round(value, 1), bar, value <= bar, detail)
