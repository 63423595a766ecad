"""Where a phase has a ladder for its expected duration, its end is a deadline like others; without, nothing is due."""

import pytest
from pydantic import ValidationError

from domain.cooperations.commands.lifecycle import AdvancePhase, CloseCooperation
from domain.kernel.values import Phase
from domain.reminders.any_file import deadlines
from domain.reminders.names import clock_name
from domain.rulebook import Rulebook
from domain.tasks.answers import answers_deadline, extends_deadline
from tests.domain.asking import due_day
from tests.domain.kit import file_of, on
from tests.domain.rules import RULES, rulebook
from tests.domain.vocabulary import BEGUN, entered


def expecting(**more: str) -> Rulebook:
    """The tests' rules without deadlines; the first and the last phase are expected to last half a year."""
    phases = RULES.model_dump(mode="json", exclude_unset=True)["phases"]
    for phase in (Phase.EXPLORATION, Phase.CAPITALISATION):
        phases[phase] |= {"expected": "P6M", **more}
    return rulebook(phases=phases, deadlines=[])


REMINDING = expecting(ladder="short")


def test_nothing_is_due_because_of_a_duration_alone() -> None:
    """As it always was."""
    assert deadlines(file_of(*BEGUN), expecting()) == ()


def test_the_expected_end_is_due_so_long_after_the_phase_was_entered() -> None:
    """Each pass has its own; a phase without one has none."""
    assert due_day(file_of(*BEGUN), "expected_end", REMINDING) == ("expected_end/p1", "2026-07-05")
    gone_on = (*BEGUN, on("2026-03-02", entered(Phase.DIAGNOSIS, 2, "advanced")))
    assert deadlines(file_of(*gone_on), REMINDING) == ()
    back = (*gone_on, on("2026-04-01", entered(Phase.EXPLORATION, 3, "back")))
    assert due_day(file_of(*back), "expected_end", REMINDING) == ("expected_end/p3", "2026-10-01")


def test_it_is_answered_by_going_on_and_may_be_given_more_time() -> None:
    """From the last phase, by closing."""
    file = file_of(*BEGUN)
    [due] = deadlines(file, REMINDING)
    going_on, longer = answers_deadline(due, file, REMINDING), extends_deadline(due, file)
    assert going_on is not None
    assert (going_on.command, going_on.fields["to"]) == (AdvancePhase, Phase.DIAGNOSIS)
    assert longer is not None
    last = file_of(*BEGUN, on("2026-03-02", entered(Phase.CAPITALISATION, 2, "advanced")))
    [due] = deadlines(last, REMINDING)
    closing = answers_deadline(due, last, REMINDING)
    assert closing is not None
    assert closing.command is CloseCooperation
    assert clock_name(due.occurrence, REMINDING) == due.name


def test_a_ladder_without_a_duration_reminds_of_nothing() -> None:
    """It is refused where it is read."""
    phases = RULES.model_dump(mode="json", exclude_unset=True)["phases"]
    phases[Phase.EXPLORATION]["ladder"] = "short"
    with pytest.raises(ValidationError, match="expected"):
        rulebook(phases=phases)
