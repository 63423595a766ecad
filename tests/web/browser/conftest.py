"""The stack of the stories, a browser for each process, and somebody at it: with JavaScript or without."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ViewportSize, async_playwright

from tests.support.waiting import LONG_ENOUGH
from tests.web.browser.chromium import arguments, find_chromium
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World, shared_world, tell_demonstration, this_run

Arrive = Callable[..., Awaitable[Visitor]]
"""Somebody comes with a browser of their own: ``await arrive(width=320)``."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all stories of a process: the browser lives in it."""
    for item in items:
        if (
            isinstance(item, pytest.Function)
            and "browser" in item.path.parts
            and "arrive" in item.fixturenames
        ):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def world() -> Iterator[World]:
    """The stack, shared with the other processes of the run."""
    with shared_world(this_run()) as made:
        yield made


@pytest.fixture(scope="session")
def demonstration(world: World) -> str:
    """The demonstration, told in the stack: its two years are over. Nobody changes anything in it."""
    tell_demonstration(world)
    return "demo"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The system's Chromium."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=str(find_chromium()), args=arguments(), timeout=LONG_ENOUGH * 1000
        )
        yield launched
        await launched.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def scripted(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs JavaScript: stories that ask for it are told both ways."""
    return bool(request.param)


@pytest_asyncio.fixture(loop_scope="session")
async def arrive(world: World, browser: Browser) -> AsyncIterator[Arrive]:
    """Let people come; when they have gone, nothing may have been wrong with any page."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    async def come(
        *, script: bool = True, width: int = 1280, locale: str = "fr-FR", address: str = ""
    ) -> Visitor:
        size = ViewportSize(width=width, height=900)

        async def context(*, runs: bool) -> BrowserContext:
            made = await browser.new_context(
                java_script_enabled=runs, locale=locale, viewport=size, accept_downloads=True
            )
            contexts.append(made)
            return made

        own = await context(runs=script)
        visitor = await Visitor.in_context(
            own, address or world.address, None if script else await context(runs=True)
        )
        visitors.append(visitor)
        return visitor

    yield come
    for one in contexts:
        await one.close()
    wrong = [fault for one in visitors for fault in one.wrong]
    assert not wrong, "\n".join(wrong)
