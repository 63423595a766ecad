"""Opinions: given, changed, confirmed; and the dossier that they are about."""

from datetime import date
from typing import Any

from domain.files.events import SilenceCounted
from domain.kernel.ids import cooperation_stream
from domain.people.events import RoleRevoked
from domain.reviews.events import DossierRevised, OpinionConfirmed, OpinionGiven
from tests.domain.kit import FILE, NOW, Row, on
from tests.domain.reviewing import (
    ASKED,
    FUNDING,
    PANEL_OF_PEOPLE,
    A,
    ask,
    asked,
    confirmed,
    declared,
    deferred,
    delegated,
    funding_requested,
    given,
    heard,
    revised,
    row,
    voted,
)
from tests.domain.tables.reviews_members import LATER, E
from tests.domain.vocabulary import BEGUN, WHY, contact

READY = (*ASKED, declared(A))

GONE = (*PANEL_OF_PEOPLE, RoleRevoked(grant=f"grant/{A}/jury", reason=WHY))

TODAY, YESTERDAY = date(2026, 11, 23), date(2026, 11, 22)

REFUSES: dict[str, Any] = {
    "opinion": "unfavourable",
    "points": ["no_residents"],
    "reasons": "Parce que.",
    "would_change": "Parce que.",
}

SILENT = on(
    "2026-11-20T09:00:00Z",
    SilenceCounted(occurrence="opinions/e1", deadline="opinions", counts_as="favourable", item=None),
)


def give(actor: str = A, **said: Any) -> Any:
    """Give an opinion on the first version."""
    return ask("GiveOpinion", actor, **{"opinion": "favourable", "dossier": 1, **said})


def confirm(actor: str = A, dossier: int = 2, **more: Any) -> Any:
    """Confirm an opinion for the second version."""
    return ask("ConfirmOpinion", actor, dossier=dossier, **more)


def gives(opinion: str = "favourable", seat: str = A, **said: Any) -> tuple[OpinionGiven, ...]:
    """The opinion is recorded."""
    event = given(seat, opinion, **said).event
    assert isinstance(event, OpinionGiven)
    return (event,)


GIVEN = (
    row("a member gives an opinion", READY, give(), gives()),
    row("an opinion may be an abstention", READY, give(opinion="abstention"), gives("abstention")),
    row(
        "an opinion with conditions says which",
        READY,
        give(opinion="favourable-with-conditions", conditions="Parce que."),
        gives("favourable-with-conditions"),
    ),
    row(
        "a refusal says its points once, its reasons and what would change it",
        READY,
        give(**{**REFUSES, "points": ["no_residents", "no_residents"]}),
        gives("unfavourable"),
    ),
    row("a favourable opinion may have reasons", READY, give(reasons="Parce que."), gives(reasons=WHY)),
    row("an opinion is changed", (*READY, given(A)), give(**REFUSES), gives("unfavourable")),
    row("an opinion takes the place of silence", (*READY, SILENT), give(), gives()),
    row(
        "an opinion may be late",
        READY,
        give(),
        gives(),
        now=NOW.replace(year=2027),
    ),
    row(
        "an opinion may be back-dated to after the dossier",
        READY,
        give(effective_at="2026-11-03"),
        gives(),
    ),
    row("opinions are given while the cooperation sleeps", (*READY, heard("paused")), give(), gives()),
    row(
        "opinions are given while an abandonment is asked",
        (*READY, heard("abandonment-requested")),
        give(),
        gives(),
    ),
    row(
        "on a grid every line is scored",
        (*asked("graded"), declared(A)),
        give(scores={"place": 4}),
        gives(scores={"place": 4}),
    ),
    row(
        "an abstention scores nothing",
        (*asked("graded"), declared(A)),
        give(opinion="abstention"),
        gives("abstention"),
    ),
    row(
        "a delegate gives the member's opinion on the last day of the delegation",
        (*ASKED, delegated(A, E, TODAY), declared(E, A)),
        give(E),
        gives(),
        people=LATER,
    ),
    row(
        "who delegated may still give the opinion",
        (*READY, delegated(A, E, TODAY)),
        give(),
        gives(),
        people=LATER,
    ),
)


def revises(number: int, rests_on: int) -> tuple[DossierRevised, ...]:
    """The next version."""
    return (DossierRevised(dossier=number, documents=(), rests_on=rests_on, note=WHY),)


REVISED = (
    row(
        "the next version shows the cooperation as it is",
        ASKED,
        ask("ReviseDossier", note="Parce que."),
        revises(2, 3),
        beside={cooperation_stream(FILE): (*BEGUN, contact())},
    ),
    row(
        "the version after it shows the funding as it is",
        (*asked(question="advice", funding="aide"), revised()),
        ask("ReviseDossier", note="Parce que."),
        revises(3, 1),
        beside={FUNDING: (on("2026-10-01", funding_requested()),)},
    ),
    row(
        "a dossier is revised while the cooperation sleeps",
        (*ASKED, heard("paused")),
        ask("ReviseDossier", note="Parce que."),
        revises(2, 2),
    ),
    row(
        "no version comes before the last step",
        (*ASKED, revised()),
        ask("ReviseDossier", note="Parce que.", effective_at="2026-11-12"),
        "before_previous_step",
    ),
)

STALE = (*ASKED, *voted("favourable"), revised())

KEPT = (OpinionConfirmed(member=A, dossier=2),)

CONFIRMED = (
    row("an opinion is kept on the new version", STALE, confirm(), KEPT),
    row(
        "an opinion is changed on the new version",
        STALE,
        give(dossier=2, **REFUSES),
        gives("unfavourable", dossier=2),
    ),
    row(
        "a delegate keeps the member's opinion",
        (*STALE, delegated(A, E, TODAY, at="2026-11-14T09:00:00Z"), declared(E, A)),
        confirm(E),
        KEPT,
        people=LATER,
    ),
    row("nothing is kept that holds already", (*STALE, confirmed(A)), confirm(), "changes_nothing"),
    row(
        "nothing is kept where nothing was given",
        (*READY, revised()),
        confirm(),
        "no_opinion_to_confirm",
    ),
    row(
        "what silence stood for is not kept",
        (*READY, SILENT, revised(at="2026-11-21T09:00:00Z")),
        confirm(),
        "no_opinion_to_confirm",
    ),
    row("nothing is kept on a version that there is not", STALE, confirm(dossier=3), "unknown_dossier"),
    row("nothing is kept on the former version", STALE, confirm(dossier=1), "dossier_superseded"),
    row(
        "nothing is kept after the conclusion",
        (*STALE, on("2026-11-20T09:00:00Z", deferred("no_place"))),
        confirm(),
        "review_ended",
    ),
    row("who has left keeps nothing", STALE, confirm(), "left_the_panel", people=GONE),
)

ROWS: tuple[Row, ...] = (*GIVEN, *REVISED, *CONFIRMED)
