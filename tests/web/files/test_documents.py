"""A document as blocks: what exports write, and nothing of what people wrote becomes a part of it."""

from exports.markdown import block, inline
from web.documents import blocks


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    """A text of several lines stays within its item."""
    found = blocks("# Noailles\n\n## Fiche\n\n- Objet\n- Visite\n  le matin\n\nRien.\n")
    told = [(one.kind, one.level, one.lines) for one in found]
    assert told == [
        ("heading", 1, [["Noailles"]]),
        ("heading", 2, [["Fiche"]]),
        ("list", 0, [["Objet"], ["Visite", "le matin"]]),
        ("text", 0, [["Rien."]]),
    ]


def test_what_people_wrote_is_text() -> None:
    """Neither heading nor list, and without the signs that made it so."""
    wrote = "# Titre <b>gras</b> [lien](http://x)"
    [heading] = blocks(f"## {inline(wrote)}")
    assert (heading.level, heading.lines) == (2, [[wrote]])
    several = block("un\n- deux\n# trois", "  ")
    [listed] = blocks(f"- {several}")
    assert listed.lines == [["un", "- deux", "# trois"]]
