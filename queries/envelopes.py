"""Envelopes, for whoever holds a role: all of them, and one in full. Fundings that they may not read are a sum."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import MAXYEAR
from typing import Any

from pydantic_core import to_jsonable_python

from domain.decide.access import may_give
from domain.envelopes.bounds import TOTAL
from domain.envelopes.commands import OpenEnvelope
from domain.envelopes.events import CarriedOver, CarryOverReceived, EnvelopeOpened, EnvelopeToppedUp
from domain.envelopes.shares import Share, shares
from domain.envelopes.state import Envelope
from domain.files.setting import Setting
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.ids import envelope_stream, funding_stream
from domain.kernel.moments import day_of
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.rulebook import names_in
from language import Text, text_of
from projections.envelopes import EnvelopeCursor, EnvelopeFilter, EnvelopeLine, envelope_line
from projections.fundings import FundingFilter
from queries.as_of import Then
from queries.burn_down import BurnDown, Planned, burn_down, planned_of
from queries.fundings import list_fundings
from queries.lists import Listed, Part, caught_up, listed
from queries.private_text import private_texts
from queries.readable import readable
from queries.refused import Failure, FailureKind
from queries.visit import Visit, reached
from wording.punctuation import quoted

Envelopes = Listed[EnvelopeLine, EnvelopeCursor]


@dataclass(frozen=True, slots=True)
class FundingShare:
    """What a funding has of an envelope, in cents; without a name, what those have that the person may not read."""

    funding: str | None
    reserved_cents: int
    consumed_cents: int


@dataclass(frozen=True, slots=True)
class EnvelopeMovement:
    """What changed how much there is: when it happened, and whose doing it was."""

    at: str
    actor: str
    event: EnvelopeOpened | EnvelopeToppedUp | CarriedOver | CarryOverReceived

    def as_json(self) -> dict[str, Any]:
        """With the fields of the event; what people wrote, and under which rules, is left out."""
        fields = self.event.model_dump(mode="json", exclude={"type", "note", "reason", "rulebook"})
        return {"at": self.at, "actor": self.actor, "type": self.event.type} | fields


@dataclass(frozen=True, slots=True)
class EnvelopeInFull:
    """An envelope with what fundings have of it and what came and went."""

    line: EnvelopeLine
    instrument: Text
    """What its instrument is called."""
    shares: Sequence[FundingShare]
    movements: Sequence[EnvelopeMovement]
    names: Mapping[str, str]
    """Of the people whose doing the movements were."""
    burn_down: BurnDown
    """Month by month; of payments to come, those of fundings that the person may read."""

    def as_json(self) -> dict[str, Any]:
        """All of it but the names, for programs."""
        return self.line.model_dump(mode="json") | {
            "shares": [asdict(one) for one in self.shares],
            "movements": [one.as_json() for one in self.movements],
        }


async def list_envelopes(
    visit: Visit, where: EnvelopeFilter, part: Part[EnvelopeCursor] | None = None
) -> Envelopes:
    """The envelopes, by programme and instrument, the latest year first. Raises Failure, also for want of a role."""
    visit.needs_a_role()
    return await listed(visit, visit.service.read_models.envelopes, where, part)


async def list_envelopes_then(visit: Visit, where: EnvelopeFilter, then: Then) -> Envelopes:
    """The same as they were on a date, folded from the ledger. Raises Failure."""
    visit.needs_a_role()
    async with reached():
        behind = await caught_up(visit)
    past = [one async for one in then.states(visit, "envelope")]
    lines = [envelope_line(one) for one in past if isinstance(one, Envelope)]
    return Listed(sorted((one for one in lines if _wanted(one, where)), key=_in_order), None, behind)


async def envelope_in_full(visit: Visit, name: str, then: Then) -> EnvelopeInFull:
    """An envelope by its id, as it is or was, folded from the ledger itself. Raises Failure."""
    visit.needs_a_role()
    stream = envelope_stream(name.removeprefix(envelope_stream("")))
    async with reached():
        envelope = (await visit.states([stream]))[stream]
        if not isinstance(envelope, Envelope):
            raise _unknown(name)
        past, history = await then.stream(visit, stream)
        line = envelope_line(past if isinstance(past, Envelope) else envelope)
        held = shares(history)
        theirs = await readable(visit, (funding_stream(one) for one in held))
        movements = list(_movements(history))
        names = await visit.names({one.actor for one in movements})
        planned = await _planned(visit, held, theirs)
    today = day_of(visit.now, visit.zone)
    months = burn_down(history, planned, line.year, today, visit.zone)
    return EnvelopeInFull(
        line, _instrument(visit, line), list(_shares(held, theirs)), movements, names, months
    )


async def _planned(visit: Visit, held: Mapping[str, Share], theirs: frozenset[str]) -> Sequence[Planned]:
    """The payments to come of the fundings that have something set aside, and that the person may read."""
    streams = [funding_stream(one) for one, share in held.items() if share.reserved]
    read = await visit.states([one for one in streams if one in theirs])
    fundings = [one for one in read.values() if isinstance(one, Funding)]
    return [
        planned
        for one in fundings
        if (rulebook := visit.rulebook(one.rulebook))
        for planned in planned_of(one, rulebook, visit.zone_of(one))
    ]


@dataclass(frozen=True, slots=True)
class UnderStudy:
    """The requests that wait for their decision and would take from an envelope, of those that the person may read."""

    requests: int
    cents: int


async def under_study(visit: Visit, line: EnvelopeLine) -> UnderStudy:
    """What is asked for of an envelope of this year, or of all years; nothing of one that is over. Raises Failure."""
    if line.year not in (str(day_of(visit.now, visit.zone).year), TOTAL):
        return UnderStudy(0, 0)
    where = FundingFilter(status="requested", instrument=line.instrument)
    found = await list_fundings(visit, where)
    asked = [
        one.requested_cents
        for one in found.rows
        if one.rulebook.partition("@")[0] == line.programme and one.fast_track == line.fast_track
    ]
    return UnderStudy(len(asked), sum(asked))


async def whys(visit: Visit, found: EnvelopeInFull) -> Sequence[str]:
    """Why each movement was made, in its maker's words, for those who keep envelopes; empty for all others."""
    if not keeps_envelopes(visit):
        return [""] * len(found.movements)
    written = [_written(one.event) for one in found.movements]
    async with reached():
        texts = await private_texts(visit, to_jsonable_python([one for one in written if one]))
    return [texts.of(one) or "" for one in written]


