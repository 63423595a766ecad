"""Who reads a file only because a decision about it waits for them: as long as it does, and nobody else."""

from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest

from domain.files.reading import READ_SHEETS, Reading, reading
from domain.fundings.state import Funding
from domain.kernel.values import Role
from domain.people.now import RolesNow
from domain.reviews.conflicts import Conflict, Reason
from domain.tasks.deciding import DECISIONS, decides_in
from domain.tasks.task import EVERYWHERE, Kind, TaskLine
from tests.domain.kit import FILE, NOW, file_of, state_of
from tests.domain.reviewing import ASKED, FUNDING, REVIEW, funding_requested, review_of
from tests.domain.sample_people import IN_ROLE, MANAGER, NOBODY, PEOPLE, REGION, STEERING
from tests.domain.vocabulary import BEGUN

COOPERATION, ANOTHER = file_of(*BEGUN), "another"
JURY = IN_ROLE[Role.JURY]
THERE = "grand-est"
WAITS = TaskLine(
    file=FUNDING,
    kind="decision",
    subject="grant",
    since=NOW - timedelta(days=3),
    zone="Europe/Paris",
    region=REGION,
    roles=(Role.STEERING_COMMITTEE,),
)
"""What waits for the steering committee of a region."""
TELLING: frozenset[Kind] = frozenset({"escalation", "opinion", "interests", "conclusion", "vacant-seat"})


def opened(person: str, line: TaskLine | None, conflict: Reason | None = None) -> frozenset[str]:
    """The cooperations that one task opens to somebody, who may have no hand in its request."""
    told = {FUNDING: (Conflict(person, conflict, REVIEW),)} if conflict else {}
    lines = [(line, FILE)] if line else []
    return decides_in(person, lines, told, RolesNow(PEOPLE, NOW))


TABLE: dict[str, tuple[str, Kind | None, str | None, Reason | None, bool]] = {
    # who,       what waits,  in which region, conflict    opens
    "theirs":               (STEERING, "decision", REGION, None, True),
    "amendment":            (STEERING, "amendment", REGION, None, True),
    "tranche":              (STEERING, "approval", REGION, None, True),
    "abandonment":          (STEERING, "abandonment", REGION, None, True),
    "item":                 (STEERING, "gate-item", REGION, None, True),
    "step":                 (STEERING, "gate-complete", REGION, None, True),
    "wherever":             (STEERING, "decision", None, None, True),
    "nothing waits":        (STEERING, None, REGION, None, False),
    "only told":            (STEERING, "escalation", REGION, None, False),
    "other region":         (STEERING, "decision", THERE, None, False),
    "all regions":          (STEERING, "decision", EVERYWHERE, None, False),
    "conflict":             (STEERING, "decision", REGION, "recused", False),
    "undeclared":           (STEERING, "decision", REGION, "undeclared", False),
    "other role":           (JURY, "decision", REGION, None, False),
    "no role":              (NOBODY, "decision", REGION, None, False),
}  # fmt: skip


@pytest.mark.parametrize("row", TABLE)
def test_a_decision_opens_the_cooperation_to_those_for_whom_it_waits(row: str) -> None:
    """Role × what waits × conflict × region."""
    who, kind, region, conflict, opens = TABLE[row]
    line = WAITS.model_copy(update={"kind": kind, "region": region}) if kind else None
    assert (opened(who, line, conflict) == {FILE}) is opens


def test_who_asked_for_it_does_not_decide() -> None:
    """Nobody reads a file for what is about their own proposal."""
    assert opened(STEERING, WAITS.model_copy(update={"except_for": (STEERING,)})) == frozenset()


def test_only_decisions_open_anything() -> None:
    """What panels are asked opens reviews, by seats; what tells opens nothing."""
    assert not DECISIONS & TELLING
    for kind in set(get_args(Kind)) - DECISIONS:
        assert opened(STEERING, WAITS.model_copy(update={"kind": kind})) == frozenset(), kind


@pytest.mark.parametrize("role", sorted(READ_SHEETS))
def test_all_of_the_cooperation_is_read_with_what_was_asked_in_it_and_no_other(role: Role) -> None:
    """While it waits; without, a panel's role reads the public sheet."""
    who, deciding = IN_ROLE[role], frozenset({FILE})
    funding, review = state_of(FUNDING, funding_requested()), review_of(*ASKED)
    other = replace(COOPERATION, id=ANOTHER)
    assert isinstance(funding, Funding)
    for file, by_role in (
        (COOPERATION, Reading.PUBLIC_SHEET),
        (funding, Reading.NOTHING),
        (review, Reading.NOTHING),
    ):
        assert reading(PEOPLE, who, file, NOW, deciding) is Reading.IN_FULL
        assert reading(PEOPLE, who, file, NOW) is by_role
    assert reading(PEOPLE, who, other, NOW, deciding) is Reading.PUBLIC_SHEET
    assert reading(PEOPLE, MANAGER, other, NOW, deciding) is Reading.IN_FULL
