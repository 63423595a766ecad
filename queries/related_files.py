"""The reviews and fundings of a cooperation, as of a date."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from domain.cooperations.state import Cooperation
from domain.files.file import AFile, KeptFile
from domain.files.related import RelatedFile
from domain.files.setting import State
from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream, review_stream
from domain.reminders.view import FileView
from domain.reviews.awaited import gate_waits_for
from domain.reviews.state import Review
from projections.fundings import FundingLine, funding_line
from projections.reviews import ReviewLine, review_line
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class RelatedFiles:
    """What panels were asked, and what money was asked for."""

    reviews: Sequence[ReviewLine]
    fundings: Sequence[FundingLine]
    states: Mapping[str, KeptFile] = field(default_factory=dict)
    """The same in full, by key."""
    for_no_gate: frozenset[str] = frozenset()
    """The reviews whose answer no gate waits for, though it is asked for one."""

    def as_json(self) -> dict[str, Any]:
        """As the lists of reviews and fundings have them."""
        reviews = [
            one.model_dump(mode="json") | {"opens_a_gate": one.review not in self.for_no_gate}
            for one in self.reviews
        ]
        return {"reviews": reviews, "fundings": [one.model_dump(mode="json") for one in self.fundings]}


ALine = TypeVar("ALine", ReviewLine, FundingLine)


async def related_files(
    visit: Visit, file: Cooperation, then: datetime | None, known: datetime | None
) -> RelatedFiles:
    """The reviews and fundings of a cooperation as they stood at ``then``, as far as was known on ``known``."""
    streams = [*map(review_stream, file.reviews), *map(funding_stream, file.fundings)]
    if not streams:
        return RelatedFiles((), ())
    files = (await _states(visit, streams, then, known, visit.zone_of(file))).values()
    at = then or known or visit.now
    return RelatedFiles(
        list(_lines(visit, (one for one in files if isinstance(one, Review)), at, review_line)),
        list(_lines(visit, (one for one in files if isinstance(one, Funding)), at, funding_line)),
        {one.key: one for one in files if isinstance(one, RelatedFile)},
        frozenset(_for_no_gate(visit, file, (one for one in files if isinstance(one, Review)))),
    )


async def _states(
    visit: Visit, streams: Sequence[str], then: datetime | None, known: datetime | None, zone: ZoneInfo
) -> Mapping[str, State]:
    """As they are, from what is kept; as they were, from their entries."""
    if then is None and known is None:
        return await visit.states(streams)
    return await visit.service.files.then(visit.organisation, streams, then, known, zone)


def _for_no_gate(visit: Visit, file: Cooperation, reviews: Iterator[Review]) -> Iterator[str]:
    rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
    for one in reviews:
        if not gate_waits_for(one.question, one.opened_in, file, rulebook):
            yield one.id


def _lines(
    visit: Visit, files: Iterator[AFile], at: datetime, line: Callable[[FileView[AFile]], ALine]
) -> Iterator[ALine]:
    for file in files:
        rulebook = visit.service.rulebooks.get(visit.people, file.rulebook)
        yield line(FileView(file, rulebook, position=0, recorded_at=at, organisation=visit.people))
