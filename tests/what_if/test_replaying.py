"""Past decisions taken anew under other rules, on the file as it stood just before each of them."""

from datetime import date

import pytest

from application.what_if.question import Found
from domain.kernel.values import Phase
from tests.domain.kit import Given, on
from tests.domain.rules import BARE, RULES, rulebook
from tests.domain.sample_people import ELECTED, NOBODY
from tests.domain.vocabulary import BEGUN, entered, member
from tests.what_if.kit import gated, item, of_the_programme, replayed, told
from tests.what_if.pasts import COMPLETED, DIAGNOSED, EXPERIMENTING
from wording.naming import Naming
from wording.refusals import explain


@pytest.mark.parametrize("given", [BEGUN, DIAGNOSED, EXPERIMENTING, COMPLETED])
def test_under_its_own_rules_nothing_would_have_been_different(given: Given) -> None:
    """The decisions are counted: the opening, each advance, the closing."""
    steps = {2: 1, 6: 2, 10: 3, 17: 5}
    assert replayed(RULES, given) == Found(1, steps[len(given)], ())


def test_an_advance_names_the_items_that_would_have_been_missing() -> None:
    """The very items, and no other."""
    other = gated(
        "exploration",
        item("go", rule="declared"),
        item("circle", rule="stakeholders", at_least=3),
        item("qualified", rule="declared"),
    )
    found = replayed(other, COMPLETED)
    assert told(found) == [(6, "gate_incomplete", "circle, qualified")]
    assert (found.files, found.decisions) == (1, 5)
    words = explain(found.differences[0].refusal, Naming(other))
    assert "circle (nom)" in words.message[0]
    assert "qualified (name)" in words.message[1]


def test_what_came_after_a_decision_does_not_count_for_it() -> None:
    """Not even when it is said to have happened before: nobody knew it then."""
    late = (*DIAGNOSED, on("2026-02-03", member("patrimoine")))
    other = gated("exploration", item("circle", rule="stakeholders", at_least=3))
    assert told(replayed(other, late)) == [(6, "gate_incomplete", "circle")]
    early = (*DIAGNOSED[:5], on("2026-02-03", member("patrimoine")), DIAGNOSED[5])
    assert told(replayed(other, early)) == []


def test_an_evaluation_is_as_old_as_it_was_then() -> None:
    """Three months at the decision, whatever it is today."""
    for age, expected in (("P3M", []), ("P2M", [(14, "gate_incomplete", "evaluated")])):
        other = gated("experimentation", item("evaluated", rule="evaluation", not_older_than=age))
        assert told(replayed(other, COMPLETED)) == expected


def test_a_completion_is_judged_by_the_last_gate() -> None:
    """A second lesson would have been missing."""
    other = gated("capitalisation", item("lessons", rule="lessons", at_least=2))
    assert told(replayed(other, COMPLETED)) == [(17, "gate_incomplete", "lessons")]


def test_a_phase_that_the_other_rules_do_not_use_is_said_so() -> None:
    """For every decision taken in it; those taken elsewhere are judged."""
    found = replayed(of_the_programme(BARE), COMPLETED)
    assert told(found) == [
        (6, "not_the_next_phase", ""),
        (10, "phase_not_used", ""),
        (14, "last_phase", ""),
        (17, "phase_not_used", ""),
    ]
    assert found.differences[1].refusal.params["phase"] == "diagnosis"


def test_only_decisions_of_the_period_are_looked_at() -> None:
    """Both days inclusive; a month that may lie within counts."""
    other = gated("exploration", item("qualified", rule="declared"))
    month = (*DIAGNOSED[:5], on("2026-03", entered(Phase.DIAGNOSIS, 2)))
    for given, since, until, expected in (
        (DIAGNOSED, date(2026, 3, 10), date(2026, 3, 10), 1),
        (DIAGNOSED, date(2026, 3, 11), date(2026, 12, 31), 0),
        (DIAGNOSED, date(2026, 1, 6), date(2026, 3, 9), 0),
        (month, date(2026, 3, 31), date(2026, 12, 31), 1),
        (month, date(2026, 4, 1), date(2026, 12, 31), 0),
    ):
        found = replayed(other, given, since=since, until=until)
        assert len(found.differences) == found.decisions == found.files == expected


def test_decisions_under_another_programme_are_not_looked_at() -> None:
    """Nor are they once the file has moved to it; they are when somebody asks for that programme."""
    found = replayed(rulebook(programme="autre"), DIAGNOSED, programme="autre")
    assert found == Found()
    assert replayed(rulebook(programme="autre"), DIAGNOSED).decisions == 2


def test_a_file_that_the_reader_may_not_read_is_left_out() -> None:
    """It is not even counted."""
    assert replayed(RULES, DIAGNOSED, reader=NOBODY) == Found()
    assert replayed(RULES, DIAGNOSED, reader=ELECTED).files == 1
