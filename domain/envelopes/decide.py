"""Envelopes: opened once, topped up, carried over; never above what the programme lets them hold."""

from collections.abc import Iterator

from domain.envelopes.bounds import TOTAL, ceiling, fits, fitting, most_fundings
from domain.envelopes.commands import AnyEnvelopeCommand, CarryOver, OpenEnvelope, TopUpEnvelope
from domain.envelopes.events import CarriedOver, CarryOverReceived, EnvelopeOpened, EnvelopeToppedUp
from domain.envelopes.state import Envelope
from domain.files.setting import Happening, Setting, effective_at
from domain.kernel.event import Event
from domain.kernel.ids import envelope_stream
from domain.kernel.money import EnvelopeId
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument


def decide_envelope(command: AnyEnvelopeCommand, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What a command about an envelope gives."""
    envelope = setting.read(Envelope, envelope_stream, command.envelope)
    if isinstance(command, OpenEnvelope):
        return _open(command, envelope, setting)
    if envelope is None:
        return refuse("unknown_envelope", envelope=command.envelope)
    if isinstance(command, TopUpEnvelope):
        return _top_up(command, envelope, setting)
    return _carry_over(command, envelope, setting)


def streams_beside_envelope(command: AnyEnvelopeCommand) -> Iterator[str]:
    """Where it is carried over to."""
    if isinstance(command, CarryOver):
        yield envelope_stream(command.to)


def _happened(key: EnvelopeId, event: Event, command: AnyEnvelopeCommand, setting: Setting) -> Happening:
    return Happening(envelope_stream(key), event, effective_at(command, setting))


def _open(
    command: OpenEnvelope, envelope: Envelope | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """Once, for an instrument that has such an envelope."""
    instrument = _instrument(command, setting)
    if isinstance(instrument, Refusal):
        return instrument
    if envelope is not None:
        return refuse("envelope_known", envelope=command.envelope)
    if not fits(instrument, command.envelope):
        known = fitting(instrument, command.envelope)
        return refuse("envelope_misfits", envelope=command.envelope, known=known or "–")
    if refusal := _above(instrument, command.envelope, command.commitments_cents):
        return refusal
    opened = EnvelopeOpened(
        rulebook=setting.rulebook.id if setting.rulebook else "",
        commitments_cents=command.commitments_cents,
        payments_cents=command.payments_cents,
        fundings_per_year=most_fundings(instrument, command.envelope),
        note=command.note,
    )
    return (_happened(command.envelope, opened, command, setting),)


def _top_up(command: TopUpEnvelope, envelope: Envelope, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """Within the same bound; what was carried in or out does not count towards it."""
    if command.commitments_cents == command.payments_cents == 0:
        return refuse("changes_nothing")
    if command.payments_cents and envelope.payments_cents is None:
        return refuse("payments_unbounded", envelope=envelope.id)
    instrument = _instrument(command, setting)
    if isinstance(instrument, Refusal):
        return instrument
    if refusal := _above(instrument, envelope.id, envelope.commitments_cents + command.commitments_cents):
        return refusal
    more = EnvelopeToppedUp(
        commitments_cents=command.commitments_cents,
        payments_cents=command.payments_cents,
        reason=command.reason,
    )
    return (_happened(envelope.id, more, command, setting),)


def _carry_over(command: CarryOver, envelope: Envelope, setting: Setting) -> tuple[Happening, ...] | Refusal:
    """What is free goes to another year of the same envelope, on top of what that one may hold."""
    (kept, year), (going, to) = (one.rsplit("/", 1) for one in (envelope.id, command.to))
    if kept != going or TOTAL in (year, to) or year == to:
        return refuse("not_carried_there", envelope=envelope.id, to=command.to)
    if setting.read(Envelope, envelope_stream, command.to) is None:
        return refuse("unknown_envelope", envelope=command.to)
    if command.cents > envelope.balance:
        return refuse(
            "envelope_exhausted", envelope=envelope.id, balance=envelope.balance, asked=command.cents
        )
    gone = CarriedOver(to=command.to, cents=command.cents, reason=command.reason)
    came = CarryOverReceived(source=envelope.id, cents=command.cents)
    return (
        _happened(envelope.id, gone, command, setting),
        _happened(command.to, came, command, setting),
    )


def _instrument(command: AnyEnvelopeCommand, setting: Setting) -> Instrument | Refusal:
    programme, key, *_ = command.envelope.split("/")
    if setting.rulebook is None:
        return refuse("unknown_programme", programme=programme)
    known = tuple(one.instrument for one in setting.rulebook.instruments)
    instrument = setting.rulebook.instrument(key)
    return instrument or refuse("unknown_instrument", instrument=key, known=known or "–")


def _above(instrument: Instrument, key: EnvelopeId, cents: int) -> Refusal | None:
    most = ceiling(instrument, key)
    if most is None or cents <= most:
        return None
    return refuse("above_ceiling", envelope=key, most=most, asked=cents)
