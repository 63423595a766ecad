"""Reminders: the claim that makes a rung unique, and what became of its messages."""

from collections.abc import Iterator

from domain.deadlines.ladders import CHAIR, OWING
from domain.files.events import DeliveryReported, DeliverySettled, ReminderIssued, ReminderOvertaken
from domain.files.file import KeptFile
from domain.files.setting import Decision, Setting
from domain.fundings.owing import ACCEPTANCE, JUDGED, owing_of_funding
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.ids import message_id
from domain.kernel.moments import day_of
from domain.kernel.refusal import refuse
from domain.kernel.values import Role
from domain.people.roles import holders, roles_anywhere, roles_of
from domain.reminders.commands import IssueReminder, ReportDelivery, SettleDelivery
from domain.reminders.decide_telling import WEIGHT, tell_outcome
from domain.reminders.due import DueRung, due_rungs
from domain.reviews.conflicts import Reason
from domain.reviews.impartial import conflict_about
from domain.reviews.panel import panel_of, presiding
from domain.reviews.state import Review
from domain.rulebook import Rulebook

_MAY_COME_BACK = ("sent", "unknown")


def issue_reminder(command: IssueReminder, file: KeptFile, rulebook: Rulebook, setting: Setting) -> Decision:
    """Claim the highest rung that is due, for each of its recipients; lower ones count as overtaken."""
    if told := tell_outcome(command.occurrence, file, rulebook, setting):
        return told
    found = next(
        (
            due
            for due in due_rungs(file, rulebook, setting.now)
            if (due.deadline.occurrence, due.rung.name) == (command.occurrence, command.rung)
        ),
        None,
    )
    if found is None:
        return refuse("nothing_due", occurrence=command.occurrence, rung=command.rung)
    recipients = tuple(_recipients(found, file, rulebook, setting))
    if not recipients:
        return refuse("nobody_to_remind", role=found.rung.to, region=file.region)
    overtaken: tuple[Event, ...] = tuple(
        ReminderOvertaken(occurrence=command.occurrence, rung=rung, by=command.rung)
        for rung in found.overtakes
    )
    return (
        *overtaken,
        *(
            ReminderIssued(
                occurrence=command.occurrence,
                rung=command.rung,
                due_on=found.deadline.due.day,
                recipient=person,
                role=role,
                late=found.late,
                message=message_id(file.key, command.occurrence, command.rung, person),
                calendar=rulebook.calendar_of(file.region).name,
            )
            for person, role in recipients
        ),
    )


def _recipients(
    due: DueRung, file: KeptFile, rulebook: Rulebook, setting: Setting
) -> Iterator[tuple[str, Role]]:
    """Those who can act: who owe, chair or are in charge, and still hold a role; who holds it.

    Where nobody is left, whoever can once they have declared interests; then administrators. Nobody is reminded of
    what they have no hand in.
    """
    judging = due.rung.to == CHAIR or isinstance(due.rung.to, Role) or _is_judged(due, file)
    found = [
        (one, _kept_from(one[0], file, setting, judging=judging))
        for one in _addressed(due, file, rulebook, setting)
    ]
    clear = [one for one, why in found if why is None]
    may = [one for one, why in found if why in (None, "undeclared")]
    able = may if due.rung.to == OWING and isinstance(file, Review) else clear or may
    administrators = holders(setting.organisation, Role.ADMINISTRATOR, file.region, setting.now)
    yield from able or (
        (person, Role.ADMINISTRATOR)
        for person in administrators
        if _kept_from(person, file, setting, judging=False) is None
    )


def _kept_from(person: str, file: KeptFile, setting: Setting, *, judging: bool) -> Reason | None:
    """What keeps somebody from acting; who asked for money is told what those in charge are told."""
    found = conflict_about(person, file, setting, judging=judging)
    return found.reason if found else None


def _addressed(
    due: DueRung, file: KeptFile, rulebook: Rulebook, setting: Setting
) -> Iterator[tuple[str, Role]]:
    organisation, region, now = setting.organisation, file.region, setting.now
    if isinstance(file, Funding) and (_is_judged(due, file) or _is_acceptance(due)):
        found = list(owing_of_funding(due.deadline, file, rulebook, organisation, now))
    elif due.rung.to == OWING and isinstance(file, Review):
        owing = due.deadline.owing_on(day_of(now, rulebook.zone_of(region)))
        here = [one for one in owing if one.role in roles_anywhere(organisation, one.person, now)]
        found = [(one.person, one.role) for one in here]
    elif due.rung.to == CHAIR and isinstance(file, Review):
        found = list(presiding(organisation, file, panel_of(file, rulebook), now))
    elif isinstance(due.rung.to, Role):
        found = [(person, due.rung.to) for person in holders(organisation, due.rung.to, region, now)]
    else:
        held = {person: roles_of(organisation, person, region, now) for person in file.managers}
        found = [(person, min(roles, key=WEIGHT.index)) for person, roles in held.items() if roles]
    return iter(found)


def _is_judged(due: DueRung, file: KeptFile) -> bool:
    """Whether those who owe it decide, approve or pay: who asked does none of it."""
    return due.rung.to == OWING and isinstance(file, Funding) and due.deadline.key in JUDGED


def _is_acceptance(due: DueRung) -> bool:
    """Whether those in charge are reminded of a report to accept: whoever submitted it cannot."""
    return due.deadline.key == ACCEPTANCE and not isinstance(due.rung.to, Role)


def report_delivery(command: ReportDelivery, file: KeptFile) -> Decision:
    """Record what became of a message on its way; of one that left, or may have, that it came back."""
    message = file.messages.get(command.message)
    if message is None:
        return refuse("unknown_message", message=command.message)
    came_back = command.delivery == "failed" and message.delivery in _MAY_COME_BACK
    if message.delivery != "queued" and not came_back:
        return refuse("delivery_known", message=command.message, delivery=message.delivery)
    return (DeliveryReported(message=command.message, delivery=command.delivery, code=command.code),)


def settle_delivery(command: SettleDelivery, file: KeptFile) -> Decision:
    """Decide about a message in doubt or failed."""
    message = file.messages.get(command.message)
    if message is None:
        return refuse("unknown_message", message=command.message)
    if message.delivery not in ("unknown", "failed"):
        return refuse("not_in_doubt", message=command.message, delivery=message.delivery)
    return (DeliverySettled(message=command.message, decision=command.decision, reason=command.reason),)
