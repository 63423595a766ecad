"""Pictures of pages for the README: ``python -m tests.web.browser.screenshots`` draws them into ``docs/screenshots``.

They show the demonstration at the end of its two years.
"""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from tests.web.browser.chromium import arguments, find_chromium
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World, shared_world, tell_demonstration

FOLDER = Path(__file__).parents[3] / "docs" / "screenshots"


@dataclass(frozen=True)
class Picture:
    """A page as somebody sees it; what must be read on it."""

    name: str
    person: str
    path: str
    wanted: str
    width: int = 1200
    height: int = 900
    locale: str = "fr-FR"
    printed: bool = False


PICTURES = (
    Picture("ce-qui-m-attend", "Nour Modèle", "/o/demo/", "Ce qui vous attend"),
    Picture("dossiers", "Éden Brouillon", "/o/demo/dossiers", "Noailles"),
    Picture("phases", "Éden Brouillon", "/o/demo/dossiers?vue=phases", "Noailles"),
    Picture("dossier", "Nour Modèle", "/o/demo/dossiers/noailles", "Ce qui vient"),
    Picture("passage", "Nour Modèle", "/o/demo/dossiers/noailles/passage", "Pour passer"),
    Picture("historique", "Nour Modèle", "/o/demo/dossiers/noailles/historique", "Noailles"),
    Picture("voir-en-tant-que", "Nour Modèle", "/demonstration/demo", "Nour Modèle"),
    Picture("horloge", "Nour Modèle", "/o/demo/horloge?depuis=420", "L’horloge de la simulation"),
    Picture("file-in-english", "Nour Modèle", "/o/demo/dossiers/citees", "CITEES", locale="en-GB"),
    Picture(
        "contact-sur-un-telephone",
        "Nour Modèle",
        "/o/demo/faire/RecordContact?cooperation=noailles",
        "Noter un contact",
        width=320,
        height=640,
    ),
    Picture("sur-papier", "Éden Brouillon", "/o/demo/dossiers/noailles/historique", "Noailles", printed=True),
)


async def drawn(browser: Browser, address: str, picture: Picture) -> tuple[bytes, str]:
    """A picture as PNG, and what is read on it."""
    size = ViewportSize(width=picture.width, height=picture.height)
    context = await browser.new_context(locale=picture.locale, viewport=size)
    visitor = await Visitor.in_context(context, address)
    await _be(visitor.page, address, picture.person)
    await visitor.page.goto(address + picture.path)
    if picture.printed:
        await visitor.page.emulate_media(media="print")
    image = await visitor.page.screenshot(type="png")
    read = await visitor.text()
    await context.close()
    return image, read


async def _be(page: Page, address: str, name: str) -> None:
    """See the demonstration as somebody, whatever the language of the page."""
    await page.goto(f"{address}/demonstration/demo")
    row = page.locator("tr", has_text=name)
    if await row.locator("button").count():
        await row.locator("button").click()
        await page.wait_for_url("**/o/demo/**")


async def _draw(world: World) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(find_chromium()), args=arguments())
        FOLDER.mkdir(exist_ok=True)
        for picture in PICTURES:
            image, read = await drawn(browser, world.address, picture)
            assert picture.wanted in read, picture
            (FOLDER / f"{picture.name}.png").write_bytes(image)
        await browser.close()


def main() -> None:
    """Draw all of them anew."""
    with shared_world(uuid4().hex) as world:
        tell_demonstration(world)
        asyncio.run(_draw(world))


if __name__ == "__main__":
    main()
