"""Dates of reviews and payments follow from the rulebook, and move as deadlines do."""

from typing import Any

from tests.rehearsal.staging import item, phase, rehearsed, rules

NAMED = {"fr": "Avis du jury", "en": "Opinion of the jury"}
PANEL = {
    "panel": "jury",
    "name": {"fr": "Jury", "en": "Jury"},
    "mode": "advisory",
    "members": [{"role": "jury"}, {"role": "board"}],
    "within": "P3M",
    "ladder": "usual",
}
GRANT: dict[str, Any] = {
    "instrument": "grant",
    "name": {"fr": "Subvention", "en": "Grant"},
    "kind": "grant",
    "circuit": [{"by": ["board"]}],
    "tranches": [
        {
            "tranche": "first",
            "name": {"fr": "Acompte", "en": "Advance"},
            "share": 60,
            "when": ["agreement-signed"],
        },
        {
            "tranche": "second",
            "name": {"fr": "Suite", "en": "Second"},
            "share": 30,
            "when": ["date"],
            "after": "P6M",
        },
        {
            "tranche": "last",
            "name": {"fr": "Solde", "en": "Balance"},
            "share": 10,
            "when": ["report-accepted"],
        },
    ],
}


def dates(kind: str, scenario: str = "nominal", **parts: Any) -> list[tuple[str, str, list[str]]]:
    """The rows of a kind: the day, the name, whom it concerns."""
    gate = (item("money", rule="funding", instrument="grant"), item("opinion", rule="review", review="jury"))
    reviews = [{"review": "jury", "name": NAMED, "panel": "jury", "about": "gate"}]
    whole = {"panels": [PANEL], "reviews": reviews, "instruments": [GRANT], **parts}
    shown = rehearsed(rules(phases={"exploration": phase(*gate, expected="P3M")}, **whole), scenario)
    return [
        (f"{row.at:%Y-%m-%d}", row.name.en, [str(one.role) for one in row.to])
        for row in shown.rows
        if row.kind == kind and row.name
    ]


def test_a_review_of_a_gate_is_due_so_long_after_its_phase_was_entered() -> None:
    """For those who sit on its panel."""
    assert dates("review") == [("2027-04-04", "Opinion of the jury", ["jury", "board"])]


def test_a_review_moves_with_a_pause() -> None:
    """By the clock that counts deadlines: by the 365 days of the pause, a 29 February later."""
    assert dates("review", "pause")[0][0] == "2028-04-03"


def test_a_payment_is_due_so_long_after_its_funding_was_decided() -> None:
    """At once with the agreement, or at its date, though the file be closed; nobody knows when a report is accepted."""
    assert dates("payment") == [
        ("2027-02-03", "Advance (60%)", ["finance-officer"]),
        ("2027-08-03", "Second (30%)", ["finance-officer"]),
    ]


def test_reviews_that_nothing_dates_are_left_out() -> None:
    """Whether an amendment will come is not in the rulebook."""
    reviews = [{"review": "jury", "name": NAMED, "panel": "jury", "about": "amendment"}]
    assert dates("review", reviews=reviews) == []
