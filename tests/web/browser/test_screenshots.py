"""The pictures of the README are of pages that are still drawn; no test compares points of colour."""

import re

import pytest
from playwright.async_api import Browser

from tests.web.browser.conftest import Arrive
from tests.web.browser.screenshots import FOLDER, PICTURES, Picture, drawn
from tests.web.browser.world import World

README = FOLDER.parents[1] / "README.md"
LARGEST = 200_000
"""Bytes of a picture."""


@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.name)
async def test_each_page_of_the_pictures_is_still_drawn(
    arrive: Arrive, world: World, demonstration: str, browser: Browser, picture: Picture
) -> None:
    """With what is to be read on it."""
    image, read = await drawn(browser, world.address, picture)
    assert image
    assert picture.wanted in read


def test_the_pictures_are_kept_small_and_are_all_there() -> None:
    """``python -m tests.web.browser.screenshots`` draws them anew; the README shows no other."""
    kept = {one.stem: one.stat().st_size for one in FOLDER.glob("*.png")}
    assert set(kept) == {one.name for one in PICTURES}
    assert max(kept.values()) < LARGEST
    shown = re.findall(r"docs/screenshots/([\w-]+)\.png", README.read_text(encoding="utf-8"))
    assert shown
    assert set(shown) <= set(kept)
