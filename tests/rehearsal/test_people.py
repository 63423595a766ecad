"""The scenarios by name: what people do in them, under any rulebook."""

import pytest

from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.events.record import GateItemWaived
from domain.people.state import Organisation
from domain.rulebook import FilesRule, Rulebook
from tests.rehearsal.staging import SHIPPED, deadline, item, phase, rehearsed, rules, told

ALL = SHIPPED.versions(Organisation())
LONG = 12
"""Years in which every life that ships comes to its end."""


@pytest.mark.parametrize("rulebook", ALL, ids=lambda one: one.id)
def test_a_nominal_life_is_completed_under_every_rulebook_that_ships(rulebook: Rulebook) -> None:
    """Every gate is passed, nothing is refused, and only what no rehearsal can bring about is waived."""
    shown = rehearsed(rulebook, years=LONG)
    assert shown.refused == ()
    assert shown.status == "closed"
    entered = [row.event.phase for row in shown.rows if isinstance(row.event, PhaseEntered)]
    assert entered == sorted(rulebook.phases, key=lambda one: one.number)
    waived = {row.event.item for row in shown.rows if isinstance(row.event, GateItemWaived)}
    others = {
        one.item for rule in rulebook.phases.values() for one in rule.gate if isinstance(one.needs, FilesRule)
    }
    assert waived <= others
    assert not [one for one in shown.absurdities if one.code in ("fault", "stuck", "refused")]


@pytest.mark.parametrize("scenario", ["forgotten", "pause", "back", "handover"])
@pytest.mark.parametrize("rulebook", ALL, ids=lambda one: one.id)
def test_no_scenario_by_name_finds_a_fault_in_what_ships(rulebook: Rulebook, scenario: str) -> None:
    """No reminder goes out when nobody works, and whatever is due can be done."""
    shown = rehearsed(rulebook, scenario)
    assert not [one for one in shown.absurdities if one.code in ("fault", "refused")]
    assert shown.refused == ()


def test_a_scenario_played_twice_is_the_same_life() -> None:
    """Nothing is drawn by lot."""
    rulebook = ALL[-1]
    one, other = rehearsed(rulebook, "back"), rehearsed(rulebook, "back")
    assert one.rows == other.rows
    assert one.given == other.given


def test_gate_items_are_met_within_the_expected_length_of_their_phase() -> None:
    """Spread over it, before the phase is left."""
    gate = (item("go", rule="declared"), item("win", rule="quick-wins", at_least=2))
    shown = rehearsed(rules(phases={"exploration": phase(*gate, expected="P6M")}))
    done = [(f"{one.at:%Y-%m}", one.command.type) for one in shown.given]
    assert done == [
        ("2027-01", "OpenCooperation"),
        ("2027-03", "DeclareGateItem"),
        ("2027-05", "RecordQuickWin"),
        ("2027-05", "RecordQuickWin"),
        ("2027-07", "CloseCooperation"),
    ]


def test_without_an_expected_length_a_phase_lasts_as_long_as_its_longest_deadline() -> None:
    """A programme need not say how long things take."""
    phases = {"exploration": phase(item("go", rule="declared"))}
    deadlines = [deadline("go", "P9M", until="go"), deadline("other", "P3M", until="go")]
    shown = rehearsed(rules(phases=phases, deadlines=deadlines))
    assert f"{shown.given[-1].at:%Y-%m-%d} {shown.given[-1].command.type}" == "2027-10-04 CloseCooperation"


def test_a_deadline_is_answered_after_its_reminder_and_before_it_falls_due() -> None:
    """Again and again where it recurs."""
    deadlines = [deadline("news", "P2M", after="last-contact")]
    shown = rehearsed(rules(deadlines=deadlines))
    assert told(shown, "reminder", "escalation") == [
        ("2027-02-18", "news", "before"),
        ("2027-04-19", "news", "before"),
        ("2027-06-14", "news", "before"),
    ]


def test_a_forgotten_file_gets_every_reminder_and_every_escalation() -> None:
    """Nobody does anything."""
    shown = rehearsed(rules(deadlines=[deadline("go", "P3M", until="go")]), "forgotten")
    assert told(shown, "reminder", "escalation") == [
        ("2027-03-22", "go", "before"),
        ("2027-04-05", "go", "due"),
        ("2027-04-19", "go", "escalation"),
    ]
    assert [one.role for row in shown.rows if row.kind == "escalation" for one in row.to] == [
        "elected-representative"
    ]


def test_a_pause_moves_dates_and_says_by_which_rule() -> None:
    """What remained goes on, or begins again, as the rulebook says."""
    gate = (item("first", rule="declared"), item("go", rule="declared"))
    deadlines = [
        deadline("goes_on", "P9M", until="go"),
        deadline("again", "P9M", until="go", pause="restart"),
    ]
    phases = {"exploration": phase(*gate, expected="P12M")}
    shown = rehearsed(rules(phases=phases, deadlines=deadlines), "pause")
    why = {row.occurrence.partition("/")[0]: row.why[0].en for row in shown.rows if row.kind == "due"}
    assert why["goes_on"].startswith("4 October 2027 → 4 October 2028: pause from 5 July 2027 to 5 July 2028")
    assert why["goes_on"].endswith("the clock goes on with what remained")
    assert why["again"].startswith("4 October 2027 → 5 April 2029")
    assert why["again"].endswith("the clock starts again")


def test_while_nobody_is_in_charge_administrators_are_told() -> None:
    """Those in charge leave, and two months later others take over."""
    deadlines = [deadline("go", "P4M", until="go")]
    phases = {"exploration": phase(item("go", rule="declared"), expected="P6M")}
    shown = rehearsed(rules(phases=phases, deadlines=deadlines), "handover")
    to = [
        (f"{row.at:%Y-%m-%d}", [one.person for one in row.to]) for row in shown.rows if row.kind == "reminder"
    ]
    assert to[0] == ("2027-04-20", ["administrator"])
    assert "nobody" in {one.code for one in shown.absurdities}
