"""What any stream folded to at an instant, as far as it was known on a day: one answer for every kind of file.

A cooperation's facts are told in any order, and corrections move them (``domain.cooperations.history``). An envelope's
movements stand each for itself. In all else an entry rests on those before it.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

from domain.cooperations.history import as_it_was
from domain.files.setting import State
from domain.kernel.ids import cooperation_stream, envelope_stream
from domain.kernel.moments import earliest
from domain.kernel.recorded import Recorded
from domain.registry.folding import next_state

_COOPERATION, _ENVELOPE = cooperation_stream(""), envelope_stream("")


def state_then(
    stream: str,
    history: Sequence[Recorded],
    as_of: datetime | None,
    known_on: datetime | None,
    zone: ZoneInfo,
) -> State:
    """The state at ``as_of`` as known on ``known_on``; None if it was not there yet, or not known to be.

    ``history`` comes from the ledger, in order; a missing instant asks for all there is. ``zone`` is
    where its days begin and end.
    """
    if stream.startswith(_COOPERATION):
        return as_it_was(history, as_of, known_on, zone)
    return next_state(stream, None, entries_then(stream, history, as_of, known_on, zone))


def entries_then(
    stream: str,
    history: Sequence[Recorded],
    as_of: datetime | None,
    known_on: datetime | None,
    zone: ZoneInfo,
) -> Iterator[Recorded]:
    """The entries of an envelope by then; of what rests on itself, those up to the first that was not there."""
    known = takewhile(
        lambda one: known_on is None or one.recorded_at is None or one.recorded_at <= known_on, history
    )

    def there(one: Recorded) -> bool:
        return as_of is None or earliest(one.effective_at, zone) <= as_of

    if not stream.startswith(_ENVELOPE):
        yield from takewhile(there, known)
    elif history and there(history[0]):
        yield from filter(there, known)
