"""Claims for reminders: which rung, to whom, what it overtakes."""

from datetime import UTC, date, datetime

from domain.files.events import ReminderIssued, ReminderOvertaken
from domain.kernel.event import Event
from domain.kernel.ids import message_id
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from tests.domain.kit import FILE, Row, do, on
from tests.domain.rules import RULES
from tests.domain.sample_people import ADMINISTRATOR, ELECTED, FOUNDED, IN_ROLE, MANAGER, granted
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, HANDED_OVER, PAUSED, reminded

OCCURRENCE = "go_decision/p1"
"""Due on Tuesday 5 January 2027, twelve months after the file's opening."""

PENDING = (*BEGUN, reminded(OCCURRENCE, "before"))


def day(year: int, month: int, number: int) -> datetime:
    """Ten in the morning in Paris, in winter."""
    return datetime(year, month, number, 9, 0, tzinfo=UTC)


def issued(rung: str, *, who: str, role: Role | None = None, late: bool = False) -> ReminderIssued:
    """A claim on the go decision; those in charge are addressed in the role that they hold."""
    own_role = Role.ELECTED_REPRESENTATIVE if who == ELECTED else Role.PROGRAMME_MANAGER
    return ReminderIssued(
        occurrence=OCCURRENCE,
        rung=rung,
        due_on=date(2027, 1, 5),
        recipient=who,
        role=role or own_role,
        late=late,
        message=message_id(FILE, OCCURRENCE, rung, who),
        calendar=RULES.calendar.name,
    )


def overtaken(rung: str, by: str) -> ReminderOvertaken:
    """A rung that will not be sent."""
    return ReminderOvertaken(occurrence=OCCURRENCE, rung=rung, by=by)


def issue(rung: str, occurrence: str = OCCURRENCE) -> AnyCommand:
    """The service issues a rung."""
    return do("IssueReminder", actor="escale", occurrence=occurrence, rung=rung)


def _without(role: Role) -> tuple[Event, ...]:
    return tuple(one for one in FOUNDED if getattr(one, "role", None) is not role)


_NOBODY_IN_CHARGE = tuple(
    one
    for one in _without(Role.ELECTED_REPRESENTATIVE)
    if getattr(one, "role", None) is not Role.PROGRAMME_MANAGER
)

_NEW_ADMINISTRATOR_ONLY_LATER = (
    *(
        one
        for one in _without(Role.ELECTED_REPRESENTATIVE)
        if getattr(one, "role", None) is not Role.ADMINISTRATOR
    ),
    granted(ADMINISTRATOR, Role.ADMINISTRATOR, None, since=date(2030, 1, 1)),
)

