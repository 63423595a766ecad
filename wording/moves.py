"""Why a date is not the one that would be expected: what moved it, which rule, which day nobody works on."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.deadlines.deadline import Deadline
from domain.deadlines.moves import Move
from domain.kernel.calendar import WorkingDays
from domain.rulebook import Rulebook
from language import Text

_SATURDAY, _SUNDAY = 5, 6
_RULES = {
    "continue": ("ce qui restait du délai continue de courir", "what remained of the time goes on"),
    "restart": ("le délai recommence", "the time begins again"),
}
_CAUSES = {"pause": ("pause", "pause"), "completion": ("compléments attendus", "completion awaited")}


def why_due(deadline: Deadline) -> tuple[Text, ...]:
    """What moved a due date, and what shortened its month."""
    return (*(_moved(one) for one in deadline.moves), *_clipped(deadline))


def why_then(
    deadline: Deadline, rung: str, at: datetime, rulebook: Rulebook, calendar: WorkingDays
) -> tuple[Text, ...]:
    """Why a rung goes out at ``at``: what moved its deadline, what day its own would have been."""
    return (*why_due(deadline), *_postponed(deadline, rung, at, rulebook, calendar))


AWAY = Text(
    "en retard : le service était absent à l’heure dite", "late: the service was away when it was due"
)
ASLEEP = Text(
    "en retard : le dossier était silencieux à l’heure dite", "late: the file was silent when it was due"
)


def named_day(day: date, calendar: WorkingDays) -> Text | None:
    """Why nobody works on a day; None if people do."""
    if calendar.works(day):
        return None
    if day.weekday() == _SATURDAY:
        return Text("un samedi", "a Saturday")
    if day.weekday() == _SUNDAY:
        return Text("un dimanche", "a Sunday")
    return Text("un jour férié", "a holiday")


def _moved(move: Move) -> Text:
    dates_fr, dates_en = f"du {move.from_day} au {move.to_day}", f"from {move.from_day} to {move.to_day}"
    if move.rule is None:
        return Text(f"prolongé {dates_fr}", f"extended {dates_en}")
    cause_fr, cause_en = _CAUSES[move.cause]
    rule_fr, rule_en = _RULES[move.rule]
    zone = move.since.tzinfo
    since, until = move.since.date(), move.until.astimezone(zone).date()
    return Text(
        f"déplacé {dates_fr} : {cause_fr} du {since} au {until}, {rule_fr} ({move.rule})",
        f"moved {dates_en}: {cause_en} from {since} to {until}, {rule_en} ({move.rule})",
    )


def _clipped(deadline: Deadline) -> Iterator[Text]:
    if deadline.due.clipped:
        day, end = deadline.due.clipped, deadline.due.day
        yield Text(
            f"ce mois n’a pas de {day} : dernier jour du mois, {end}",
            f"that month has no day {day}: last day of the month, {end}",
        )


def _postponed(
    deadline: Deadline, rung: str, at: datetime, rulebook: Rulebook, calendar: WorkingDays
) -> Iterator[Text]:
    ladder = rulebook.ladders.get(deadline.rule.ladder, ())
    offset = next((one.offset for one in ladder if one.rung == rung), None)
    if offset is None:
        return
    day = calendar.day_of(deadline.due.offset(offset))
    if (why := named_day(day, calendar)) and day < at.date():
        yield Text(f"le {day} est {why.fr}", f"{day} is {why.en}")
