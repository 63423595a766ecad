"""That outbox and ledger agree: a letter for each claim, a claim for each letter, the same story of both."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import asyncpg

from domain.kernel.ids import file_of, stream_of
from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.hashed import Hashed
from verification.pages import Entry, Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("letters.sql"))
_PAGE = 1_000

_AT_REST = frozenset({"sent", "unknown", "failed", "withdrawn"})
_CAME_BACK = frozenset({"failed"})
_MAY_COME_BACK = frozenset({"sent", "unknown", "arrived"})
_MAY_BE: Mapping[str, frozenset[str]] = {
    "queued": frozenset({"queued", "sending"}),
    "resend": frozenset({"queued", "sending", "unknown", "failed"}),
    "arrived": frozenset({"sent", "unknown", "failed"}),
    "drop": frozenset({"withdrawn", "unknown", "failed"}),
    **{state: frozenset({state}) for state in _AT_REST},
}
"""The states that a letter may have after what the ledger said of it last: a decision may not be carried out yet."""


class Letters:
    """A page check."""

    def __init__(self, store: Store, ledger: Seen) -> None:
        self._store = store
        self._ledger = ledger
        self._claimed = Hashed()
        self._said: dict[int, str] = {}
        """What the ledger said last of each letter that it has told of since the claim, by the hash of its id."""

    async def page(self, page: Sequence[Entry]) -> Sequence[Finding]:
        """Claims without their letter; what is told of letters is remembered."""
        claims: dict[str, Entry] = {}
        for entry in page:
            message, data = entry.data.get("message"), entry.data
            if not isinstance(message, str):
                continue
            if entry.kind == "ReminderIssued":
                claims[message] = entry
            elif entry.kind in ("DeliveryReported", "DeliverySettled"):
                self._said[self._claimed.of(message)] = str(data.get("delivery") or data.get("decision"))
        if not claims:
            return ()
        self._claimed.add(claims)
        rows = await self._store.rows(_QUERIES["letters"], self._ledger.organisation, list(claims))
        return [finding for row in rows for finding in _differences(row, claims[row["id"]])]

    async def end(self) -> Sequence[Finding]:
        """Letters without a claim, and those of which outbox and ledger tell different things."""
        found: list[Finding] = []
        after = ""
        while rows := await self._store.rows(_QUERIES["outbox"], self._ledger.organisation, after, _PAGE):
            after = rows[-1]["id"]
            for row in rows:
                said = self._said.get(self._claimed.of(row["id"]), "queued")
                if row["id"] not in self._claimed or not _agree(row, said):
                    found += await self._again(row)
        return found

    async def _again(self, row: asyncpg.Record) -> Sequence[Finding]:
        """Look once more at one letter and its file, both in the same instant: they may have moved on meanwhile."""
        try:
            stream = stream_of(row["file"])
        except (TypeError, ValueError):
            stream = ""
        rows = await self._store.rows(_QUERIES["now"], self._ledger.organisation, row["id"], stream)
        letter = {"letter": row["id"], "file": row["file"]}
        for now in rows:
            if now["claim"] is None:
                return (Finding(Code.LETTER_UNCLAIMED, None, letter),)
            if not _agree(now, said := now["said"] or "queued"):
                told = {**letter, "state": now["state"], "said": said}
                return (Finding(Code.LETTER_STATE, now["claim"], told),)
        return ()


def _agree(row: asyncpg.Record, said: str) -> bool:
    """Whether a letter is as the ledger tells; at rest, or come back, it may be so before the ledger is told of it."""
    state = row["state"]
    untold = (
        _AT_REST if said in ("queued", "resend") else _CAME_BACK if said in _MAY_COME_BACK else frozenset()
    )
    return state in _MAY_BE.get(said, frozenset()) or (state in untold and not row["reported"])


def _differences(row: asyncpg.Record, claim: Entry) -> Iterator[Finding]:
    """What a letter, as it lies in the outbox, has other than its claim."""
    if row["file"] is None:
        yield Finding(Code.LETTER_MISSING, claim.position)
        return
    due = {
        "file": file_of(claim.event.stream),
        "occurrence": claim.data.get("occurrence"),
        "recipient": claim.data.get("recipient"),
    }
    if differs := [field for field, value in due.items() if row[field] != value]:
        yield Finding(Code.LETTER_DIFFERS, claim.position, {"letter": row["id"], "fields": ",".join(differs)})
    if row["empty"] and not row["erased"]:
        yield Finding(Code.LETTER_EMPTIED, claim.position, {"letter": row["id"]})
