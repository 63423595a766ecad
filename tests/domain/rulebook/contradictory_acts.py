"""Edits of the sound rulebook that leave an act nothing that it could do, and where that is found."""

from typing import Any

from tests.domain.rulebook.contradictions import ADVISORY, ASKED, NAME
from tests.domain.sound import REMOVED, Edits

FIRST = "phases.exploration.course"
SECOND = "phases.diagnosis.course"
THIRD = "phases.experimentation.course"
MONEY = "instruments.0.course"
OPINION: Edits = {"panels.1": ADVISORY, "reviews.2": ASKED}
"""A council that gives its opinion on requests."""

_DOES: dict[str, str] = {"review": "open-review", "what": "ask-for", "tranches": "ask-for-tranche"}


def act(key: str, after: str | None = None, **fields: Any) -> dict[str, Any]:
    """An act that does what one of its fields belongs to; ``after`` is when it is due."""
    does = fields.pop("does", None) or next(_DOES[one] for one in fields if one in _DOES)
    when = {"when": {"after": after, **fields.pop("when", {})}} if after else {}
    within = {"within": "P1M", "ladder": "work"} if does == "ask-for" else {}
    return {"act": key, "name": NAME, "does": does, **when, **within, **fields}


UNKNOWN_TO_ACTS: list[tuple[str, str, str]] = [
    ("the question of a phase", f"{FIRST}.0.review", "opinion"),
    ("the item that an act waits for", f"{FIRST}.0.when.item", "alone"),
    ("the ladder of an act", f"{FIRST}.0.ladder", "work"),
    ("the tranche", f"{MONEY}.2.tranches.0", "balance"),
]

UNKNOWN_TO_NEW_ACTS: list[tuple[str, Edits, str, str]] = [
    (
        "the stage",
        {f"{FIRST}.1": act("a", "application", review="opinion", when={"stage": "nowhere"})},
        f"{FIRST}.1.when.stage",
        "received",
    ),
    (
        "the deliverable",
        {f"{SECOND}.2": act("a", "phase-entry", what="deliverable", of="nowhere")},
        f"{SECOND}.2.of",
        "portrait",
    ),
    (
        "the item asked for",
        {f"{SECOND}.2": act("a", "phase-entry", what="gate-item", of="nowhere")},
        f"{SECOND}.2.of",
        "charter",
    ),
    (
        "the question of an instrument",
        {f"{MONEY}.3": act("a", "request", review="nowhere")},
        f"{MONEY}.3.review",
        "grant_study",
    ),
    (
        "the review that a decision waits for",
        {f"{MONEY}.0.when": {"after": "conclusion", "review": "nowhere"}},
        f"{MONEY}.0.when.review",
        "grant_study",
    ),
]

