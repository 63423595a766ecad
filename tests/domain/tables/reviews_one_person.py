"""One person under two ids: sits once, has one opinion, and takes a conflict of interest along."""

from typing import Any

from domain.reviews.events import OpinionCounted, Verdict
from tests.domain.kit import Row
from tests.domain.reviewing import ASKED, A, B, C, D, ask, declared, invited, review_opened, row, voted
from tests.domain.tables.reviews import ask_review, told
from tests.domain.tables.reviews_ends import conclude, ends, votes
from tests.domain.tables.reviews_members import LATER, E
from tests.domain.tables.reviews_opinions import give

TWINS = {B: A}
"""The second juror is the first, registered again."""


def twice(rule: str, past: Any, when: Any, then: Any, **more: Any) -> Row:
    """A rule about a panel whose first two jurors are one person."""
    return row(rule, past, when, then, **{"twins": TWINS, **more})


def counted(who: str, said: Verdict, entry: int) -> OpinionCounted:
    """An opinion on the first dossier that counts."""
    return OpinionCounted(member=who, opinion=said, dossier=1, entry=entry, counts=True)


ROWS = (
    twice(
        "where everybody sits, one person sits once",
        (),
        ask_review(),
        (review_opened("whole_jury", members=invited(A, C, D)), told()),
    ),
    twice(
        "nobody is named for two seats under two ids",
        (),
        ask_review("named_few", members=[A, B]),
        "sits_under_another_id",
        naming={"person": B, "other": A},
    ),
    row(
        "who sits is not invited under another id",
        ASKED,
        ask("InviteMembers", members=[E]),
        "on_the_panel",
        naming={"person": E},
        people=LATER,
        twins={E: A},
    ),
    twice(
        "one person gives one opinion",
        (*ASKED, *voted("favourable", by=(A,)), declared(B)),
        give(B),
        "sits_under_another_id",
        naming={"person": B, "other": A},
    ),
    twice(
        "a conflict of interest goes with the person",
        (*ASKED, declared(B), declared(A, conflict=True)),
        give(B),
        "recused",
        naming={"person": B},
    ),
    twice(
        "two opinions of one person count as one, and the quorum is of people",
        (*ASKED, *voted("favourable", "favourable", "-", "-")),
        conclude(),
        "review_not_ready",
        naming={"present": "1"},
    ),
    twice(
        "who has given an opinion under one id owes none under the other",
        (*ASKED, *voted("favourable", "-", "favourable", "unfavourable")),
        conclude(),
        ends(
            "favourable",
            "majority",
            votes(2, 0, 1, 0, effective=3),
            (counted(A, "favourable", 3), counted(C, "favourable", 5), counted(D, "unfavourable", 7)),
        ),
    ),
)
