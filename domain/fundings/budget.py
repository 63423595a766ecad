"""What a funding takes from envelopes: planned, set aside, paid, given back. Integer euro cents.

Whatever is set aside lies in *allocations*, each the same cents in every envelope that bounds it. Everything here
answers with what happens in the envelopes' streams, to be appended with the funding's own event, or not at all.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from domain.envelopes.bounds import bounded_by
from domain.envelopes.events import (
    FundsConsumed,
    FundsRefunded,
    FundsReleased,
    FundsReserved,
    FundsRestored,
    PaymentCharged,
    PaymentUncharged,
)
from domain.envelopes.state import Envelope
from domain.files.setting import Happening, Setting
from domain.fundings.request import Allocation, FundingRequest
from domain.kernel.event import Event
from domain.kernel.ids import envelope_stream
from domain.kernel.money import EnvelopeId
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument, Rulebook

PUBLIC = "public"
"""The share that another instrument carries, where one does (``Instrument.carried_by``)."""


def plan_allocations(
    instrument: Instrument, rulebook: Rulebook, request: FundingRequest, cents: int, year: int
) -> tuple[Allocation, ...]:
    """In which envelopes a grant of so many cents in that year is set aside; none for a label, or for nothing.

    The share that another instrument carries is set aside in that one's envelopes too. It is the public part of what
    is granted, as in the request, rounded down to the cent.
    """
    if cents == 0 or instrument.kind == "label":
        return ()
    fast_track = request.fast_track is not None and instrument.fast_track is not None
    own = bounded_by(rulebook.programme, instrument, year, fast_track=fast_track)
    carrier = rulebook.instrument(instrument.carried_by) if instrument.carried_by else None
    carried = _carried(request, cents) if carrier and not fast_track else 0
    if carrier is None or carried == 0:
        return (Allocation(envelopes=own, cents=cents),)
    theirs = bounded_by(rulebook.programme, carrier, year, fast_track=False)
    shared = Allocation(envelopes=(*own, *theirs), cents=carried)
    return (shared, Allocation(envelopes=own, cents=cents - carried)) if carried < cents else (shared,)


def _carried(request: FundingRequest, cents: int) -> int:
    whole = sum(request.shares.values())
    return cents * request.shares.get(PUBLIC, 0) // whole if whole else 0


def payment_envelope(
    instrument: Instrument, rulebook: Rulebook, request: FundingRequest, year: int
) -> EnvelopeId:
    """The envelope that bounds what is paid in a year, whatever year it was committed in; the first of the year's."""
    fast_track = request.fast_track is not None and instrument.fast_track is not None
    return bounded_by(rulebook.programme, instrument, year, fast_track=fast_track)[0]


def take(
    allocations: Iterable[Allocation], cents: int, *, newest_first: bool = False
) -> tuple[tuple[Allocation, ...], tuple[Allocation, ...]]:
    """So many cents of what is set aside, the earliest first, and what is left of it, in the order it had.

    Raises ValueError if less is set aside.
    """
    taken: list[Allocation] = []
    left: list[Allocation] = []
    given = tuple(allocations)
    for one in reversed(given) if newest_first else given:
        part = min(one.cents, cents)
        cents -= part
        if part:
            taken.append(one.model_copy(update={"cents": part}))
        if part < one.cents:
            left.append(one.model_copy(update={"cents": one.cents - part}))
    if cents:
        raise ValueError(f"{cents} cents more than are set aside")
    return tuple(taken), tuple(reversed(left) if newest_first else left)


def streams_of(allocations: Iterable[Allocation]) -> tuple[str, ...]:
    """The streams of the envelopes concerned: to be read, and named by ``streams_beside``, before anything moves."""
    return tuple(dict.fromkeys(envelope_stream(one) for each in allocations for one in each.envelopes))


def reserve(
    allocations: Iterable[Allocation], funding_id: str, setting: Setting, at: str, *, counts: bool
) -> tuple[Happening, ...] | Refusal:
    """Set aside, or say which envelope is not opened, has served its number of fundings, or has too little left.

    ``counts``: as one more funding of the year; not where more is set aside for one that was granted before.
    """
    wanted = _by_envelope(allocations)
    for one, cents in wanted.items():
        if refusal := _refused(one, setting.read(Envelope, envelope_stream, one), cents, counts=counts):
            return refusal
    return tuple(
        Happening(envelope_stream(one), FundsReserved(funding=funding_id, cents=cents, counts=counts), at)
        for one, cents in wanted.items()
    )


def _refused(key: EnvelopeId, envelope: Envelope | None, cents: int, *, counts: bool) -> Refusal | None:
    if envelope is None:
        return refuse("no_envelope", envelope=key)
    most = envelope.fundings_per_year
    if counts and most is not None and envelope.fundings >= most:
        return refuse("too_many_fundings", envelope=key, most=most)
    if cents > envelope.balance:
        return refuse("envelope_exhausted", envelope=key, balance=envelope.balance, asked=cents)
    return None


def release(allocations: Iterable[Allocation], funding_id: str, at: str) -> tuple[Happening, ...]:
    """What was set aside is free again."""
    return _each(allocations, at, lambda cents: FundsReleased(funding=funding_id, cents=cents))


def consume(
    allocations: Iterable[Allocation], funding_id: str, payment: int, at: str
) -> tuple[Happening, ...]:
    """What was set aside is paid."""
    return _each(
        allocations, at, lambda cents: FundsConsumed(funding=funding_id, payment=payment, cents=cents)
    )


def restore(
    allocations: Iterable[Allocation], funding_id: str, payment: int, at: str
) -> tuple[Happening, ...]:
    """A payment did not happen: its money is set aside again."""
    return _each(
        allocations, at, lambda cents: FundsRestored(funding=funding_id, payment=payment, cents=cents)
    )


def refund(allocations: Iterable[Allocation], funding_id: str, at: str) -> tuple[Happening, ...]:
    """What was paid came back, and is free."""
    return _each(allocations, at, lambda cents: FundsRefunded(funding=funding_id, cents=cents))


def charge(
    envelope_id: EnvelopeId, funding_id: str, payment: int, cents: int, setting: Setting, at: str
) -> tuple[Happening, ...] | Refusal:
    """Count a payment to its year, within what may be paid then if that is bounded; nothing where none is opened."""
    envelope = setting.read(Envelope, envelope_stream, envelope_id)
    if envelope is None:
        return ()
    if envelope.payable is not None and cents > envelope.payable:
        return refuse("payments_exhausted", envelope=envelope_id, balance=envelope.payable, asked=cents)
    event = PaymentCharged(funding=funding_id, payment=payment, cents=cents)
    return (Happening(envelope_stream(envelope_id), event, at),)


def uncharge(
    envelope_id: EnvelopeId, funding_id: str, payment: int, cents: int, at: str
) -> tuple[Happening, ...]:
    """A payment that was charged did not happen."""
    event = PaymentUncharged(funding=funding_id, payment=payment, cents=cents)
    return (Happening(envelope_stream(envelope_id), event, at),)


def _by_envelope(allocations: Iterable[Allocation]) -> Counter[EnvelopeId]:
    """How much in each envelope, in the order in which they are named: one event each, however many allocations."""
    sums: Counter[EnvelopeId] = Counter()
    for each in allocations:
        for one in each.envelopes:
            sums[one] += each.cents
    return sums


def _each(allocations: Iterable[Allocation], at: str, made: Callable[[int], Event]) -> tuple[Happening, ...]:
    return tuple(
        Happening(envelope_stream(one), made(cents), at) for one, cents in _by_envelope(allocations).items()
    )
