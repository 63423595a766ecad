"""Deadlines in words: what moved a date and by which rule, what silence will count as."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of
from language import Text, say, t
from projections.agenda import AgendaLine
from projections.sheet import SheetDeadline
from wording.values import word

_MOVES: Mapping[tuple[str, str | None], Text] = {
    ("pause", "continue"): Text("pause, le délai reprend où il en était", "pause, the clock went on"),
    ("pause", "restart"): Text("pause, le délai repart en entier", "pause, the clock began again"),
    ("completion", "continue"): Text(
        "complément demandé, le délai reprend où il en était", "completion asked for, the clock went on"
    ),
    ("completion", "restart"): Text(
        "complément demandé, le délai repart en entier", "completion asked for, the clock began again"
    ),
    ("extension", None): Text("prolongation accordée", "more time granted"),
}

_COUNTS_AS: Mapping[str, Text] = {
    "met": Text("comptera comme rempli", "will count as met"),
    "granted": Text("l’abandon comptera comme accordé", "the abandonment will count as granted"),
    "refused": Text("la demande comptera comme refusée", "the request will count as refused"),
    "withdrawn": Text("la demande comptera comme retirée", "the request will count as withdrawn"),
    "paused": Text("le dossier sera mis en pause", "the file will be paused"),
    "favourable": Text("l’avis comptera comme favorable", "the opinion will count as favourable"),
    "unfavourable": Text("l’avis comptera comme défavorable", "the opinion will count as unfavourable"),
    "abstention": Text("l’avis comptera comme abstention", "the opinion will count as an abstention"),
}

_HELD_BACK: Mapping[str, Text] = {
    "untold": Text("retenu : personne n’a été prévenu", "held back: nobody was told"),
    "money": Text(
        "retenu : un financement accordé n’est pas clos", "held back: a granted funding is not closed"
    ),
    "undelivered": Text("retenu : un message n’est pas arrivé", "held back: a message has not arrived"),
    "vacant": Text(
        "retenu : un membre a quitté son rôle, à remplacer",
        "held back: a member has left their role, to replace",
    ),
    "outage": Text("retenu : le service était interrompu", "held back: the service was interrupted"),
}

_SILENT = Text("silencieux", "silent")


def notes(deadline: SheetDeadline, now: datetime) -> str:
    """What there is to know of a date besides: why it is not the first one, and what silence will do."""
    said = [_moved(one.cause, one.rule, one.from_day, one.to_day) for one in deadline.moves]
    if deadline.clipped and not said:
        said.append(_clipped(deadline.clipped, deadline.due_on.day))
    if (silence := deadline.silence) and silence.forecast_from <= now:
        said.append(silence_said(silence.bites_at.date(), silence.counts_as, silence.held_back))
    return " ; ".join(said)


def line_notes(line: AgendaLine, now: datetime) -> str:
    """The same of a line of the agenda."""
    said = [_moved(*_read(move)) for move in line.moves]
    if line.clipped and not said:
        said.append(_clipped(line.clipped, line.due_on.day))
    if line.silence_on and line.silence_counts_as and line.silence_from and line.silence_from <= now:
        said.append(silence_said(line.silence_on, line.silence_counts_as, line.silence_held_back))
    return " ; ".join(said)


def coming(deadline: SheetDeadline) -> str:
    """The next reminder of a deadline, and to whom; that it is silent, where nobody is reminded now."""
    if deadline.silent:
        return say(_SILENT)
    if (rung := deadline.next_reminder) is None:
        return t("plus de rappel", "no more reminders")
    return t("rappel le ", "reminder on ") + f"{rung.at:%Y-%m-%d} → {word(rung.to, 'recipient')}"


def line_coming(line: AgendaLine) -> str:
    """The day of the next reminder, as a line of the agenda has it."""
    if line.silent:
        return say(_SILENT)
    return str(day_of(line.next_rung_at, ZoneInfo(line.zone))) if line.next_rung_at else "–"


def silence_said(on: date, counts_as: str, held_back: str | None) -> str:
    """What silence will count as, when, and what holds it back."""
    said = t(f"sans réponse au {on} : ", f"no answer by {on}: ") + say(_COUNTS_AS[counts_as])
    return f"{said} ({say(_HELD_BACK[held_back])})" if held_back else said


def _read(move: str) -> tuple[str, str | None, str, str]:
    """A move as the agenda keeps it."""
    cause, rule, from_day, to_day = move.split()
    return cause, None if rule == "-" else rule, from_day, to_day


def _moved(cause: str, rule: str | None, from_day: object, to_day: object) -> str:
    return f"{from_day} → {to_day} : {say(_MOVES[cause, rule])}"


def _clipped(counted: int, day: int) -> str:
    return t(f"{counted} → {day} : mois plus court", f"{counted} → {day}: a shorter month")
