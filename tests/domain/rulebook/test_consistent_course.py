"""Acts that could never be done, or would be done twice, keep a rulebook from being used."""

import pytest

from domain.rulebook import mistakes
from tests.domain.rulebook.contradictory_acts import (
    CONTRADICTORY_ACTS,
    MONEY,
    NO_GRID,
    OPINION,
    THIRD,
    UNKNOWN_TO_ACTS,
    UNKNOWN_TO_NEW_ACTS,
    act,
)
from tests.domain.sound import Edits, path_to, rulebook

WITHIN_BOUNDS: Edits = {
    **OPINION,
    f"{MONEY}.0.when": {"after": "request", "up_to_cents": 1_999_999},
    f"{MONEY}.3": act("a", "request", review="council_study", when={"at_least_cents": 2_000_000}),
    f"{MONEY}.4": act("b", "conclusion", does="put-to-decision", when={"review": "council_study"}),
}
"""Small amounts at once; large ones after an opinion."""


@pytest.mark.parametrize(
    ("rule", "place", "meant"), UNKNOWN_TO_ACTS, ids=[case[0] for case in UNKNOWN_TO_ACTS]
)
def test_what_an_act_names_is_there(rule: str, place: str, meant: str) -> None:
    """The mistake names the word given and those that would be accepted."""
    (found,) = mistakes(rulebook({place: "nowhere"}))
    assert (found.path, found.given, found.kind) == (path_to(place), "nowhere", "mistake")
    assert meant in found.known


@pytest.mark.parametrize(
    ("rule", "edits", "place", "meant"), UNKNOWN_TO_NEW_ACTS, ids=[case[0] for case in UNKNOWN_TO_NEW_ACTS]
)
def test_so_is_what_acts_of_other_kinds_name(rule: str, edits: Edits, place: str, meant: str) -> None:
    """Stages, deliverables, items, questions."""
    (found,) = mistakes(rulebook(edits))
    assert (found.path, found.given) == (path_to(place), "nowhere")
    assert meant in found.known


@pytest.mark.parametrize(
    ("rule", "edits", "place"), CONTRADICTORY_ACTS, ids=[case[0] for case in CONTRADICTORY_ACTS]
)
def test_no_act_contradicts_another_or_the_rules(rule: str, edits: Edits, place: str) -> None:
    """One mistake, where it can be put right, in both languages."""
    (found,) = mistakes(rulebook(edits))
    assert (found.path, found.kind) == (path_to(place), "mistake")
    assert found.fr != found.en


def test_nobody_is_asked_to_evaluate_without_a_grid() -> None:
    """Neither by a gate, nor by a deadline, nor by an act."""
    (found,) = mistakes(rulebook(NO_GRID))
    assert found.path == path_to(f"{THIRD}.0.what")


def test_the_same_may_be_asked_at_different_times() -> None:
    """On entering the phase, then again and again; and of each amount once, by its own way."""
    both = {f"{THIRD}.1": act("a", "phase-entry", review="opinion")}
    assert mistakes(rulebook(both)) == ()
    assert mistakes(rulebook(WITHIN_BOUNDS)) == ()


def test_every_stage_may_be_waited_for() -> None:
    """Also the first one, which no funnel names."""
    received = act("a", "application", review="opinion", when={"stage": "received"})
    assert mistakes(rulebook({"phases.exploration.course.1": received})) == ()
