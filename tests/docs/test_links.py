"""Whatever a page points at is there."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, anchors, links, quoted

_PATH = re.compile(r"[a-z_.]+(?:/[\w.*-]*)+")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    """No link is dead, nor leads out of the repository."""
    for link in links(page.read_text()):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        place, _, anchor = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        assert target.exists(), f"{page.name} links to {link}"
        assert target.is_relative_to(ROOT), f"{page.name} links outside the repository: {link}"
        if anchor:
            assert anchor in anchors(target.read_text()), (
                f"{page.name}: no heading #{anchor} in {target.name}"
            )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    """A file that is moved is moved in the pages too."""
    folders = {one.name for one in ROOT.iterdir() if one.is_dir()}
    for name in quoted(page.read_text()):
        if _PATH.fullmatch(name) and name.partition("/")[0] in folders:
            assert any(ROOT.glob(name)) or (ROOT / name).exists(), f"{page.name} names {name}"
