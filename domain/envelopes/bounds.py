"""Which envelopes an instrument has, and what its programme lets each of them hold. Integer euro cents."""

from domain.kernel.money import EnvelopeId
from domain.rulebook import Instrument

FAST_TRACK, TOTAL = "fast-track", "total"


def envelope_id(programme: str, instrument: str, year: int | str, *, fast_track: bool = False) -> EnvelopeId:
    """The id of an envelope: of a year, or of the whole (``total``)."""
    track = (FAST_TRACK,) if fast_track else ()
    return "/".join((programme, instrument, *track, str(year)))


def bounded_by(
    programme: str, instrument: Instrument, year: int, *, fast_track: bool
) -> tuple[EnvelopeId, ...]:
    """The envelopes that a grant of that year is set aside in, the year's first.

    The accelerated circuit has one of its own each year. An instrument bounded as a whole has ``total``, and the
    year's beside it only where something bounds the year.
    """
    key, envelope = instrument.instrument, instrument.envelope
    if fast_track:
        return (envelope_id(programme, key, year, fast_track=True),)
    yearly = envelope.per_year_cents is not None or envelope.fundings_per_year is not None
    ids = (envelope_id(programme, key, year),) if yearly or envelope.total_cents is None else ()
    return ids if envelope.total_cents is None else (*ids, envelope_id(programme, key, TOTAL))


def fitting(instrument: Instrument, envelope: EnvelopeId) -> tuple[EnvelopeId, ...]:
    """The envelopes that the instrument has in the year of this id: none for a label, which has no amount."""
    programme, _, *_, year = envelope.split("/")
    if instrument.kind == "label":
        return ()
    number = 0 if year == TOTAL else int(year)
    tracks = (False, True) if instrument.fast_track else (False,)
    return tuple(
        one
        for track in tracks
        for one in bounded_by(programme, instrument, number, fast_track=track)
        if one.endswith(f"/{TOTAL}") or year != TOTAL
    )


def fits(instrument: Instrument, envelope: EnvelopeId) -> bool:
    """Whether the instrument has such an envelope."""
    return envelope in fitting(instrument, envelope)


def ceiling(instrument: Instrument, envelope: EnvelopeId) -> int | None:
    """The most that an envelope may hold; None where the programme bounds nothing."""
    _, _, *track, year = envelope.split("/")
    if track:
        return instrument.fast_track.envelope_cents if instrument.fast_track else None
    return instrument.envelope.total_cents if year == TOTAL else instrument.envelope.per_year_cents


def most_fundings(instrument: Instrument, envelope: EnvelopeId) -> int | None:
    """How many fundings a year's envelope may serve; the accelerated circuit's and the whole's are not counted."""
    _, _, *track, year = envelope.split("/")
    return None if track or year == TOTAL else instrument.envelope.fundings_per_year
