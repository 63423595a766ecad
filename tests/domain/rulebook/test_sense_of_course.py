"""Acts that never happen, that need nobody, or that ask for what is awaited already: told as warnings."""

import pytest

from domain.rulebook import mistakes, warnings
from tests.domain.rulebook.contradictory_acts import FIRST, MONEY, OPINION, SECOND, act
from tests.domain.rulebook.strange_acts import OPINION_ALONE, SILENT, STRANGE_ACTS
from tests.domain.sound import REMOVED, Edits, path_to, rulebook

UNTIL_WHEN: Edits = {f"{FIRST}.1": act("a", "date", review="opinion", when={"date": "2029-07-02"})}
"""The period ends with 2028; six months of exploration are 184 days at the most."""


@pytest.mark.parametrize(("rule", "edits", "place"), STRANGE_ACTS, ids=[case[0] for case in STRANGE_ACTS])
def test_an_act_that_makes_no_sense_is_told(rule: str, edits: Edits, place: str) -> None:
    """Once, at its place, in both languages; the rulebook can be used all the same."""
    strange = rulebook(edits)
    assert mistakes(strange) == ()
    (found,) = warnings(strange)
    assert (found.path, found.kind) == (path_to(place), "warning")
    assert found.fr != found.en


@pytest.mark.parametrize("silence", ["unfavourable", "abstention", None])
def test_silence_that_grants_nothing_is_not_told(silence: str | None) -> None:
    """Money is decided by somebody, or by the rules that refuse."""
    assert warnings(rulebook({SILENT: silence})) == ()


def test_a_panel_that_must_speak_is_somebody() -> None:
    """A phase that waits for its opinion does not pass by itself."""
    assert warnings(rulebook(OPINION_ALONE)) == ()


def test_a_file_may_live_beyond_the_period() -> None:
    """The period says when files are opened: days on which one may still be there are not told."""
    assert warnings(rulebook(UNTIL_WHEN)) == ()
    endless: Edits = {
        **UNTIL_WHEN,
        f"{FIRST}.1.when.date": "2029-07-05",
        "phases.exploration.expected": REMOVED,
    }
    later = {f"{SECOND}.2": act("a", "date", review="opinion", when={"date": "2040-01-01"})}
    assert warnings(rulebook(endless)) == warnings(rulebook(later)) == ()


def test_a_decision_may_wait_for_the_opinion() -> None:
    """Small amounts are put at once, large ones after the opinion."""
    edits: Edits = {
        **OPINION,
        f"{MONEY}.0.when": {"after": "conclusion", "review": "council_study"},
        f"{MONEY}.3": act("a", "request", review="council_study"),
    }
    assert warnings(rulebook(edits)) == ()


def test_a_ladder_may_serve_an_act_alone() -> None:
    """It reminds of what the act asks for."""
    spare = {"ladders.spare": [{"rung": "due", "offset": "P0D", "to": "managers"}]}
    assert [one.path for one in warnings(rulebook(spare))] == [("ladders", "spare")]
    assert warnings(rulebook({**spare, f"{FIRST}.0.ladder": "spare"})) == ()
