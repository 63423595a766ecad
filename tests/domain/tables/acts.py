"""What the lifecycle does by itself: announced, done, left to people where the rules refuse it; held back, released."""

from datetime import UTC, date, datetime
from typing import Any

from domain.cooperations.events.told import ReviewAsked
from domain.files.act_events import ActAnnounced, ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.kernel.event import Event
from domain.kernel.ids import SERVICE, review_opened_by_act
from domain.kernel.values import Phase, Role
from domain.people.events import OutageRecorded, RoleGranted
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from tests.domain.kit import FILE, Given, On, Row, do, on
from tests.domain.reviewing import ASKING, invited, review_opened
from tests.domain.rules import rulebook
from tests.domain.sample_people import FOUNDED, IN_ROLE
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, PAUSED, WHY, contact, entered

A = IN_ROLE[Role.JURY]
SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def _named(key: str) -> dict[str, str]:
    return {"fr": f"{key} (nom)", "en": f"{key} (name)"}


def act(key: str, does: str, **more: Any) -> dict[str, Any]:
    """An act of a rulebook."""
    return {"act": key, "name": _named(key), "does": does, **more}


_ENTRY = {"after": "phase-entry"}
OPINION = act("opinion", "open-review", review="by_whole_jury", when=_ENTRY, ladder="short")
OF_NOBODY = act("of_nobody", "open-review", review="by_empty", when=_ENTRY)
LATER = act("later", "open-review", review="by_exempt", when=_ENTRY, delay="P7D")
GO_ON = act("go_on", "advance", delay="P7D")
PORTRAIT = act(
    "portrait",
    "ask-for",
    what="evaluation",
    when={"after": "cadence", "every": "P6M"},
    within="P1M",
    ladder="short",
)


def acting(*acts: dict[str, Any], **phase: Any) -> Rulebook:
    """The rules of the tests, with acts in their first phase, whose gate is empty unless ``phase`` says more."""
    phases = {
        key: {"name": _named(key), **(({"course": list(acts)} | phase) if key == "exploration" else {})}
        for key in (one.value for one in Phase)
    }
    whole = ASKING.model_dump(mode="json", exclude_unset=True)
    kept = {key: whole[key] for key in ("panels", "reviews", "ladders")}
    return rulebook(**kept, phases=phases, deadlines=[])


RULES = acting(OPINION, OF_NOBODY, LATER, PORTRAIT)
ADVANCING = acting(GO_ON)


def performs(key: str, occurrence: str | None = None, **more: Any) -> AnyCommand:
    """The service does an act."""
    return do("PerformAct", actor=SERVICE, act=key, occurrence=occurrence or f"{key}/p1", **more)


def announces(key: str) -> AnyCommand:
    """The service announces an act."""
    return do("AnnounceAct", actor=SERVICE, act=key, occurrence=f"{key}/p1")


def performed(key: str, does: Any, subject: str | None = None, **more: Any) -> ActPerformed:
    """An act was done, because the phase was entered."""
    said: dict[str, Any] = {"occurrence": f"{key}/p1", "late": False, "because": (2,), **more}
    return ActPerformed(act=key, does=does, subject=subject, **said)


def row(rule: str, given: Given, when: AnyCommand, then: tuple[Event, ...] | str, **more: Any) -> Row:
    """A row of a file that has begun, under rules with acts."""
    return Row(rule, (*BEGUN, *given), when, then, **{"rulebook": RULES, **more})


OPENED = review_opened_by_act(FILE, "opinion/p1", "by_whole_jury")
_OPENS: tuple[Event, ...] = (
    review_opened(rulebook=RULES.id, members=invited(A)),
    ReviewAsked(review=OPENED, question="by_whole_jury", funding=None, resubmits=None),
)
_DONE = performed("opinion", "open-review", OPENED)
ANNOUNCED = on("2026-11-02T09:00:00Z", ActAnnounced(act="later", occurrence="later/p1"), SERVICE)
HELD = ActHeldBack(act="opinion", until=None, reason=WHY)
HELD_UNTIL = ActHeldBack(act="opinion", until=date(2026, 11, 23), reason=WHY)
_REFUSED = ActRefused(
    act="of_nobody",
    occurrence="of_nobody/p1",
    code="nobody_sits",
    params={"panel": "empty", "region": "occitanie"},
)
_FACILITATOR = IN_ROLE[Role.FACILITATOR]
_NOBODY_SITS = tuple(
    one for one in FOUNDED if not (isinstance(one, RoleGranted) and one.role is Role.FACILITATOR)
)
_AWAY = OutageRecorded(since="2026-01-04T00:00:00Z", until="2026-11-20T00:00:00Z")
_MANY = tuple(
    On("2026-02-01", performed("opinion", "ask-for", occurrence=f"other/n{number}"), SERVICE)
    for number in range(20)
)

