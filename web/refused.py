"""Refused commands among the entries of a history, as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import links
from domain.kernel.moments import earliest, write_instant
from language import locale, say
from queries.history_part import HistoryPart
from queries.refusals import Refusals, RefusedCommand, among
from queries.visit import Visit
from web.entries import EntryShown, entries_shown, file_named
from wording.details import called
from wording.distances import moment_in_words
from wording.pages import refusals as words


@dataclass(frozen=True, slots=True)
class RefusalShown:
    """A refusal in words."""

    is_refusal: ClassVar[bool] = True
    year: str
    when: str
    what: str
    why: str
    remedy: str
    who: str
    of: str
    """The review or funding that it was about; empty for the file itself."""
    of_address: str


def with_refusals(visit: Visit, part: HistoryPart, refusals: Refusals) -> Sequence[EntryShown | RefusalShown]:
    """The entries of a part, and where they happened what was refused meanwhile: the last first."""
    zone = visit.zone_of(part.looked_up.file)
    shown: list[EntryShown | RefusalShown] = list(entries_shown(visit, part))
    at = [earliest(one.effective_at, zone) for one in part.history.entries]
    for one in among(part, refusals):
        place = next((number for number, other in enumerate(at) if other <= one.at), len(at))
        at.insert(place, one.at)
        shown.insert(place, _shown(visit, part, one, refusals))
    return shown


def _shown(visit: Visit, part: HistoryPart, one: RefusedCommand, refusals: Refusals) -> RefusalShown:
    zone = visit.zone_of(part.looked_up.file)
    files = {other.key: other for other in part.looked_up.beside}
    of = files.get(one.file or "")
    return RefusalShown(
        year=str(one.at.astimezone(zone).year),
        when=moment_in_words(write_instant(one.at), zone, locale()),
        what=words.refused(one.type),
        why=say(one.message),
        remedy=say(one.remedy),
        who=called(one.actor, refusals.names),
        of=file_named(visit, of) if of else "",
        of_address=links.file(visit.organisation, of.key) if of else "",
    )
