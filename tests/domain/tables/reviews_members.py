"""Those who sit: more are invited, interests declared, members recused."""

from datetime import date
from typing import Any

from domain.kernel.values import Role
from domain.people.events import RoleRevoked
from domain.reviews.events import InterestsDeclared, MemberRecused, MembersInvited
from tests.domain.kit import Row
from tests.domain.reviewing import (
    ASKED,
    ELSEWHERE,
    PANEL_OF_PEOPLE,
    A,
    B,
    C,
    ask,
    asked,
    declared,
    delegated,
    invited,
    recused,
    replaced,
    revised,
    row,
    voted,
)
from tests.domain.sample_people import MANAGER, granted, person, registered
from tests.domain.vocabulary import WHY

E, F = person(41), person(42)
"""Joined the jury later on."""

LATER = (
    *PANEL_OF_PEOPLE,
    registered(E),
    registered(F),
    granted(E, Role.JURY),
    granted(F, Role.JURY),
)

A_LEFT = (*LATER, RoleRevoked(grant=f"grant/{A}/jury", reason=WHY))

TODAY = date(2026, 11, 23)


def joined(rule: str, past: Any, when: Any, then: Any, **more: Any) -> Row:
    """A rule on a day on which two more people are on the jury."""
    return row(rule, past, when, then, **{"people": LATER, **more})


def invites(*people: str, **more: Any) -> tuple[MembersInvited, ...]:
    """They were invited."""
    return (MembersInvited(members=invited(*people, **more), reason=WHY),)


FEW = asked("named_few", members=invited(A, ELSEWHERE, of="organisation"))

NO_CONFLICT = {"conflict": False}

INVITED = (
    joined(
        "people who joined the jury are invited", ASKED, ask("InviteMembers", members=[E, F]), invites(E, F)
    ),
    joined(
        "a seat that a recusal leaves is given to somebody else",
        (*FEW, recused(ELSEWHERE)),
        ask("InviteMembers", members=[E]),
        invites(E, of="organisation"),
    ),
    joined(
        "nobody is invited beyond the seats",
        FEW,
        ask("InviteMembers", members=[E]),
        "seats_differ",
        naming={"seats": "0"},
    ),
    joined(
        "who is invited holds the role of a seat",
        ASKED,
        ask("InviteMembers", members=[E, MANAGER]),
        "cannot_sit",
        naming={"people": MANAGER},
    ),
    joined(
        "who sits is not invited",
        ASKED,
        ask("InviteMembers", members=[A]),
        "on_the_panel",
        naming={"person": A},
    ),
    joined(
        "who stands in for a member is not invited",
        (*ASKED, delegated(A, E, TODAY)),
        ask("InviteMembers", members=[E]),
        "on_the_panel",
    ),
    joined(
        "who stood in for a member until yesterday is invited",
        (*ASKED, delegated(A, E, date(2026, 11, 22))),
        ask("InviteMembers", members=[E]),
        invites(E),
    ),
    joined(
        "who was recused is not invited again",
        (*ASKED, recused(A)),
        ask("InviteMembers", members=[A]),
        "recused",
        naming={"person": A},
    ),
    joined(
        "who was replaced may come back",
        (*ASKED, replaced(A, E)),
        ask("InviteMembers", members=[A]),
        invites(A),
    ),
    joined(
        "who asked for the money is not invited where it is decided",
        asked("deciding", members=invited(A, C), barred=B),
        ask("InviteMembers", members=[B]),
        "asked_for_it",
    ),
    joined(
        "nobody is invited before the last step",
        ASKED,
        ask("InviteMembers", members=[E], effective_at="2026-11-01"),
        "before_previous_step",
    ),
)


def declares(who: str, seat: str | None = None, reason: Any = None) -> tuple[InterestsDeclared, ...]:
    """Interests were declared."""
    return (InterestsDeclared(member=seat or who, conflict=reason is not None, reason=reason),)


DECLARED = (
    row("a member declares interests", ASKED, ask("DeclareInterests", A, **NO_CONFLICT), declares(A)),
    row(
        "a conflict is declared with its reason",
        ASKED,
        ask("DeclareInterests", A, conflict=True, reason="Parce que."),
        declares(A, reason=WHY),
    ),
    row(
        "a conflict that shows later is declared then",
        (*ASKED, *voted("favourable")),
        ask("DeclareInterests", A, conflict=True, reason="Parce que."),
        declares(A, reason=WHY),
    ),
    joined(
        "who stands in for a member declares for themselves",
        (*ASKED, declared(A), delegated(A, E, TODAY)),
        ask("DeclareInterests", E, **NO_CONFLICT),
        declares(E, A),
    ),
    row(
        "a conflict without a reason is not declared",
        ASKED,
        ask("DeclareInterests", A, conflict=True),
        "conflict_without_reason",
    ),
    row(
        "no conflict is declared once",
        (*ASKED, declared(A)),
        ask("DeclareInterests", A, **NO_CONFLICT),
        "changes_nothing",
    ),
    row(
        "who was not invited declares nothing",
        ASKED,
        ask("DeclareInterests", ELSEWHERE, **NO_CONFLICT),
        "not_a_member",
        naming={"person": ELSEWHERE},
    ),
    row(
        "a conflict is not taken back",
        (*ASKED, declared(A, conflict=True)),
        ask("DeclareInterests", A, **NO_CONFLICT),
        "recused",
    ),
    row(
        "interests are not declared before the review",
        ASKED,
        ask("DeclareInterests", A, effective_at="2026-11-01", **NO_CONFLICT),
        "before_previous_step",
    ),
    row(
        "interests may be back-dated to after the opening",
        (*ASKED, revised()),
        ask("DeclareInterests", A, effective_at="2026-11-03", **NO_CONFLICT),
        declares(A),
    ),
)

RECUSED = (
    row("a member is recused", ASKED, ask("RecuseMember", member=A), (MemberRecused(member=A, reason=WHY),)),
    row(
        "who has left may be recused all the same",
        ASKED,
        ask("RecuseMember", member=A),
        (MemberRecused(member=A, reason=WHY),),
        people=A_LEFT,
    ),
    joined(
        "who stands in for a member may be recused",
        (*ASKED, delegated(A, E, TODAY)),
        ask("RecuseMember", member=E),
        (MemberRecused(member=E, reason=WHY),),
    ),
    row(
        "nobody is recused twice",
        (*ASKED, recused(A)),
        ask("RecuseMember", member=A),
        "recused",
    ),
    row(
        "who does not sit is not recused",
        ASKED,
        ask("RecuseMember", member=ELSEWHERE),
        "not_a_member",
    ),
)

ROWS: tuple[Row, ...] = (*INVITED, *DECLARED, *RECUSED)
