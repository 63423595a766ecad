"""The time to decide runs since a request lies before who decides, where the service puts it there."""

from typing import Any

from domain.deadlines.deadline import Deadline
from domain.fundings.events.bodies import DecisionAsked
from domain.reminders.any_file import deadlines
from domain.reviews.events import ReviewHeard
from domain.rulebook import Rulebook
from tests.domain.kit import On
from tests.domain.paying import PAID_BY, funding_of, request, requested


def putting(**when: Any) -> Rulebook:
    """The instruments of the tests, where the service puts requests to who decides."""
    whole = PAID_BY.model_dump(mode="json", exclude_unset=True)
    name = {"fr": "Soumission", "en": "Putting"}
    put = {"act": "put", "name": name, "does": "put-to-decision", "when": {"after": "request", **when}}
    instruments = [one | {"course": [put]} for one in whole["instruments"]]
    return Rulebook.model_validate(whole | {"instruments": instruments}, strict=False)


def decision(rules: Rulebook, *events: Any) -> list[Deadline]:
    """The deadline of the decision about a request of 20 000 €."""
    found = deadlines(funding_of(requested(request()), *events), rules)
    return [one for one in found if one.key == "decision"]


PUT = DecisionAsked(bodies=("board",), dossier=1)


def test_where_nobody_puts_it_it_runs_since_the_request() -> None:
    """Whoever decides is not told at once: the ladder does."""
    [found] = decision(PAID_BY)
    assert found.occurrence == "decision/e1"
    assert not any(one.opening for one in found.rungs)


def test_before_it_is_put_nobody_is_asked_to_decide() -> None:
    """It may wait to be eligible."""
    assert decision(putting()) == []


def test_it_runs_since_it_was_put_and_those_who_decide_are_told() -> None:
    """By a first rung, to those who owe the decision."""
    [found] = decision(putting(), On("2026-10-01", PUT))
    assert found.occurrence == "decision/e2"
    assert [(one.name, one.to) for one in found.rungs if one.opening] == [("put", "owing")]
    [before] = decision(PAID_BY)
    assert found.due.day > before.due.day


def test_a_request_out_of_the_bounds_of_the_act_is_for_people_and_runs_since_it_was_made() -> None:
    """Nobody would ever put it."""
    [found] = decision(putting(up_to_cents=1_000_000))
    assert found.occurrence == "decision/e1"


def test_a_panel_that_only_advises_has_no_request_to_decide_before_it() -> None:
    """It was asked by hand; the request is still to be put."""
    heard = ReviewHeard(review="avis", question="q", panel="council", amendment=None, outcome=None)
    assert decision(putting(), heard) == []
