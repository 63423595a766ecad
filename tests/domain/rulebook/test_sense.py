"""What a rulebook says that makes no sense: each found alone, at its place, as a warning."""

from typing import Any

import pytest

from domain.rulebook import mistakes, warnings
from tests.domain.sound import REMOVED, Edits, path_to, rulebook

GATES = "phases.exploration.gate"
NAME = {"fr": "Essai", "en": "Test"}
UNDECIDED: Edits = {"instruments.0.fast_track": REMOVED, "instruments.0.course": REMOVED}
MEETING = "phases.experimentation.gate.0.needs"


def ladder(*rungs: tuple[str, str]) -> list[dict[str, Any]]:
    """Rungs by their offset and to whom."""
    return [{"rung": f"r{number}", "offset": offset, "to": to} for number, (offset, to) in enumerate(rungs)]


STRANGE: list[tuple[str, Edits, str]] = [
    (
        "fewer stakeholders than sectors",
        {f"{GATES}.0.needs": {"rule": "stakeholders", "at_most": 2, "sectors": 3}},
        f"{GATES}.0.needs",
    ),
    ("sectors ask for more than at_least", {f"{GATES}.0.needs.at_least": 2}, f"{GATES}.0.needs"),
    ("four occasions need three intervals of four months", {f"{MEETING}.within": "P6M"}, MEETING),
    (
        "an experiment longer than its phase",
        {"phases.experimentation.expected": "P5M"},
        "phases.experimentation.gate.2.needs",
    ),
    ("a file that none can precede", {f"{GATES}.2.needs.at_least": 2}, f"{GATES}.4.needs"),
    ("no application where there is outreach", {"calls.outreach": True}, f"{GATES}.5.needs"),
    ("phases that are not used", {"deadlines.2.phases": ["capitalisation"]}, "deadlines.2.phases"),
    ("an item of a later phase", {"deadlines.4.item": "sessions"}, "deadlines.4.item"),
    ("a charter shorter than its notice", {"deadlines.6.within": "-P4Y"}, "deadlines.6.within"),
    ("due after the phase", {"deadlines.9.within": "P8M"}, "deadlines.9.within"),
    (
        "an announcement before the beginning",
        {"deadlines.8.silence.forecast": "P2M"},
        "deadlines.8.silence.forecast",
    ),
    ("a rung before the beginning", {"deadlines.3.within": "P20D"}, "deadlines.3.ladder"),
    ("a rung after the next year began", {"ladders.work.2.offset": "P11M"}, "deadlines.5.ladder"),
    ("due before what it needs", {"deadlines.1.within": "P3M"}, "deadlines.1.within"),
    ("a ladder of no use", {"ladders.spare": ladder(("P0D", "managers"))}, "ladders.spare"),
    (
        "told before those in charge",
        {"ladders.work": ladder(("-P14D", "elected-representative"), ("P0D", "managers"))},
        "ladders.work.0.offset",
    ),
    (
        "a role that nobody knows",
        {"ladders.work.2.to": "steering-committee"},
        "ladders.work.2.to",
    ),
    (
        "a panel that is asked nothing",
        {
            "panels.1": {
                "panel": "idle",
                "name": NAME,
                "mode": "advisory",
                "members": [{"role": "jury"}],
                "within": "P1M",
                "ladder": "answer",
            }
        },
        "panels.1",
    ),
    ("a panel reminded before it is asked", {"panels.0.within": "P3D"}, "panels.0.ladder"),
    (
        "a payer reminded before there is anything to pay",
        {"instruments.0.steps.payment.within": "P3D"},
        "instruments.0.steps.payment.ladder",
    ),
    (
        "a report reminded of before it is owed",
        {"instruments.0.reports.0.within": "P10D"},
        "instruments.0.reports.0.ladder",
    ),
    (
        "a tranche for a report that nobody owes",
        {"instruments.0.reports": []},
        "instruments.0.tranches.1.when",
    ),
    ("money that nobody decides about", {**UNDECIDED, "instruments.0.circuit": []}, f"{GATES}.7.needs"),
    ("a public share that is none", {"instruments.1.shares": []}, "instruments.1.carried_by"),
    ("a chair from elsewhere", {"panels.0.chair": "board"}, "panels.0.chair"),
    (
        "more fundings than the year pays",
        {"instruments.0.envelope.fundings_per_year": 9},
        "instruments.0.envelope.fundings_per_year",
    ),
    ("published after the end", {"publication.since": "capitalisation"}, "publication.since"),
    (
        "a call after the programme",
        {"calls.calls.1.opens": "2029-01-01", "calls.calls.1.closes": "2029-06-30"},
        "calls.calls.1",
    ),
    (
        "a call before the programme",
        {"calls.calls.1.opens": "2023-01-01", "calls.calls.1.closes": "2023-06-30"},
        "calls.calls.1",
    ),
]


