"""Fixed values as people type them: by a word of either language or by their code, whatever its case and accents."""

import pytest

from queries.refused import Failure, FailureKind
from queries.typed import code_of


@pytest.mark.parametrize(
    ("text", "of", "code"),
    [
        ("", "phase", None),
        ("diagnostic", "phase", "diagnosis"),
        ("Expérimentation", "phase", "experimentation"),
        ("experimentation", "phase", "experimentation"),
        ("diagnosis", "phase", "diagnosis"),
        (" En pause ", "cooperation", "paused"),
        ("candidature refusée", "cooperation", "declined"),
        ("abandonment-requested", "cooperation", "abandonment-requested"),
    ],
)
def test_a_fixed_value_is_known_by_its_words_and_by_its_code(text: str, of: str, code: str | None) -> None:
    """No text asks for none."""
    assert code_of(text, of) == code


def test_what_is_no_value_is_refused_with_those_there_are() -> None:
    """In both languages, each with its own words."""
    with pytest.raises(Failure) as refused:
        code_of("close", "phase")
    assert (refused.value.kind, refused.value.code) == (FailureKind.INVALID, "bad-choice")
    assert "« close »" in refused.value.text.fr
    assert "diagnostic" in refused.value.remedy.fr
    assert "diagnosis" in refused.value.remedy.en
