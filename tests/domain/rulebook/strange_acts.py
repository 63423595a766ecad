"""Edits of the sound rulebook that give it acts which make no sense, and where that is told."""

from tests.domain.rulebook.contradictory_acts import FIRST, MONEY, OPINION, SECOND, THIRD, act
from tests.domain.sound import REMOVED, Edits

SILENT = "panels.0.silence"
OPINION_ALONE: Edits = {
    "phases.diagnosis.gate": [
        {
            "item": "heard",
            "name": {"fr": "Essai", "en": "Test"},
            "needs": {"rule": "review", "review": "opinion"},
        }
    ],
    "deadlines": [],
    f"{SECOND}.2": act("hear", "phase-entry", review="opinion"),
    "phases.exploration.gate.6": REMOVED,
}

STRANGE_ACTS: list[tuple[str, Edits, str]] = [
    ("members that the service cannot name", {"panels.0.named": True, f"{THIRD}": []}, f"{FIRST}.0.review"),
    (
        "no other item to wait for",
        {f"{THIRD}.1": act("a", "other-items", review="opinion"), "phases.experimentation.gate": []},
        f"{THIRD}.1.when.after",
    ),
    (
        "a day before the programme",
        {f"{SECOND}.2": act("a", "date", review="opinion", when={"date": "2023-12-31"})},
        f"{SECOND}.2.when.date",
    ),
    (
        "a day after the last file",
        {f"{FIRST}.1": act("a", "date", review="opinion", when={"date": "2029-07-05"})},
        f"{FIRST}.1.when.date",
    ),
    ("a rhythm slower than the phase", {f"{THIRD}.0.when.every": "P3Y"}, f"{THIRD}.0.when.every"),
    (
        "asked again before the answer is due",
        {f"{THIRD}.0.when.every": "P2W"},
        f"{THIRD}.0.when.every",
    ),
    (
        "asked for again before it is due",
        {f"{SECOND}.2": act("a", "cadence", what="contact", within="P2M", when={"every": "P1M"})},
        f"{SECOND}.2.within",
    ),
    (
        "reminded of before it is asked for",
        {f"{SECOND}.0.within": "P20D"},
        f"{SECOND}.0.ladder",
    ),
    ("announced for longer than the phase", {f"{FIRST}.0.delay": "P8M"}, f"{FIRST}.0.delay"),
    (
        "an evaluation that is awaited already",
        {f"{THIRD}.1": act("a", "cadence", what="evaluation", when={"every": "P6M"})},
        f"{THIRD}.1.what",
    ),
    (
        "a question that people are reminded to ask already",
        {
            "deadlines.10": {
                "deadline": "again",
                "name": {"fr": "Essai", "en": "Test"},
                "after": "last-review",
                "review": "opinion",
                "within": "P1Y",
                "phases": ["experimentation"],
                "ladder": "work",
            }
        },
        f"{THIRD}.0.review",
    ),
    (
        "a deliverable that is awaited already",
        {f"{SECOND}.2": act("a", "phase-entry", what="deliverable", of="plan")},
        f"{SECOND}.2.what",
    ),
    (
        "an item that is awaited already",
        {f"{SECOND}.2": act("a", "phase-entry", what="gate-item", of="both")},
        f"{SECOND}.2.what",
    ),
    (
        "more than is ever granted",
        {f"{MONEY}.0.when": {"after": "request", "at_least_cents": 6_000_001}},
        f"{MONEY}.0.when",
    ),
    (
        "less than is ever granted",
        {f"{MONEY}.0.when": {"after": "request", "up_to_cents": 1_499_999}},
        f"{MONEY}.0.when",
    ),
    (
        "a decision that does not wait for the opinion",
        {**OPINION, f"{MONEY}.3": act("a", "request", review="council_study")},
        f"{MONEY}.0.when",
    ),
    ("money by silence", {SILENT: "favourable"}, f"{MONEY}.1.does"),
    ("a phase of silence", {**OPINION_ALONE, SILENT: "unfavourable"}, f"{SECOND}.1.does"),
    ("a phase of nothing", {"phases.diagnosis.gate": [], "deadlines": []}, f"{SECOND}.1.does"),
]
