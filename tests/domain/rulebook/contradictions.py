"""Edits of the sound rulebook that make two of its parts contradict each other, and where that is found."""

from typing import Any

from tests.domain.sound import REMOVED, Edits

NAME = {"fr": "Essai", "en": "Test"}

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

CONTRADICTIONS: list[tuple[str, Edits, str]] = [
    (
        "a selection held back without calls",
        {**WITHOUT_CALLS, "completion_holds": ["phase", "selection"]},
        "completion_holds.1",
    ),
    (
        "a decision held back without money",
        {**WITHOUT_MONEY, "completion_holds": ["decision"]},
        "completion_holds.0",
    ),
    ("held back twice", {"completion_holds": ["phase", "phase"]}, "completion_holds.1"),
    ("more criteria than there are", {f"{GATES}.1.needs.at_least": 3}, f"{GATES}.1.needs.at_least"),
    ("more items than there are", {f"{GATES}.2.needs.at_least": 3}, f"{GATES}.2.needs.at_least"),
    ("more sectors than there are", {f"{GATES}.0.needs.sectors": 8}, f"{GATES}.0.needs.sectors"),
    ("an item that waits for itself", {f"{GATES}.2.needs.of.0": "start"}, f"{GATES}.2.needs.of"),
    (
        "an expected end that nobody is reminded of",
        {"phases.exploration.ladder": "nobody"},
        "phases.exploration.ladder",
    ),
    ("a pause that nobody is reminded of", {"pauses": {"ladder": "nobody"}}, "pauses.ladder"),
    ("a pause that is always reminded of", {"pauses": {"ladder": "work", "every": "P0D"}}, "pauses.every"),
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
    (
        "a deadline of those whose turn it is",
        {"ladders.turn": [{"rung": "due", "offset": "P0D", "to": "owing"}], "deadlines.0.ladder": "turn"},
        "deadlines.0.ladder",
    ),
    (
        "a yearly question that nobody knows",
        {"deadlines.3.after": "last-review", "deadlines.3.review": "nobody"},
        "deadlines.3.review",
    ),
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
    (
        "an opinion that decides",
        {"panels.0.mode": "advisory", "instruments.0.course": REMOVED},
        "instruments.0.circuit.0.by.0",
    ),
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
