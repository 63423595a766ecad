"""A jury of four that is asked about the tests' cooperation, and panels of other kinds."""

from datetime import date
from typing import Any

from domain.files.events import CooperationHeard
from domain.fundings.events.requests import FundingRequested
from domain.fundings.request import FundingRequest, Payee
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from domain.reviews.events import (
    DossierRevised,
    InterestsDeclared,
    Invited,
    MemberRecused,
    MemberReplaced,
    OpinionConfirmed,
    OpinionDelegated,
    OpinionGiven,
    ReviewDeferred,
    ReviewOpened,
)
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from tests.domain.kit import FILE, On, Row, do, on, state_of
from tests.domain.rules import RULES, rulebook
from tests.domain.sample_people import ELECTED, FOUNDED, IN_ROLE, MANAGER, REGION, granted, person, registered
from tests.domain.vocabulary import BEGUN, WHY

A = IN_ROLE[Role.JURY]
B, C, D = (person(number) for number in (31, 32, 33))
JURY = (A, B, C, D)
"""Who holds the role of the jury in Occitanie."""
ELSEWHERE = person(34)
"""Holds it in another region."""
REVIEW = "avis"
STREAM = review_stream(REVIEW)
OPENED_AT = "2026-11-02T09:00:00Z"
"""A Monday; the tests' now is the Monday three weeks later."""

PANEL_OF_PEOPLE = (
    *FOUNDED,
    *(registered(one) for one in (B, C, D, ELSEWHERE)),
    *(granted(one, Role.JURY) for one in (B, C, D)),
    granted(ELSEWHERE, Role.JURY, "grand-est"),
)

_SEAT = {"role": "jury"}


def _panel(key: str, **more: Any) -> dict[str, Any]:
    return {
        "panel": key,
        "name": {"fr": key, "en": f"{key} (en)"},
        "mode": "advisory",
        "members": [_SEAT],
        "within": "P30D",
        "ladder": "answer",
        **more,
    }


def _question(key: str, panel: str, about: str) -> dict[str, Any]:
    return {"review": key, "name": {"fr": key, "en": f"{key} (en)"}, "panel": panel, "about": about}


_PANELS = [
    _panel("whole_jury", quorum={"at_least": 2, "share": 50}),
    _panel("silent_jury", silence="favourable"),
    _panel("deciding", mode="decisive"),
    _panel("graded", grid={"place": {"name": {"fr": "lieu", "en": "place"}, "most": 4}}),
    _panel("named_few", named=True, members=[{"role": "jury", "of": "organisation", "members": 2}]),
    _panel("scarce", members=[{"role": "jury", "members": 2}, {"role": "regional-commission"}]),
    _panel("presided", chair="elected-representative"),
    _panel("chaired", chair="jury", concludes="chair"),
    _panel("exempt", pause="ignore"),
    _panel("empty", members=[{"role": "facilitator"}]),
]
_QUESTIONS = [
    *(_question(f"by_{one['panel']}", one["panel"], "gate") for one in _PANELS),
    _question("call", "whole_jury", "call"),
    _question("grant", "deciding", "funding"),
    _question("advice", "whole_jury", "funding"),
    _question("change", "deciding", "amendment"),
]
_LADDER = [
    {"rung": "before", "offset": "-P7D", "to": "jury"},
    {"rung": "due", "offset": "P0D", "to": "jury"},
    {"rung": "escalation", "offset": "P14D", "to": "managers"},
]

ASKING = rulebook(
    panels=_PANELS,
    reviews=_QUESTIONS,
    ladders={**RULES.model_dump(mode="json")["ladders"], "answer": _LADDER},
)
"""The rules of the tests with panels of every kind."""


def concluding(rule: str, **more: Any) -> Rulebook:
    """The whole jury concludes by another rule."""
    panels = [_panel("whole_jury", concludes=rule, **more)]
    ladders = {**RULES.model_dump(mode="json")["ladders"], "answer": _LADDER}
    return rulebook(
        panels=panels, reviews=[_question("by_whole_jury", "whole_jury", "gate")], ladders=ladders
    )


def invited(*people: str, of: Any = "region", role: Role = Role.JURY) -> tuple[Invited, ...]:
    """They sit for the jury."""
    return tuple(Invited(person=one, role=role, of=of) for one in people)


def review_opened(panel: str = "whole_jury", **changes: Any) -> ReviewOpened:
    """A question was put to a panel."""
    said: dict[str, Any] = {
        "cooperation": FILE,
        "name": "Rives en commun",
        "region": REGION,
        "managers": (MANAGER, ELECTED),
        "rulebook": ASKING.id,
        "pass_number": 1,
        "question": f"by_{panel}",
        "panel": panel,
        "funding": None,
        "amendment": None,
        "members": invited(*JURY),
        "documents": (),
        "rests_on": 2,
        "note": None,
        "resubmits": None,
        "answers": {},
    }
    return ReviewOpened(**{**said, **changes})


