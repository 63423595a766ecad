"""What a file's workflow shows of itself in Temporal's lists: what changed since it last did."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any, TypeVar

from temporalio.common import SearchAttributeKey, SearchAttributeUpdate, TypedSearchAttributes

from domain.kernel.ids import stream_of
from domain.reminders.standing import Standing
from search_attributes import AWAITS, DUE, KIND, ORGANISATION, PHASE, PROGRAMME, SEEN, STATUS, TROUBLE

Value = TypeVar("Value", str, int, datetime)


def whose_changes(
    shown: TypedSearchAttributes, organisation: str, file: str, trouble: str | None
) -> Iterator[SearchAttributeUpdate[Any]]:
    """Which file it is, by its key, and why its workflow does not go on; as far as it is not shown yet."""
    yield from _change(shown, _keyword(ORGANISATION), organisation)
    yield from _change(shown, _keyword(KIND), stream_of(file).partition(":")[0])
    yield from _change(shown, _keyword(TROUBLE), trouble)


def standing_changes(
    shown: TypedSearchAttributes, standing: Standing
) -> Iterator[SearchAttributeUpdate[Any]]:
    """Where the file stands; as far as it is not shown yet."""
    place = standing.phase or standing.step
    due = datetime.combine(standing.until, time(), UTC) if standing.until else None
    yield from _change(shown, _keyword(PROGRAMME), standing.programme)
    yield from _change(shown, _keyword(PHASE), str(place) if place else None)
    yield from _change(shown, _keyword(STATUS), standing.status)
    yield from _change(shown, _keyword(AWAITS), standing.awaits)
    yield from _change(shown, SearchAttributeKey.for_datetime(DUE), due)
    yield from _change(shown, SearchAttributeKey.for_int(SEEN), standing.position)


def _keyword(name: str) -> SearchAttributeKey[str]:
    return SearchAttributeKey.for_keyword(name)


def _change(
    shown: TypedSearchAttributes, key: SearchAttributeKey[Value], value: Value | None
) -> Iterator[SearchAttributeUpdate[Value]]:
    if shown.get(key) != value:
        yield key.value_unset() if value is None else key.value_set(value)
