"""What keeps a rulebook from being used: each mistake is found, alone, at its place, and says what is there."""

from typing import Any

import pytest

from domain.rulebook import mistakes
from tests.domain.sound import REMOVED, Edits, path_to, rulebook

NAME = {"fr": "Essai", "en": "Test"}
CIRCLE: list[dict[str, Any]] = [
    {"item": "one", "name": NAME, "needs": {"rule": "items", "of": ["two"], "at_least": 1}},
    {"item": "two", "name": NAME, "needs": {"rule": "items", "of": ["three"], "at_least": 1}},
    {"item": "three", "name": NAME, "needs": {"rule": "items", "of": ["four"], "at_least": 1}},
    {"item": "four", "name": NAME, "needs": {"rule": "items", "of": ["two"], "at_least": 1}},
]

ADVISORY: dict[str, Any] = {
    "panel": "council",
    "name": NAME,
    "mode": "advisory",
    "members": [{"role": "jury"}],
    "within": "P1M",
    "ladder": "answer",
}
ASKED = {"review": "council_study", "name": NAME, "panel": "council", "about": "funding"}

WITHOUT_CALLS: Edits = {"calls": REMOVED, "phases.exploration.gate.5": REMOVED}
WITHOUT_MONEY: Edits = {"instruments": REMOVED, "phases.exploration.gate.7": REMOVED, "reviews.1": REMOVED}

GATES = "phases.exploration.gate"
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

