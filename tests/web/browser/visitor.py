"""Somebody at a browser: what they press and read; whatever is wrong with a page that they visit is kept."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playwright.async_api import BrowserContext, ConsoleMessage, Locator, Page, Response

from tests.support.waiting import LONG_ENOUGH
from tests.web.browser.axe import axe_script

_SERIOUS = ("serious", "critical")
_ASK_AXE = """
axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
'best-practice']}).then(found => found.violations.map(one => ({id: one.id, impact: one.impact,
nodes: one.nodes.map(node => node.html).slice(0, 3)})))
"""
_PATIENCE = LONG_ENOUGH * 1000
"""Milliseconds that a page may take."""
_ANEW = re.compile(
    r'(?<=value=")[\w.=-]{32,}(?=")|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|(?<=-)[0-9a-f]{8}\b|\b[0-9a-f]{32}\b'
)
"""What each page has of its own: tokens, seals, and the ids of simulations and commands."""
_LOOKED_AT: set[int] = set()
"""Of what pages showed, and how wide they were: told with scripts and without, most of a story is alike."""


@dataclass
class Visitor:
    """A page of a browser. ``wrong`` is what was found on the way: console, policy, accessibility."""

    page: Page
    address: str
    auditor: Page | None = None
    """Where pages are looked at that run no script; None where this page runs them itself."""
    wrong: list[str] = field(default_factory=list)
    expected: tuple[int, ...] = (200,)
    """Statuses that pages may have."""

    @classmethod
    async def in_context(
        cls, context: BrowserContext, address: str, auditing: BrowserContext | None = None
    ) -> "Visitor":
        """A new page; what it visits is looked at in ``auditing`` where its own context runs no script."""
        page = await context.new_page()
        page.set_default_timeout(_PATIENCE)
        made = cls(page, address, await auditing.new_page() if auditing else None)
        page.on("console", made._heard)
        page.on("pageerror", lambda error: made.wrong.append(f"{page.url}: {error}"))
        return made

    async def open(self, path: str, *, status: int = 200) -> None:
        """Go to an address of the site."""
        answer = await self.page.goto(self.address + path)
        self._has_status(answer, status)
        await self.look()

    async def follow(self, name: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Follow a link by its words."""
        place = within or self.page
        await self._turn(place.get_by_role("link", name=name).first)

    async def press(
        self, name: str | re.Pattern[str], *, within: Locator | None = None, status: int = 200
    ) -> None:
        """Press a button by its words; a new page comes."""
        place = within or self.page
        await self._turn(place.get_by_role("button", name=name).first, status)

    async def fill(self, label: str | re.Pattern[str], text: str) -> None:
        """Write into a field by its label."""
        await self.page.get_by_label(label).first.fill(text)

    async def tick(self, label: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Tick a radio or checkbox by its words."""
        await (within or self.page).get_by_label(label).first.check()

    async def choose(self, label: str | re.Pattern[str], option: str) -> None:
        """Choose from a list by its words."""
        await self.page.get_by_label(label).first.select_option(label=option)

    async def text(self) -> str:
        """What is read on the page, spaces of every kind as one."""
        return re.sub(r"\s+", " ", await self.page.inner_text("body"))

    async def sees(self, *wanted: str) -> None:
        """Fail unless all of it is read on the page."""
        shown = await self.text()
        for one in wanted:
            assert re.sub(r"\s+", " ", one) in shown, f"{one!r} is not on {self.page.url}:\n{shown}"

    async def does_not_see(self, *unwanted: str) -> None:
        """Fail if any of it is anywhere in the page."""
        shown = re.sub(r"\s+", " ", await self.page.content())
        for one in unwanted:
            assert one not in shown, f"{one!r} is on {self.page.url}"

    async def see_as(self, organisation: str, name: str) -> None:
        """Look around in a simulation as somebody."""
        await self.open(f"/demonstration/{organisation}")
        button = self.page.get_by_role("button", name=f"Voir en tant que {name}", exact=True)
        if await button.count() == 0:  # it is seen as them already
            await self.open(f"/o/{organisation}/")
        else:
            await self._turn(button.first)

    async def look(self) -> None:
        """Have axe look at the page; the same page again, at the same width, is not looked at twice."""
        content = await self.page.content()
        shown = hash((_ANEW.sub("", content), str(self.page.viewport_size)))
        if shown in _LOOKED_AT:
            return
        _LOOKED_AT.add(shown)
        found = await self._audited()
        self.wrong += [
            f"{self.page.url}: {one['id']} ({one['impact']}) {one['nodes']}"
            for one in found
            if one["impact"] in _SERIOUS
        ]

    async def no_scroll_sideways(self) -> None:
        """Fail if the page is wider than the screen."""
        widths = await self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1], f"{self.page.url} is {widths[0]} wide on {widths[1]}"

    async def _audited(self) -> Sequence[dict[str, Any]]:
        if self.auditor is None:
            found: list[dict[str, Any]] = await self.page.evaluate(f"{_axe()};{_ASK_AXE}")
            return found
        content, url = await self.page.content(), self.page.url
        await self.auditor.route(url, lambda route: route.fulfill(body=content, content_type="text/html"))
        await self.auditor.goto(url)
        await self.auditor.unroute(url)
        seen: list[dict[str, Any]] = await self.auditor.evaluate(f"{_axe()};{_ASK_AXE}")
        return seen

    async def _turn(self, pressed: Locator, status: int = 200) -> None:
        async with self.page.expect_navigation(wait_until="load") as turning:
            await pressed.click()
        answer = await turning.value
        if answer is not None:  # None: another place of the same page
            self._has_status(answer, status)
        await self.look()

    def _has_status(self, answer: Response | None, status: int) -> None:
        assert answer is not None
        assert answer.status == status, f"{answer.url} answers {answer.status}"

    def _heard(self, message: ConsoleMessage) -> None:
        """Keep errors; that a page answered with a status that the story awaits is none."""
        said = message.text
        if message.type in {"error", "warning"} and not said.startswith("Failed to load resource"):
            self.wrong.append(f"{self.page.url}: {said}")
        elif said.startswith("Failed to load resource") and message.location["url"] != self.page.url:
            self.wrong.append(f"{json.dumps(message.location)}: {said}")


@cache
def _axe() -> str:
    return axe_script()
