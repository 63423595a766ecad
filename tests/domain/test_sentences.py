"""Refusals in words: every parameter has its place, in French and English, with what would make it pass."""

import string

import pytest

from domain.refusals import Refusal, explain
from domain.sentences import SENTENCES
from tests.domain.kit import Row
from tests.domain.rules import RULES
from tests.domain.tables import ROWS

REFUSED = [row for row in ROWS if isinstance(row.then, str)]


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.rule)
def test_a_refusal_is_said_in_two_languages(row: Row) -> None:
    """With the names of the programme and, where they are not known, without them."""
    refusal = row.decided()
    assert isinstance(refusal, Refusal)
    for rulebook in (RULES, None):
        words = explain(refusal, rulebook)
        said = (words.message_fr, words.message_en, words.remedy_fr, words.remedy_en)
        assert all(one.strip() and "{" not in one for one in said)
        assert "None" not in refusal.params.values()
        assert words.message_fr != words.message_en


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_and_the_remedy_speak_of_the_same(code: str) -> None:
    """French and English name the same parameters."""
    for french, english in SENTENCES[code]:
        assert _names(french) == _names(english)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.rule)
def test_a_refusal_keeps_no_text_that_people_wrote(row: Row) -> None:
    """Outcomes are kept for ever: codes, ids, keys and dates only."""
    refusal = row.decided()
    assert isinstance(refusal, Refusal)
    private = ("Parce que", "Ada", "@example", "Les gens", "Un lieu")
    assert not [text for text in private for value in refusal.params.values() if text in value]


def test_keys_of_the_programme_are_shown_by_their_names() -> None:
    """Who reads that an item is missing reads what it is called."""
    words = explain(Refusal("gate_incomplete", {"phase": "exploration", "missing": "go, circle"}), RULES)
    assert words.message_en == (
        "The phase exploration (name) (exploration) cannot be passed:"
        " go (name) (go), circle (name) (circle) missing."
    )
    assert "go (nom) (go)" in words.message_fr


def test_the_refusal_of_an_import_says_which_act_and_why() -> None:
    """The act's own refusal is said with it."""
    params = {"act": "3", "act_type": "AdvancePhase", "refusal": "last_phase", "phase": "capitalisation"}
    words = explain(Refusal("act_refused", params))
    assert words.message_en == (
        "Act 3 (AdvancePhase) is refused. capitalisation is the last phase of the programme."
    )
    assert words.remedy_en.startswith("Close the cooperation (CloseCooperation).")


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
