"""Envelopes: what each may commit and pay, what of it is set aside, paid and free. Integer euro cents."""

from collections.abc import Sequence
from pathlib import Path

from domain.envelopes.state import Envelope
from domain.kernel.model import Model
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import Batch, Change, ReadModel, written

_QUERIES = load_queries(Path(__file__).with_name("envelopes.sql"))


class EnvelopeLine(Model):
    """An envelope at a glance. ``paid_cents`` is what was paid in its year, whatever year it was committed in."""

    envelope: str
    programme: str
    instrument: str
    fast_track: bool
    year: str
    """A year, or ``total``."""
    rulebook: str
    allotted_cents: int
    """What may be committed in all: as opened, topped up and carried over."""
    carried_in_cents: int
    carried_out_cents: int
    reserved_cents: int
    """Set aside and not paid."""
    consumed_cents: int
    """Paid of what was committed here."""
    balance_cents: int
    """What may still be committed."""
    fundings: int
    fundings_per_year: int | None
    """How many may be granted; None if nothing bounds it."""
    payments_cents: int | None
    """What may be paid in the year; None if nothing bounds it."""
    paid_cents: int


_COLUMNS = tuple(EnvelopeLine.model_fields)


def envelope_line(envelope: Envelope) -> EnvelopeLine:
    """An envelope at a glance."""
    programme, instrument, *track, year = envelope.id.split("/")
    return EnvelopeLine(
        envelope=envelope.id,
        programme=programme,
        instrument=instrument,
        fast_track=bool(track),
        year=year,
        rulebook=envelope.rulebook,
        allotted_cents=envelope.allotted,
        carried_in_cents=envelope.carried_in,
        carried_out_cents=envelope.carried_out,
        reserved_cents=envelope.reserved,
        consumed_cents=envelope.consumed,
        balance_cents=envelope.balance,
        fundings=envelope.fundings,
        fundings_per_year=envelope.fundings_per_year,
        payments_cents=envelope.payments_cents,
        paid_cents=envelope.paid,
    )


def _changes(batch: Batch) -> Sequence[Change]:
    lines = [envelope_line(one) for one in batch.of(Envelope)]
    rows = [written(line, _COLUMNS) for line in lines]
    keys = [line.envelope for line in lines]
    return [Change("envelopes", _COLUMNS, rows, _QUERIES["forget"], keys)] if lines else []


ENVELOPES = ReadModel("envelopes", ("envelopes",), _changes)


async def read_envelopes(connection: Connection, organisation: str) -> tuple[EnvelopeLine, ...]:
    """All envelopes: by programme and instrument, the latest year first."""
    rows = await connection.fetch(_QUERIES["envelopes"], organisation)
    return tuple(EnvelopeLine.model_validate(dict(row), strict=False) for row in rows)
