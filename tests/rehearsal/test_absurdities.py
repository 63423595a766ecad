"""What makes no sense in a programme is said, each kind by a rulebook or a scenario that has it."""

import pytest

from application.rehearsal.absurdities import Absurdity, absurdities_of
from application.rehearsal.life import Life
from application.rehearsal.rehearsing import Rehearsal
from application.rehearsal.rows import rows_of
from domain.kernel.calendar import WorkingDays
from tests.rehearsal.staging import deadline, item, phase, rehearsed, rules, stage_of, told

ALONE = b"""
scenario: alone
name: {fr: Seule, en: Alone}
people:
  - {alias: lou, roles: [{role: programme-manager}]}
"""


def found(shown: Rehearsal, code: str) -> list[Absurdity]:
    """What was found of a kind."""
    return [one for one in shown.absurdities if one.code == code]


def test_a_reminder_never_goes_out_on_assumption_day_but_a_due_date_on_it_is_told() -> None:
    """15 August 2028 is a Tuesday."""
    shown = rehearsed(rules(deadlines=[deadline("go", "P19M11D", until="go")]), "forgotten")
    assert told(shown, "due") == [("2028-08-15", "go", "")]
    assert ("2028-08-16", "go", "due") in told(shown, "reminder")
    [why] = [row.why for row in shown.rows if row.rung == "due"]
    assert [one.en for one in why] == ["15 August 2028 is a holiday"]
    [one] = found(shown, "day-off")
    assert one.words.en == "“go” falls due on 15 August 2028, a holiday"
    assert not found(shown, "fault")


def test_a_reminder_when_nobody_works_would_be_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the rules of the service ever let one out, the rehearsal says so."""
    life = Life(stage_of(rules(deadlines=[deadline("go", "P3M", until="go")]), "forgotten"))
    with monkeypatch.context() as broken:
        broken.setattr(WorkingDays, "sendable_from", lambda _, instant: instant)
        life.live()
    faults = [one for one in absurdities_of(life, rows_of(life)) if one.code == "fault"]
    assert [one.subject for one in faults] == ["go/before", "go/due", "go/escalation"]
    assert faults[1].words.en == "reminder on 4 April 2027 at 08:00, when nobody works"


def test_three_messages_to_one_person_in_a_day_are_too_many() -> None:
    """Deadlines that all fall due together."""
    deadlines = [deadline(key, "P3M", until="go") for key in ("one", "two", "three")]
    shown = rehearsed(rules(deadlines=deadlines), "forgotten")
    crowd = found(shown, "crowd")
    assert crowd[0].words.en == "3 messages on 22 March 2027 to manager: one, three, two"
    assert not found(rehearsed(rules(deadlines=deadlines[:2]), "forgotten"), "crowd")


def test_a_reminder_that_nothing_can_answer_is_moot() -> None:
    """The item that would meet it belongs to another phase."""
    phases = {
        "exploration": phase(item("go", rule="declared"), expected="P1M"),
        "diagnosis": phase(expected="P9M"),
    }
    shown = rehearsed(rules(phases=phases, deadlines=[deadline("go", "P2M", until="go")]))
    assert [one.subject for one in found(shown, "moot")] == ["go/before", "go/due", "go/escalation"]


def test_a_rung_that_lies_before_its_deadline_begins_is_mute() -> None:
    """Two weeks before what is due in one."""
    shown = rehearsed(rules(deadlines=[deadline("go", "P7D", until="go")]), "forgotten")
    assert [one.subject for one in found(shown, "mute")] == ["go/before"]


def test_an_escalation_to_a_role_that_nobody_holds_goes_to_the_administrators_and_is_told() -> None:
    """A scenario with too few people."""
    shown = rehearsed(rules(deadlines=[deadline("go", "P3M", until="go")]), ALONE)
    assert [one.subject for one in found(shown, "nobody")] == ["elected-representative"]
    assert [one.person for row in shown.rows if row.kind == "escalation" for one in row.to] == [
        "administrator"
    ]


def test_a_gate_that_cannot_be_passed_is_told_with_what_it_lacks() -> None:
    """It waits for another file, and nobody may waive that."""
    gate = phase(item("others", rule="files", at_least=1, reached="completed"), expected="P1M")
    shown = rehearsed(rules(phases={"exploration": gate}, waives=[]))
    [stuck] = found(shown, "stuck")
    assert stuck.words.en == "the gate of phase Phase could not be passed, missing: others"
    assert stuck.times > 1
    assert shown.status == "active"


def test_the_same_about_the_same_is_told_once_with_how_often() -> None:
    """A deadline that recurs falls due on many a day off."""
    shown = rehearsed(rules(deadlines=[deadline("news", "P7D", after="last-contact")]))
    days = found(shown, "day-off")
    assert len(days) == len({one.subject for one in days}) == 1
