"""What in a rehearsal should make the author of a rulebook think again; a *fault* would be one of the service."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from application.rehearsal.life import Life
from application.rehearsal.row import Row
from domain.cooperations.commands.record import WaiveGateItem
from domain.deadlines.deadline import Deadline
from domain.deadlines.rules import TimeRule
from domain.files.act_events import ActRefused
from domain.kernel.values import Phase, Role
from domain.rulebook import DeadlineRule, Rulebook
from language import Text
from wording.codes import code_words
from wording.days import day_words
from wording.hours import hour_words
from wording.moves import named_day
from wording.naming import Naming
from wording.refusals import explain
from wording.rulebook.wording import rung_words

CROWD = 3
"""So many messages to one person in a day are too many."""


@dataclass(frozen=True, slots=True)
class Absurdity:
    """Something that makes no sense: its code, about what, when it shows first and how often, in words."""

    code: Literal["fault", "crowd", "moot", "mute", "day-off", "nobody", "stuck", "waived", "refused"]
    subject: str
    at: datetime
    words: Text
    times: int = 1


def absurdities_of(life: Life, rows: tuple[Row, ...]) -> tuple[Absurdity, ...]:
    """All that makes no sense, what weighs most first; the same about the same once, with how often."""
    looks: tuple[Callable[[Life, tuple[Row, ...]], Iterator[Absurdity]], ...] = (
        _faults,
        _stuck,
        _waived,
        _refused,
        _moot,
        _nobody,
        _crowds,
        _mute,
        _days_off,
    )
    found: dict[tuple[str, str], Absurdity] = {}
    times: dict[tuple[str, str], int] = defaultdict(int)
    for look in looks:
        for one in look(life, rows):
            found.setdefault((one.code, one.subject), one)
            times[one.code, one.subject] += 1
    return tuple(
        Absurdity(one.code, one.subject, one.at, one.words, times[key]) for key, one in found.items()
    )


def _reminders(rows: tuple[Row, ...]) -> Iterator[Row]:
    return (row for row in rows if row.kind in ("reminder", "escalation"))


def _faults(life: Life, rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """A reminder at a time at which people do not work."""
    for row in _reminders(rows):
        if life.calendar.sendable_from(row.at) > row.at:
            fr, en = hour_words(row.at, life.calendar.tz, life.calendar.tz)
            yield _absurd(
                "fault",
                row,
                f"rappel le {fr}, hors des heures de travail",
                f"reminder on {en}, when nobody works",
            )


def _stuck(life: Life, _rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """A gate that the scenario could not pass: refused, and the phase was never left afterwards."""
    file = life.world.file
    for given in life.given:
        params = given.refusal.params if given.refusal else {}
        if file and file.current.phase == params.get("phase") and (lacking := params.get("missing")):
            phase, naming = file.current.phase, Naming(life.world.rulebook)
            (named_fr, named_en), (fr, en) = naming.said("phase", phase), naming.said("item", lacking)
            words = Text(
                f"le passage de la phase {named_fr} n’a pas pu se faire, il manque : {fr}",
                f"the gate of phase {named_en} could not be passed, missing: {en}",
            )
            yield Absurdity("stuck", phase, given.at, words)


def _waived(life: Life, _rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """What people in a nominal life could not meet, and waived so that it goes on."""
    for given in life.given:
        if isinstance(given.command, WaiveGateItem) and not given.scripted and given.refusal is None:
            item = given.command.item
            fr, en = Naming(life.world.rulebook).said("item", item)
            words = Text(
                f"dispensé pour que la répétition continue, personne n’ayant pu le remplir : {fr}",
                f"waived so that the rehearsal goes on, since nobody could meet it: {en}",
            )
            yield Absurdity("waived", item, given.at, words)


def _refused(life: Life, rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """Something was due and the service could not do it."""
    for (_, due), (at, refusal) in life.service.refused.items():
        naming = Naming(life.world.rulebook)
        why, (fr, en) = explain(refusal, naming), naming.said("occurrence", due.occurrence)
        words = Text(f"rappel refusé ({fr}) : {why.message[0]}", f"reminder refused ({en}): {why.message[1]}")
        yield Absurdity("refused", f"{due.occurrence}/{due.rung}", at, words)
    for row in rows:
        if isinstance(row.event, ActRefused) and row.name:
            words = Text(
                f"le service n’a pas pu faire « {row.name.fr} » : {row.why[-1].fr}",
                f"the service could not do “{row.name.en}”: {row.why[-1].en}",
            )
            yield Absurdity("refused", row.occurrence, row.at, words)


def _moot(life: Life, rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """A reminder of something about which nothing can be done any more, or not there."""
    rulebook = life.world.rulebook
    for row in _reminders(rows):
        deadline = life.dues.seen[row.file, row.occurrence].at(row.at)
        phase = life.phase_at(row.at)
        if phase and _cannot_be_met(deadline.rule, phase, rulebook):
            yield _absurd(
                "moot",
                row,
                f"rappel de « {deadline.name.fr} » alors que rien ne peut plus y répondre",
                f"reminder of “{deadline.name.en}” when nothing can answer it any more",
            )


def _cannot_be_met(rule: TimeRule, phase: Phase, rulebook: Rulebook) -> bool:
    known = rulebook.phases.get(phase)
    if not isinstance(rule, DeadlineRule):
        return False
    if rule.until is not None:
        return known is None or known.item(rule.until) is None
    match rule.after:
        case "last-evaluation":
            return rulebook.evaluation is None
        case "last-occasion":
            return rule.occasion not in rulebook.occasions
        case "last-deliverable" | "each-year" if rule.deliverable:
            return known is None or rule.deliverable not in rulebook.deliverables(phase)
    return False


def _nobody(life: Life, rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """A message that went to the administrators because nobody holds the role that it is for."""
    for row in _reminders(rows):
        deadline = life.dues.seen[row.file, row.occurrence].at(row.at)
        to = next((one.to for one in deadline.rungs if one.name == row.rung), None)
        if to != Role.ADMINISTRATOR and all(one.role is Role.ADMINISTRATOR for one in row.to):
            fr, en = code_words(str(to), "recipient") or (str(to), str(to))
            words = Text(
                f"personne ne tient le rôle « {fr} » : le message va à l’administration",
                f"nobody holds the role “{en}”: the message goes to the administrators",
            )
            yield Absurdity("nobody", str(to), row.at, words)


def _crowds(life: Life, rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """Many messages the same day to one person."""
    received: dict[tuple[date, str], list[Row]] = defaultdict(list)
    for row in _reminders(rows):
        for one in row.to:
            received[life.calendar.day_of(row.at), one.person or one.role].append(row)
    for (day, person), messages in received.items():
        if len(messages) >= CROWD:
            occurrences = ", ".join(sorted({one.occurrence for one in messages}))
            fr, en = Naming(life.world.rulebook).said("occurrence", occurrences)
            who_fr, who_en = code_words(person, "recipient") or (person, person)
            told = day_words(day)
            yield Absurdity(
                "crowd",
                f"{person} {day}",
                messages[0].at,
                Text(
                    f"{len(messages)} messages le {told.fr} à {who_fr} : {fr}",
                    f"{len(messages)} messages on {told.en} to {who_en}: {en}",
                ),
            )


def _mute(life: Life, _rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """A rung that never goes out: it lies before its deadline begins to run."""
    spoken = {(one.key, rung) for _, one, rung in _rungs(life) if not _is_muted(one, rung)}
    for forms, deadline, rung in _rungs(life):
        if (deadline.key, rung) not in spoken:
            since = forms[0][0]
            fr, en = rung_words(life.world.rulebook.ladders.get(deadline.rule.ladder, ()), rung)
            words = Text(
                f"l’échelon « {fr} » de « {deadline.name.fr} » ne part jamais : il précède le début du délai",
                f"rung “{en}” of “{deadline.name.en}” never goes out: it lies before the time begins to run",
            )
            yield Absurdity("mute", f"{deadline.key}/{rung}", since, words)


def _rungs(life: Life) -> Iterator[tuple[list[tuple[datetime, Deadline]], Deadline, str]]:
    return (
        (seen.forms, seen.last, rung.name) for seen in life.dues.seen.values() for rung in seen.last.rungs
    )


def _is_muted(deadline: Deadline, name: str) -> bool:
    return any(rung.muted for rung in deadline.rungs if rung.name == name)


def _days_off(life: Life, rows: tuple[Row, ...]) -> Iterator[Absurdity]:
    """A due date on a day on which nobody works."""
    for row in rows:
        if row.kind == "due" and row.due_on and (why := named_day(row.due_on, life.calendar)):
            key, told = row.occurrence.partition("/")[0], day_words(row.due_on)
            words = Text(
                f"« {row.name.fr if row.name else key} » échoit le {told.fr}, {why.fr}",
                f"“{row.name.en if row.name else key}” falls due on {told.en}, {why.en}",
            )
            yield Absurdity("day-off", key, row.at, words)


def _absurd(code: Literal["fault", "moot"], row: Row, fr: str, en: str) -> Absurdity:
    key = row.occurrence.partition("/")[0]
    return Absurdity(code, f"{key}/{row.rung}", row.at, Text(fr, en))