def _written(event: Event) -> Prose | None:
    match event:
        case EnvelopeOpened(note=note):
            return note
        case EnvelopeToppedUp(reason=reason) | CarriedOver(reason=reason):
            return reason
    return None


def keeps_envelopes(visit: Visit) -> bool:
    """Whether the person may open envelopes, add to them and carry over: it takes the same roles."""
    setting = Setting(visit.people, None, visit.now, {})
    return may_give(OpenEnvelope, {}, visit.person, None, setting) is None


def _wanted(line: EnvelopeLine, where: EnvelopeFilter) -> bool:
    return where.programme in (None, line.programme) and where.year in (None, line.year)


def _in_order(line: EnvelopeLine) -> tuple[str, str, bool, int]:
    """By programme and instrument, the latest year first."""
    year = -int(line.year) if line.year.isdigit() else -MAXYEAR
    return line.programme, line.instrument, line.fast_track, year


def _instrument(visit: Visit, line: EnvelopeLine) -> Text:
    rulebook = visit.rulebook(line.rulebook)
    known = names_in(rulebook).get(line.instrument) if rulebook else None
    return text_of(known) if known else Text(line.instrument, line.instrument)


def _shares(held: Mapping[str, Share], theirs: frozenset[str]) -> Iterator[FundingShare]:
    """What each funding has; those that the person may not read are one sum."""
    reserved = consumed = others = 0
    for funding, share in held.items():
        if funding_stream(funding) in theirs:
            yield FundingShare(funding, share.reserved, share.consumed)
        else:
            others, reserved, consumed = others + 1, reserved + share.reserved, consumed + share.consumed
    if others:
        yield FundingShare(None, reserved, consumed)


def _movements(history: Sequence[Recorded]) -> Iterator[EnvelopeMovement]:
    """What changed how much there is; what fundings take is told by funding."""
    for one in history:
        match one.event:
            case EnvelopeOpened() | EnvelopeToppedUp() | CarriedOver() | CarryOverReceived() as event:
                yield EnvelopeMovement(one.effective_at, one.actor, event)


def _unknown(name: str) -> Failure:
    return Failure(
        FailureKind.REFUSED,
        "unknown-envelope",
        Text(f"Aucune enveloppe {quoted(name).fr}.", f"No envelope {quoted(name).en}."),
        Text("`escale envelopes` montre celles qu’il y a.", "`escale envelopes` shows those that there are."),
    )
