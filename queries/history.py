"""The history of a file, entry by entry: a cooperation's has those of its reviews and fundings too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import review_stream
from domain.rulebook import Rulebook
from language import Text
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.dossiers import closed_because, closed_files, review_of
from queries.lists import caught_up
from queries.own_names import OwnNames, own_names_of
from queries.private_text import reveal
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class History:
    """The entries that the person may look up, and what it takes to tell them."""

    file: str
    """The key of the file whose history it is."""
    entries: Sequence[TimelineEntry]
    """Corrections applied and named, private texts in their places; no details of what is closed to the person."""
    behind: int
    """How many entries of the ledger it still lacks."""
    names: Mapping[str, str]
    """What people are called."""
    own: OwnNames
    rulebooks: Mapping[str, Rulebook]
    """Those under which the entries were recorded, as far as they are known."""
    closed: Sequence[Text]
    """Why some entries are told without their details."""

    def as_json(self) -> dict[str, Any]:
        """The entries, and how many are lacking."""
        return {"behind": self.behind, "entries": [one.model_dump(mode="json") for one in self.entries]}


async def history_of(visit: Visit, name: str, then: Then) -> History:
    """What had happened to a file, as far as it was known. Raises Failure where the person may not look it up.

    From then on, what is shown happened where the file lives.
    """
    file, closed = await _readable(visit, name)
    visit.shows(file)
    zone = visit.zone_of(file)
    as_of, known_on = then.happened_by(zone), then.known_by(zone)
    behind = await caught_up(visit)
    entries = await visit.service.read_models.timeline(visit.organisation, file.key, zone, as_of, known_on)
    details = await reveal(visit, [{} if one.file in closed else one.details for one in entries])
    told = [one.model_copy(update={"details": shown}) for one, shown in zip(entries, details, strict=True)]
    named = {file.cooperation if isinstance(file, Funding) else file.key, *(one.file for one in entries)}
    return History(
        file=file.key,
        entries=told,
        behind=behind,
        names=await visit.names(),
        own=await own_names_of(visit, named),
        rulebooks=_rulebooks(visit, entries),
        closed=list(dict.fromkeys(closed[one.file] for one in entries if one.file in closed)),
    )


async def _readable(visit: Visit, name: str) -> tuple[KeptFile, Mapping[str, Text]]:
    """A file that the person may look up; the reviews and fundings whose content is not shown to them, and why."""
    if name.startswith(review_stream("")):
        review = await review_of(visit, name)
        reason = closed_because(visit, review)
        return review, {review.key: reason} if reason else {}
    file = await visit.kept(name)
    cooperation = file.cooperation if isinstance(file, Funding) else file.key
    return file, await closed_files(visit, await visit.file(cooperation))


def _rulebooks(visit: Visit, entries: Sequence[TimelineEntry]) -> Mapping[str, Rulebook]:
    known = {one.rulebook: visit.rulebook(one.rulebook) for one in entries if one.rulebook}
    return {key: one for key, one in known.items() if one}
