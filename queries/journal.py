"""The journal of a file: a row of cells for each entry, with before and after, and for each refused command."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.kernel.ids import SERVICE
from domain.kernel.moments import earliest
from domain.people.roles import roles_of
from language import say
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.history import History, history_of
from queries.history_narrowed import EVERYTHING, Narrowing
from queries.journal_before import Before
from queries.refusals import Refusals, refusals_of
from queries.visit import Visit
from wording import journal as words
from wording.details import called
from wording.history import said, what_happened
from wording.pages import downloads
from wording.pages import history as history_words
from wording.pages.refusals import refused
from wording.roles import ROLES

Cell = str | int | date | datetime | None
Row = Mapping[str, Cell]
"""Cells by the names of the columns (``wording.journal``); moments by the clocks of where the file lives."""


@dataclass(frozen=True, slots=True)
class Journal:
    """Rows of a file, and what is said of them."""

    title: str
    entries: Sequence[Row]
    """In the order of recording."""
    refused: Sequence[Row]
    about: Sequence[tuple[str, Cell]]


async def journal_of(visit: Visit, name: str, then: Then, asked: Narrowing = EVERYTHING) -> Journal:
    """The journal of what had happened to a file, as far as it was known: what the person may read and nothing else.

    Raises Failure where the person may not look it up.
    """
    history = await history_of(visit, name, then, asked)
    refusals = await refusals_of(visit, history.looked_up, then)
    zone = visit.zone_of(history.looked_up.file)
    before = Before()
    entries = [_row(visit, history, one, before, zone) for one in history.entries]
    who = (await visit.names({visit.person})).get(visit.person, visit.person)
    about: list[tuple[str, Cell]] = [
        (say(words.FILE), name),
        (say(downloads.ORGANISATION), visit.people.name),
        *(((say(downloads.SIMULATION), say(downloads.SIMULATED)),) if visit.simulation else ()),
        *(((say(history_words.AS_OF), then.as_of),) if then.as_of else ()),
        *(((say(history_words.KNOWN_ON), then.known_on),) if then.known_on else ()),
        (say(downloads.SCOPE), say(downloads.WHAT_ONE_READS)),
        (say(downloads.LINES), len(entries)),
        (say(downloads.POSITION), history.extent.read_to),
        (say(downloads.MADE_AT), visit.now.astimezone(visit.zone)),
        (say(downloads.MADE_BY), who),
    ]
    return Journal(say(words.ENTRIES), entries, list(_refused(refusals, zone)), about)


def _row(visit: Visit, history: History, one: TimelineEntry, before: Before, zone: ZoneInfo) -> Row:
    rulebook = history.rulebooks.get(one.rulebook or "")
    change = before.change(one)
    file = history.looked_up.file
    held = () if one.actor == SERVICE else roles_of(visit.people, one.actor, file.region, one.recorded_at)
    own = history.own.get(one.file, {})

    def told(value: Mapping[str, Any]) -> str:
        return said(value, history.names, rulebook, "", own)

    return {
        "position": one.position,
        "of": one.file,
        "entry": one.entry,
        "recorded": one.recorded_at.astimezone(zone),
        "effective": _moment(one.effective_at, zone),
        "who": called(one.actor, history.names),
        "who_id": one.actor,
        "roles": ", ".join(sorted(say(ROLES[role]) for role in held)),
        "what": what_happened(one.type, one.details),
        "details": said(one.details, history.names, rulebook, one.type, own),
        "before": told(change.before),
        "after": told(change.after),
        "cents_before": change.cents_before,
        "cents_after": change.cents_after,
        "reason": next(
            (one.details[key] for key in ("reason", "reasons", "note") if _is_text(one, key)), None
        ),
        "standing": ", ".join(
            [
                *([say(history_words.VOID)] if one.void else []),
                *map(history_words.corrected_by_entry, one.corrected_by),
            ]
        ),
        "rules": history_words.version(say(rulebook.name), rulebook.version) if rulebook else one.rulebook,
        "digest": rulebook.digest if rulebook else None,
        "command_id": one.command_id,
    }


def _is_text(one: TimelineEntry, key: str) -> bool:
    return isinstance(one.details.get(key), str)


def _moment(moment: str, zone: ZoneInfo) -> Cell:
    """As precisely as it is known: an hour, a day, a month or year as text."""
    if "T" in moment:
        return earliest(moment, zone).astimezone(zone)
    try:
        return date.fromisoformat(moment)
    except ValueError:
        return moment


def _refused(refusals: Refusals, zone: ZoneInfo) -> Iterator[Row]:
    for one in refusals.rows:
        yield {
            "number": one.number,
            "recorded": one.at.astimezone(zone),
            "who": called(one.actor, refusals.names),
            "who_id": one.actor,
            "what": refused(one.type),
            "why": say(one.message),
            "remedy": say(one.remedy),
            "code": one.code,
            "command_id": one.command_id,
        }
