"""The vault in memory, beside ``eventstore.memory.MemoryLedger``, under the same contract as PostgreSQL's."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from domain.kernel.prose import Texts
from eventstore.memory import Book, MemoryLedger
from vault.checking import checked


class MemoryVault:
    """The private values that a ledger in memory was given."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger

    async def reveal(self, organisation: str, ids: Iterable[str]) -> Texts:
        """The values that still exist, by id."""
        book = self._ledger.books.get(organisation)
        kept = {each: book.secrets[each][0] for each in ids if each in book.secrets} if book else {}
        recorded = _digests(book) if book and kept else {}
        return {
            secret.id: checked(secret.key, secret.value, recorded.get(secret.id)) for secret in kept.values()
        }

    async def erase(self, organisation: str, subject: str) -> int:
        """Forget a person; how many values there were."""
        book = self._ledger.books.get(organisation)
        if book is None:
            return 0
        gone = [secret.id for secret, _ in book.secrets.values() if secret.subject == subject]
        for each in gone:
            _, command_id = book.secrets.pop(each)
            book.command_keys.pop(command_id, None)
        return len(gone)


def _digests(book: Book) -> dict[str, str]:
    """What the ledger holds of each private value."""
    return dict(pair for event in book.events for pair in _references(json.loads(event.body)["data"]))


def _references(value: Any) -> Iterator[tuple[str, str]]:
    match value:
        case {"vault": str(place), "digest": str(digest)}:
            yield place, digest
        case dict():
            for each in value.values():
                yield from _references(each)
        case list():
            for each in value:
                yield from _references(each)
