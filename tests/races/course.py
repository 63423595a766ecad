"""Where the races are run: an organisation with one envelope, and far more eligible requests than it can grant."""

import asyncio
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from domain.envelopes.shares import shares
from domain.envelopes.state import Envelope
from domain.files.setting import State
from domain.kernel.ids import envelope_stream
from domain.kernel.moments import PARIS, day_of
from domain.kernel.recorded import Recorded
from domain.registry.codec import decode_all
from tests.life.house import House

PROGRAMME = "course"
GRANT = 15_000_00
"""What each funding asks for, and what an envelope is topped up by, in cents."""

NAMED = {"fr": "Course", "en": "Race"}
RULEBOOK: dict[str, Any] = {
    "programme": PROGRAMME,
    "version": 1,
    "name": NAMED,
    "source": "Made for the races.",
    "phases": {"exploration": {"name": NAMED, "gate": []}},
    "ladders": {},
    "instruments": [{"instrument": "grant", "name": NAMED, "kind": "grant", "circuit": [{"by": ["board"]}]}],
    "settles_abandonment": ["board"],
    "waives": ["board"],
}
"""One phase, one instrument that the board grants, nothing due."""


def envelope_of(year: int) -> str:
    """The envelope of a year."""
    return f"{PROGRAMME}/grant/{year}"


async def lay_out(house: House, fundings: int) -> datetime:
    """Publish the rules, open the envelope with a cent in it, and ask for so many fundings, all eligible.

    The answer is the moment at which all of that was so: the envelope is that of its year.
    """
    await house.do("PublishRulebook", "administrator", rulebook=RULEBOOK)
    files = range(fundings)
    await asyncio.gather(*(house.open(f"c{number}", PROGRAMME) for number in files))
    await asyncio.gather(*(_ask(house, number) for number in files))
    now = await house.service.clock.now(house.organisation)
    await house.do(
        "OpenEnvelope", "board", envelope=envelope_of(day_of(now, PARIS).year), commitments_cents=1
    )
    return now


async def _ask(house: House, number: int) -> None:
    """Each funding is of a cooperation of its own: only the envelope is contended."""
    request = {
        "instrument": "grant",
        "amount_cents": GRANT,
        "since": date(2026, 1, 1),
        "until": date(2026, 12, 31),
        "beneficiary": {"kind": "association", "name": "Les Rives", "identifier": "73282932000074"},
        "plan": [{"expense": "work", "label": "Travaux", "cents": GRANT}],
    }
    await house.do("RequestFunding", funding=f"f{number}", cooperation=f"c{number}", request=request)


async def top_up(house: House, year: int) -> None:
    """Put exactly one more grant into the envelope."""
    await house.do(
        "TopUpEnvelope",
        "board",
        envelope=envelope_of(year),
        commitments_cents=GRANT,
        reason="Un financement de plus.",
    )


async def envelope_now(house: House, year: int) -> Envelope:
    """The envelope as the ledger has it."""
    stream = envelope_stream(envelope_of(year))
    found: State = (await house.service.files.fresh(house.organisation, [stream]))[stream]
    assert isinstance(found, Envelope)
    return found


async def is_full(
    house: House, year: int, granted: Iterable[str], seen: list[Recorded] | None = None
) -> None:
    """Those granted, and no others, have the envelope among them: all but its first cent.

    ``seen`` is what was read of the envelope before: it is read on from there, into the list.
    """
    envelope, winners = await envelope_now(house, year), set(granted)
    events = [] if seen is None else seen
    stream = envelope_stream(envelope_of(year))
    found = await house.service.ledger.read_streams(house.organisation, {stream: len(events)})
    events += decode_all(found[stream])
    parts = shares(events)
    assert envelope.balance == 1
    assert envelope.reserved == sum(one.reserved for one in parts.values()) == GRANT * len(winners)
    assert {key for key, one in parts.items() if one.reserved} == winners
    assert {one.reserved for one in parts.values()} <= {GRANT}
