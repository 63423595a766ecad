"""The conclusion of a review by the rule or by its chair."""

from typing import Any

from domain.cooperations.events.told import ReviewAnswered
from domain.kernel.ids import SERVICE
from domain.kernel.prose import Prose
from domain.reviews.events import OpinionCounted, ReviewConcluded, VoteCounts
from tests.domain.asking import paris
from tests.domain.kit import Row
from tests.domain.reviewing import ASKED, JURY, REVIEW, A, D, ask, asked, given, heard, recused, row, voted
from tests.domain.sample_people import ELECTED, MANAGER

SAID = Prose(text="Parce que.")

OVERDUE = paris("2026-12-03T09:00:00")
"""A day after the opinions were due."""

WHYS: dict[str, Any] = {"points": ["no_place"], "reasons": "Parce que.", "would_change": "Parce que."}


def votes(
    *given_: int, silent: int = 0, recusals: int = 0, quorum: int = 2, effective: int = 4
) -> VoteCounts:
    """The figures: unconditionally favourable, with conditions, unfavourable, abstentions."""
    favourable, conditional, unfavourable, abstentions = given_
    return VoteCounts(
        effective=effective,
        present=sum(given_),
        expressed=sum(given_) - abstentions,
        favourable=favourable + conditional,
        with_conditions=conditional,
        unfavourable=unfavourable,
        abstentions=abstentions,
        silent=silent,
        recused=recusals,
        quorum=quorum,
    )


def counted(*opinions: str, by: tuple[str, ...] = JURY) -> tuple[OpinionCounted, ...]:
    """The minutes of members who declared and voted in order: each second entry is an opinion."""
    return tuple(
        OpinionCounted(member=who, opinion=said, dossier=1, entry=3 + 2 * number, counts=True)  # type: ignore[arg-type]
        for number, (who, said) in enumerate(zip(by, opinions, strict=False))
    )


def ends(
    outcome: Any, by: Any, counts: VoteCounts, opinions: tuple[OpinionCounted, ...], **more: Any
) -> tuple[Any, ...]:
    """The conclusion with its minutes, and what the cooperation hears."""
    question = more.pop("question", "by_whole_jury")
    said: dict[str, Any] = {"points": (), "reasons": None, "would_change": None, "dossier": 1, **more}
    concluded = ReviewConcluded(outcome=outcome, by=by, counts=counts, opinions=opinions, **said)
    return (concluded, ReviewAnswered(review=REVIEW, question=question, outcome=outcome))


def conclude(actor: str = MANAGER, **said: Any) -> Any:
    """Conclude the review."""
    return ask("ConcludeReview", actor, **said)


ALL_FOR = ("favourable",) * 4

TIE = ("favourable", "favourable", "unfavourable", "unfavourable")

SPLIT = ("favourable", "unfavourable", "unfavourable", "abstention")

