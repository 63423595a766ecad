"""Fundings and envelopes as they were: by when it happened, as far as it was known."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.envelopes.events import EnvelopeToppedUp, FundsConsumed, FundsReserved
from domain.envelopes.state import Envelope
from domain.fundings.state import Funding
from domain.kernel.moments import PARIS, latest
from domain.kernel.recorded import Recorded
from domain.registry.as_of import state_then
from tests.domain.kit import STARTED, On, history, on
from tests.domain.paying import FUNDING, IN_ENVELOPE, KEY, PAID, opened
from tests.domain.vocabulary import WHY


def _told(stream: str, told_on: str, *events: On, first: int = 1) -> list[Recorded]:
    """What was recorded on one day at noon, whenever it happened."""
    at = datetime.fromisoformat(told_on).replace(hour=12, tzinfo=UTC)
    return [replace(one, recorded_at=at) for one in history(*events, first=first, stream=stream)]


ASKED, GRANTED, *PAYING = (one if isinstance(one, On) else on(STARTED, one) for one in PAID)
OF_FUNDING = [
    *_told(KEY, "2026-01-05", ASKED),
    *_told(KEY, "2026-02-27", GRANTED, first=2),
    *_told(KEY, "2026-03-09", *PAYING, first=3),
]
"""Asked for on 5 January; granted on 2 February, recorded on the 27th; paid on 6 March, recorded on the 9th."""


@pytest.mark.parametrize(
    ("as_of", "known_on", "status", "paid"),
    [
        ("2026-01-04", None, None, 0),
        ("2026-01-05", None, "requested", 0),
        ("2026-02-01", None, "requested", 0),
        ("2026-02-02", None, "granted", 0),
        ("2026-02-02", "2026-02-26", "requested", 0),
        ("2026-02-02", "2026-02-27", "granted", 0),
        ("2026-03-06", None, "granted", 1_000_000),
        ("2026-03-06", "2026-03-08", "granted", 0),
        (None, "2026-01-04", None, 0),
        (None, "2026-02-26", "requested", 0),
        (None, "2026-03-09", "granted", 1_000_000),
        (None, None, "granted", 1_000_000),
    ],
)
def test_a_funding_as_it_was(as_of: str | None, known_on: str | None, status: str | None, paid: int) -> None:
    """A decision told late is there as of its day, but not as known before it was told; a payment alike."""
    found = state_then(KEY, OF_FUNDING, _end(as_of), _end(known_on), PARIS)
    assert isinstance(found, Funding) == (status is not None)
    if isinstance(found, Funding):
        assert (found.status, found.paid_cents) == (status, paid)


OF_ENVELOPE = [
    *_told(IN_ENVELOPE, "2026-01-02", on("2026-01-02", opened(commitments=5_000_000))),
    *_told(
        IN_ENVELOPE,
        "2026-03-04",
        on("2026-03-04", FundsReserved(funding=FUNDING, cents=9, counts=True)),
        first=2,
    ),
    *_told(
        IN_ENVELOPE,
        "2026-03-20",
        on("2026-02-10", EnvelopeToppedUp(commitments_cents=1, payments_cents=0, reason=WHY)),
        on("2026-03-19", FundsConsumed(funding=FUNDING, payment=1, cents=4)),
        first=3,
    ),
]
"""Topped up on 10 February, which was recorded on 20 March, after money was set aside on the 4th."""


@pytest.mark.parametrize(
    ("as_of", "known_on", "allotted", "reserved", "consumed"),
    [
        ("2026-02-09", None, 5_000_000, 0, 0),
        ("2026-02-10", None, 5_000_001, 0, 0),
        ("2026-02-10", "2026-03-19", 5_000_000, 0, 0),
        ("2026-03-04", None, 5_000_001, 9, 0),
        ("2026-03-04", "2026-03-19", 5_000_000, 9, 0),
        ("2026-03-19", None, 5_000_001, 5, 4),
        (None, "2026-03-19", 5_000_000, 9, 0),
    ],
)
def test_an_envelope_as_it_was(
    as_of: str | None, known_on: str | None, allotted: int, reserved: int, consumed: int
) -> None:
    """Its movements stand each for itself: one told late is there as of its day, between those told before."""
    found = state_then(IN_ENVELOPE, OF_ENVELOPE, _end(as_of), _end(known_on), PARIS)
    assert isinstance(found, Envelope)
    assert (found.allotted, found.reserved, found.consumed) == (allotted, reserved, consumed)


def test_an_envelope_is_not_there_before_it_was_opened() -> None:
    """Nor known before its opening was recorded."""
    for as_of, known_on in (("2026-01-01", None), (None, "2026-01-01")):
        assert state_then(IN_ENVELOPE, OF_ENVELOPE, _end(as_of), _end(known_on), PARIS) is None


def _end(day: str | None) -> datetime | None:
    return latest(day, PARIS) if day else None
