"""Why a date is not the one that would be expected: what moved it, which rule, which day nobody works on.

The same words on sheets, in agendas and in rehearsals; those of clocks are the ones that rulebooks are told in.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Protocol

from domain.deadlines.deadline import Deadline
from domain.deadlines.moves import Move
from domain.kernel.calendar import WorkingDays
from domain.rulebook import Rulebook
from language import Text
from wording.codes import CODES
from wording.days import day_words, period_words

AWAY = Text(
    "en retard : le service était absent à l’heure dite", "late: the service was away when it was due"
)
ASLEEP = Text(
    "en retard : le dossier était silencieux à l’heure dite", "late: the file was silent when it was due"
)

_SATURDAY, _SUNDAY = 5, 6


class MovedDate(Protocol):
    """A due date that moved: why (pause, completion, extension), by which rule, from which day to which."""

    @property
    def cause(self) -> str:
        """A code of ``domain.deadlines.moves.Cause``."""

    @property
    def rule(self) -> str | None:
        """What became of the clock; None for an extension, which says its day."""

    @property
    def from_day(self) -> date:
        """The day it was due before."""

    @property
    def to_day(self) -> date:
        """The day it is due since."""


def moved(move: MovedDate, during: tuple[date, date] | None = None) -> Text:
    """From when to when, what moved it, what became of the clock; ``during``: how long that lasted, if it is told."""
    before, after = day_words(move.from_day), day_words(move.to_day)
    fr, en = f"{before.fr} → {after.fr}", f"{before.en} → {after.en}"
    cause = CODES["date-moved-by"][move.cause]
    if move.rule is None:
        return Text(f"{fr} : {cause[0]}", f"{en}: {cause[1]}")
    clock = CODES["clock"][move.rule]
    lasted_fr, lasted_en = [f" {one}" for one in period_words(*map(str, during))] if during else ("", "")
    return Text(
        f"{fr} : {cause[0]}{lasted_fr}, le délai {clock[0]}",
        f"{en}: {cause[1]}{lasted_en}, the clock {clock[1]}",
    )


def clipped(counted: int, due: date) -> Text:
    """That the month of a due date is too short for the day that was counted to."""
    last = day_words(due)
    return Text(
        f"ce mois n’a pas de {counted} : dernier jour du mois, {last.fr}",
        f"that month has no day {counted}: last day of the month, {last.en}",
    )


def why_due(deadline: Deadline) -> tuple[Text, ...]:
    """What moved a due date, and what shortened its month."""
    shortened = (clipped(deadline.due.clipped, deadline.due.day),) if deadline.due.clipped else ()
    return (*(moved(one, _during(one)) for one in deadline.moves), *shortened)


def why_then(
    deadline: Deadline, rung: str, at: datetime, rulebook: Rulebook, calendar: WorkingDays
) -> tuple[Text, ...]:
    """Why a rung goes out at ``at``: what moved its deadline, what day its own would have been."""
    return (*why_due(deadline), *_postponed(deadline, rung, at, rulebook, calendar))


def named_day(day: date, calendar: WorkingDays) -> Text | None:
    """Why nobody works on a day; None if people do."""
    if calendar.works(day):
        return None
    if day.weekday() == _SATURDAY:
        return Text("un samedi", "a Saturday")
    if day.weekday() == _SUNDAY:
        return Text("un dimanche", "a Sunday")
    return Text("un jour férié", "a holiday")


def _during(move: Move) -> tuple[date, date]:
    return move.since.date(), move.until.astimezone(move.since.tzinfo).date()


def _postponed(
    deadline: Deadline, rung: str, at: datetime, rulebook: Rulebook, calendar: WorkingDays
) -> Iterator[Text]:
    ladder = rulebook.ladders.get(deadline.rule.ladder, ())
    offset = next((one.offset for one in ladder if one.rung == rung), None)
    if offset is None:
        return
    day = calendar.day_of(deadline.due.offset(offset))
    if (why := named_day(day, calendar)) and day < at.date():
        told = day_words(day)
        yield Text(f"le {told.fr} est {why.fr}", f"{told.en} is {why.en}")
