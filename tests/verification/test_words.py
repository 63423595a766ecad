"""Every finding has a sentence in both languages, and says what to do."""

import string

import pytest

from cli.upkeep.findings import as_json, drawn, sentence
from language import Text
from verification.findings import SHOWN, Code, Finding, Findings
from verification.guards import laid
from wording.verification import FINDINGS, REMEDIES
from wording.verification_guards import KINDS, PARTICULARS

PARAMS: dict[str, str | int] = {
    "founded": "simulation",
    "fields": "actor,recorded_at",
    "state": "queued",
    "said": "sent",
    "subject": "texts",
    "fact": "fires",
    "reader": "follower",
    "times": 2,
    "head": 12,
}
"""What the checks put in; whatever else a sentence asks for stands as it is."""


def _asked(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("position", [None, 7])
def test_a_finding_is_a_sentence(code: Code, position: int | None) -> None:
    """With its particulars in the language of the reader, both languages asking for the same."""
    text = FINDINGS[code]
    assert _asked(text.fr) == _asked(text.en)
    kind = "trigger" if code.startswith("guard_") else "real"
    params = {**{name: name.upper() for name in _asked(text.fr)}, **PARAMS, "kind": kind}
    finding = Finding(code, position, params)
    french, english = sentence(finding)
    assert french != english
    for said in (french, english):
        assert "{" not in said
        assert ("Position 7" in said) == (position == 7)
        assert said[0] == said[0].upper()
    assert not {"recorded_at", "queued", "fires", "trigger"} & set(french.replace(",", " ").split())
    assert REMEDIES[code].fr.endswith(".")
    assert REMEDIES[code].en.endswith(".")


def test_words_are_known_for_all_that_guards_tell() -> None:
    """Kinds of guards, and the facts that may change of them."""
    assert {guard.partition(" ")[0] for guard in laid()} <= KINDS.keys()
    assert all(isinstance(one, Text) for one in PARTICULARS.values())


def test_of_many_findings_of_a_kind_some_are_told_and_the_rest_counted() -> None:
    """A thousand altered texts are one line that counts."""
    found = Findings()
    found.add(Finding(Code.TEXT_ALTERED, number) for number in range(1, 1001))
    assert len(as_json(found.kept)) == SHOWN
    assert found.beyond == {Code.TEXT_ALTERED: 1000 - SHOWN}
    assert len([*drawn(found)]) == SHOWN + 2
