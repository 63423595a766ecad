"""Places on a panel: an opinion delegated until a day, a member replaced for good."""

from datetime import date
from typing import Any

from domain.kernel.values import Role
from domain.reviews.events import MemberReplaced, OpinionDelegated
from tests.domain.kit import On, Row, on
from tests.domain.reviewing import (
    ASKED,
    ELSEWHERE,
    A,
    B,
    C,
    D,
    ask,
    asked,
    declared,
    delegated,
    given,
    invited,
    recused,
    replaced,
    revised,
    voted,
)
from tests.domain.sample_people import IN_ROLE, NOBODY, STRANGER
from tests.domain.tables.reviews_members import A_LEFT, TODAY, E, F, joined
from tests.domain.vocabulary import WHY

COMMISSION = IN_ROLE[Role.REGIONAL_COMMISSION]

LAST_WEEK = date(2026, 11, 16)


def delegates(to: str, until: date = TODAY, member: str = A) -> tuple[OpinionDelegated, ...]:
    """An opinion was delegated."""
    return (OpinionDelegated(member=member, to=to, until=until, reason=WHY),)


def ask_delegation(to: str, until: date = TODAY, actor: str = A) -> Any:
    """Delegate one's opinion."""
    return ask("DelegateOpinion", actor, to=to, until=f"{until}")


DELEGATED = (
    joined("an opinion is delegated, until today at least", ASKED, ask_delegation(E), delegates(E)),
    joined(
        "an opinion to be confirmed is delegated",
        (*ASKED, *voted("favourable"), revised()),
        ask_delegation(E),
        delegates(E),
    ),
    joined(
        "a delegation is prolonged",
        (*ASKED, delegated(A, E, TODAY)),
        ask_delegation(E, date(2026, 12, 1)),
        delegates(E, date(2026, 12, 1)),
    ),
    joined(
        "a delegation does not end before it begins",
        ASKED,
        ask_delegation(E, LAST_WEEK),
        "delegation_over",
        naming={"until": "2026-11-16", "today": "2026-11-23"},
    ),
    joined(
        "who gives a delegated opinion holds the role of the seat",
        ASKED,
        ask_delegation(COMMISSION),
        "cannot_sit",
        naming={"people": COMMISSION, "roles": "jury"},
    ),
    joined(
        "a seat of the region is not delegated to another", ASKED, ask_delegation(ELSEWHERE), "cannot_sit"
    ),
    joined(
        "an opinion is not delegated to who has one",
        ASKED,
        ask_delegation(B),
        "on_the_panel",
        naming={"person": B},
    ),
    joined("an opinion is not delegated to oneself", ASKED, ask_delegation(A), "on_the_panel"),
    joined(
        "nobody gives the opinions of two",
        (*ASKED, delegated(B, E, TODAY)),
        ask_delegation(E),
        "on_the_panel",
    ),
    joined(
        "an opinion is not delegated to who has a conflict",
        (*ASKED, delegated(B, E, TODAY), declared(E, B, conflict=True)),
        ask_delegation(E),
        "recused",
    ),
    joined(
        "a delegated opinion is not delegated further",
        (*ASKED, delegated(A, E, TODAY)),
        ask_delegation(F, actor=E),
        "not_yours_to_delegate",
        naming={"person": A},
    ),
    joined(
        "an opinion that was given is not delegated",
        (*ASKED, *voted("favourable")),
        ask_delegation(E),
        "nothing_owed",
    ),
    joined("who was not invited delegates nothing", ASKED, ask_delegation(E, actor=F), "not_a_member"),
    joined("who has left delegates nothing", ASKED, ask_delegation(E), "left_the_panel", people=A_LEFT),
    joined(
        "who asked for the money does not decide for a member",
        asked("deciding", members=invited(A, C), barred=B),
        ask_delegation(B),
        "asked_for_it",
    ),
)


def replaces(by: str, member: str = A) -> tuple[MemberReplaced, ...]:
    """A member was replaced."""
    return (MemberReplaced(member=member, substitute=by, reason=WHY),)


def ask_replacing(by: str, member: str = A) -> Any:
    """Replace a member."""
    return ask("ReplaceMember", member=member, substitute=by)


def _stale() -> tuple[On, ...]:
    return (*voted("favourable"), revised())


REPLACED = (
    joined("somebody else sits in a member's place", ASKED, ask_replacing(E), replaces(E)),
    joined("who has left is replaced", ASKED, ask_replacing(E), replaces(E), people=A_LEFT),
    joined(
        "who owes the confirmation of an opinion is replaced",
        (*ASKED, *_stale()),
        ask_replacing(E),
        replaces(E),
    ),
    joined(
        "who stands in for a member takes the place for good",
        (*ASKED, delegated(A, E, TODAY)),
        ask_replacing(E),
        replaces(E),
    ),
    joined(
        "an opinion stays when its author leaves: nobody takes the place",
        (*ASKED, *voted("favourable")),
        ask_replacing(E),
        "nothing_owed",
        naming={"person": A},
        people=A_LEFT,
    ),
    joined("who sits takes nobody else's place", ASKED, ask_replacing(B), "on_the_panel"),
    joined(
        "who takes a place holds the role of the seat",
        ASKED,
        ask_replacing(NOBODY),
        "cannot_sit",
        naming={"people": NOBODY},
    ),
    joined("a stranger takes nobody's place", ASKED, ask_replacing(STRANGER), "cannot_sit"),
    joined("who was recused takes nobody's place", (*ASKED, recused(B)), ask_replacing(B), "recused"),
    joined("who does not sit is not replaced", ASKED, ask_replacing(E, F), "not_a_member"),
    joined("who was recused is not replaced", (*ASKED, recused(A)), ask_replacing(E), "recused"),
    joined(
        "nobody is replaced twice",
        (*ASKED, replaced(A, E)),
        ask_replacing(F),
        "member_replaced",
        naming={"person": A, "by": E},
    ),
    joined(
        "who stands in for a member has no place to give up",
        (*ASKED, delegated(A, E, TODAY)),
        ask_replacing(F, E),
        "not_a_member",
    ),
    joined(
        "a member is replaced for a while by who leads, as if they had delegated",
        ASKED,
        ask("ReplaceMember", member=A, substitute=E, until=f"{TODAY}"),
        delegates(E),
    ),
    joined(
        "nobody stands in until a day that has passed",
        ASKED,
        ask("ReplaceMember", member=A, substitute=E, until="2026-11-22"),
        "delegation_over",
    ),
    joined(
        "nobody is replaced before the last step",
        (*ASKED, on("2026-11-20T09:00:00Z", given(D).event, D)),
        ask("ReplaceMember", member=A, substitute=E, effective_at="2026-11-19"),
        "before_previous_step",
    ),
)

ROWS: tuple[Row, ...] = (*DELEGATED, *REPLACED)
