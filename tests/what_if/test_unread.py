"""Entries on which no decision in question rests are not read, and nothing comes out differently for it."""

from datetime import date
from typing import Any, get_args

import pytest

from application.what_if.unread import _ASKED_FOR_BY, needs_everything, unread_types
from domain.cooperations.events.file import ContributionRecorded
from domain.cooperations.events.record import ContactRecorded
from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.kernel.event import Event
from domain.kernel.values import ContactKind, Phase
from domain.rulebook.gates import GateRule
from tests.domain.kit import Given, on
from tests.domain.rules import RULES
from tests.domain.vocabulary import (
    BEGUN,
    commitment,
    contact,
    corrected,
    entered,
    evaluated,
    extended,
    lesson,
    member,
    problem,
    quick_win,
    reminded,
)
from tests.what_if.kit import gated, item, past, question, read_of, replayed, told
from tests.what_if.pasts import COMPLETED

SESSION = ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), occasion="session", note=None)
BROUGHT = ContributionRecorded(
    stakeholder="amae", kind="in-kind", what="Du temps", amount_cents=None, hours=8
)


@pytest.mark.parametrize(
    ("entry", "needs"),
    [
        (SESSION, {"rule": "occasions", "occasion": "session", "at_least": 2}),
        (BROUGHT, {"rule": "contributions", "at_least": 2}),
        (lesson(), {"rule": "lessons", "at_least": 2}),
        (quick_win(), {"rule": "quick-wins", "at_least": 2}),
    ],
)
def test_what_a_gate_asks_for_is_read(entry: Event, needs: dict[str, Any]) -> None:
    """One entry too few, and the advance would have been refused; with enough it would not."""
    other = gated("exploration", item("asked", **needs))
    for number, expected in ((1, "asked"), (2, "")):
        entries = [on("2026-02-02", one) for one in [entry] * number]
        given: Given = (
            *BEGUN,
            on("2026-02-01", member("amae")),
            *entries,
            on("2026-03-10", entered(Phase.DIAGNOSIS, 2)),
        )
        assert [missing for *_, missing in told(replayed(other, given))] == [expected] * bool(expected)


def test_the_last_evaluation_is_read_where_a_gate_asks_for_its_age() -> None:
    """And not where none does."""
    given = (*BEGUN, on("2026-02-02", evaluated()), on("2026-03-10", entered(Phase.DIAGNOSIS, 2)))
    young = item("evaluated", rule="evaluation", not_older_than="P1M")
    assert told(replayed(gated("exploration", young), given)) == [(4, "gate_incomplete", "evaluated")]
    assert told(replayed(gated("exploration"), given)) == []


ASKED = ReviewAsked(review="avis", question="opinion", funding=None, resubmits=None)
ANSWERED = ReviewAnswered(review="avis", question="opinion", outcome="unfavourable")


def test_what_a_panel_answered_is_read_where_a_gate_asks_for_it() -> None:
    """Favourable was not asked for then; elsewhere the answer is left out, without a word."""
    given = (
        *BEGUN,
        on("2026-02-01", ASKED),
        on("2026-02-20", ANSWERED),
        on("2026-03-10", entered(Phase.DIAGNOSIS, 2)),
    )
    favourable = item("opinion", rule="review", review="opinion", outcomes=["favourable"])
    assert told(replayed(gated("exploration", favourable), given)) == [(5, "gate_incomplete", "opinion")]
    any_answer = item("opinion", rule="review", review="opinion")
    assert told(replayed(gated("exploration", any_answer), given)) == []
    assert "ReviewAnswered" not in {one.event.type for one in read_of(gated("exploration"), past(*given))}


def test_the_rest_is_not_read() -> None:
    """Reminders, problems and commitments never, contacts and lessons where no gate asks for them."""
    given = (
        *BEGUN,
        contact(),
        problem(),
        commitment(),
        reminded("go_decision/p1", "due"),
        lesson(),
        on("2026-02-01", corrected(4)),
        on("2026-02-01", corrected(3, "2026-01-04")),
        on("2026-02-02", member("amae")),
        on("2026-03-10", entered(Phase.DIAGNOSIS, 2)),
    )
    other = gated("exploration", item("circle", rule="stakeholders", at_least=2))
    assert told(replayed(other, given)) == [(11, "gate_incomplete", "circle")]
    assert [one.entry for one in read_of(other, past(*given))] == [1, 2, 7, 8, 9, 10, 11]
    capitalisation = gated("capitalisation")
    assert 7 not in [one.entry for one in read_of(capitalisation, past(*given))]


def test_a_decision_that_rests_on_deadlines_needs_everything() -> None:
    """If it is one of those in question."""
    given = past(*BEGUN, on("2026-11-02", extended("go_decision", "go_decision/p1", date(2027, 3, 1))))
    assert needs_everything(question(RULES), given)
    assert not needs_everything(question(RULES, until=date(2026, 10, 1)), given)
    assert not needs_everything(question(RULES), past(*COMPLETED))


def test_what_is_asked_for_is_named_as_rulebooks_name_it() -> None:
    """A rule that is called otherwise would leave its entries unread."""
    rules = get_args(get_args(GateRule)[0])
    known = {kind.model_fields["rule"].annotation.__args__[0] for kind in rules}
    assert set(_ASKED_FOR_BY.values()) <= known
    assert "ContactRecorded" in unread_types(RULES)
