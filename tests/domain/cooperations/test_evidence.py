"""What shows a gate item met, rule by rule: nothing just short of it, and nothing just beyond its bounds."""

from datetime import date
from typing import Any

import pytest

from domain.cooperations.events.calls import ApplicationSelected
from domain.cooperations.gate import gate, missing
from domain.files.events import SilenceCounted
from domain.kernel.moments import PARIS, earliest
from domain.kernel.values import Phase, Sector
from tests.domain.gathering import (
    APPLIED,
    AWAITING,
    CHARTER,
    CRITERIA,
    DECLINED,
    NAMES,
    RESUBMITTED,
    SESSIONS,
    asking,
    begun,
    brought,
    found,
    inhabited,
    judged,
    member,
    moved,
    session,
    signed,
)
from tests.domain.kit import NOW, Given, file_of, on
from tests.domain.rules import rulebook
from tests.domain.sample_people import MANAGER
from tests.domain.vocabulary import BEGUN, corrected, drafted, entered, opened, quick_win, waived

MEMBERS = (member("amae"), member("ville", Sector.AUTHORITY))
ON_STAGE = ApplicationSelected(stage="shortlisted", note=None)
SUPPORTED = ApplicationSelected(stage="supported", note=None)

CASES: list[tuple[str, dict[str, Any], Given, tuple[int, ...] | None]] = [
    ("one criterion of two asked", CRITERIA, (*BEGUN, judged("a")), None),
    ("two of three", CRITERIA, (*BEGUN, judged("a"), judged("c")), (3, 4)),
    ("judged unmet later", CRITERIA, (*BEGUN, judged("a"), judged("c"), judged("a", met=False)), None),
    (
        "that judgement never was",
        CRITERIA,
        (*BEGUN, judged("a"), judged("c"), judged("a", met=False), corrected(5)),
        (3, 4),
    ),
    ("another item of the gate", {"rule": "items", "of": ["other"], "at_least": 1}, BEGUN, None),
    ("two managers for a pair", {"rule": "managers", "at_least": 2}, BEGUN, (1,)),
    (
        "one manager is no pair",
        {"rule": "managers", "at_least": 2},
        (opened(managers=(MANAGER,)), BEGUN[1]),
        None,
    ),
    (
        "members of one sector",
        {"rule": "stakeholders", "at_least": 2, "sectors": 2},
        (*BEGUN, member("a"), member("b")),
        None,
    ),
    ("members of two", {"rule": "stakeholders", "at_least": 2, "sectors": 2}, (*BEGUN, *MEMBERS), (3, 4)),
    ("more members than there may be", {"rule": "stakeholders", "at_most": 1}, (*BEGUN, *MEMBERS), None),
    ("no residents", {"rule": "stakeholders", "at_least": 1, "residents": True}, (*BEGUN, *MEMBERS), None),
    (
        "residents among them",
        {"rule": "stakeholders", "at_least": 1, "residents": True},
        (*BEGUN, member("voisins", Sector.RESIDENTS)),
        (3,),
    ),
    ("inhabitants unknown", {"rule": "inhabitants", "at_least": 10_000, "at_most": 15_000}, BEGUN, None),
    ("one too few", {"rule": "inhabitants", "at_least": 10_000}, (*BEGUN, inhabited(9_999)), None),
    ("just enough", {"rule": "inhabitants", "at_least": 10_000}, (*BEGUN, inhabited(10_000)), (3,)),
    ("just not too many", {"rule": "inhabitants", "at_most": 15_000}, (*BEGUN, inhabited(15_000)), (3,)),
    ("one too many", {"rule": "inhabitants", "at_most": 15_000}, (*BEGUN, inhabited(15_001)), None),
    ("one session of two", SESSIONS, (*BEGUN, session(), session(None)), None),
    ("three sessions", SESSIONS, (*BEGUN, session(), session(), session()), (3, 4, 5)),
    ("four are too many", SESSIONS, (*BEGUN, *(session() for _ in range(4))), None),
    (
        "within the year before, of any pass",
        {**SESSIONS, "within": "P1Y"},
        (*BEGUN, on("2025-11-22", session()), on("2025-11-23", session()), on("2026-02-02", session())),
        (4, 5),
    ),
    (
        "in cash only",
        {"rule": "contributions", "at_least": 1, "kinds": ["cash", "in-kind"]},
        (*BEGUN, brought("cash")),
        None,
    ),
    (
        "in cash and in kind",
        {"rule": "contributions", "at_least": 2, "kinds": ["cash", "in-kind"]},
        (*BEGUN, brought("cash"), brought("in-kind")),
        (3, 4),
    ),
    (
        "an experiment still runs",
        {"rule": "experiments", "at_least": 1},
        (*BEGUN, begun("a"), found("a"), begun("b")),
        None,
    ),
    (
        "all are closed",
        {"rule": "experiments", "at_least": 2},
        (*BEGUN, begun("a"), begun("b"), found("a"), found("b")),
        (5, 6),
    ),
    (
        "one contribution of two",
        {"rule": "contributions", "at_least": 2},
        (*BEGUN, brought("cash")),
        None,
    ),
    ("one experiment of two", {"rule": "experiments", "at_least": 2}, (*BEGUN, begun("a"), found("a")), None),
    (
        "an experiment of an earlier pass",
        {"rule": "experiments", "at_least": 1},
        (*BEGUN, begun("a"), found("a"), entered(Phase.EXPLORATION, 2, "back")),
        None,
    ),
    (
        "one item of two",
        {"rule": "items", "of": ["other", "third"], "at_least": 2},
        (*BEGUN, quick_win()),
        None,
    ),
    (
        "a charter without an end",
        CHARTER,
        (*BEGUN, *MEMBERS, drafted(), signed(5, None, "amae", "ville")),
        None,
    ),
    (
        "a term of three years to the day",
        CHARTER,
        (*BEGUN, *MEMBERS, drafted(), signed(5, date(2029, 1, 5), "amae", "ville")),
        (6,),
    ),
    (
        "a day more",
        CHARTER,
        (*BEGUN, *MEMBERS, drafted(), signed(5, date(2029, 1, 6), "amae", "ville")),
        None,
    ),
    (
        "the authority did not sign",
        CHARTER,
        (*BEGUN, *MEMBERS, member("c"), drafted(), signed(6, date(2029, 1, 5), "amae", "c")),
        None,
    ),
    (
        "one of two awaited files is there",
        {"rule": "files", "at_least": 2, "reached": "diagnosis"},
        (*BEGUN, *AWAITING, moved("nord", Phase.DIAGNOSIS), moved("sud", Phase.EXPLORATION)),
        None,
    ),
    (
        "the other is further, or done",
        {"rule": "files", "at_least": 2, "reached": "experimentation"},
        (
            *BEGUN,
            *AWAITING,
            moved("nord", Phase.CAPITALISATION),
            moved("sud", Phase.DIAGNOSIS, completed=True),
        ),
        (5, 6),
    ),
    (
        "it went back",
        {"rule": "files", "at_least": 1, "reached": "diagnosis"},
        (*BEGUN, *AWAITING, moved("nord", Phase.DIAGNOSIS), moved("nord", Phase.EXPLORATION)),
        None,
    ),
    (
        "far is not completed",
        {"rule": "files", "at_least": 1, "reached": "completed"},
        (*BEGUN, *AWAITING, moved("nord", Phase.CAPITALISATION)),
        None,
    ),
    ("received only", {"rule": "selected", "stage": "shortlisted"}, APPLIED, None),
    ("shortlisted", {"rule": "selected", "stage": "shortlisted"}, (*APPLIED, ON_STAGE), (3,)),
    ("not yet supported", {"rule": "selected", "stage": "supported"}, (*APPLIED, ON_STAGE), None),
    (
        "beyond the stage asked",
        {"rule": "selected", "stage": "shortlisted"},
        (*APPLIED, ON_STAGE, SUPPORTED),
        (4,),
    ),
    (
        "refused after that",
        {"rule": "selected", "stage": "shortlisted"},
        (*APPLIED, ON_STAGE, DECLINED),
        None,
    ),
    (
        "back, and received anew",
        {"rule": "selected", "stage": "shortlisted"},
        (*APPLIED, ON_STAGE, DECLINED, RESUBMITTED),
        None,
    ),
    (
        "silence holds any item",
        {"rule": "declared"},
        (*BEGUN, SilenceCounted(occurrence="answer/p1", deadline="answer", counts_as="met", item="it")),
        (3,),
    ),
]


