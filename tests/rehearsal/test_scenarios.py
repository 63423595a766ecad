"""Scenarios as files: what they may say, and how a mistake in one is told."""

from pathlib import Path

import pytest

from application.rulebooks.safe_yaml import UnreadableFile
from domain.people.events import OutageRecorded
from domain.people.state import Organisation
from tests.rehearsal.staging import SHIPPED, deadline, rehearsed, rules, told

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "scenarios").glob("*.yaml"))
HEAD = "scenario: s\nname: {fr: S, en: S}\n"

MISTAKES = {
    "- 1": (1, 1, "a scenario has fields"),
    "scenario: s": (1, 1, "name: this field is required"),
    HEAD + "like: mad": (3, 7, "like: one of 'nominal' or 'forgotten'"),
    HEAD + "region: Île": (3, 9, "region: a short name"),
    HEAD + "people:\n  - {alias: lou, roles: [{role: king}]}": (4, 33, "people.0.roles.0.role: one of"),
    HEAD + "outages: [{from: P1M}]": (3, 11, "outages.0.until: this field is required"),
    HEAD + "acts: {at: P1M}": (3, 7, "`acts` is a list"),
    HEAD + "acts:\n  - RecordContact": (4, 5, "fields with values here"),
    HEAD + "acts:\n  - {type: RecordContact, kind: visit}": (4, 5, "`at` says when"),
    HEAD + "acts:\n  - {at: soon, type: RecordContact, kind: visit}": (4, 10, "`at` says when"),
    HEAD + "acts:\n  - {at: 2027, type: RecordContact, kind: visit}": (4, 10, "`at` says when"),
    HEAD + "acts:\n  - {at: P1M, type: RecordContact, kind: dance}": (4, 42, "kind: one of"),
    HEAD + "acts:\n  - {at: P1M, type: RecordContact, kind: visit, who: me}": (4, 54, "who: no such field"),
    HEAD + "acts:\n  - {at: P1M, type: Fly}": (4, 21, "type: one of"),
    HEAD + "acts:\n  - {at: P1M, type: RecordOutage}": (4, 21, "RecordOutage cannot be part of a scenario"),
    HEAD + "acts:\n  - {at: P1M, type: ImportCooperation}": (4, 21, "ImportCooperation cannot be part"),
    HEAD + "acts:\n  - {at: P1M, actor: lou, type: RecordContact}": (
        4,
        22,
        "`actor` comes from the scenario",
    ),
    HEAD + "acts:\n  - {at: P1M, by: 3, type: RecordContact}": (4, 19, "`by` names a person"),
    HEAD + "name: {fr: T, en: T}": (3, 1, "is there twice"),
    HEAD + "acts: &a []": (3, 7, "neither anchors"),
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text.removeprefix(HEAD))
def test_a_mistake_is_told_at_its_line_and_column(text: str) -> None:
    """With what would be accepted."""
    line, column, words = MISTAKES[text]
    with pytest.raises(UnreadableFile) as caught:
        rehearsed(rules(), text.encode())
    assert words in caught.value.what.en
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("programme", ["tec", "ptce-emergent"])
def test_the_examples_can_be_rehearsed(path: Path, programme: str) -> None:
    """Whatever they want to show, the service itself does nothing wrong."""
    rulebook = SHIPPED.current(Organisation(), programme)
    assert rulebook
    shown = rehearsed(rulebook, path.read_bytes())
    assert shown.rows
    assert not [one for one in shown.absurdities if one.code in ("fault", "refused")]


def test_acts_come_at_their_time_and_by_whom_they_say() -> None:
    """A time since the beginning, a day (at ten in the morning), or an instant."""
    text = HEAD + (
        "acts:\n"
        "  - {at: 2027-02-01, type: RecordContact, kind: visit, by: companion}\n"
        "  - {at: P14D, type: RecordContact, kind: phone}\n"
        "  - {at: 2027-01-20T17:45:00+01:00, type: WaiveGateItem, item: go, reason: Vu.}\n"
    )
    shown = rehearsed(rules(), text.encode())
    given = [(f"{one.at:%Y-%m-%d %H:%M}", shown.people[one.command.actor]) for one in shown.given]
    assert given == [
        ("2027-01-04 10:00", "manager"),
        ("2027-01-18 10:00", "manager"),
        ("2027-01-20 17:45", "steering-committee"),
        ("2027-02-01 10:00", "companion"),
    ]


def test_an_act_that_the_rules_refuse_is_told_and_the_life_goes_on() -> None:
    """As it would be in earnest."""
    text = HEAD + (
        "acts:\n"
        "  - {at: P1M, type: CloseCooperation, outcome: completed, reason: Assez.}\n"
        "  - {at: P2M, by: jury, type: DeclareGateItem, item: go}\n"
        "  - {at: P3M, type: DeclareGateItem, item: go}\n"
    )
    shown = rehearsed(rules(), text.encode())
    assert [one.refusal and one.refusal.code for one in shown.given] == [
        None,
        "gate_incomplete",
        "not_entitled",
        None,
    ]


def test_what_was_missed_in_an_outage_comes_late_and_only_its_highest_rung() -> None:
    """The service says that it was away, then what is still worth saying."""
    text = HEAD + "outages:\n  - {from: 2027-03-15, until: 2027-04-08T09:00:00+02:00}\n"
    shown = rehearsed(rules(deadlines=[deadline("go", "P3M", until="go")]), text.encode())
    late = next(row for row in shown.rows if row.rung == "due")
    assert (f"{late.at:%Y-%m-%d %H:%M}", late.late, late.overtakes) == ("2027-04-08 09:00", True, ("before",))
    assert "the service was away" in late.why[-1].en
    assert [row.at for row in shown.rows if isinstance(row.event, OutageRecorded)] == [late.at]


def test_an_outage_as_short_as_a_restart_is_none() -> None:
    """Nothing is recorded of it."""
    text = HEAD + "outages:\n  - {from: 2027-03-15T10:00:00+01:00, until: 2027-03-15T10:10:00+01:00}\n"
    assert not [
        row for row in rehearsed(rules(), text.encode()).rows if isinstance(row.event, OutageRecorded)
    ]


SILENT = deadline("go", "P3M", until="go", silence={"counts_as": "met"})


def test_silence_counts_once_people_were_told() -> None:
    """The first working day after the due date."""
    shown = rehearsed(rules(deadlines=[SILENT]), "forgotten")
    assert told(shown, "silence") == [("2027-04-05", "go", "")]


def test_silence_does_not_count_against_whom_no_mail_reached() -> None:
    """Refused mail holds it back, and the reminder says so."""
    text = HEAD + "mail_fails:\n  - {to: programme-manager}\n"
    shown = rehearsed(rules(deadlines=[SILENT]), text.encode())
    assert told(shown, "silence") == []
    reached = {one.person: one.reached for row in shown.rows if row.rung == "due" for one in row.to}
    assert reached == {"manager": False, "companion": True}


def test_mail_fails_only_while_the_scenario_says_so() -> None:
    """From a day to a day."""
    text = HEAD + "mail_fails:\n  - {to: manager, from: P1M, until: 2027-04-01}\n"
    shown = rehearsed(rules(deadlines=[deadline("go", "P3M", until="go")]), text.encode())
    reached = {
        row.rung: one.reached
        for row in shown.rows
        if row.kind == "reminder"
        for one in row.to
        if one.person == "manager"
    }
    assert reached == {"before": False, "due": True}
