"""That outcomes and events belong together: each command's events are what its outcome says, and the other way round.

A refusal leaves no event: its number tells that it was, and nothing yet what it said; see the limits in
``docs/ledger-format.md``.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.pages import Entry, Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("outcomes.sql"))
_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class _Told:
    """What the events of one command say that its outcome must be."""

    command_id: str
    actor: str
    recorded_at: datetime
    stream: str
    first_position: int
    last_position: int


class Outcomes:
    """A page check."""

    def __init__(self, store: Store, ledger: Seen) -> None:
        self._store = store
        self._ledger = ledger
        self._open: _Told | None = None

    async def page(self, page: Sequence[Entry]) -> Sequence[Finding]:
        """Commands whose events are all read by now, against their outcomes."""
        return await self._compare(list(self._ended(page)))

    async def end(self) -> Sequence[Finding]:
        """The last command; then every outcome, against its events."""
        found = await self._compare([self._open] if self._open else [])
        after = ""
        while rows := await self._store.rows(_QUERIES["outcomes"], self._ledger.organisation, after, _PAGE):
            for row in rows:
                found += _alone(row)
            after = rows[-1]["command_id"]
        for row in await self._store.rows(_QUERIES["keys"], self._ledger.organisation):
            found.append(Finding(Code.COMMAND_KEY_UNWANTED, None, {"command": row["command_id"]}))
        for row in await self._store.rows(_QUERIES["refusals"], self._ledger.organisation):
            found.append(_numbered(row))
        return found

    def _ended(self, page: Sequence[Entry]) -> Iterator[_Told]:
        for entry in page:
            command, event = entry.text("command_id"), entry.event
            if self._open and self._open.command_id == command:
                self._open = replace(self._open, last_position=event.position)
                continue
            if self._open:
                yield self._open
            self._open = _Told(
                command, entry.text("actor"), event.recorded_at, event.stream, event.position, event.position
            )

    async def _compare(self, told: Sequence[_Told]) -> list[Finding]:
        if not told:
            return []
        rows = await self._store.rows(
            _QUERIES["of_commands"], self._ledger.organisation, [one.command_id for one in told]
        )
        kept: dict[str, list[Any]] = {}
        for row in rows:
            kept.setdefault(row["command_id"], []).append(row)
        return [finding for one in told for finding in _differences(one, kept.get(one.command_id, []))]


def _differences(told: _Told, rows: Sequence[Any]) -> Iterator[Finding]:
    command, position = {"command": told.command_id}, told.first_position
    if not rows:
        yield Finding(Code.OUTCOME_MISSING, position, command)
        return
    if len(rows) > 1:
        yield Finding(Code.OUTCOME_TWICE, position, command)
    [outcome, *_] = rows
    if outcome["refusal"] is not None:
        yield Finding(Code.OUTCOME_REFUSED, position, command)
        return
    fields = ("actor", "recorded_at", "stream", "first_position", "last_position")
    if differs := [field for field in fields if outcome[field] != getattr(told, field)]:
        yield Finding(Code.OUTCOME_DIFFERS, position, {**command, "fields": ",".join(differs)})


def _alone(row: Any) -> Iterator[Finding]:
    """What an outcome by itself shows, and the events that should be there."""
    command = {"command": row["command_id"]}
    if row["refusal"] is None and not row["spans"]:
        yield Finding(Code.OUTCOME_WITHOUT_EVENTS, row["first_position"], command)
    if row["refusal"] is not None and (row["first_position"] is not None or not _is_refusal(row["refusal"])):
        yield Finding(Code.OUTCOME_UNREADABLE, None, command)
    if row["key_is_gone"]:
        yield Finding(Code.COMMAND_KEY_MISSING, row["first_position"], command)


def _numbered(row: Any) -> Finding:
    """A number without its refusal, or the other way round."""
    if row["command_id"] is None:
        return Finding(Code.REFUSAL_MISSING, None, {"number": str(row["number"])})
    return Finding(Code.REFUSAL_UNNUMBERED, None, {"command": row["command_id"]})


def _is_refusal(text: str) -> bool:
    try:
        said = json.loads(text)
    except ValueError:
        return False
    return (
        isinstance(said, dict) and isinstance(said.get("code"), str) and isinstance(said.get("params"), dict)
    )
