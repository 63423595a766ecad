"""Refused commands among the entries of a history, as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

import links
from domain.kernel.moments import earliest, write_instant
from language import locale, say
from queries.history_part import HistoryPart
from queries.refusals import Refusals, RefusedCommand, among
from queries.visit import Visit
from web.entries import EntryShown, file_named, lines_shown, month_of, month_said
from wording.details import called
from wording.distances import moment_in_words
from wording.pages import refusals as words


@dataclass(frozen=True, slots=True)
class RefusalShown:
    """A refusal in words."""

    is_refusal: ClassVar[bool] = True
    month: str
    month_said: str
    when: str
    what: str
    why: str
    remedy: str
    who: str
    of: str
    """The review or funding that it was about; empty for the file itself."""
    of_address: str


def with_refusals(visit: Visit, part: HistoryPart, refusals: Refusals) -> Sequence[EntryShown | RefusalShown]:
    """The entries of a part, the last first; with what was refused meanwhile, and what was first told there."""
    zone = visit.zone_of(part.looked_up.file)
    entries, moved = lines_shown(visit, part)
    shown: list[EntryShown | RefusalShown] = list(entries)
    at = [earliest(one.effective_at, zone) for one in part.history.entries]
    refused: list[tuple[datetime, EntryShown | RefusalShown]] = [
        (one.at, _shown(visit, part, one, refusals)) for one in among(part, refusals)
    ]
    for moment, line in (*moved, *refused):
        place = next((number for number, other in enumerate(at) if other <= moment), len(at))
        at.insert(place, moment)
        shown.insert(place, line)
    return shown


def _shown(visit: Visit, part: HistoryPart, one: RefusedCommand, refusals: Refusals) -> RefusalShown:
    zone = visit.zone_of(part.looked_up.file)
    files = {other.key: other for other in part.looked_up.beside}
    of = files.get(one.file or "")
    month = month_of(write_instant(one.at), zone)
    return RefusalShown(
        month=month,
        month_said=month_said(month),
        when=moment_in_words(write_instant(one.at), zone, locale()),
        what=words.refused(one.type),
        why=say(one.message),
        remedy=say(one.remedy),
        who=called(one.actor, refusals.names),
        of=file_named(visit, of) if of else "",
        of_address=links.file(visit.organisation, of.key) if of else "",
    )
