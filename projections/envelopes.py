"""Envelopes: what each may commit and pay, what of it is set aside, paid and free. Integer euro cents."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from domain.envelopes.state import Envelope
from domain.kernel.model import Model
from domain.registry.reading_scope import ReadingScope
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import Batch, Change, ReadModel, written
from projections.pages import Page, page_of

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


class EnvelopeFilter(NamedTuple):
    """Which envelopes are wanted; None wants any."""

    programme: str | None = None
    year: str | None = None
    """A year, or ``total``."""


class EnvelopeCursor(NamedTuple):
    """The envelope after which a page begins."""

    programme: str
    instrument: str
    fast_track: bool
    year: str


_BEGINNING = (None, None, None, None)


async def read_envelopes(
    connection: Connection,
    organisation: str,
    scope: ReadingScope,
    where: EnvelopeFilter,
    after: EnvelopeCursor | None,
    limit: int,
) -> Page[EnvelopeLine, EnvelopeCursor]:
    """The envelopes, for whoever holds a role: by programme and instrument, the latest year first."""
    asked = (scope.member, *where, *(after or _BEGINNING), limit + 1)
    rows = await connection.fetch(_QUERIES["page"], organisation, *asked)
    return page_of(rows, limit, EnvelopeLine, _key)


def _key(line: EnvelopeLine) -> EnvelopeCursor:
    return EnvelopeCursor(line.programme, line.instrument, line.fast_track, line.year)
