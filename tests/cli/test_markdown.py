"""What people wrote is text in a document: a Markdown parser sees structure only where the document put it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.markdown import block, inline
from wording.plain import REPLACED

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = (
    "# titre",
    "---",
    "===",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<script>alert(1)</script>",
    "<!-- a -->",
    "[x](javascript:alert(1))",
    "![x](a.png)",
    "[x]: http://example.org",
    "<https://example.org>",
    "- a\n- b",
    "+ a",
    "* a",
    "1. a\n2) b",
    "> dit",
    "```\ncode\n```",
    "~~~",
    "    code",
    "a  \nb",
    "a\\\nb",
    "&lt;b&gt; &amp; &#35;",
    "*a* **b** _c_ `d` ~~e~~",
    "---\ntitle: x\n---",
    "un\ndeux\ntrois",
    "un\n\n\n    deux\n\n# trois",
    "C #",
    "\\# a",
)
TEXTS = (
    st.lists(st.sampled_from((*HOSTILE, "\n", " ", "\t", "mot", "é", "9.", "\\", "`", "_"))).map("".join)
    | st.text()
)


def _lines(text: str) -> list[str]:
    """What is to be read, without blank lines: line by line, blanks run together."""
    told = (" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return [line for line in told if line]


def _read(children: list[Token] | None) -> str:
    """The text of an inline token; nothing but text and line breaks may be there."""
    assert {one.type for one in children or []} <= {"text", "text_special", "hardbreak"}, children
    return "".join("\n" if one.type == "hardbreak" else one.content for one in children or [])


@given(TEXTS)
@example("un\ndeux\ntrois")
@example("| a | b |\n|---|---|")
@example("a\n---")
def test_a_text_of_several_lines_is_text_of_as_many_lines(text: str) -> None:
    """In an item of a list, between two others: nothing but paragraphs in it, and the same words."""
    text = "\n".join(line for line in text.split("\n") if line.isprintable())
    content = f"- avant\n- le : {block(text, '  ')}\n- après\n"
    tokens = PARSER.parse(content)
    shape = {"bullet_list", "list_item", "paragraph"}
    assert {one.type for one in tokens if one.type != "inline"} <= {
        f"{one}_{end}" for one in shape for end in ("open", "close")
    }, content
    said = [_read(one.children) for one in tokens if one.type == "inline"]
    assert (said[0], said[-1]) == ("avant", "après")
    read = "\n".join(said[1:-1]).removeprefix("le :")
    assert _lines(read) == _lines(text), content
    assert sum(one.type == "list_item_open" for one in tokens) == 3


@given(TEXTS)
def test_a_text_on_one_line_is_text_in_a_heading_and_in_an_item(text: str) -> None:
    """Whatever it holds, it ends neither."""
    tokens = PARSER.parse(f"## le {inline(text)}\n\n- le {inline(text)}\n")
    assert [one.type for one in tokens if one.type.endswith("open")] == [
        "heading_open",
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    heading, item = (_read(one.children) for one in tokens if one.type == "inline")
    assert heading == item
    assert "\n" not in heading


@pytest.mark.parametrize("text", HOSTILE)
def test_each_known_trick_is_shown_as_it_was_written(text: str) -> None:
    """As HTML, nothing is marked up but the item itself."""
    shown = PARSER.render(f"- le : {block(text, '  ')}\n")
    left = [
        one
        for one in ("<h", "<a", "<img", "<code", "<table", "<script", "<hr", "<em", "<strong", "<ol", "<s>")
        if one in shown
    ]
    assert not left, shown


def test_bare_addresses_and_templates_are_no_links_and_no_code() -> None:
    """Signs that extensions of Markdown know are escaped too; what turns the direction of text is replaced."""
    assert inline("https://a.example www.a.example {{ x }} $y$ [^1] @z") == (
        "https\\://a.example www\\.a.example \\{\\{ x \\}\\} \\$y\\$ \\[\\^1\\] \\@z"
    )
    assert block("a\u202eb\x1b[2J") == f"a{REPLACED}b{REPLACED}\\[2J"
