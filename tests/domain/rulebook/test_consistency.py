"""What keeps a rulebook from being used: each mistake is found, alone, at its place, and says what is there."""

from typing import Any

import pytest

from domain.rulebook import mistakes
from tests.domain.rulebook.contradictions import CONTRADICTIONS, GATES, NAME
from tests.domain.sound import REMOVED, Edits, path_to, rulebook

CIRCLE: list[dict[str, Any]] = [
    {"item": "one", "name": NAME, "needs": {"rule": "items", "of": ["two"], "at_least": 1}},
    {"item": "two", "name": NAME, "needs": {"rule": "items", "of": ["three"], "at_least": 1}},
    {"item": "three", "name": NAME, "needs": {"rule": "items", "of": ["four"], "at_least": 1}},
    {"item": "four", "name": NAME, "needs": {"rule": "items", "of": ["two"], "at_least": 1}},
]

UNKNOWN: list[tuple[str, str, str]] = [
    ("the ladder of a deadline", "deadlines.0.ladder", "work"),
    ("the item that a deadline waits for", "deadlines.0.until", "plan"),
    ("the item that a deadline counts from", "deadlines.4.item", "plan"),
    ("the occasion of a deadline", "deadlines.2.occasion", "session"),
    ("another item of the gate", f"{GATES}.2.needs.of.0", "alone"),
    ("the occasion of an item", "phases.experimentation.gate.0.needs.occasion", "session"),
    ("the stage of the funnel", f"{GATES}.5.needs.stage", "supported"),
    ("the review of an item", f"{GATES}.6.needs.review", "opinion"),
    ("the instrument of an item", f"{GATES}.7.needs.instrument", "grant"),
    ("the phase where a relayed file goes on", "relays.0.phases.exploration", "diagnosis"),
    ("the ladder of a panel", "panels.0.ladder", "answer"),
    ("the panel of a review", "reviews.0.panel", "commission"),
    ("the maturity of a beneficiary", "instruments.0.beneficiaries.0.maturity.0", "emergence"),
    ("the maturity of an expense", "instruments.0.expenses.0.maturity.0", "spreading"),
    ("the body of a circuit", "instruments.0.circuit.0.by.0", "commission"),
    ("the body of an approval", "instruments.0.approvals.0.by.0", "commission"),
    ("the body of the fast track", "instruments.0.fast_track.circuit.0.by.0", "board"),
    ("the ladder of a report", "instruments.0.reports.0.ladder", "work"),
    ("the ladder of a step", "instruments.0.steps.payment.ladder", "answer"),
    ("the instrument that carries another", "instruments.1.carried_by", "grant"),
]

TWICE: list[tuple[str, str, str]] = [
    ("an item of a gate", f"{GATES}.3.item", "criteria"),
    ("a stage of a phase", "phases.exploration.stages.1", "intuition"),
    ("a deadline", "deadlines.1.deadline", "plan"),
    ("a phase of a deadline", "deadlines.0.phases.1", "diagnosis"),
    ("a rung of a ladder", "ladders.work.2.rung", "before"),
    ("a call", "calls.calls.1.call", "permanent"),
    ("a stage of the funnel", "calls.funnel.1.stage", "shortlisted"),
    ("a relay", "relays.1", "older"),
    ("a panel", "panels.1", "commission"),
    ("a role on a panel", "panels.0.members.1.role", "regional-commission"),
    ("a review", "reviews.2", "opinion"),
    ("an instrument", "instruments.1.instrument", "grant"),
    ("a tranche", "instruments.0.tranches.1.tranche", "advance"),
    ("an item that another waits for", f"{GATES}.2.needs.of.1", "alone"),
    ("a beneficiary", "instruments.0.beneficiaries.1", "association"),
    ("an expense", "instruments.0.expenses.1", "people"),
    ("a report", "instruments.0.reports.1", "final"),
    ("a document", "documents.1", "chapter"),
    ("what is published", "publication.published.1", "sheet"),
    ("what is private", "publication.private.1", "problems"),
    ("a section of a document", "documents.0.sections.1", "sheet"),
]


def test_a_sound_rulebook_has_no_mistakes() -> None:
    """One of each part, all in agreement."""
    assert mistakes(rulebook()) == ()


@pytest.mark.parametrize(("rule", "place", "meant"), UNKNOWN, ids=[case[0] for case in UNKNOWN])
def test_what_is_named_is_there(rule: str, place: str, meant: str) -> None:
    """The mistake names the word given and those that would be accepted, the one that was meant among them."""
    given = "capitalisation" if "phases.exploration" in place and "relays" in place else "nowhere"
    (found,) = mistakes(rulebook({place: given}))
    assert (found.path, found.given, found.kind) == (path_to(place), given, "mistake")
    assert meant in found.known


@pytest.mark.parametrize(("rule", "place", "key"), TWICE, ids=[case[0] for case in TWICE])
def test_a_key_stands_once_in_its_list(rule: str, place: str, key: str) -> None:
    """The second one is the mistake, whatever else it breaks."""
    tree = rulebook()
    whole = {
        "relays.1": {"programme": "older"},
        "phases.exploration.stages.1": {"stage": "intuition", "name": NAME},
        "panels.1": tree.panels[0].model_dump(mode="json"),
        "reviews.2": tree.reviews[0].model_dump(mode="json"),
        "instruments.0.beneficiaries.1": {"kind": "association", "name": NAME},
        "instruments.0.expenses.1": {"expense": "people", "name": NAME},
        "instruments.0.reports.1": tree.instruments[0].reports[0].model_dump(mode="json"),
        "documents.1": tree.documents[0].model_dump(mode="json"),
    }
    found = mistakes(rulebook({place: whole.get(place, key)}))
    here = [one for one in found if one.path[: len(path_to(place))] == path_to(place)]
    assert [one.en for one in here] == [f"{key} is there already"]


@pytest.mark.parametrize(("rule", "edits", "place"), CONTRADICTIONS, ids=[case[0] for case in CONTRADICTIONS])
def test_no_rule_contradicts_another(rule: str, edits: Edits, place: str) -> None:
    """One mistake, where it can be put right, in both languages."""
    (found,) = mistakes(rulebook(edits))
    assert (found.path, found.kind) == (path_to(place), "mistake")
    assert found.fr != found.en


def test_items_do_not_wait_for_each_other_in_a_circle() -> None:
    """Two waits for three, three for four, four for two; one waits for them, and is in no circle itself."""
    found = mistakes(rulebook({"phases.capitalisation": {"name": NAME, "gate": CIRCLE}}))
    assert [(one.path[3], one.en) for one in found] == [
        (1, "they wait in a circle: two → three → four → two"),
    ]


def test_nothing_is_evaluated_without_a_grid() -> None:
    """Neither for a gate nor for a deadline."""
    found = mistakes(rulebook({"evaluation": REMOVED}))
    assert [one.path for one in found] == [
        path_to("phases.experimentation.gate.1.needs.rule"),
        path_to("deadlines.3.after"),
    ]


def test_silence_may_settle_what_nobody_does() -> None:
    """A request to abandon ends by itself where silence grants or refuses it."""
    assert mistakes(rulebook({"settles_abandonment": []})) == ()
