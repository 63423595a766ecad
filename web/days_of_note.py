"""Days from which a file is often looked at: those that its own entries tell of."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from domain.kernel.moments import day_of, latest
from language import say
from projections.timeline import TimelineEntry
from wording.pages import history as words

_OPENED = frozenset({"CooperationOpened", "FundingRequested", "PastFundingRecorded"})
_SIGNED = frozenset({"CharterSigned", "AgreementSigned"})


def days_of_note(
    called: Mapping[str, Sequence[TimelineEntry]], zone: ZoneInfo, today: date
) -> Iterator[tuple[str, str]]:
    """Its opening, its last signing, the end of last year: each as JSON has days, and in words.

    ``called``: all its entries by file; ``zone`` is where its days begin and end.
    """
    days = [
        (day_of(latest(one.effective_at, zone), zone), one.type)
        for entries in called.values()
        for one in entries
        if not one.void
    ]
    if opened := [day for day, kind in days if kind in _OPENED]:
        yield min(opened).isoformat(), say(words.AT_OPENING)
    if signed := [day for day, kind in days if kind in _SIGNED]:
        yield max(signed).isoformat(), say(words.AT_SIGNING)
    if days and min(day for day, _ in days).year < today.year:
        yield date(today.year - 1, 12, 31).isoformat(), words.at_the_end_of(today.year - 1)
