"""Claims for reminders, what became of the messages, and what people decide about them."""

from datetime import UTC, date, datetime

from domain.commands import AnyCommand
from domain.events import AnyEvent, DeliveryReported, DeliverySettled, ReminderIssued, ReminderOvertaken
from domain.ids import message_id
from domain.values import Role
from tests.domain.kit import FILE, Row, do, on
from tests.domain.people import ADMINISTRATOR, ELECTED, FOUNDED, IN_ROLE, MANAGER, granted
from tests.domain.rules import RULES
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, HANDED_OVER, MESSAGE, PAUSED, WHY, reminded

OCCURRENCE = "go_decision/p1"
"""Due on Tuesday 5 January 2027, twelve months after the file's opening."""

PENDING = (*BEGUN, reminded(OCCURRENCE, "before"))
DOUBTFUL = (*PENDING, DeliveryReported(message=MESSAGE, delivery="unknown", code=None))


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


def _without(role: Role) -> tuple[AnyEvent, ...]:
    return tuple(one for one in FOUNDED if getattr(one, "role", None) is not role)


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
        "an escalation goes to whoever holds the role in the region",
        PENDING,
        issue("escalation"),
        (
            overtaken("due", "escalation"),
            overtaken("late", "escalation"),
            issued("escalation", who=ELECTED, role=Role.ELECTED_REPRESENTATIVE),
        ),
        now=day(2027, 2, 5),
    ),
    Row(
        "where nobody holds the role, the administrators are told",
        PENDING,
        issue("escalation"),
        (
            overtaken("due", "escalation"),
            overtaken("late", "escalation"),
            issued("escalation", who=ADMINISTRATOR, role=Role.ADMINISTRATOR),
        ),
        now=day(2027, 2, 5),
        people=_without(Role.ELECTED_REPRESENTATIVE),
    ),
    Row(
        "where not even they are there, it says whom it misses",
        PENDING,
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


def _report(delivery: str, message: str = MESSAGE) -> AnyCommand:
    return do("ReportDelivery", actor="escale", message=message, delivery=delivery, code="250")


def _settle(decision: str, message: str = MESSAGE) -> AnyCommand:
    return do("SettleDelivery", message=message, decision=decision)


DELIVERY = (
    *(
        Row(
            f"a message on its way is reported {delivery}",
            PENDING,
            _report(delivery),
            (DeliveryReported(message=MESSAGE, delivery=delivery, code="250"),),
        )
        for delivery in ("sent", "unknown", "failed", "withdrawn")
    ),
    Row(
        "what became of a message is reported once",
        DOUBTFUL,
        _report("sent"),
        "delivery_known",
        {"delivery": "unknown"},
    ),
    Row(
        "what became of a message is reported on a closed file too",
        (*PENDING, HANDED_OVER),
        _report("withdrawn"),
        (DeliveryReported(message=MESSAGE, delivery="withdrawn", code="250"),),
    ),
    Row(
        "nothing is reported of no message",
        PENDING,
        _report("sent", "f" * 32),
        "unknown_message",
        {"message": "f" * 32},
    ),
    *(
        Row(
            f"a person decides about a doubtful message: {decision}",
            DOUBTFUL,
            _settle(decision),
            (DeliverySettled(message=MESSAGE, decision=decision, reason=WHY),),
        )
        for decision in ("arrived", "resend", "drop")
    ),
    Row(
        "nobody decides about a message that is on its way",
        PENDING,
        _settle("resend"),
        "not_in_doubt",
        {"delivery": "queued"},
    ),
    Row(
        "nobody decides twice",
        (*DOUBTFUL, DeliverySettled(message=MESSAGE, decision="drop", reason=WHY)),
        _settle("resend"),
        "not_in_doubt",
        {"delivery": "dropped"},
    ),
    Row(
        "a message sent again is reported again",
        (*DOUBTFUL, DeliverySettled(message=MESSAGE, decision="resend", reason=WHY)),
        _report("sent"),
        (DeliveryReported(message=MESSAGE, delivery="sent", code="250"),),
    ),
    Row("nobody decides about no message", PENDING, _settle("drop", "f" * 32), "unknown_message"),
    Row(
        "a decision about a message is not taken in the future",
        DOUBTFUL,
        do("SettleDelivery", message=MESSAGE, decision="drop", effective_at="2027"),
        "in_future",
    ),
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

ROWS = (*ISSUING, *DELIVERY, *ABANDONMENT)
