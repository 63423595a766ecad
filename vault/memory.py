"""The vault in memory, beside ``eventstore.memory.MemoryLedger``, under the same contract as PostgreSQL's."""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from domain.kernel.ledger import Outcome
from domain.kernel.prose import Texts
from eventstore.memory import Book, MemoryLedger
from vault.checking import checked

_KEYS_LAST = timedelta(days=90)


class MemoryVault:
    """The private values that a ledger in memory was given."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger
        self._import_secrets: dict[str, bytes] = {}

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
        _forget_keys(book, lambda one: one.actor == subject or f'"{subject}"' in (one.refusal or ""))
        return len(gone)

    async def import_secret(self, organisation: str) -> bytes:
        """What aliases of import files are concealed under in ids."""
        return self._import_secrets.setdefault(organisation, secrets.token_bytes(32))

    async def end_command_keys(self, organisation: str) -> int:
        """Destroy the keys of commands that are older than ninety days by the ledger's last entry; how many."""
        book = self._ledger.books[organisation]
        ended: datetime = book.head.recorded_at - _KEYS_LAST
        return _forget_keys(book, lambda one: one.recorded_at < ended)


def _forget_keys(book: Book, of: Callable[[Outcome], bool]) -> int:
    """Destroy the keys of some commands; how many there were."""
    gone = [one for one in book.command_keys if of(book.outcomes[one][0])]
    for one in gone:
        del book.command_keys[one]
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
