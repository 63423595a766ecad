"""Somebody without a mouse: they go from one thing to the next with Tab, and press Enter or Space."""

import re
from itertools import pairwise

from tests.web.browser.visitor import Visitor

_MOST = 150
"""Things on a page that Tab stops at."""
_FOCUSED = """
() => { const one = document.activeElement;
  return (one.labels && one.labels.length ? [...one.labels].map(label => label.innerText).join(' ')
    : one.innerText || one.getAttribute('aria-label') || '') }
"""
_SEEN = (
    "() => { const one = getComputedStyle(document.activeElement); return one.outlineStyle + one.boxShadow }"
)
_LEVELS = "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])"


async def reach(visitor: Visitor, name: str) -> None:
    """Press Tab until something of this name has the focus, and the focus is seen."""
    passed: list[str] = []
    for _ in range(_MOST):
        await visitor.page.keyboard.press("Tab")
        focused = await _focused(visitor)
        if focused.startswith(name):
            assert await visitor.page.evaluate(_SEEN) != "nonenone", (
                f"one does not see that {name!r} has the focus"
            )
            return
        passed.append(focused)
    raise AssertionError(f"Tab does not lead to {name!r} on {visitor.page.url}: {passed}")


async def tick(visitor: Visitor, name: str, *, first: str = "") -> None:
    """Tick one of several choices: Tab leads to the first of them, arrows to the others."""
    await reach(visitor, first or name)
    if first:
        await visitor.page.keyboard.press("ArrowDown")
        assert await _focused(visitor) == name
    await visitor.page.keyboard.press("Space")


async def go(visitor: Visitor, name: str) -> None:
    """Reach a link or a button and press it; the page that comes is looked at and read by its structure."""
    await reach(visitor, name)
    async with visitor.page.expect_navigation(wait_until="load"):
        await visitor.page.keyboard.press("Enter")
    await visitor.look()
    await is_structured(visitor)


async def _focused(visitor: Visitor) -> str:
    return re.sub(r"\s+", " ", await visitor.page.evaluate(_FOCUSED)).strip()


async def is_structured(visitor: Visitor) -> None:
    """One first heading, no level left out below it, the landmarks, and nothing to scroll sideways for."""
    levels = await visitor.page.evaluate(_LEVELS)
    assert levels.count(1) == 1, (visitor.page.url, levels)
    assert all(below <= above + 1 for above, below in pairwise(levels)), (visitor.page.url, levels)
    for landmark in ("banner", "navigation", "main"):
        assert await visitor.page.get_by_role(landmark).count(), (visitor.page.url, landmark)
    await visitor.no_scroll_sideways()
