"""Private text in the place of references to the vault, for those who may read it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from domain.kernel.prose import Prose
from queries.visit import Visit
from wording.altered import in_place_of

_REFERENCE = {"vault", "digest"}


@dataclass(frozen=True, slots=True)
class PrivateTexts:
    """Private texts that may be shown, by place in the vault; those that were erased are missing.

    What was altered is said to be so.
    """

    texts: Mapping[str, str]

    def of(self, prose: Prose | None) -> str | None:
        """A private text; None where it was erased, or nothing was written."""
        if prose is None:
            return None
        return self.texts.get(prose.vault) if prose.vault else prose.text

    def put_in(self, value: Any) -> Any:
        """``value`` (as JSON knows values) with each reference replaced by its text; None where it was erased."""
        match value:
            case dict() if is_reference(value):
                return self.texts.get(value["vault"])
            case dict():
                return {key: self.put_in(inner) for key, inner in value.items()}
            case list() | tuple():
                return [self.put_in(inner) for inner in value]
        return value


async def private_texts(visit: Visit, value: Any) -> PrivateTexts:
    """The texts that ``value`` (as JSON knows values) refers to. Raises LedgerUnavailable."""
    texts = await visit.texts(set(_places(value)))
    return PrivateTexts({place: in_place_of(text) for place, text in texts.items()})


async def texts_and_names(visit: Visit, value: Any) -> tuple[PrivateTexts, Mapping[str, str]]:
    """The texts that ``value`` refers to, and what people are called, asked for together. Raises LedgerUnavailable."""
    people = {one.id: one.name.vault for one in visit.people.people.values() if one.name.vault}
    texts = await visit.texts({*_places(value), *people.values()})
    shown = {place: in_place_of(text) for place, text in texts.items()}
    return PrivateTexts(shown), {one: shown[place] for one, place in people.items() if place in shown}


async def reveal(visit: Visit, value: Any) -> Any:
    """``value`` with each reference replaced, as ``PrivateTexts.put_in`` does. Raises LedgerUnavailable."""
    return (await private_texts(visit, value)).put_in(value)


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


def is_reference(value: dict[str, Any]) -> bool:
    """Sealed prose: its digest, and beside it fields that are all about where it lies."""
    return isinstance(value.get("vault"), str) and value.keys() - {"text"} == _REFERENCE
