"""Where the rulebook has a ladder for a complete gate, going on is due so long after its last item holds."""

import pytest

from domain.cooperations.commands.lifecycle import AdvancePhase
from domain.kernel.event import Event
from domain.kernel.values import Phase
from domain.reminders.any_file import deadlines
from domain.reminders.names import clock_name
from domain.reminders.view import FileView
from domain.rulebook import Rulebook, mistakes
from domain.tasks.answers import answers_deadline
from domain.tasks.cooperations import tasks_of_cooperation
from tests.domain.asking import due_day, paris
from tests.domain.kit import Given, file_of, on
from tests.domain.rules import RULES, rulebook
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, PAUSED, declared, entered, member

COMPLETE: Given = (
    *BEGUN,
    on("2026-01-12", declared("go")),
    on("2026-01-13", member("a")),
    on("2026-02-02", member("b")),
)


def reminding(**complete: str) -> Rulebook:
    """The tests' rules without deadlines; going on from the first phase is due within two weeks."""
    phases = RULES.model_dump(mode="json", exclude_unset=True)["phases"]
    phases[Phase.EXPLORATION]["complete"] = {"within": "P14D", "ladder": "short", **complete}
    return rulebook(phases=phases, deadlines=[])


REMINDING = reminding()


def test_it_is_due_so_long_after_the_last_item_holds() -> None:
    """Not before; not where the rulebook says nothing; gone once somebody went on."""
    assert due_day(file_of(*COMPLETE), "going_on", REMINDING) == ("going_on/p1", "2026-02-16")
    assert deadlines(file_of(*COMPLETE[:-1]), REMINDING) == ()
    assert deadlines(file_of(*COMPLETE), rulebook(deadlines=[])) == ()
    assert (
        deadlines(file_of(*COMPLETE, on("2026-02-03", entered(Phase.DIAGNOSIS, 2, "advanced"))), REMINDING)
        == ()
    )


@pytest.mark.parametrize("still", [PAUSED, ABANDONMENT_ASKED], ids=["asleep", "to be abandoned"])
def test_nobody_is_reminded_while_the_file_stands_still(still: Event) -> None:
    """Asleep, or to be abandoned."""
    assert all(
        one.key != "going_on" for one in deadlines(file_of(*COMPLETE, on("2026-02-03", still)), REMINDING)
    )


def test_the_task_to_go_on_carries_its_day_and_is_the_only_one() -> None:
    """Answered by going on."""
    file = file_of(*COMPLETE)
    [due] = deadlines(file, REMINDING)
    answer = answers_deadline(due, file, REMINDING)
    assert answer is not None
    assert (answer.command, answer.fields["to"]) == (AdvancePhase, Phase.DIAGNOSIS)
    found = list(tasks_of_cooperation(FileView(file, REMINDING, position=1, recorded_at=paris("2026-02-20"))))
    assert [(one.kind, f"{one.due_on}") for one in found if one.kind != "escalation"] == [
        ("gate-complete", "2026-02-16")
    ]
    assert clock_name(due.occurrence, REMINDING) == due.name


def test_a_ladder_that_is_missing_and_a_time_of_nothing_are_refused() -> None:
    """By the check."""
    assert not mistakes(REMINDING)
    assert [one.path[-1] for one in mistakes(reminding(ladder="none"))] == ["ladder"]
    assert [one.path[-1] for one in mistakes(reminding(within="P0D"))] == ["within"]
