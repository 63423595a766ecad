"""Files that try something: anchors, tags, keys twice, too much of everything. Refused, and nothing done."""

import pytest

from application.rulebooks.parsing import LARGEST_RULEBOOK, PlacedFinding, RulebookInvalid, read_rulebook


def found_in(text: str) -> tuple[PlacedFinding, ...]:
    """The mistakes for which a text is refused."""
    with pytest.raises(RulebookInvalid) as refused:
        read_rulebook(text.encode())
    return refused.value.findings


BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)
TRICKS: list[tuple[str, str, str]] = [
    ("an alias bomb", BOMB, "neither anchors (&) nor aliases (*) here"),
    ("an alias", "a: &x 1\nb: *x", "neither anchors (&) nor aliases (*) here"),
    ("a merge", "a: &x {b: 1}\nc: {<<: *x}", "neither anchors (&) nor aliases (*) here"),
    ("a tag of Python", "a: !!python/object/apply:os.system ['true']", "no tag"),
    ("a tag", "a: !!set {b}", "no tag"),
    ("a key twice", "programme: a\nprogramme: b", "key “programme” is there twice"),
    ("a key twice further down", "a: {b: 1, b: 2}", "key “b” is there twice"),
    ("a list as a key", "? [a]\n: b", "a key must be a word"),
    ("too deep", "a: " + "[" * 50_000, "more than 20 levels deep"),
    ("two documents", "a: 1\n---\nb: 2", "one document in a file"),
    ("no YAML", "a: [", "this is not YAML"),
    ("NUL", "a: \0", "a character that is not text"),
    ("ten megabytes", "a" * 10_000_000, f"the file exceeds {LARGEST_RULEBOOK} bytes"),
    ("a list", "[a]", "this is no rulebook"),
    ("a word", "a", "this is no rulebook"),
    ("nothing", "", "this is no rulebook"),
]


@pytest.mark.parametrize(("rule", "text", "words"), TRICKS, ids=[case[0] for case in TRICKS])
def test_tricks_are_refused(rule: str, text: str, words: str) -> None:
    """Without doing what they say: no alias is followed, no tag is looked up."""
    first, *_ = found_in(text)
    assert words in first.message.en
    assert first.message.fr != first.message.en


def test_bytes_that_are_no_text_are_refused() -> None:
    """Whatever they would mean elsewhere."""
    with pytest.raises(RulebookInvalid, match="UTF-8"):
        read_rulebook(b"programme: \xff")


def test_every_trick_is_told_at_once() -> None:
    """Each at its place; what follows it as well."""
    found = found_in("a: &x 1\nb: *x\nb: !t 2\nc: [")
    assert [(one.line, one.column) for one in found] == [(1, 4), (2, 4), (3, 1), (3, 4), (5, 1)]
