"""A question is put to a panel: who sits, by right or named."""

from dataclasses import replace as with_
from typing import Any

from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.fundings.events.requests import AmendmentProposed, FundingDeclined
from domain.kernel.ids import cooperation_stream, review_stream
from domain.kernel.prose import Prose
from domain.kernel.values import Role
from domain.reviews.events import ReviewHeard
from tests.domain.kit import FILE, Row, on
from tests.domain.reviewing import (
    ASKED,
    ELSEWHERE,
    FUNDING,
    JURY,
    PANEL_OF_PEOPLE,
    REVIEW,
    A,
    B,
    C,
    D,
    ask,
    asked,
    deferred,
    funding_requested,
    invited,
    review_opened,
    row,
)
from tests.domain.sample_people import FOUNDED, IN_ROLE, MANAGER, granted
from tests.domain.vocabulary import BEGUN, WHY, opened

COMMISSION = IN_ROLE[Role.REGIONAL_COMMISSION]

HERE = cooperation_stream(FILE)

EARLIER = "avis-1"

DEFERRED = on("2026-11-20T09:00:00Z", deferred("no_residents", "no_place"))


def ask_review(panel: str = "whole_jury", **fields: Any) -> Any:
    """Put the question of a panel."""
    return ask("OpenReview", **{"cooperation": FILE, "question": f"by_{panel}", **fields})


def told(panel: str = "whole_jury", **changes: Any) -> ReviewAsked:
    """What the cooperation hears."""
    said = {"question": f"by_{panel}", "funding": None, "resubmits": None, **changes}
    return ReviewAsked(review=REVIEW, **said)


def heard(question: str, panel: str = "whole_jury", amendment: str | None = None) -> ReviewHeard:
    """What the funding hears that it is about."""
    return ReviewHeard(review=REVIEW, question=question, panel=panel, amendment=amendment, outcome=None)


def opens(rule: str, panel: str, *members: Any, **fields: Any) -> Row:
    """A review is opened, with these members."""
    event = review_opened(panel, members=members)
    return row(rule, (), ask_review(panel, **fields), (event, told(panel)))


def opens_about(rule: str, question: str, panel: str, members: Any, **more: Any) -> Row:
    """A review of a funding or an amendment is opened."""
    named, beside = more.pop("named"), more.pop("beside")
    event = review_opened(panel, question=question, members=members, **named, **more)
    told_of_it = (
        told(question=question, funding=named["funding"]),
        heard(question, panel, named.get("amendment")),
    )
    return row(rule, (), ask_review(question=question, **named), (event, *told_of_it), beside=beside)


AIDED = {FUNDING: (on("2026-10-01T09:00:00Z", funding_requested(), B),)}

REFUSED_AID = FundingDeclined(
    decision="refused",
    body="board",
    dossier=1,
    review=None,
    points=("no_place",),
    reasons=WHY,
    would_change=WHY,
)

PROPOSED = AmendmentProposed(
    amendment="plus",
    amount_cents=None,
    until=None,
    parties=None,
    plan=None,
    schedule=(),
    budget_cents=0,
    reason=WHY,
)

AMENDED = {FUNDING: (*AIDED[FUNDING], on("2026-10-02T09:00:00Z", PROPOSED, C))}

ANSWERED = {review_stream(EARLIER): asked("whole_jury", DEFERRED)}

ANSWERS: dict[str, Any] = {
    "resubmits": EARLIER,
    "answers": {"no_residents": "Ils siègent.", "no_place": "Voici."},
}

_ASKED = (*BEGUN, ReviewAsked(review=EARLIER, question="by_whole_jury", funding=None, resubmits=None))

