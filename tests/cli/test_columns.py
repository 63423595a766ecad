"""Tables at every width: no word is broken, and nothing that people wrote steers the terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cli.terminal.columns import rows_as_lines, wrapped
from tests.architecture.code import imports
from wording.plain import REPLACED, plain, plain_json

FIGURES = ("€39,236.60", "39\u202f236,60\u00a0€", "30 000 €", "2027-08-17", "acte/acte_grant/fast-track/2027")
HEADS = ("enveloppe", "doté", "dit")
LONGEST_KEY = "c" + "-la-meme" * 7
WORDS = st.sampled_from((*FIGURES, LONGEST_KEY, "été", "le", "漢字かな", "commission", "«\u00a0oui\u00a0»"))
CELLS = st.lists(WORDS, max_size=12).map(" et ".join)


@given(
    rows=st.lists(st.tuples(WORDS, WORDS, CELLS), min_size=1, max_size=4),
    heads=st.sampled_from(((), HEADS, ("", "", "dit"))),
    width=st.integers(40, 300),
)
def test_nothing_is_cut_at_any_width(
    rows: list[tuple[str, str, str]], heads: tuple[str, ...], width: int
) -> None:
    """Every word stands whole, as often as it was given; a line is wider than asked for by one word at most."""
    lines = rows_as_lines(heads, rows, {1}, width)
    for word in (*FIGURES, LONGEST_KEY):
        assert "\n".join(lines).count(word) == sum(" et ".join(row).count(word) for row in rows), (
            word,
            lines,
        )
    assert all(cell_len(line) <= width or cell_len(line.strip()) <= cell_len(LONGEST_KEY) for line in lines)


def test_a_table_that_does_not_fit_gives_rows_as_blocks() -> None:
    """Columns where they fit, wide ones folding first; else label and value, the label above what is too wide."""
    row = ("acte/2027", "€39,236.60", "deux mots et un troisième")
    assert rows_as_lines(HEADS, [row, row], {1}, 40) == [
        "enveloppe        doté  dit",
        "─" * 40,
        *("acte/2027  €39,236.60  deux mots et un", "                       troisième") * 2,
    ]
    block = [
        "enveloppe  acte/2027",
        "doté       €39,236.60",
        "dit        deux mots et un",
        "           troisième",
    ]
    assert rows_as_lines(HEADS, [row, row], {1}, 30) == [*block, "", *block]
    assert rows_as_lines(HEADS, [row], {1}, 18)[2:4] == ["doté", "  €39,236.60"]


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_one_word(text: str) -> None:
    """Also where its groups are set apart by ordinary spaces."""
    assert wrapped(text, 1) == [text]


@pytest.mark.parametrize(
    "character", ["\x1b", "\x07", "\x08", "\x9b", "\u202e", "\u2066", "\x00", "\x7f", "\u202a"]
)
def test_what_steers_a_terminal_is_replaced(character: str) -> None:
    """Escape sequences, the eight-bit ones too, and what turns the direction of the rest of the line."""
    assert plain(f"a{character}[2Jb") == f"a{REPLACED}[2Jb"
    written = plain_json(json.dumps({"a": character}, ensure_ascii=False))
    assert character not in written
    assert json.loads(written) == {"a": character}


def test_line_breaks_stay_and_arabic_is_left_alone() -> None:
    """Whatever character ends a line; direction marks that only help are kept."""
    assert plain("a\r\nb\u2028c\td\u200f") == "a\nb\nc\td\u200f"


def test_tables_are_drawn_in_one_way() -> None:
    """Nothing draws a table of rich, which cuts off what does not fit."""
    assert not [one for one in imports() if one.module == "rich.table"]
