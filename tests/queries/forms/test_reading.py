"""What people type into forms, as it is read: amounts, days, moments, numbers, lists, rows."""

import pytest

from domain.registry.commands import COMMAND_TYPES
from queries.forms.names import pointed_at, without_empty_rows, without_row
from queries.forms.reading import read_posted
from queries.forms.shape import shapes_of
from queries.forms.typed import Unreadable, day_of, euros_of, moment_of, number_of

READ = [
    (euros_of, "30 000,50", 3_000_050),
    (euros_of, "30000.50", 3_000_050),
    (euros_of, "30\u202f000,5 €", 3_000_050),
    (euros_of, "30\u00a0000", 3_000_000),
    (euros_of, "1.234.567,89", 123_456_789),
    (number_of, "12 000", 12_000),
    (day_of, "31/01/2027", "2027-01-31"),
    (day_of, "2027-01-31", "2027-01-31"),
]


@pytest.mark.parametrize(("reader", "typed", "read"), READ)
def test_what_people_type_is_read(reader: object, typed: str, read: object) -> None:
    """With the blanks and marks of either language."""
    assert callable(reader)
    assert reader(typed) == read


@pytest.mark.parametrize(
    ("reader", "typed"),
    [
        (euros_of, "30 000,505"),
        (euros_of, "-5"),
        (euros_of, "dix"),
        (number_of, "1,5"),
        (day_of, "31/02/2027"),
        (day_of, "demain"),
    ],
)
def test_what_is_nothing_of_the_kind_is_said_to_be_none(reader: object, typed: str) -> None:
    """A third decimal is never rounded away."""
    assert callable(reader)
    with pytest.raises(Unreadable):
        reader(typed)


def test_a_moment_is_known_as_precisely_as_its_parts_say() -> None:
    """No day is invented; a day without a month is none."""
    assert (moment_of("", "", "2026"), moment_of("", "11", "2026")) == ("2026", "2026-11")
    assert moment_of("2", "11", "2026") == "2026-11-02"
    for parts in (("2", "", "2026"), ("", "11", ""), ("31", "2", "2027"), ("", "13", "2026")):
        with pytest.raises(Unreadable):
            moment_of(*parts)


def test_rows_are_read_in_order_and_empty_ones_are_none() -> None:
    """Kinds of expenses that the rules do not list become keys; a row taken away lets the others move up."""
    typed = {
        "funding": ["halle"],
        "plan[0].label": [""],
        "plan[2].label": ["Étude"],
        "plan[2].cents": ["1 200"],
        "plan[2].expense": ["Étude préalable"],
        "reason": ["Plus long"],
    }
    tidy = without_empty_rows(typed, "plan")
    read = read_posted(shapes_of(COMMAND_TYPES["ProposeAmendment"]), tidy)
    assert read.mistakes == {}
    assert read.values["plan"] == [{"label": "Étude", "cents": 120_000, "expense": "etude_prealable"}]
    assert not any(one.startswith("plan") for one in without_row(tidy, "plan", 0))


def test_names_that_the_command_does_not_have_are_mistakes() -> None:
    """Nothing that was sent is passed over."""
    read = read_posted(shapes_of(COMMAND_TYPES["RecordLesson"]), {"title": ["Tuilage"], "titel": ["x"]})
    assert set(read.mistakes) == {"titel"}


def test_pointers_are_names_of_fields() -> None:
    """Of JSON and of forms."""
    assert pointed_at("/request/plan/0/cents") == "request.plan[0].cents"
    assert pointed_at("/title") == "title"
