"""The chair is told that it is up to them to conclude, and reminded like everybody else who owes something."""

from datetime import date

import pytest

from domain.decide.decide import decide
from domain.files.events import DeadlineExtended
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.reminders.any_file import deadlines
from domain.reviews.events import InterestsDeclared
from domain.reviews.readiness import ready
from domain.reviews.state import Review
from tests.domain.asking import paris
from tests.domain.kit import On, do, on
from tests.domain.reviewing import (
    ASKING,
    PANEL_OF_PEOPLE,
    REVIEW,
    A,
    B,
    C,
    D,
    asked,
    heard,
    invited,
    recused,
    review_of,
    revised,
    voted,
)
from tests.domain.reviews.test_deadlines import OPENED, passing, to, told
from tests.domain.sample_people import ADMINISTRATOR, ELECTED, MANAGER, granted, organisation
from tests.domain.vocabulary import WHY

PEOPLE = organisation(*PANEL_OF_PEOPLE)
TIE = voted("favourable", "favourable", "unfavourable", "unfavourable")
VOTED_AT = "2026-11-10T10:00:00"
CHAIRS = to("conclusion/v1", "handed_up", ELECTED)


def presided(*events: Event | On, panel: str = "presided") -> Review:
    """A review by a panel whose chair is an elected representative."""
    return review_of(*asked(panel), *events)


def conclusions(review: Review) -> dict[str, str]:
    """The chair's deadline, if it is open: until when."""
    return {one.occurrence: f"{one.due.day}" for one in deadlines(review, ASKING) if one.key == "conclusion"}


def test_a_tie_is_handed_up_at_once_and_the_chair_reminded_until_it_is_broken() -> None:
    """As long as a member has, by the panel's ladder: what would tell the jury tells the chair."""
    review = presided(*TIE)
    assert conclusions(review) == {"conclusion/v1": "2026-12-10"}
    assert passing(review, VOTED_AT, "2026-12-03", "2026-12-10", "2026-12-24", people=PEOPLE) == [
        (VOTED_AT, *CHAIRS[0]),
        ("2026-12-03", "conclusion/v1", "before", ELECTED),
        ("2026-12-10", "conclusion/v1", "due", ELECTED),
        ("2026-12-24", "conclusion/v1", "escalation", MANAGER),
        ("2026-12-24", "conclusion/v1", "escalation", ELECTED),
    ]


def test_a_panel_whose_chair_concludes_hands_up_whatever_was_said() -> None:
    """All are in favour: it is for the chair to say what follows, being one of the jury."""
    review = presided(*voted(*("favourable",) * 4), panel="chaired")
    assert told(review, VOTED_AT, PEOPLE) == to("conclusion/v1", "handed_up", A, B, C, D)


@pytest.mark.parametrize(
    "review",
    [
        presided(*voted("favourable", "favourable", "favourable", "unfavourable")),
        presided(*voted("abstention", "abstention", "abstention", "abstention"), panel="chaired"),
        review_of(*asked("whole_jury"), *TIE),
        presided(),
    ],
    ids=["a majority", "nothing expressed", "no chair", "nothing said yet"],
)
def test_what_the_rule_concludes_is_not_handed_up(review: Review) -> None:
    """Nor what nobody has said anything about."""
    assert conclusions(review) == {}


def test_while_opinions_are_owed_the_chair_has_time_from_when_theirs_is_over() -> None:
    """Two of four have not answered by 2 December; until then an opinion of theirs would break the tie."""
    review = presided(*voted("favourable", "unfavourable"))
    assert conclusions(review) == {"conclusion/v1": "2027-01-04"}
    found = passing(review, OPENED, "2026-12-02", "2026-12-03", people=PEOPLE)
    assert [one for one in found if one[0] != OPENED] == [
        *(("2026-12-02", "opinions/e1", "due", one) for one in (C, D)),
        ("2026-12-03", "conclusion/v1", "handed_up", ELECTED),
    ]
    assert ready(review, ASKING, paris("2026-12-03"))
    assert not ready(review, ASKING, paris("2026-12-02T20:00:00"))


def test_another_version_of_the_dossier_takes_it_back_until_opinions_are_confirmed() -> None:
    """They are owed again, so nothing is handed up."""
    assert conclusions(presided(*TIE, revised())) == {}


def test_who_has_a_conflict_is_not_told_and_where_no_chair_is_left_an_administrator_is() -> None:
    """Two chairs, one of them with a conflict; then the only one."""
    conflict = on(VOTED_AT, InterestsDeclared(member=ELECTED, conflict=True, reason=WHY), ELECTED)
    another = organisation(*PANEL_OF_PEOPLE, granted(MANAGER, Role.ELECTED_REPRESENTATIVE))
    review = review_of(
        *asked("presided", members=(*invited(A, B), *invited(ELECTED, role=Role.ELECTED_REPRESENTATIVE))),
        *voted("favourable", "unfavourable", by=(A, B)),
        conflict,
    )
    assert told(review, VOTED_AT, another) == to("conclusion/v1", "handed_up", MANAGER)
    assert told(review, VOTED_AT, PEOPLE) == to("conclusion/v1", "handed_up", ADMINISTRATOR)


def test_nothing_reminds_while_the_cooperation_sleeps() -> None:
    """Awake, the chair is told, and has the time that the sleep took."""
    asleep = heard("paused", at="2026-11-10T09:30:00Z")
    assert told(presided(*TIE, asleep), VOTED_AT, PEOPLE) == []
    awake = heard("active", at="2026-11-20T09:30:00Z")
    assert [
        one[1:] for one in passing(presided(*TIE, asleep, awake), "2026-11-20T10:30:00", people=PEOPLE)
    ] == CHAIRS


def test_more_time_is_the_chairs_once_nobody_owes_an_opinion() -> None:
    """While somebody does, it is theirs alone, and the chair's follows."""
    more = do("ExtendReview", actor=MANAGER, review=REVIEW, until="2027-02-01", reason="Congés")

    def extended(review: Review) -> list[tuple[str, date]]:
        found = decide(more, review, Setting(PEOPLE, ASKING, paris(VOTED_AT)))
        assert not isinstance(found, Refusal)
        return [
            (one.event.occurrence, one.event.until)
            for one in found
            if isinstance(one.event, DeadlineExtended)
        ]

    assert extended(presided(*TIE)) == [("conclusion/v1", date(2027, 2, 1))]
    assert extended(presided(*voted("favourable", "unfavourable"))) == [("opinions/e1", date(2027, 2, 1))]


def test_who_is_recused_after_all_leaves_the_tie_to_the_others() -> None:
    """One of the two against is recused: a majority is left, and nothing is up to the chair."""
    assert conclusions(presided(*TIE, recused(D))) == {}