CONTRADICTIONS: list[tuple[str, Edits, str]] = [
    ("more criteria than there are", {f"{GATES}.1.needs.at_least": 3}, f"{GATES}.1.needs.at_least"),
    ("more items than there are", {f"{GATES}.2.needs.at_least": 3}, f"{GATES}.2.needs.at_least"),
    ("more sectors than there are", {f"{GATES}.0.needs.sectors": 8}, f"{GATES}.0.needs.sectors"),
    ("an item that waits for itself", {f"{GATES}.2.needs.of.0": "start"}, f"{GATES}.2.needs.of"),
    ("a phase of no time", {"phases.exploration.expected": "P0D"}, "phases.exploration.expected"),
    (
        "a charter of no time",
        {"phases.diagnosis.gate.3.needs.term": "-P3Y"},
        "phases.diagnosis.gate.3.needs.term",
    ),
    (
        "an evaluation of no age",
        {"phases.experimentation.gate.1.needs.not_older_than": "P0M"},
        "phases.experimentation.gate.1.needs.not_older_than",
    ),
    ("a date of an item elsewhere", {"deadlines.0.phases.1": "exploration"}, "deadlines.0.until"),
    ("contacts again and again at once", {"deadlines.2.within": "P0D"}, "deadlines.2.within"),
    ("evaluations in the past", {"deadlines.3.within": "-P6M"}, "deadlines.3.within"),
    ("a deadline before its phase", {"deadlines.0.within": "-P1D"}, "deadlines.0.within"),
    ("a year's duty before its day", {"deadlines.5.within": "-P1D"}, "deadlines.5.within"),
    ("a ladder without rungs", {"ladders.empty": []}, "ladders.empty"),
    ("two rungs on one day", {"ladders.work.2.offset": "PT0S"}, "ladders.work.2.offset"),
    ("silence that holds nothing", {"deadlines.9.until": REMOVED}, "deadlines.9.silence.counts_as"),
    (
        "silence that grants nothing",
        {"deadlines.9.silence.counts_as": "granted"},
        "deadlines.9.silence.counts_as",
    ),
    (
        "silence that withdraws nothing",
        {"deadlines.9.silence.counts_as": "withdrawn"},
        "deadlines.9.silence.counts_as",
    ),
    (
        "silence after no reminder",
        {"ladders.answer": [{"rung": "late", "offset": "P1D", "to": "board"}]},
        "deadlines.8.silence",
    ),
    (
        "silence after a reminder that is never sent",
        {"ladders.answer": [{"rung": "early", "offset": "-P2M", "to": "board"}]},
        "deadlines.8.silence",
    ),
    ("a stage before the first", {"calls.funnel.0.stage": "received"}, "calls.funnel.0.stage"),
    ("a stage that nobody grants", {"calls.funnel.1.by": []}, "calls.funnel.1.by"),
    ("a relay of itself", {"relays.0.programme": "sound"}, "relays.0.programme"),
    (
        "a panel without members",
        {"panels.0.members": [], "panels.0.chair": REMOVED},
        "panels.0.members",
    ),
    ("a quorum above the members", {"panels.0.quorum.at_least": 8}, "panels.0.quorum"),
    ("a threshold that is missing", {"panels.0.threshold": REMOVED}, "panels.0.concludes"),
    ("a threshold of no use", {"panels.0.concludes": "unanimity"}, "panels.0.threshold"),
    (
        "a chair that is missing",
        {"panels.1": {**ADVISORY, "concludes": "chair"}},
        "panels.1.concludes",
    ),
    (
        "a chair that decides alone",
        {"panels.0.concludes": "chair", "panels.0.threshold": REMOVED},
        "panels.0.concludes",
    ),
    ("a threshold that is always reached", {"panels.0.threshold": 0}, "panels.0.threshold"),
    (
        "a question about calls that there are not",
        {"reviews.0.about": "call", **WITHOUT_CALLS},
        "reviews.0.about",
    ),
    (
        "a question about money that there is not",
        {"reviews.0.about": "amendment", **WITHOUT_MONEY},
        "reviews.0.about",
    ),
    ("a panel without time", {"panels.0.within": "P0D"}, "panels.0.within"),
    (
        "a year above the total",
        {"instruments.0.envelope.total_cents": 11_000_000},
        "instruments.0.envelope.per_year_cents",
    ),
    ("an amount above the year", {"instruments.0.most_cents": 12_000_001}, "instruments.0.most_cents"),
    (
        "a lowest amount above the year",
        {"instruments.0.least_cents": 12_000_001, "instruments.0.most_cents": REMOVED},
        "instruments.0.least_cents",
    ),
    (
        "a fast track above the total",
        {"instruments.0.fast_track.envelope_cents": 48_000_001},
        "instruments.0.fast_track.envelope_cents",
    ),
    (
        "a fast track that nobody decides",
        {"instruments.0.fast_track.circuit": []},
        "instruments.0.fast_track.circuit",
    ),
    ("a raised cap below the ordinary one", {"instruments.0.cap.raised": 49}, "instruments.0.cap.raised"),
    ("a cap raised nowhere", {"instruments.0.cap.raised_in": []}, "instruments.0.cap.raised"),
    ("a cap raised to nothing", {"instruments.0.cap.raised": REMOVED}, "instruments.0.cap.raised_in"),
    ("terms the wrong way round", {"instruments.0.lasting": ["P13M", "P12M"]}, "instruments.0.lasting"),
    ("a term of no time", {"instruments.0.lasting.0": "P0M"}, "instruments.0.lasting.0"),
    (
        "levels that do not ascend",
        {"instruments.0.circuit.0.up_to_cents": 7_000_000, "instruments.0.circuit.1.up_to_cents": 7_000_000},
        "instruments.0.circuit.1",
    ),
    ("a level after all amounts", {"instruments.0.circuit.2": {"by": ["board"]}}, "instruments.0.circuit.2"),
    ("a level that nobody holds", {"instruments.0.circuit.1.by": []}, "instruments.0.circuit.1.by"),
    (
        "amounts that nobody decides",
        {"instruments.0.circuit.1.up_to_cents": 5_999_999},
        "instruments.0.circuit",
    ),
    ("an opinion that decides", {"panels.0.mode": "advisory"}, "instruments.0.circuit.0.by.0"),
    ("a panel that is asked nothing of it", {"reviews.1": REMOVED}, "instruments.0.circuit.0.by.0"),
    (
        "an opinion that decides fast",
        {"panels.1": ADVISORY, "reviews.2": ASKED, "instruments.0.fast_track.circuit.0.by": ["council"]},
        "instruments.0.fast_track.circuit.0.by.0",
    ),
    (
        "a decision at once",
        {"instruments.0.steps.decision.within": "P0D"},
        "instruments.0.steps.decision.within",
    ),
    (
        "a renewal after the term",
        {"instruments.0.steps.renewal.within": "-P1M"},
        "instruments.0.steps.renewal.within",
    ),
    (
        "a payment by silence",
        {"instruments.0.steps.payment.silence": "refused"},
        "instruments.0.steps.payment.silence",
    ),
    (
        "a refusal after no reminder",
        {
            "ladders.late": [{"rung": "late", "offset": "P1D", "to": "board"}],
            "instruments.0.steps.decision.ladder": "late",
        },
        "instruments.0.steps.decision.silence",
    ),
    ("tranches of 99", {"instruments.0.tranches.0.share": 59}, "instruments.0.tranches"),
    ("tranches of 101", {"instruments.0.tranches.0.share": 61}, "instruments.0.tranches"),
    ("a date without its day", {"instruments.0.tranches.1.after": REMOVED}, "instruments.0.tranches.1"),
    ("a day without its date", {"instruments.0.tranches.0.after": "P1M"}, "instruments.0.tranches.0"),
    ("experiments the wrong way round", {"experiments.longest": "P3M"}, "experiments.longest"),
    ("experiments of no time", {"experiments.shortest": "P0D"}, "experiments.shortest"),
    (
        "experiments of no time at the most",
        {"experiments.shortest": REMOVED, "experiments.longest": "P0D"},
        "experiments.longest",
    ),
    (
        "occasions within no time",
        {"phases.experimentation.gate.0.needs.within": "P0D"},
        "phases.experimentation.gate.0.needs.within",
    ),
    (
        "an announcement after the event",
        {"deadlines.8.silence.forecast": "-P1D"},
        "deadlines.8.silence.forecast",
    ),
    ("a grid without lines", {"evaluation.items": {}}, "evaluation.items"),
    ("what is private and published", {"publication.private.0": "sheet"}, "publication.private.0"),
    ("a document of nothing", {"documents.0.sections": []}, "documents.0.sections"),
    (
        "an abandonment that nobody settles",
        {"settles_abandonment": [], "deadlines.8.silence": REMOVED},
        "settles_abandonment",
    ),
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
