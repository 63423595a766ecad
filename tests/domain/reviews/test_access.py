"""Who leads a review, who concludes it, who reads its dossier."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from domain.decide.access import may
from domain.files.setting import Setting
from domain.kernel.ids import SERVICE, cooperation_stream
from domain.kernel.values import Role
from domain.reviews.commands import AnyReviewCommand
from domain.reviews.reading import may_read_dossier
from domain.reviews.state import Review
from tests.domain.kit import FILE, NOW, do, file_of
from tests.domain.reviewing import (
    ASKING,
    ELSEWHERE,
    REVIEW,
    A,
    B,
    asked,
    declared,
    delegated,
    invited,
    recused,
    replaced,
    review_of,
)
from tests.domain.sample_people import (
    ADMINISTRATOR,
    AUDITOR,
    ELECTED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    SECOND_MANAGER,
    STRANGER,
    granted,
    organisation,
    person,
    registered,
)
from tests.domain.tables.reviews_members import LATER, E
from tests.domain.vocabulary import BEGUN

AWAY = person(60)
"""A programme manager of another region."""
IN_CHARGE = person(61)
"""An accompanist in charge of the file."""
PEOPLE = organisation(
    *LATER,
    *(registered(one) for one in (AWAY, IN_CHARGE)),
    granted(AWAY, Role.PROGRAMME_MANAGER, "grand-est"),
    granted(IN_CHARGE, Role.ACCOMPANYING_ORGANISATION),
)

REASON = {"reason": "Parce que."}
FIELDS: dict[str, dict[str, Any]] = {
    "OpenReview": {"cooperation": FILE, "question": "by_presided"},
    "InviteMembers": {"members": [E]},
    "DeclareInterests": {"conflict": False},
    "RecuseMember": {"member": A},
    "ReviseDossier": {"note": "Parce que."},
    "GiveOpinion": {"opinion": "favourable", "dossier": 1},
    "ConfirmOpinion": {"dossier": 1},
    "DelegateOpinion": {"to": E, "until": "2026-12-01"},
    "ReplaceMember": {"member": A, "substitute": E},
    "ExtendReview": {"until": "2026-12-24"},
    "ConcludeReview": {},
    "DeferReview": {"points": ["no_place"], "reasons": "Parce que.", "would_change": "Parce que."},
    "CancelReview": {},
}
LEADERS = {MANAGER, SECOND_MANAGER, IN_CHARGE}
CHAIR = IN_ROLE[Role.ELECTED_REPRESENTATIVE]
ENTITLED: dict[str, set[str]] = {
    **dict.fromkeys(("OpenReview", "ReviseDossier", "CancelReview"), LEADERS),
    **dict.fromkeys(
        ("InviteMembers", "RecuseMember", "ExtendReview", "ConcludeReview", "DeferReview"), LEADERS | {CHAIR}
    ),
    "ReplaceMember": LEADERS | {CHAIR, ADMINISTRATOR},
}
FOR_ONESELF = {"DeclareInterests", "GiveOpinion", "ConfirmOpinion", "DelegateOpinion"}
EVERYBODY = sorted({*IN_ROLE.values(), SECOND_MANAGER, NOBODY, AWAY, IN_CHARGE, A, B, ELSEWHERE})
HELD = (MANAGER, IN_CHARGE)


def answer(kind: str, actor: str, panel: str = "presided", **more: Any) -> str | None:
    """The code of the refusal, if there is one."""
    command = do(kind, review=REVIEW, actor=actor, **{**FIELDS[kind], **more})
    review = review_of(*asked(panel, managers=HELD))
    cooperation = replace(file_of(*BEGUN), managers=HELD)
    setting = Setting(PEOPLE, ASKING, NOW, beside={cooperation_stream(FILE): cooperation})
    refusal = may(command, None if kind == "OpenReview" else review, setting)
    return refusal.code if refusal else None


def test_the_table_names_every_command() -> None:
    """None is left to chance."""
    assert {kind.__name__ for kind in get_args(AnyReviewCommand)} == {*ENTITLED, *FOR_ONESELF}


@pytest.mark.parametrize("kind", ENTITLED)
def test_a_review_is_led_by_managers_in_part_by_the_chair(kind: str) -> None:
    """Of the region, or in charge of the cooperation; members, other roles and other regions lead nothing."""
    allowed = {who for who in EVERYBODY if answer(kind, who) is None}
    assert allowed == ENTITLED[kind]
    assert {answer(kind, who) for who in set(EVERYBODY) - allowed} == {"not_entitled"}


@pytest.mark.parametrize("kind", sorted(FOR_ONESELF))
def test_whether_somebody_sits_is_a_rule_of_the_review(kind: str) -> None:
    """The rules say it with a sentence of its own, not the rights."""
    assert {answer(kind, who) for who in EVERYBODY} == {None}
    assert answer(kind, STRANGER) == "unknown_actor"


def test_only_the_chair_chooses_an_outcome() -> None:
    """Neither managers nor members do, nor the service."""
    chooses = {"outcome": "favourable", "reasons": "Parce que."}
    assert {who for who in EVERYBODY if answer("ConcludeReview", who, **chooses) is None} == {CHAIR}
    assert answer("ConcludeReview", SERVICE, **chooses) == "not_for_the_service"
    assert answer("ConcludeReview", MANAGER, "whole_jury", **chooses) == "not_entitled"


def test_the_service_concludes_by_the_rule_and_does_nothing_else() -> None:
    """It asks nothing, takes nobody off, gives no opinion."""
    kinds = [*ENTITLED, *FOR_ONESELF]
    assert {kind for kind in kinds if answer(kind, SERVICE) is None} == {"ConcludeReview"}


def test_the_chair_of_a_seat_held_anywhere_may_come_from_anywhere() -> None:
    """The seat says where the role is held."""
    panels = [
        one.model_copy(update={"chair": Role.JURY}) if one.panel == "named_few" else one
        for one in ASKING.panels
    ]
    rules = ASKING.model_copy(update={"panels": tuple(panels)})
    review = review_of(*asked("named_few"))
    command = do("ExtendReview", review=REVIEW, actor=ELSEWHERE, until="2026-12-24", **REASON)
    assert may(command, review, Setting(PEOPLE, rules, NOW)) is None


def reads(review: Review, who: str) -> bool:
    """Whether they read the dossier."""
    return may_read_dossier(review, who, organisation(*LATER), NOW)


def test_a_member_reads_the_dossier_once_interests_are_declared() -> None:
    """Not before, though their role reads the cooperation; never with a conflict."""
    assert not reads(review_of(*asked()), A)
    assert reads(review_of(*asked(), declared(A)), A)
    assert not reads(review_of(*asked(), declared(A, conflict=True)), A)
    assert not reads(review_of(*asked(), declared(A), recused(A)), A)
    assert not reads(review_of(*asked(), declared(A)), B)


def test_a_conflict_closes_every_dossier_about_the_same_request() -> None:
    """What came to light before one panel holds for all of them; the money of another request is another matter."""
    one = review_of(*asked("deciding", funding="a"), declared(A))
    elsewhere = replace(review_of(*asked("deciding", funding="a"), declared(A, conflict=True)), id="other")
    assert may_read_dossier(one, A, organisation(*LATER), NOW)
    assert not may_read_dossier(one, A, organisation(*LATER), NOW, (elsewhere,))
    assert may_read_dossier(one, A, organisation(*LATER), NOW, (replace(elsewhere, funding="b"),))
    assert may_read_dossier(
        replace(one, funding=None), A, organisation(*LATER), NOW, (replace(elsewhere, funding=None),)
    )


def test_a_member_from_another_region_reads_the_dossier_of_the_review() -> None:
    """For the time that they sit."""
    seats = invited(ELSEWHERE, of="organisation")
    assert reads(review_of(*asked(members=seats), declared(ELSEWHERE)), ELSEWHERE)
    assert not reads(review_of(*asked(), declared(A)), ELSEWHERE)


def test_a_delegate_reads_the_dossier_once_they_have_declared() -> None:
    """What the member declared is not theirs."""
    handed = delegated(A, E, date(2026, 12, 1))
    assert not reads(review_of(*asked(), declared(A), handed), E)
    assert reads(review_of(*asked(), handed, declared(E, A)), E)
    conflict = declared(E, A, conflict=True)
    assert not reads(review_of(*asked(), handed, conflict), E)
    assert reads(review_of(*asked(), declared(A), handed, conflict), A)


def test_others_read_the_dossier_like_every_file() -> None:
    """Managers of the region, auditors; nobody without a role, nor of a panel: who sat before reads it no more."""
    review = review_of(*asked(), replaced(A, E))
    assert all(reads(review, who) for who in (MANAGER, AUDITOR, ELECTED))
    assert not any(reads(review, who) for who in (NOBODY, STRANGER, A, B))