DOING = (
    row("an act opens its review, and says what made it due", (), performs("opinion"), (*_OPENS, _DONE)),
    row("an act is done once", (on("2026-02-02", _DONE, SERVICE),), performs("opinion"), "act_not_due"),
    row(
        "what people have asked by hand in this pass is not asked again",
        (ReviewAsked(review="avis", question="by_whole_jury", funding=None, resubmits=None),),
        performs("opinion"),
        "act_not_due",
    ),
    row("no act is done on a Sunday", (), performs("later"), "act_not_due", now=SUNDAY),
    row("no act is done in a pause", (PAUSED,), performs("opinion"), "act_not_due"),
    row(
        "no act is done while an abandonment is pending",
        (ABANDONMENT_ASKED,),
        performs("opinion"),
        "act_not_due",
    ),
    row("no act is done that is held back", (HELD,), performs("opinion"), "act_not_due"),
    row(
        "no act is done on the last day on which it is held back",
        (HELD_UNTIL,),
        performs("opinion"),
        "act_not_due",
    ),
    row(
        "an act is done on the day after",
        (HELD_UNTIL,),
        performs("opinion"),
        (review_opened(rulebook=RULES.id, members=invited(A), rests_on=3), _OPENS[1], _DONE),
        now=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    ),
    row(
        "what was due while the service was away is late, and says so",
        (),
        performs("opinion"),
        (*_OPENS, performed("opinion", "open-review", OPENED, late=True)),
        people=(*FOUNDED, _AWAY),
    ),
    row(
        "what the rules refuse is left to people, with the reason",
        (),
        performs("of_nobody"),
        (_REFUSED,),
        people=_NOBODY_SITS,
    ),
    row(
        "the same refusal is recorded once",
        (on("2026-02-02", _REFUSED, SERVICE),),
        performs("of_nobody"),
        "nobody_sits",
        people=_NOBODY_SITS,
    ),
    row(
        "an act that was refused is done once what it lacked is there",
        (on("2026-02-02", _REFUSED, SERVICE),),
        performs("of_nobody"),
        (
            review_opened(
                "empty",
                rulebook=RULES.id,
                rests_on=3,
                members=invited(_FACILITATOR, role=Role.FACILITATOR),
            ),
            ReviewAsked(
                review=review_opened_by_act(FILE, "of_nobody/p1", "by_empty"),
                question="by_empty",
                funding=None,
                resubmits=None,
            ),
            performed("of_nobody", "open-review", review_opened_by_act(FILE, "of_nobody/p1", "by_empty")),
        ),
    ),
    row(
        "after twenty acts in a row nothing more is done by itself", _MANY, performs("opinion"), "act_not_due"
    ),
    row(
        "what a person does begins the count anew",
        (*_MANY, contact()),
        performs("opinion"),
        (review_opened(rulebook=RULES.id, members=invited(A), rests_on=23), _OPENS[1], _DONE),
    ),
    row(
        "what is asked for at a cadence is a task, once its time has come",
        (),
        performs("portrait", "portrait/p1/n1"),
        (performed("portrait", "ask-for", occurrence="portrait/p1/n1"),),
    ),
    row("an act of another file is unknown", (), performs("never"), "act_not_due"),
    Row("no act is done in nobody's file", (), performs("opinion"), "unknown_cooperation", rulebook=RULES),
    row("no act is done without rules", (), performs("opinion"), "unknown_programme", rulebook=None),
)

ANNOUNCING = (
    row(
        "an act with a delay is announced first",
        (),
        announces("later"),
        (ActAnnounced(act="later", occurrence="later/p1"),),
    ),
    row("an act with a delay is not done before it is announced", (), performs("later"), "act_not_due"),
    row("an act is announced once", (ANNOUNCED,), announces("later"), "act_not_due"),
    row(
        "an act that was refused after its announcement is not announced again",
        (
            ANNOUNCED,
            on("2026-11-16", ActRefused(act="later", occurrence="later/p1", code="x", params={}), SERVICE),
        ),
        announces("later"),
        "act_not_due",
    ),
    row("an act without a delay is not announced", (), announces("opinion"), "act_not_due"),
    row(
        "an act is not done before its delay has passed",
        (on("2026-11-19T09:00:00Z", ActAnnounced(act="later", occurrence="later/p1"), SERVICE),),
        performs("later"),
        "act_not_due",
    ),
    Row(
        "a phase with a complete gate is left by itself, where the rulebook says so, after its delay",
        (*BEGUN, on("2026-11-02T09:00:00Z", ActAnnounced(act="go_on", occurrence="go_on/p1"), SERVICE)),
        performs("go_on"),
        (entered(Phase.DIAGNOSIS, 2, gate=(), reason=None), performed("go_on", "advance", because=())),
        rulebook=ADVANCING,
    ),
)

HOLDING = (
    row("an act is held back", (), do("HoldBackAct", act="opinion"), (HELD,)),
    row(
        "an act is held back until a day",
        (),
        do("HoldBackAct", act="opinion", until="2026-11-23"),
        (HELD_UNTIL,),
    ),
    row(
        "no act is held back until a day that has passed",
        (),
        do("HoldBackAct", act="opinion", until="2026-11-22"),
        "held_until_passed",
    ),
    row(
        "an act that is held back is one of the rulebook",
        (),
        do("HoldBackAct", act="never"),
        "unknown_act",
        naming={"act": "never", "known": "opinion, of_nobody, later, portrait"},
    ),
    row(
        "an act is released",
        (HELD,),
        do("ReleaseAct", act="opinion"),
        (ActReleased(act="opinion", reason=WHY),),
    ),
    row("only what is held back is released", (), do("ReleaseAct", act="opinion"), "act_not_held"),
)

ROWS = (*DOING, *ANNOUNCING, *HOLDING)