def test_a_sound_rulebook_makes_sense() -> None:
    """Nothing to warn of."""
    assert warnings(rulebook()) == ()


@pytest.mark.parametrize(("rule", "edits", "place"), STRANGE, ids=[case[0] for case in STRANGE])
def test_what_makes_no_sense_is_told(rule: str, edits: Edits, place: str) -> None:
    """Once, at its place, in both languages; the rulebook can be used all the same."""
    strange = rulebook(edits)
    assert mistakes(strange) == ()
    (found,) = warnings(strange)
    assert (found.path, found.kind) == (path_to(place), "warning")
    assert found.fr != found.en


def test_a_year_is_not_longer_than_itself() -> None:
    """The next window begins on the day that the duty is due: told; within the year: not."""
    late = rulebook({"deadlines.5.within": "P13M"})
    assert [one.path[2] for one in warnings(late)] == ["within", "ladder"]
    last_day = rulebook({"deadlines.5.within": "P1Y", "ladders.work.2": REMOVED})
    assert warnings(last_day) == ()


def test_nobody_applies_without_a_call() -> None:
    """Neither the deadline of an answer nor the item of a selection ever comes about."""
    found = warnings(rulebook({"calls.calls": []}))
    assert [one.path for one in found] == [path_to(f"{GATES}.5.needs"), path_to("deadlines.7.after")]


def test_roles_need_no_contacts() -> None:
    """Where no contact is named, nobody is missing."""
    assert warnings(rulebook({"contacts": REMOVED, "ladders.work.2.to": "steering-committee"})) == ()


def test_who_pays_is_in_charge_of_something_where_there_is_money() -> None:
    """A finance officer whom a ladder reminds is warned of only where a programme has no money to pay."""
    reminded: Edits = {"ladders.work.2.to": "finance-officer"}
    assert warnings(rulebook(reminded)) == ()
    moneyless: Edits = {
        "instruments": [],
        "phases.exploration.gate.7": REMOVED,
        "reviews.1": REMOVED,
        "panels.0.mode": "advisory",
    }
    assert warnings(rulebook(moneyless)) == ()
    [found] = warnings(rulebook({**moneyless, **reminded}))
    assert found.path == path_to("ladders.work.2.to")
    assert found.fr.startswith("finance-officer est relancé"), found.fr


@pytest.mark.parametrize("role", ["steering-committee", "auditor"])
def test_other_roles_without_a_part_are_warned_of_beside_who_pays(role: str) -> None:
    """Money makes nobody else known."""
    rungs = ladder(("P0D", "managers"), ("P14D", "finance-officer"), ("P1M", role))
    [found] = warnings(rulebook({"ladders.work": rungs}))
    assert found.path == path_to("ladders.work.2.to")


@pytest.mark.parametrize(
    ("within", "expected", "told"),
    [("P6M", "P6M", 0), ("P180D", "P6M", 0), ("P7M", "P6M", 1), ("P30D", "P1M", 0)],
)
def test_only_what_holds_from_every_day_is_told(within: str, expected: str, told: int) -> None:
    """180 days may be longer or shorter than six months: no warning."""
    edits = {"deadlines.9.within": within, "phases.exploration.expected": expected}
    found = warnings(rulebook({**edits, "ladders.work.0": REMOVED}))
    assert len(found) == told