@pytest.mark.parametrize(
    ("needs", "given", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_an_item_is_met_when_its_rule_holds(
    needs: dict[str, Any], given: Given, shown: tuple[int, ...] | None
) -> None:
    """And the entries that show it are named."""
    standing = gate(file_of(*given), asking(needs), NOW)[0]
    assert standing.held == ("met" if shown is not None else "missing")
    assert standing.entries == (shown or ())


def test_items_of_a_gate_count_once_they_hold() -> None:
    """However they hold: met, or waived by somebody entitled; the entries are theirs."""
    asked = asking({"rule": "items", "of": ["other"], "at_least": 1})
    for holding in (quick_win(), waived("other")):
        standing = gate(file_of(*BEGUN, holding), asked, NOW)[0]
        assert (standing.held, standing.entries) == ("met", (3,))


def test_of_items_among_which_some_must_hold_the_others_are_left_out_once_enough_do() -> None:
    """Neither of two ways is asked for when the other is taken; while none is, both are named."""
    needs = {"rule": "quick-wins", "at_least": 1}
    ways = [
        {
            "item": "way",
            "name": NAMES,
            "needs": {"rule": "items", "of": ["alone", "together"], "at_least": 1},
        },
        {"item": "alone", "name": NAMES, "needs": {"rule": "declared"}},
        {"item": "together", "name": NAMES, "needs": needs},
    ]
    asked = rulebook(phases={"exploration": {"name": NAMES, "gate": ways}}, deadlines=[])
    assert missing(file_of(*BEGUN), asked, NOW) == ("way", "alone", "together")
    assert missing(file_of(*BEGUN, quick_win()), asked, NOW) == ()
    assert [one.item for one in gate(file_of(*BEGUN, quick_win()), asked, NOW)] == ["way", "together"]


def test_occasions_of_a_span_are_those_before_the_judgement() -> None:
    """A session held after the day for which the gate is judged does not count for it."""
    given = (*BEGUN, on("2026-02-02", session()), on("2026-03-02", session()))
    asked = asking({**SESSIONS, "within": "P1Y"})
    assert gate(file_of(*given), asked, earliest("2026-02-20", PARIS))[0].held == "missing"
    assert gate(file_of(*given), asked, earliest("2026-03-20", PARIS))[0].held == "met"
