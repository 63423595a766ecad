"""No opinion by who may not give one, on a dossier that is not the last, or without what it must say."""

from tests.domain.kit import Row, on
from tests.domain.reviewing import (
    ASKED,
    ELSEWHERE,
    A,
    asked,
    declared,
    deferred,
    delegated,
    given,
    recused,
    replaced,
    revised,
    row,
)
from tests.domain.tables.reviews_members import LATER, E
from tests.domain.tables.reviews_opinions import GONE, READY, REFUSES, TODAY, YESTERDAY, give

REFUSED = (
    row("no opinion on what nobody asked", (), give(), "unknown_review", naming={"review": "avis"}),
    row("no opinion in the future", READY, give(effective_at="2026-11-24"), "in_future"),
    row("no opinion without rules", READY, give(), "unknown_programme", rulebook=None),
    row(
        "no opinion after the conclusion",
        (*READY, on("2026-11-20T09:00:00Z", deferred("no_place"))),
        give(),
        "review_ended",
        naming={"outcome": "deferred"},
    ),
    row(
        "no opinion by who was not invited",
        READY,
        give(ELSEWHERE),
        "not_a_member",
        naming={"person": ELSEWHERE},
    ),
    row(
        "no opinion by who is recused",
        (*READY, recused(A)),
        give(),
        "recused",
        naming={"person": A},
    ),
    row(
        "no opinion by who declared a conflict",
        (*ASKED, declared(A, conflict=True)),
        give(),
        "recused",
    ),
    row(
        "no opinion by who was replaced",
        (*READY, replaced(A, E)),
        give(),
        "member_replaced",
        naming={"by": E},
    ),
    row(
        "no opinion by who no longer holds the role of the seat",
        READY,
        give(),
        "left_the_panel",
        naming={"person": A, "role": "jury"},
        people=GONE,
    ),
    row(
        "no opinion by a delegate after the delegation",
        (*ASKED, delegated(A, E, YESTERDAY), declared(E, A)),
        give(E),
        "delegation_ended",
        naming={"until": "2026-11-22", "person": A},
        people=LATER,
    ),
    row(
        "no opinion by a delegate of whom the member has taken it back",
        (*READY, delegated(A, E, TODAY), declared(E, A), given(A)),
        give(E),
        "not_a_member",
        people=LATER,
    ),
    row("no opinion before interests are declared", ASKED, give(), "interests_undeclared"),
    row(
        "a delegate does not rest on what the member declared",
        (*READY, delegated(A, E, TODAY)),
        give(E),
        "interests_undeclared",
        people=LATER,
    ),
    row(
        "a member does not rest on what a delegate declared",
        (*ASKED, delegated(A, E, YESTERDAY), declared(E, A)),
        give(),
        "interests_undeclared",
        people=LATER,
    ),
    row(
        "who sits in a member's place does not rest on what that member declared",
        (*READY, replaced(A, E)),
        give(E),
        "interests_undeclared",
        people=LATER,
    ),
    row(
        "no opinion on a version that there is not",
        READY,
        give(dossier=2),
        "unknown_dossier",
        naming={"dossier": "2", "last": "1"},
    ),
    row(
        "no opinion on a version that is not the last",
        (*READY, revised()),
        give(),
        "dossier_superseded",
        naming={"dossier": "1", "last": "2"},
    ),
    row(
        "no opinion before there was such a dossier",
        (*READY, revised()),
        give(dossier=2, effective_at="2026-11-12"),
        "before_previous_step",
        naming={"previous": "2026-11-13T09:00:00Z"},
    ),
    *(
        row(
            f"a refusal without {missing} is no opinion",
            READY,
            give(**{key: said for key, said in REFUSES.items() if key != missing}),
            "opinion_without_reasons",
        )
        for missing in ("points", "reasons", "would_change")
    ),
    row("points are those of a refusal", READY, give(points=["no_place"]), "points_without_refusal"),
    row(
        "what would change it is that of a refusal",
        READY,
        give(would_change="Parce que."),
        "points_without_refusal",
    ),
    row(
        "an opinion with conditions says them",
        READY,
        give(opinion="favourable-with-conditions"),
        "conditions_and_opinion_differ",
    ),
    row(
        "an opinion without conditions has none",
        READY,
        give(conditions="Parce que."),
        "conditions_and_opinion_differ",
        naming={"opinion": "favourable"},
    ),
    row("without a grid nothing is scored", READY, give(scores={"place": 1}), "scores_and_grid_differ"),
    row(
        "no line of the grid is left out",
        (*asked("graded"), declared(A)),
        give(),
        "scores_and_grid_differ",
        naming={"known": "place"},
    ),
    row(
        "no line is scored that the grid has not",
        (*asked("graded"), declared(A)),
        give(scores={"place": 1, "price": 1}),
        "scores_and_grid_differ",
    ),
    row(
        "an abstention that scores is none",
        (*asked("graded"), declared(A)),
        give(opinion="abstention", scores={"place": 1}),
        "scores_and_grid_differ",
    ),
    row(
        "a line is scored at most as the grid says",
        (*asked("graded"), declared(A)),
        give(scores={"place": 5}),
        "score_too_high",
        naming={"line": "place", "most": "4"},
    ),
)

ROWS: tuple[Row, ...] = REFUSED
