"""Letters as HTML, whatever reads them: the same words as plain text, nothing fetched, nothing that a reader drops."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

GOLDEN = Path(__file__).with_name("golden")
HTML = "<!DOCTYPE html>"
SAMPLES = sorted(one for one in GOLDEN.glob("*.txt") if HTML in one.read_text(encoding="utf-8"))
KNOWN = {
    *("html", "head", "meta", "title", "body", "table", "tr", "td"),
    *("p", "h1", "h2", "ul", "li", "a", "strong", "code", "span", "br", "hr"),
}
"""What every mail reader draws alike (caniemail.com)."""
STYLES = {
    *("color", "background-color", "margin", "padding", "border", "border-top", "max-width", "display"),
    *("font-family", "font-size", "font-weight", "line-height", "text-decoration"),
}
CLIPPED_AT = 102 * 1024
"""Bytes of HTML after which Gmail shows no more of a letter."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3."""

pytestmark = pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one.stem)


def _page(sample: Path) -> Element:
    """Raises ParseError for what is not well-formed: no reader has to mend anything."""
    return ET.fromstring(sample.read_text(encoding="utf-8").partition(HTML)[2])  # noqa: S314 - our own letter


def _one_line(text: str) -> str:
    return " ".join(text.split())


def test_html_says_all_that_plain_text_says(sample: Path) -> None:
    """Each line of it stands in the text, or is where a link leads."""
    plain = sample.read_text(encoding="utf-8").partition(HTML)[0].partition("\n\n")[2]
    page = _page(sample)
    said = _one_line(" ".join(page.itertext()))
    led = {one.get("href") for one in page.iter("a")}
    for line in plain.splitlines():
        words = _one_line(line.strip("*- "))
        assert words in said or line.strip() in led


def test_nothing_is_fetched_and_nothing_runs(sample: Path) -> None:
    """No picture, no stylesheet, no script: who opens a letter tells nobody that they did."""
    page = _page(sample)
    assert {one.tag for one in page.iter()} <= KNOWN
    assert not [
        one for one in page.iter() if one.attrib.keys() & {"src", "background", "srcset", "class", "id"}
    ]
    assert all(one.get("href", "https://").startswith("https://") for one in page.iter())
    assert "url(" not in sample.read_text(encoding="utf-8")


def test_each_language_says_which_it_is(sample: Path) -> None:
    """So that it is read aloud as it should be; tables only lay out."""
    page = _page(sample)
    languages = [one.get("lang") for one in page.iter("td") if one.get("lang")]
    assert page.get("lang") == languages[0]
    assert set(languages) <= {"fr", "en"}
    assert {one.get("role") for one in page.iter("table")} == {"presentation"}
    title = page.find("head/title")
    assert title is not None
    assert title.text


def test_it_is_short_enough_to_be_shown_whole(sample: Path) -> None:
    """Longer letters are clipped."""
    assert len(sample.read_text(encoding="utf-8").partition(HTML)[2].encode()) < CLIPPED_AT


def test_everything_is_readable_on_what_it_stands_on(sample: Path) -> None:
    """By the colours that stand on each element, which are all there are."""
    pairs = list(_drawn(_page(sample), "#000000", "#ffffff"))
    assert min(_contrast(*pair) for pair in pairs) >= LEAST_CONTRAST


def _drawn(element: Element, ink: str, ground: str) -> Iterator[tuple[str, str]]:
    """The colours of all text, and what it stands on."""
    styles = dict(re.findall(r"([\w-]+):([^;]+)", element.get("style", "")))
    assert styles.keys() <= STYLES
    ink, ground = styles.get("color", ink), styles.get("background-color", ground)
    if (element.text or "").strip():
        yield ink, ground
    for child in element:
        yield from _drawn(child, ink, ground)


def _contrast(ink: str, ground: str) -> float:
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