CONTRADICTORY_ACTS: list[tuple[str, Edits, str]] = [
    ("an act twice in a phase", {f"{SECOND}.1.act": "table"}, f"{SECOND}.1.act"),
    ("an act twice in a programme", {f"{MONEY}.2.act": "go_on"}, f"{MONEY}.2.act"),
    ("an act that is a deadline", {f"{SECOND}.0.act": "charter"}, f"{SECOND}.0.act"),
    ("announced afterwards", {f"{FIRST}.0.delay": "-P1D"}, f"{FIRST}.0.delay"),
    ("held back twice by the same", {f"{FIRST}.0.held_by.1": "board"}, f"{FIRST}.0.held_by.1"),
    ("a cadence of nothing", {f"{THIRD}.0.when.every": "P0D"}, f"{THIRD}.0.when.every"),
    ("a cadence of hours", {f"{THIRD}.0.when.every": "PT12H"}, f"{THIRD}.0.when.every"),
    ("a cadence into the past", {f"{THIRD}.0.when.every": "-P6M"}, f"{THIRD}.0.when.every"),
    (
        "two acts that ask at the same time",
        {f"{FIRST}.1": act("a", "gate-item", review="opinion", when={"item": "alone"})},
        f"{FIRST}.1.when",
    ),
    (
        "two rhythms of one question",
        {f"{THIRD}.1": act("a", "cadence", review="opinion", when={"every": "P1Y"})},
        f"{THIRD}.1.when",
    ),
    (
        "two acts that ask for the same",
        {f"{SECOND}.2": act("a", "phase-entry", what="commitments")},
        f"{SECOND}.2.when",
    ),
    (
        "a question about money in a phase",
        {f"{FIRST}.0.review": "grant_study"},
        f"{FIRST}.0.review",
    ),
    (
        "a question that waits for its own answer",
        {f"{FIRST}.0.when.item": "opinion"},
        f"{FIRST}.0.when.item",
    ),
    (
        "a question that waits for what waits for its answer",
        {
            "phases.exploration.gate.2.needs": {"rule": "items", "of": ["alone", "opinion"], "at_least": 2},
            f"{FIRST}.0.when.item": "start",
        },
        f"{FIRST}.0.when.item",
    ),
    ("which deliverable is asked for", {f"{SECOND}.0.what": "deliverable"}, f"{SECOND}.0.what"),
    ("one of what there is one of", {f"{SECOND}.0.of": "plan"}, f"{SECOND}.0.of"),
    ("no time to do it", {f"{SECOND}.0.within": "P0D"}, f"{SECOND}.0.within"),
    (
        "asked for once it is there",
        {f"{SECOND}.0": act("a", "gate-item", what="gate-item", of="charter", when={"item": "charter"})},
        f"{SECOND}.0.when.item",
    ),
    (
        "on from the last phase",
        {f"{THIRD}.1": act("a", does="advance", delay="P7D")},
        f"{THIRD}.1.does",
    ),
    (
        "on twice",
        {f"{SECOND}.2": act("a", does="advance", delay="P1M")},
        f"{SECOND}.2.does",
    ),
    (
        "a question about the file in an instrument",
        {f"{MONEY}.3": act("a", "request", review="opinion")},
        f"{MONEY}.3.review",
    ),
    (
        "a question about a request after an amendment",
        {f"{MONEY}.3": act("a", "amendment", review="grant_study")},
        f"{MONEY}.3.review",
    ),
    (
        "bounds the wrong way round",
        {f"{MONEY}.0.when": {"after": "request", "at_least_cents": 2, "up_to_cents": 1}},
        f"{MONEY}.0.when.up_to_cents",
    ),
    (
        "two opinions on the same amounts",
        {
            **OPINION,
            f"{MONEY}.0.when": {"after": "conclusion", "review": "council_study"},
            f"{MONEY}.3": act("a", "request", review="council_study", when={"up_to_cents": 2_000_000}),
            f"{MONEY}.4": act("b", "request", review="council_study", when={"at_least_cents": 2_000_000}),
        },
        f"{MONEY}.4.when",
    ),
    (
        "two decisions on the same amounts",
        {f"{MONEY}.3": act("a", "request", does="put-to-decision")},
        f"{MONEY}.3.when",
    ),
    (
        "decided before the opinion that decides wait for",
        {
            **OPINION,
            f"{MONEY}.3": act("a", "conclusion", does="put-to-decision", when={"review": "council_study"}),
        },
        f"{MONEY}.3.when",
    ),
    (
        "a decision that has been made",
        {f"{MONEY}.0.when": {"after": "conclusion", "review": "grant_study"}},
        f"{MONEY}.0.when.review",
    ),
    (
        "a decision after an opinion on something else",
        {f"{MONEY}.0.when": {"after": "conclusion", "review": "opinion"}},
        f"{MONEY}.0.when.review",
    ),
    (
        "the question that the decision opens",
        {f"{MONEY}.3": act("a", "request", review="grant_study")},
        f"{MONEY}.3.review",
    ),
    (
        "nobody to put it before",
        {"instruments.1.course": [act("a", "request", does="put-to-decision")]},
        "instruments.1.course.0.does",
    ),
    (
        "an opinion recorded as a decision",
        {"instruments.0.circuit": [{"by": ["board"]}]},
        f"{MONEY}.1.does",
    ),
    (
        "a decision recorded twice",
        {f"{MONEY}.3": act("a", does="record-decision")},
        f"{MONEY}.3.does",
    ),
    ("a tranche twice in an act", {f"{MONEY}.2.tranches.1": "balance"}, f"{MONEY}.2.tranches.1"),
    ("a tranche in two acts", {f"{MONEY}.3": act("a", tranches=["balance"])}, f"{MONEY}.3.tranches"),
    ("all tranches, and one", {f"{MONEY}.3": act("a", does="ask-for-tranche")}, f"{MONEY}.3.does"),
]

NO_GRID: Edits = {
    "evaluation": REMOVED,
    "deadlines.3": REMOVED,
    "phases.experimentation.gate.1": REMOVED,
    f"{THIRD}.0": act("a", "phase-entry", what="evaluation"),
}
"""An evaluation asked for by an act alone, where there is nothing to evaluate by."""
