"""An option takes the word that follows, also text that begins with a dash; never the next option."""

import pytest

from cli.terminal.option_values import check_values, split_fields
from queries.command_form import fields_named_in
from queries.refused import Failure

OPTIONS = {"--as": True, "--organisation": True, "-o": True, "--json": False, "--id": True}
FIELDS = fields_named_in(["record-contact"])


@pytest.mark.parametrize(
    ("words", "own", "free"),
    [
        (
            ["RecordContact", "--note", "-on en reparle", "--effective-at=2027-05-10", "-o", "essai"],
            ["RecordContact", "-o", "essai"],
            ["--note=-on en reparle", "--effective-at=2027-05-10"],
        ),
        (["X", "--note", "--json"[:2] + " et puis rien"], ["X"], ["--note=-- et puis rien"]),
        (["X", "--note", "-"], ["X"], ["--note=-"]),
        (["X", "--note", "--urgent : à revoir"], ["X"], ["--note=--urgent : à revoir"]),
        (["X", "--note=-o", "--json"], ["X", "--json"], ["--note=-o"]),
        (["X", "--note=", "--json"], ["X", "--json"], ["--note="]),
        (["X", "--note"], ["X"], ["--note"]),
        (["--as", "-x@example.org", "X", "--note", "a=b"], ["--as", "-x@example.org", "X"], ["--note=a=b"]),
        (["X", "--", "--note", "a"], ["X", "--", "--note", "a"], []),
    ],
)
def test_a_field_has_the_word_that_follows(words: list[str], own: list[str], free: list[str]) -> None:
    """Whatever it begins with; the command's own options and arguments stay where they are."""
    assert split_fields(words, OPTIONS, FIELDS) == (own, free)


@pytest.mark.parametrize(
    "words",
    [
        ["RecordContact", "--note", "-o", "essai"],
        ["RecordContact", "--note", "--effective-at=2027-05-10"],
        ["RecordContact", "--note", "--effective_at", "2027-05-10"],
        ["RecordContact", "--as", "--json"],
    ],
)
def test_an_option_in_the_place_of_a_value_is_refused(words: list[str]) -> None:
    """And told how to write it as text."""
    with pytest.raises(Failure) as refused:
        split_fields(words, OPTIONS, FIELDS)
    assert refused.value.code == "field-without-value"
    assert "=" in refused.value.remedy.fr


def test_options_of_every_command_take_text_alike() -> None:
    """Those that a command declares as those that its fields are."""
    check_values(["--as", "-x"], OPTIONS)
    with pytest.raises(Failure, match="is an option"):
        check_values(["--as", "-o"], OPTIONS)
