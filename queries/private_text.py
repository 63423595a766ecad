"""Private text in the place of references to the vault, for those who may read it."""

from collections.abc import Iterator
from typing import Any

from queries.visit import Visit
from wording.altered import in_place_of

_REFERENCE = {"vault", "digest"}


async def reveal(visit: Visit, value: Any) -> Any:
    """``value`` (as JSON knows values) with each reference replaced by its text; None where it was erased.

    What was altered is said to be so.
    """
    texts = await visit.service.vault.reveal(visit.organisation, set(_places(value)))
    return _replaced(value, {place: in_place_of(text) for place, text in texts.items()})


def _places(value: Any) -> Iterator[str]:
    match value:
        case dict() if is_reference(value):
            yield value["vault"]
        case dict():
            for inner in value.values():
                yield from _places(inner)
        case list() | tuple():
            for inner in value:
                yield from _places(inner)


def _replaced(value: Any, texts: dict[str, str]) -> Any:
    match value:
        case dict() if is_reference(value):
            return texts.get(value["vault"])
        case dict():
            return {key: _replaced(inner, texts) for key, inner in value.items()}
        case list() | tuple():
            return [_replaced(inner, texts) for inner in value]
    return value


def is_reference(value: dict[str, Any]) -> bool:
    """Sealed prose: its digest, and beside it fields that are all about where it lies."""
    return isinstance(value.get("vault"), str) and value.keys() - {"text"} == _REFERENCE
