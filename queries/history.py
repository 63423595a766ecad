"""The history of a file, entry by entry: a cooperation's has those of its reviews and fundings too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream, review_stream
from domain.reviews.state import Review
from domain.rulebook import Rulebook, names_in
from language import Text, say
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.dossiers import closed_among, closed_to, review_of
from queries.history_narrowed import EVERYTHING, Narrowing, narrowed
from queries.lists import Extent, extent
from queries.own_names import OwnNames, own_names
from queries.private_text import texts_and_names
from queries.visit import Visit
from wording.regions import region_words
from wording.told_of_acts import Entries, entry_called

_OF_ACCOUNTS: Mapping[str, tuple[str, ...]] = {"BankDetailsProposed": ("holder", "iban", "bic")}
"""What only the pages of accounts show, which note who looked."""


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A file whose history a person may look up, with what is told beside it."""

    file: KeptFile
    beside: Sequence[KeptFile]
    """Its reviews and fundings, or its cooperation."""
    closed: Mapping[str, Text]
    """The reviews and fundings whose content is not shown to the person, and why."""


@dataclass(frozen=True, slots=True)
class History:
    """The entries that the person may look up, and what it takes to tell them."""

    file: str
    """The key of the file whose history it is."""
    entries: Sequence[TimelineEntry]
    """Corrections applied and named, private texts in their places; no details of what is closed to the person."""
    extent: Extent
    """How far the ledger was read."""
    names: Mapping[str, str]
    """What people are called, and the regions that entries speak of."""
    own: OwnNames
    rulebooks: Mapping[str, Rulebook]
    """Those under which the entries were recorded, as far as they are known."""
    closed: Sequence[Text]
    """Why some entries are told without their details."""
    looked_up: LookedUp

    def as_json(self) -> dict[str, Any]:
        """The entries, and how many are lacking."""
        return {
            "behind": self.extent.behind,
            "entries": [one.model_dump(mode="json") for one in self.entries],
        }


async def history_of(visit: Visit, name: str, then: Then, asked: Narrowing = EVERYTHING) -> History:
    """What had happened to a file, as far as it was known. Raises Failure where the person may not look it up.

    From then on, what is shown happened where the file lives.
    """
    found = await looked_up(visit, name)
    entries, read = await entries_of(visit, found.file, then)
    wants = await narrowed(visit, asked, entries, visit.zone_of(found.file))
    return await told(visit, found, [one for one in entries if wants(one)], read)


async def looked_up(visit: Visit, name: str) -> LookedUp:
    """A file that the person may look up, by its key. Raises Failure for one that they may not, or that is not there.

    From then on, what is shown happened where it lives.
    """
    if name.startswith(review_stream("")):
        review = await review_of(visit, name)
        reason = await closed_to(visit, review)
        found = LookedUp(review, (), {review.key: reason} if reason else {})
    else:
        file = await visit.kept(name)
        cooperation = await visit.file(file.cooperation) if isinstance(file, Funding) else file
        beside = await _beside(visit, cooperation)
        closed = closed_among(visit, (one for one in beside if isinstance(one, Review)))
        found = LookedUp(file, [one for one in (cooperation, *beside) if one.key != file.key], closed)
    visit.shows(found.file)
    return found


async def entries_of(visit: Visit, file: KeptFile, then: Then) -> tuple[Sequence[TimelineEntry], Extent]:
    """Every entry of a file and of what is told with it, in the order of recording; how far that goes."""
    zone = visit.zone_of(file)
    as_of, known_on = then.happened_by(zone), then.known_by(zone)
    read = await extent(visit)
    models = visit.service.read_models
    return await models.timeline(visit.organisation, file.key, zone, as_of, known_on), read


async def told(visit: Visit, found: LookedUp, entries: Sequence[TimelineEntry], read: Extent) -> History:
    """Some of the entries, as the person may see them: texts and names are asked for these alone."""
    details = [_shown_of(found, one) for one in entries]
    private, names = await texts_and_names(visit, details)
    shown = zip(entries, details, strict=True)
    return History(
        file=found.file.key,
        entries=[one.model_copy(update={"details": private.put_in(said)}) for one, said in shown],
        extent=read,
        names={**_regions(visit, details), **names},
        own=own_names(one for one in (found.file, *found.beside) if visit.may_read(one)),
        rulebooks=_rulebooks(visit, entries),
        closed=list(dict.fromkeys(found.closed[one.file] for one in entries if one.file in found.closed)),
        looked_up=found,
    )


def _shown_of(found: LookedUp, entry: TimelineEntry) -> Mapping[str, Any]:
    """What an entry says: nothing of what is closed to the person, and of bank details no holder and no number."""
    if entry.file in found.closed:
        return {}
    return {
        field: said for field, said in entry.details.items() if field not in _OF_ACCOUNTS.get(entry.type, ())
    }


def by_file(entries: Iterable[TimelineEntry]) -> Mapping[str, Sequence[TimelineEntry]]:
    """Entries by the file whose they are, in their order."""
    found: dict[str, list[TimelineEntry]] = {}
    for one in entries:
        found.setdefault(one.file, []).append(one)
    return found


def entries_called(history: History, entries: Iterable[TimelineEntry]) -> Mapping[str, Entries]:
    """What entries are called, by their files, for those that others rest on."""
    keys = {
        key: {name: say(words) for name, words in names_in(rulebook).items()}
        for key, rulebook in history.rulebooks.items()
    }
    return {
        file: {
            one.entry: entry_called(one.type, one.details, keys.get(one.rulebook or "", {})) for one in found
        }
        for file, found in by_file(entries).items()
    }


async def _beside(visit: Visit, file: KeptFile) -> list[KeptFile]:
    streams = list(_related(file))
    states = await visit.states(streams) if streams else {}
    return [one for one in states.values() if isinstance(one, KeptFile)]


def _related(file: KeptFile) -> Iterator[str]:
    if isinstance(file, Cooperation):
        yield from map(review_stream, file.reviews)
        yield from map(funding_stream, file.fundings)


def _regions(visit: Visit, details: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """What the regions are called that entries speak of."""
    spoken = {one["region"] for one in details if isinstance(one.get("region"), str)}
    return {one: say(region_words(one, visit.people.regions)) for one in spoken}


def _rulebooks(visit: Visit, entries: Sequence[TimelineEntry]) -> Mapping[str, Rulebook]:
    known = {one.rulebook: visit.rulebook(one.rulebook) for one in entries if one.rulebook}
    return {key: one for key, one in known.items() if one}