def asked(panel: str = "whole_jury", *events: Event | On, **changes: Any) -> tuple[Event | On, ...]:
    """A review of the tests' cooperation, opened three weeks ago, and what came of it."""
    return (on(OPENED_AT, review_opened(panel, **changes)), *events)


ASKED = asked()


def declared(who: str, seat: str | None = None, *, conflict: bool = False, at: str = OPENED_AT) -> On:
    """Somebody declared interests, in their own seat or in another's."""
    reason = WHY if conflict else None
    return on(at, InterestsDeclared(member=seat or who, conflict=conflict, reason=reason), who)


def given(
    who: str,
    opinion: Any = "favourable",
    *,
    dossier: int = 1,
    seat: str | None = None,
    at: str = "2026-11-10T09:00:00Z",
    **more: Any,
) -> On:
    """Somebody gave an opinion."""
    refuses = opinion == "unfavourable"
    said: dict[str, Any] = {
        "scores": {},
        "conditions": WHY if opinion == "favourable-with-conditions" else None,
        "points": ("no_residents",) if refuses else (),
        "reasons": WHY if refuses else None,
        "would_change": WHY if refuses else None,
    }
    event = OpinionGiven(member=seat or who, opinion=opinion, dossier=dossier, **{**said, **more})
    return on(at, event, who)


def voted(*opinions: str, by: tuple[str, ...] = JURY) -> tuple[On, ...]:
    """Members declare and give these opinions, in order; ``-`` for one who has not given any."""
    acts = zip(by, opinions, strict=False)
    return tuple(one for who, said in acts if said != "-" for one in (declared(who), given(who, said)))


def confirmed(who: str, dossier: int = 2, seat: str | None = None, at: str = "2026-11-16T09:00:00Z") -> On:
    """Somebody keeps their opinion."""
    return on(at, OpinionConfirmed(member=seat or who, dossier=dossier), who)


def revised(number: int = 2, rests_on: int = 2, at: str = "2026-11-13T09:00:00Z") -> On:
    """A new version of the dossier was put before the panel."""
    return on(at, DossierRevised(dossier=number, documents=(), rests_on=rests_on, note=WHY))


def delegated(member: str, to: str, until: Any, at: str = "2026-11-09T09:00:00Z") -> On:
    """Somebody else gives a member's opinion."""
    return on(at, OpinionDelegated(member=member, to=to, until=until, reason=WHY), member)


def replaced(member: str, by: str, at: str = "2026-11-09T09:00:00Z") -> On:
    """Somebody else sits in a member's place."""
    return on(at, MemberReplaced(member=member, substitute=by, reason=WHY))


def recused(member: str, at: str = "2026-11-09T09:00:00Z") -> On:
    """Somebody was taken off the panel."""
    return on(at, MemberRecused(member=member, reason=WHY))


def heard(status: Any, at: str = "2026-11-16T09:00:00Z") -> On:
    """What the review heard of its cooperation."""
    return on(at, CooperationHeard(status=status, managers=(MANAGER, ELECTED)))


def deferred(*points: str) -> ReviewDeferred:
    """The review ended without an answer."""
    return ReviewDeferred(points=points, reasons=WHY, would_change=WHY)


def funding_requested(cooperation: str = FILE) -> FundingRequested:
    """The cooperation asks for 15 000 €."""
    request = FundingRequest(
        instrument="grant",
        amount_cents=1_500_000,
        since=date(2027, 1, 1),
        until=date(2027, 12, 31),
        beneficiary=Payee(kind="association", name="Rives", identifier="W313012345"),
    )
    return FundingRequested(
        cooperation=cooperation,
        name="Rives en commun",
        region=REGION,
        managers=(MANAGER, ELECTED),
        rulebook=ASKING.id,
        pass_number=1,
        request=request,
        note=None,
    )


def ask(kind: str, /, actor: str = MANAGER, **fields: Any) -> AnyCommand:
    """A command about the tests' review."""
    return do(kind, review=REVIEW, actor=actor, **fields)


def row(rule: str, past: Any, when: AnyCommand, then: Any, **more: Any) -> Row:
    """A rule about a review: its cooperation in its first phase, unless said otherwise."""
    beside = {cooperation_stream(FILE): BEGUN, **more.pop("beside", {})}
    defaults: dict[str, Any] = {"rulebook": ASKING, "people": PANEL_OF_PEOPLE, "beside": beside}
    return Row(rule, past, when, then, **{**defaults, **more})


def review_of(*events: Event | On) -> Review:
    """The review that these events make."""
    found = state_of(STREAM, *events)
    assert isinstance(found, Review)
    return found


FUNDING = funding_stream("aide")
