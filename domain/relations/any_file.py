"""What entries of every file hang on: reminders, silence, deliveries, deadlines, acts of the service."""

from domain.files.act_events import ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.files.events import (
    DeadlineExtended,
    DeliveryReported,
    DeliverySettled,
    ReminderIssued,
    ReminderOvertaken,
    SilenceCounted,
)
from domain.kernel.clock_marks import clock_mark
from domain.kernel.event import Event
from domain.relations.relation import EntryLink, Relation, earlier, numbered


def of_any_file(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of an entry that any file may have."""
    match event:
        case ReminderIssued(occurrence=occurrence) | ReminderOvertaken(occurrence=occurrence):
            return began(Relation.REMINDS, stream, occurrence)
        case SilenceCounted(occurrence=occurrence):
            reminder = earlier(Relation.SILENT_AFTER, stream, "ReminderIssued", occurrence=occurrence)
            return (reminder, *began(Relation.RESTS_ON, stream, occurrence))
        case DeadlineExtended(occurrence=occurrence):
            return began(Relation.RESTS_ON, stream, occurrence)
        case DeliveryReported(message=message) | DeliverySettled(message=message):
            return (earlier(Relation.ANSWERS, stream, "ReminderIssued", message=message),)
        case ActPerformed(because=because):
            return numbered(Relation.RESTS_ON, stream, because)
        case ActHeldBack(act=act) | ActRefused(act=act):
            return (earlier(Relation.ANSWERS, stream, "ActAnnounced", act=act),)
        case ActReleased(act=act):
            return (earlier(Relation.ANSWERS, stream, "ActHeldBack", act=act),)
    return ()


def began(relation: Relation, stream: str, occurrence: str) -> tuple[EntryLink, ...]:
    """The entry since which the clock of an occurrence runs, where the occurrence names one."""
    mark = clock_mark(occurrence)
    if mark is None:
        return ()
    if mark.since == "entry":
        return numbered(relation, stream, (mark.number,))
    return (earlier(relation, stream, "PhaseEntered", pass_number=mark.number),)
