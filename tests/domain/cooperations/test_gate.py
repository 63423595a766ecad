"""Gates say of each item whether it is met, waived or missing, and on which entries that rests."""

import pytest

from domain.cooperations.gate import gate
from domain.kernel.values import Phase
from tests.domain.kit import NOW, Given, file_of, on
from tests.domain.rules import BARE, RULES
from tests.domain.vocabulary import (
    BEGUN,
    IN_CAPITALISATION,
    IN_DIAGNOSIS,
    IN_EXPERIMENTATION,
    corrected,
    declared,
    delivered,
    drafted,
    entered,
    evaluated,
    lesson,
    member,
    quick_win,
    signed,
    waived,
)

BACK = (*IN_DIAGNOSIS, delivered("portrait"), drafted(), signed(5), entered(Phase.EXPLORATION, 3, "back"))

CASES: list[tuple[str, Given, str, tuple[str, tuple[int, ...]]]] = [
    ("nothing declared", BEGUN, "go", ("missing", ())),
    ("the last declaration counts", (*BEGUN, declared("go"), declared("go")), "go", ("met", (4,))),
    ("waived", (*BEGUN, waived("go")), "go", ("waived", (3,))),
    ("met is more than waived", (*BEGUN, waived("go"), declared("go")), "go", ("met", (4,))),
    ("one stakeholder of two", (*BEGUN, member("amae")), "circle", ("missing", ())),
    ("two stakeholders", (*BEGUN, member("amae"), member("egraine")), "circle", ("met", (3, 4))),
    (
        "the last version of a deliverable",
        (*IN_DIAGNOSIS, delivered("portrait"), delivered("portrait")),
        "portrait",
        ("met", (5,)),
    ),
    (
        "a deliverable that never came",
        (*IN_DIAGNOSIS, delivered("portrait"), corrected(4)),
        "portrait",
        ("missing", ()),
    ),
    ("a charter that is drafted only", (*IN_DIAGNOSIS, drafted()), "charter", ("missing", ())),
    ("a charter that is signed", (*IN_DIAGNOSIS, drafted(), signed(4)), "charter", ("met", (5,))),
    (
        "a deliverable of an earlier pass does not count again",
        (*BACK, entered(Phase.DIAGNOSIS, 4)),
        "portrait",
        ("missing", ()),
    ),
    ("a charter once signed does", (*BACK, entered(Phase.DIAGNOSIS, 4)), "charter", ("met", (6,))),
    ("one quick win of two", (*IN_EXPERIMENTATION, quick_win()), "quick_wins", ("missing", ())),
    ("two quick wins", (*IN_EXPERIMENTATION, quick_win(), quick_win()), "quick_wins", ("met", (5, 6))),
    (
        "quick wins of an earlier pass",
        (*BEGUN, quick_win(), quick_win(), entered(Phase.EXPERIMENTATION, 2)),
        "quick_wins",
        ("missing", ()),
    ),
    ("no evaluation", IN_EXPERIMENTATION, "evaluated", ("missing", ())),
    ("a fresh evaluation", (*IN_EXPERIMENTATION, on("2026-05-23", evaluated())), "evaluated", ("met", (5,))),
    (
        "a stale evaluation",
        (*IN_EXPERIMENTATION, on("2026-05-22", evaluated())),
        "evaluated",
        ("missing", ()),
    ),
    (
        "an evaluation of this very instant six months ago is fresh",
        (*IN_EXPERIMENTATION, on("2026-05-23T08:00:00Z", evaluated())),
        "evaluated",
        ("met", (5,)),
    ),
    (
        "one of a second before is stale",
        (*IN_EXPERIMENTATION, on("2026-05-23T07:59:59Z", evaluated())),
        "evaluated",
        ("missing", ()),
    ),
    (
        "the last evaluation is the last that happened, not the last told",
        (*IN_EXPERIMENTATION, on("2026-10-01", evaluated()), on("2025-10-01", evaluated())),
        "evaluated",
        ("met", (5,)),
    ),
    (
        "an evaluation known to the month may be fresh",
        (*IN_EXPERIMENTATION, on("2026-05", evaluated())),
        "evaluated",
        ("met", (5,)),
    ),
    ("a lesson", (*IN_CAPITALISATION, lesson()), "lessons", ("met", (6,))),
]


@pytest.mark.parametrize(("rule", "given", "item", "stands"), CASES, ids=[case[0] for case in CASES])
def test_how_an_item_stands(rule: str, given: Given, item: str, stands: tuple[str, tuple[int, ...]]) -> None:
    """Held, and by what."""
    found = {one.item: (one.held, one.entries) for one in gate(file_of(*given), RULES, NOW)}
    assert found[item] == stands


def test_a_phase_without_a_gate_asks_for_nothing() -> None:
    """Nor does one that the programme does not use."""
    assert gate(file_of(*BEGUN), BARE, NOW) == ()
    assert gate(file_of(*IN_DIAGNOSIS), BARE, NOW) == ()