ISSUING = (
    Row(
        "a rung goes to each of those in charge",
        BEGUN,
        issue("before"),
        (issued("before", who=MANAGER), issued("before", who=ELECTED, role=Role.ELECTED_REPRESENTATIVE)),
        now=day(2026, 12, 7),
    ),
    Row(
        "no rung goes early",
        BEGUN,
        issue("before"),
        "nothing_due",
        naming={"occurrence": OCCURRENCE, "rung": "before"},
        now=datetime(2026, 12, 7, 6, 59, 59, tzinfo=UTC),
    ),
    Row(
        "a rung that fell on a Saturday goes on Monday at eight",
        BEGUN,
        issue("before"),
        (issued("before", who=MANAGER), issued("before", who=ELECTED, role=Role.ELECTED_REPRESENTATIVE)),
        now=datetime(2026, 12, 7, 7, 0, tzinfo=UTC),
    ),
    Row("no rung goes on the Saturday itself", BEGUN, issue("before"), "nothing_due", now=day(2026, 12, 5)),
    Row("no rung goes twice", PENDING, issue("before"), "nothing_due", now=day(2026, 12, 8)),
    Row(
        "a rung sent after its day is marked late",
        BEGUN,
        issue("before"),
        (
            issued("before", who=MANAGER, late=True),
            issued("before", who=ELECTED, role=Role.ELECTED_REPRESENTATIVE, late=True),
        ),
        now=day(2026, 12, 8),
    ),
    Row(
        "of rungs missed together only the highest goes, late, the others are overtaken",
        BEGUN,
        issue("late"),
        (
            overtaken("before", "late"),
            overtaken("due", "late"),
            issued("late", who=MANAGER, late=True),
            issued("late", who=ELECTED, role=Role.ELECTED_REPRESENTATIVE, late=True),
        ),
        now=day(2027, 1, 20),
    ),
    Row(
        "a lower rung that a higher one overtakes is not due",
        BEGUN,
        issue("due"),
        "nothing_due",
        now=day(2027, 1, 20),
    ),
    Row(
        "who is in charge but holds no role any more is not reminded",
        BEGUN,
        issue("before"),
        (issued("before", who=MANAGER),),
        now=day(2026, 12, 7),
        people=_without(Role.ELECTED_REPRESENTATIVE),
    ),
    Row(
        "where all of those in charge have left, the administrators are told",
        BEGUN,
        issue("before"),
        (issued("before", who=ADMINISTRATOR, role=Role.ADMINISTRATOR),),
        now=day(2026, 12, 7),
        people=_NOBODY_IN_CHARGE,
    ),
    Row(
        "an escalation goes to whoever holds the role in the region",
        (*PENDING, reminded(OCCURRENCE, "due"), reminded(OCCURRENCE, "late")),
        issue("escalation"),
        (issued("escalation", who=ELECTED, role=Role.ELECTED_REPRESENTATIVE),),
        now=day(2027, 2, 5),
    ),
    Row(
        "where nobody holds the role, the administrators are told",
        (*PENDING, reminded(OCCURRENCE, "due"), reminded(OCCURRENCE, "late")),
        issue("escalation"),
        (issued("escalation", who=ADMINISTRATOR, role=Role.ADMINISTRATOR),),
        now=day(2027, 2, 5),
        people=_without(Role.ELECTED_REPRESENTATIVE),
    ),
    Row(
        "where not even they are there, it says whom it misses",
        (*PENDING, reminded(OCCURRENCE, "due"), reminded(OCCURRENCE, "late")),
        issue("escalation"),
        "nobody_to_remind",
        naming={"role": "elected-representative", "region": "occitanie"},
        now=day(2027, 2, 5),
        people=_NEW_ADMINISTRATOR_ONLY_LATER,
    ),
    Row(
        "no reminder while the file sleeps",
        (*BEGUN, PAUSED),
        issue("before"),
        "nothing_due",
        now=day(2026, 12, 7),
    ),
    Row(
        "no reminder about a closed file",
        (*BEGUN, HANDED_OVER),
        issue("before"),
        "nothing_due",
        now=day(2026, 12, 7),
    ),
    Row(
        "no reminder while an abandonment is asked",
        (*BEGUN, ABANDONMENT_ASKED),
        issue("before"),
        "nothing_due",
        now=day(2026, 12, 7),
    ),
    Row(
        "no reminder of nothing",
        BEGUN,
        issue("before", "portrait_due/p1"),
        "nothing_due",
        now=day(2026, 12, 7),
    ),
    Row("no reminder about a file that is not there", (), issue("before"), "unknown_cooperation"),
    Row("no reminder without rules", BEGUN, issue("before"), "unknown_programme", rulebook=None),
)


_STEERING = IN_ROLE[Role.STEERING_COMMITTEE]
_REQUEST = (*BEGUN, on("2026-01-05T08:00:00Z", ABANDONMENT_ASKED))
ABANDONMENT = (
    Row(
        "a pending abandonment reminds those who settle it",
        _REQUEST,
        do("IssueReminder", actor="escale", occurrence="abandonment/e3", rung="asked"),
        (
            ReminderIssued(
                occurrence="abandonment/e3",
                rung="asked",
                due_on=date(2026, 2, 4),
                recipient=_STEERING,
                role=Role.STEERING_COMMITTEE,
                late=False,
                message=message_id(FILE, "abandonment/e3", "asked", _STEERING),
                calendar=RULES.calendar.name,
            ),
        ),
        now=day(2026, 1, 5),
    ),
)

ROWS = (*ISSUING, *ABANDONMENT)
