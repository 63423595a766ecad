"""What a correction does to the file: facts are put right, what was replaced holds again, decisions stand."""

from datetime import date

import pytest

from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.kernel.values import Phase
from domain.reminders.any_file import deadlines
from tests.domain.kit import NOW, Given, Row, do, file_of, on
from tests.domain.rules import RULES
from tests.domain.vocabulary import (
    BEGUN,
    IN_DIAGNOSIS,
    commitment,
    contact,
    corrected,
    declared,
    drafted,
    entered,
    member,
    signed,
)

COLLECTIVE = (*BEGUN, member("amae"), member("egraine"))


def _inactive_from(file: Cooperation) -> tuple[str, date]:
    one = next(one for one in deadlines(file, RULES) if one.key == "inactivity")
    return one.occurrence, one.due.day


def test_a_moved_fact_moves_its_deadline_and_keeps_the_occurrence() -> None:
    """Nothing already sent about it is sent again."""
    told = (*BEGUN, on("2026-02-02", contact()))
    assert _inactive_from(file_of(*told)) == ("inactivity/e3", date(2026, 8, 2))
    assert _inactive_from(file_of(*told, corrected(3, "2026-03-02"))) == ("inactivity/e3", date(2026, 9, 2))


def test_what_never_happened_leaves_what_happened_before_it() -> None:
    """The deadline counts from the contact before, under that contact's own occurrence."""
    told = (*BEGUN, on("2026-02-02", contact()), on("2026-03-02", contact()), corrected(4))
    assert _inactive_from(file_of(*told)) == ("inactivity/e3", date(2026, 8, 2))


def test_the_last_contact_is_the_last_that_happened_not_the_last_told() -> None:
    """A contact told late does not shorten the time."""
    told = (*BEGUN, on("2026-03-02", contact()), on("2026-02-02", contact()))
    assert _inactive_from(file_of(*told)) == ("inactivity/e3", date(2026, 9, 2))


def test_a_decision_stands_and_keeps_the_first_correction_that_flagged_it() -> None:
    """Flags say since when, not how often."""
    file = file_of(
        *BEGUN,
        contact(),
        declared("go", 3),
        entered(Phase.DIAGNOSIS, 2),
        corrected(3, None, 5),
        corrected(4, None, 5),
    )
    assert file.current.phase is Phase.DIAGNOSIS
    assert file.flags == {5: 6}


def test_a_declaration_that_never_was_opens_its_deadline_again() -> None:
    """The same occurrence: what was sent stays sent."""
    before = file_of(*BEGUN, declared("go"))
    after = file_of(*BEGUN, declared("go"), corrected(3))
    assert "go_decision/p1" not in {one.occurrence for one in deadlines(before, RULES)}
    assert "go_decision/p1" in {one.occurrence for one in deadlines(after, RULES)}


def test_a_stakeholder_that_never_was_leaves_the_collective_and_the_gate() -> None:
    """Their key is free again."""
    file = file_of(*COLLECTIVE, corrected(4))
    assert set(file.stakeholders) == {"amae"}
    assert {one.item: one.held for one in gate(file, RULES, NOW)}["circle"] == "missing"
    again = do(
        "AddStakeholder", stakeholder="egraine", name="Egraine", sector="association", role="Animation"
    )
    Row("the key is free again", (*COLLECTIVE, corrected(4)), again, (member("egraine"),)).holds()


@pytest.mark.parametrize(
    ("corrections", "brings"),
    [
        ((), "Beaucoup"),
        ((corrected(6),), "Du temps"),
        ((corrected(5),), "Beaucoup"),
        ((corrected(6), corrected(5)), None),
    ],
    ids=["the last", "without the last, the one before", "without the first, the last", "without both, none"],
)
def test_a_line_that_never_was_gives_way_to_the_one_it_replaced(
    corrections: Given, brings: str | None
) -> None:
    """The table of commitments says what the parties last promised, truly."""
    file = file_of(*COLLECTIVE, commitment(), commitment(brings="Beaucoup"), *corrections)
    line = file.commitments.get(("amae", None))
    assert (line.brings.text if line else None) == brings


SIGNED_TWICE = (
    *IN_DIAGNOSIS,
    member("amae"),
    member("egraine"),
    drafted(),
    signed(6),
    drafted(),
    signed(8, date(2029, 1, 1)),
)


@pytest.mark.parametrize(
    ("corrections", "in_force", "draft"),
    [
        ((), 9, 8),
        ((corrected(9),), 7, 8),
        ((corrected(7),), 9, 8),
        ((corrected(9), corrected(7)), None, 8),
        ((corrected(9), corrected(8)), 7, 6),
    ],
    ids=["the last", "without the last", "without the first", "without both", "without its draft either"],
)
def test_a_signing_that_never_was_gives_way_to_the_one_before(
    corrections: Given,
    in_force: int | None,
    draft: int,
) -> None:
    """The charter in force is the last one truly signed."""
    charter = file_of(*SIGNED_TWICE, *corrections).charter
    assert charter is not None
    assert (charter.signed, charter.draft) == (in_force, draft)


def test_a_draft_that_never_was_is_not_signed() -> None:
    """Neither alone nor after an earlier one was signed."""
    sign = do("SignCharter", signatories=["amae", "egraine"])
    alone = (*COLLECTIVE, drafted(), corrected(5))
    after = (*COLLECTIVE, drafted(), signed(5), drafted(), corrected(7))
    Row("nothing is drafted", alone, sign, "no_draft").holds()
    Row("only the signed draft is left", after, sign, "draft_already_signed").holds()
