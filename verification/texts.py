"""That every private text is the one whose keyed digest its event keeps, is gone only if erased, and has its event."""

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from domain.registry.codec import digest
from eventstore.queries import load_queries
from verification.findings import SHOWN, Code, Finding
from verification.hashed import Hashed
from verification.pages import Entry, Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("texts.sql"))
_PAGE = 1_000
_ABOUT_A_PERSON = ("PersonRegistered", "PersonChanged")
"""Events whose texts go when that person is erased."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A reference of the ledger, and what lies in its place."""

    position: int
    recorded: str
    key: bytes
    value: str

    def fits(self, key: bytes, value: str) -> bool:
        """Whether a value under a key is what was recorded here."""
        return hmac.compare_digest(digest(key, value), self.recorded)


class Texts:
    """A page check."""

    def __init__(self, store: Store, ledger: Seen) -> None:
        self._store = store
        self._ledger = ledger
        self._referred = Hashed()
        self._altered: list[_Kept] = []

    async def page(self, page: Sequence[Entry]) -> Sequence[Finding]:
        """The texts that these events refer to. Those that differ are told at the end: two may be exchanged."""
        references = {one.place: (entry, one.digest) for entry in page for one in entry.references()}
        if not references:
            return ()
        self._referred.add(references)
        rows = await self._store.rows(_QUERIES["texts"], self._ledger.organisation, list(references))
        found: list[Finding] = []
        for row in rows:
            entry, recorded = references[row["id"]]
            found += await self._compare(row, entry, recorded)
        return found

    async def end(self) -> Sequence[Finding]:
        """What differs, by itself or in pairs; then texts that no event refers to."""
        found = list(_told(self._altered))
        after = ""
        while rows := await self._store.rows(_QUERIES["places"], self._ledger.organisation, after, _PAGE):
            after = rows[-1]["id"]
            strangers = [row["id"] for row in rows if row["id"] not in self._referred]
            if strangers:
                found += await self._strangers(strangers)
        return found

    async def _compare(self, row: asyncpg.Record, entry: Entry, recorded: str) -> list[Finding]:
        """One place: ``row`` says what lies in it, and whether it was erased."""
        position, command = entry.position, entry.text("command_id")
        if row["value"] is None:
            return [] if row["erased"] else [Finding(Code.TEXT_MISSING, position)]
        if row["erased"]:
            return [Finding(Code.TEXT_BACK, position)]
        kept = _Kept(position, recorded, row["key"], row["value"])
        if not kept.fits(kept.key, kept.value):
            if len(self._altered) < SHOWN * SHOWN:
                self._altered.append(kept)
                return []
            return [Finding(Code.TEXT_ALTERED, position)]
        subject = entry.data.get("person") if entry.kind in _ABOUT_A_PERSON else row["subject"]
        if row["subject"] != subject or (row["command_id"] != command and not await self._belongs(row)):
            return [Finding(Code.TEXT_MOVED, position)]
        return []

    async def _belongs(self, row: asyncpg.Record) -> bool:
        """Whether the command that brought a text has an event that refers to it: others may do so later."""
        rows = await self._store.rows(
            _QUERIES["belongs"], self._ledger.organisation, row["id"], row["command_id"]
        )
        return bool(rows)

    async def _strangers(self, places: Sequence[str]) -> list[Finding]:
        """Those of ``places`` to which no event refers, not even one that came since the verification began."""
        rows = await self._store.rows(_QUERIES["strangers"], self._ledger.organisation, places)
        return [Finding(Code.TEXT_OF_NO_EVENT, None, {"command": row["command_id"]}) for row in rows]


def _told(altered: Sequence[_Kept]) -> Iterator[Finding]:
    """Each text that differs; of two that stand in each other's place, with or without their keys, the pair."""
    told: set[int] = set()
    for number, one in enumerate(altered):
        if number in told:
            continue
        for later in range(number + 1, len(altered)):
            if later not in told and _exchanged(one, altered[later]):
                told.add(later)
                yield Finding(Code.TEXTS_EXCHANGED, one.position, {"other": altered[later].position})
                break
        else:
            yield Finding(Code.TEXT_ALTERED, one.position)


def _exchanged(one: _Kept, other: _Kept) -> bool:
    return (one.fits(one.key, other.value) and other.fits(other.key, one.value)) or (
        one.fits(other.key, other.value) and other.fits(one.key, one.value)
    )