OPENED = (
    opens("everybody who holds a seat's role in the region sits", "whole_jury", *invited(*JURY)),
    opens(
        "a seat of the organisation is for who holds its role anywhere, as many as there are seats",
        "named_few",
        *invited(ELSEWHERE, A, of="organisation"),
        members=[ELSEWHERE, A],
    ),
    opens(
        "where there are more people than seats they are named, and everybody sits elsewhere",
        "scarce",
        *invited(C, B),
        *invited(COMMISSION, role=Role.REGIONAL_COMMISSION),
        members=[C, B],
    ),
    with_(
        opens("where there are no more people than seats nobody is named", "scarce", *()),
        people=(*FOUNDED,),
        then=(
            review_opened(
                "scarce",
                members=(*invited(A), *invited(COMMISSION, role=Role.REGIONAL_COMMISSION)),
            ),
            told("scarce"),
        ),
    ),
    opens_about(
        "a panel that only gives its opinion may have among it who asked for the money",
        "advice",
        "whole_jury",
        invited(*JURY),
        named={"funding": "aide"},
        beside=AIDED,
        rests_on=1,
    ),
    opens_about(
        "who asked for the money does not sit where it is decided",
        "grant",
        "deciding",
        invited(A, C, D),
        named={"funding": "aide"},
        beside=AIDED,
        rests_on=1,
        barred=B,
    ),
    opens_about(
        "who proposed an amendment does not sit where it is decided",
        "change",
        "deciding",
        invited(A, B, D),
        named={"funding": "aide", "amendment": "plus"},
        beside=AMENDED,
        rests_on=2,
        barred=C,
    ),
    row(
        "a question about an application is put about one",
        (),
        ask_review(question="call"),
        (review_opened(question="call"), told(question="call")),
        beside={HERE: (opened(call="toujours"), BEGUN[1])},
    ),
    row(
        "what was objected is answered point by point, in any order",
        (),
        ask_review(resubmits=EARLIER, answers={"no_place": "Voici.", "no_residents": "Ils siègent."}),
        (
            review_opened(
                resubmits=EARLIER,
                answers={"no_residents": Prose(text="Ils siègent."), "no_place": Prose(text="Voici.")},
            ),
            told(resubmits=EARLIER),
        ),
        beside=ANSWERED,
    ),
    row(
        "a question may be put again once it was answered",
        (),
        ask_review(),
        (review_opened(rests_on=4), told()),
        beside={
            HERE: (
                *_ASKED,
                ReviewAnswered(review=EARLIER, question="by_whole_jury", outcome="favourable"),
            ),
            review_stream(EARLIER): ASKED,
        },
    ),
)

NAMED = (
    row(
        "where everybody sits nobody is chosen",
        (),
        ask_review(members=[A]),
        "all_of_them_sit",
        naming={"panel": "whole_jury"},
    ),
    row("a panel of people is named", (), ask_review("named_few"), "members_to_name"),
    row(
        "where there are more people than seats they are named",
        (),
        ask_review("scarce"),
        "members_to_name",
        naming={"roles": "jury"},
    ),
    row(
        "who is named holds the seat's role",
        (),
        ask_review("named_few", members=[A, MANAGER]),
        "cannot_sit",
        naming={"people": MANAGER, "roles": "jury"},
    ),
    row(
        "who is named holds the seat's role in the region",
        (),
        ask_review("scarce", members=[A, ELSEWHERE]),
        "cannot_sit",
        naming={"people": ELSEWHERE},
    ),
    row(
        "no more people are named than there are seats",
        (),
        ask_review("named_few", members=[A, B, C]),
        "seats_differ",
        naming={"role": "jury", "seats": "2"},
    ),
    row(
        "no fewer people are named than there are seats",
        (),
        ask_review("named_few", members=[A]),
        "seats_differ",
        naming={"seats": "2", "named": "1"},
    ),
    row(
        "nobody is asked where nobody can sit",
        (),
        ask_review("empty"),
        "nobody_sits",
        naming={"panel": "empty"},
        people=tuple(
            one for one in PANEL_OF_PEOPLE if one != granted(IN_ROLE[Role.FACILITATOR], Role.FACILITATOR)
        ),
    ),
    row(
        "who asked for the money is not named where it is decided",
        (),
        ask_review(question="grant", funding="aide", members=[B]),
        "asked_for_it",
        naming={"person": B},
        beside=AIDED,
    ),
)

ROWS: tuple[Row, ...] = (*OPENED, *NAMED)
