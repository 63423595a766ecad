"""Commands that the rules refused, in their sentences: of a file, among its entries."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from json import loads
from typing import Any

from domain.files.file import KeptFile
from domain.kernel.ids import file_of, stream_of
from domain.kernel.ledger import NumberedRefusal
from language import Text, text_of
from queries.as_of import Then
from queries.history import LookedUp
from queries.history_part import HistoryPart
from queries.outcomes import is_theirs
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class RefusedCommand:
    """Somebody's command that was refused, and why. What cannot be read is not recorded at all, and no refusal."""

    number: int
    """Among the refusals of the organisation, from 1."""
    at: datetime
    after: int | None
    """The last position of the ledger then; None where it was refused before refusals were numbered."""
    actor: str
    command_id: str
    type: str | None
    """What was tried; None where that was not kept."""
    file: str | None
    """About which file; None: about the organisation, or what is no file."""
    code: str
    message: Text
    remedy: Text

    def as_json(self) -> dict[str, Any]:
        """For programs: the moment as ISO 8601, the sentences in both languages."""
        sentences = {"message": self.message._asdict(), "remedy": self.remedy._asdict()}
        return asdict(self) | {"at": self.at.isoformat()} | sentences


@dataclass(frozen=True, slots=True)
class Refusals:
    """Refused commands, with what the people are called who gave them."""

    rows: Sequence[RefusedCommand]
    names: Mapping[str, str]


NONE_REFUSED = Refusals((), {})


async def refusals_of(visit: Visit, found: LookedUp, then: Then) -> Refusals:
    """What was refused about a file and what is told with it, the first first, as far as it was known.

    Nothing of what is closed to the person, or not theirs to read. Raises Failure for what is no date.
    """
    files = [one for one in (found.file, *found.beside) if _is_open(visit, found, one)]
    zone = visit.zone_of(found.file)
    ends = [end for end in (then.happened_by(zone), then.known_by(zone)) if end]
    streams = [stream_of(one.key) for one in files]
    found_about = await visit.service.ledger.refused_about(visit.organisation, streams) if streams else []
    return await told(
        visit, [one for one in found_about if all(one.outcome.recorded_at <= end for end in ends)]
    )


def among(part: HistoryPart, refusals: Refusals) -> Sequence[RefusedCommand]:
    """Those that were refused while the entries of a part of the history came, the first first."""
    return [
        one
        for one in refusals.rows
        if (part.since is None or one.at >= part.since) and (part.until is None or one.at < part.until)
    ]


async def theirs(visit: Visit, refusals: Sequence[NumberedRefusal]) -> Refusals:
    """Those that the person may look up."""
    return await told(visit, [one for one in refusals if await is_theirs(visit, one.outcome)])


async def told(visit: Visit, refusals: Sequence[NumberedRefusal]) -> Refusals:
    """Refusals in words, with the names that the person may know."""
    rows = [await _told(visit, one) for one in refusals]
    return Refusals(rows, await visit.names({one.actor for one in rows}))


def _is_open(visit: Visit, found: LookedUp, file: KeptFile) -> bool:
    return visit.may_read(file) and file.key not in found.closed


async def _told(visit: Visit, refused: NumberedRefusal) -> RefusedCommand:
    outcome = refused.outcome
    answer = await visit.service.one_way_in.recall(visit.organisation, outcome, visit.person)
    refusal = answer.refusal
    return RefusedCommand(
        number=refused.number,
        at=outcome.recorded_at,
        after=refused.at_position,
        actor=outcome.actor,
        command_id=outcome.command_id,
        type=loads(outcome.refusal or "{}").get("type"),
        file=file_of(outcome.stream),
        code=refusal.code if refusal else "",
        message=text_of(refusal.message) if refusal else Text("–", "–"),
        remedy=text_of(refusal.remedy) if refusal else Text("–", "–"),
    )
