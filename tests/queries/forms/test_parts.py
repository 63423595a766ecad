"""Forms in parts: every field of such a command lies in exactly one part, and a part changes no other."""

import pytest

from domain.fundings.commands.requests import RequestFunding, ResubmitFunding, ReviseFunding
from domain.kernel.command import Command
from queries.forms.parts import part_holding, part_of, parts_of, with_part
from queries.forms.shape import shapes_of
from wording.finding_remedies import FIELDS
from wording.form_parts import TITLES


@pytest.mark.parametrize("command", [RequestFunding, ReviseFunding, ResubmitFunding])
def test_every_field_lies_in_one_part(command: type[Command]) -> None:
    """Of the request each field apart; nothing is asked twice, nothing is forgotten."""
    shapes = [one for shape in shapes_of(command) for one in (shape.parts or (shape,))]
    for one in shapes:
        assert sum(part.holds(one.name) for part in parts_of(command)) == 1, one.name
    assert {one.key for one in parts_of(command)} <= TITLES.keys()


def test_a_request_has_five_parts_and_a_new_one_after_a_refusal_a_sixth_for_its_answers() -> None:
    """One field per point stands on a page of its own."""
    assert [len(parts_of(one)) for one in (RequestFunding, ReviseFunding, ResubmitFunding)] == [5, 5, 6]


def test_every_rule_that_fails_leads_to_a_field_of_a_part() -> None:
    """What would mend it can be filled in somewhere."""
    assert all(part_holding(RequestFunding, one) for one in FIELDS.values())


def test_a_part_takes_the_place_of_what_was_kept_of_it_alone() -> None:
    """A row that was taken away is gone; the other parts stay as they were."""
    kept = {
        "request.plan[0].label": ["Étude"],
        "request.plan[1].label": ["Salaires"],
        "request.amount_cents": ["30000"],
    }
    part = part_of(RequestFunding, "expenses")
    assert with_part(kept, part, {"request.plan[0].label": ["Salaires"]}) == {
        "request.plan[0].label": ["Salaires"],
        "request.amount_cents": ["30000"],
    }