BY_RULE = (
    row(
        "the majority concludes, in the name of the service",
        (*ASKED, *voted(*ALL_FOR)),
        conclude(SERVICE),
        ends("favourable", "majority", votes(4, 0, 0, 0), counted(*ALL_FOR)),
    ),
    row(
        "a refusal by the rule has the points of those who refused",
        (*ASKED, *voted(*SPLIT)),
        conclude(),
        ends("unfavourable", "majority", votes(1, 0, 2, 1), counted(*SPLIT), points=("no_residents",)),
    ),
    row(
        "who concludes a refusal may sum the points up",
        (*ASKED, *voted(*SPLIT)),
        conclude(**WHYS),
        ends(
            "unfavourable",
            "majority",
            votes(1, 0, 2, 1),
            counted(*SPLIT),
            points=("no_place",),
            reasons=SAID,
            would_change=SAID,
        ),
    ),
    row(
        "a tie without a chair is a refusal",
        (*ASKED, *voted(*TIE)),
        conclude(SERVICE),
        ends("unfavourable", "majority", votes(2, 0, 2, 0), counted(*TIE), points=("no_residents",)),
    ),
    row(
        "once every deadline has passed the quorum concludes",
        (*ASKED, *voted("favourable", "favourable")),
        conclude(),
        ends("favourable", "majority", votes(2, 0, 0, 0), counted(*ALL_FOR[:2])),
        now=OVERDUE,
    ),
    row(
        "who is recused is not waited for, and stands in the minutes",
        (*ASKED, *voted(*ALL_FOR), recused(D, at="2026-11-12T09:00:00Z")),
        conclude(),
        ends(
            "favourable",
            "majority",
            votes(3, 0, 0, 0, recusals=1, effective=3),
            (
                *counted(*ALL_FOR[:3]),
                OpinionCounted(member=D, opinion="favourable", dossier=1, entry=9, counts=False),
            ),
        ),
    ),
    row(
        "an opinion that was changed stands in the minutes beside the one that counts",
        (*ASKED, *voted(*ALL_FOR), given(A, "abstention", at="2026-11-12T09:00:00Z")),
        conclude(),
        ends(
            "favourable",
            "majority",
            votes(3, 0, 0, 1),
            (
                OpinionCounted(member=A, opinion="favourable", dossier=1, entry=3, counts=False),
                OpinionCounted(member=A, opinion="abstention", dossier=1, entry=10, counts=True),
                *counted(*ALL_FOR)[1:],
            ),
        ),
    ),
    row(
        "a panel whose chair concludes has nothing to conclude from where all abstain",
        (*asked("chaired"), *voted(*("abstention",) * 4)),
        conclude(),
        ends(
            "unfavourable",
            "chair",
            votes(0, 0, 0, 4, quorum=1),
            counted(*("abstention",) * 4),
            question="by_chaired",
        ),
    ),
    row(
        "a panel that pauses do not stop concludes in a pause",
        (*asked("exempt"), *voted(*ALL_FOR), heard("paused")),
        conclude(SERVICE),
        ends("favourable", "majority", votes(4, 0, 0, 0, quorum=1), counted(*ALL_FOR), question="by_exempt"),
    ),
)

TIED = (*asked("presided"), *voted(*TIE))

UP_TO_THE_CHAIR = (*asked("chaired"), *voted(*ALL_FOR))

FOUR = votes(4, 0, 0, 0, quorum=1)

BY_CHAIR = (
    row(
        "a tie goes to the chair's casting vote",
        TIED,
        conclude(ELECTED, outcome="favourable", reasons="Parce que."),
        ends(
            "favourable",
            "casting-vote",
            votes(2, 0, 2, 0, quorum=1),
            counted(*TIE),
            reasons=SAID,
            question="by_presided",
        ),
    ),
    row(
        "the chair concludes against all, with points, reasons and what would change it",
        UP_TO_THE_CHAIR,
        conclude(A, outcome="unfavourable", **WHYS),
        ends(
            "unfavourable",
            "chair",
            FOUR,
            counted(*ALL_FOR),
            points=("no_place",),
            reasons=SAID,
            would_change=SAID,
            question="by_chaired",
        ),
    ),
    row(
        "the service does not break a tie",
        TIED,
        conclude(SERVICE),
        "up_to_the_chair",
        naming={"chair": "elected-representative", "favourable": "2"},
    ),
    row(
        "the service does not conclude for the chair",
        UP_TO_THE_CHAIR,
        conclude(SERVICE),
        "up_to_the_chair",
        naming={"chair": "jury"},
    ),
    row(
        "the chair does not break what is no tie",
        (*asked("presided"), *voted(*SPLIT)),
        conclude(ELECTED, outcome="favourable", reasons="Parce que."),
        "concluded_by_rule",
    ),
    row(
        "the chair has reasons",
        UP_TO_THE_CHAIR,
        conclude(A, outcome="favourable"),
        "conclusion_without_reasons",
    ),
    row(
        "the chair says what would change a refusal",
        UP_TO_THE_CHAIR,
        conclude(A, outcome="unfavourable", points=["no_place"], reasons="Parce que."),
        "conclusion_without_reasons",
    ),
    row(
        "the chair names no points where nothing is refused",
        UP_TO_THE_CHAIR,
        conclude(A, outcome="favourable", **WHYS),
        "points_without_refusal",
    ),
)

ROWS: tuple[Row, ...] = (*BY_RULE, *BY_CHAIR)
