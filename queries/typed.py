"""Dates, durations and fixed values as people type them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from domain.kernel.calendar import Duration, due_on, plus
from domain.kernel.folded import folded
from domain.kernel.moments import Moment, day_of, earliest, latest
from language import Text
from queries.refused import Failure, invalid
from wording.codes import CODES
from wording.punctuation import quoted

_MOMENT: TypeAdapter[str] = TypeAdapter(Moment)
_DURATION: TypeAdapter[str] = TypeAdapter(Duration)
_INSTANT = "T"
"""Tells an instant from a day, a month or a year."""


def end_of(text: str, zone: ZoneInfo) -> datetime | None:
    """The last instant that a moment may mean, where days are those of a zone; None for no text. Raises Failure."""
    return latest(_moment(text), zone) if text else None


def start_of(text: str, zone: ZoneInfo) -> datetime | None:
    """The first instant that a moment may mean, where days are those of a zone; None for no text. Raises Failure."""
    return earliest(_moment(text), zone) if text else None


def morning_of(text: str, zone: ZoneInfo) -> datetime:
    """An instant as it is; of a day, month or year the first morning, when reminders go out. Raises Failure."""
    moment = _moment(text)
    first = earliest(moment, zone)
    return first if _INSTANT in moment else due_on(day_of(first, zone), zone).at


def later(start: datetime, duration: str, zone: ZoneInfo) -> datetime:
    """``start`` moved by an ISO 8601 duration in calendar units, by the clocks of a zone. Raises Failure."""
    try:
        read = _DURATION.validate_python(duration)
        moved = plus(start.astimezone(zone), read, exact=True).at
    except (ValidationError, ValueError, OverflowError):
        raise invalid(
            "bad-duration",
            Text(f"{quoted(duration).fr} n’est pas une durée", f"{quoted(duration).en} is not a duration"),
            Text("Une durée ISO 8601 : P1M, P14D, P2Y.", "An ISO 8601 duration: P1M, P14D, P2Y."),
        ) from None
    return moved


def period_of(text: str, zone: ZoneInfo) -> tuple[date, date]:
    """The first and last day of ``2024-01-01/2026-12-31``; a month or a year may stand on either side."""
    start, slash, end = text.partition("/")
    since = day_of(earliest(_moment(start), zone), zone)
    until = day_of(latest(_moment(end if slash else start), zone), zone)
    if until < since:
        raise invalid(
            "period-reversed",
            Text(f"{text} finit avant de commencer", f"{text} ends before it starts"),
            Text("Donnez DÉBUT/FIN : 2024-01-01/2026-12-31.", "Give START/END: 2024-01-01/2026-12-31."),
        )
    return since, until


def code_of(text: str, of: str) -> str | None:
    """The fixed value that a word in either language names, or its code; None for no text. Raises Failure."""
    if not text:
        return None
    for code, words in CODES[of].items():
        if folded(text) in {code, *map(folded, words)}:
            return code
    there = [", ".join(words[language] for words in CODES[of].values()) for language in (0, 1)]
    raise invalid(
        "bad-choice",
        Text(f"{quoted(text).fr} n’est pas reconnu", f"{quoted(text).en} is not known"),
        Text(f"Dites l’un de : {there[0]}.", f"Say one of: {there[1]}."),
    )


def _moment(text: str) -> str:
    try:
        return _MOMENT.validate_python(text)
    except ValidationError:
        raise _bad_moment(text) from None


def _bad_moment(text: str) -> Failure:
    return invalid(
        "bad-date",
        Text(
            f"{quoted(text).fr} n’est pas une date qui existe", f"{quoted(text).en} is not a date that exists"
        ),
        Text(
            "Une année, un mois, un jour ou un instant : 2026, 2026-11, 2026-11-22, 2026-11-22T09:30:00+01:00.",
            "A year, a month, a day or an instant: 2026, 2026-11, 2026-11-22, 2026-11-22T09:30:00+01:00.",
        ),
    )
