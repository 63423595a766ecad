"""That what keeps history as it is stands in the database as the migrations of this release laid it.

``guards.json`` holds what they lay; ``python -m tests.verification.write_guards`` writes it anew from an empty database
after a migration was added, and a test holds the two equal. What a database says of itself is never what is expected.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from eventstore.migrate import read_migrations
from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.store import NotReadable, Store

LAID = Path(__file__).with_name("guards.json")
Guards = Mapping[str, Mapping[str, Any]]
"""Facts by kind and name (``trigger append_only ledger.events refuse_change``)."""

_QUERIES = load_queries(Path(__file__).with_name("guards.sql"))
_HARMLESS = ("grant read_models.", "grant schema read_models")
"""Others may be allowed to read the read models: nothing there is private or counts."""


@cache
def laid() -> Guards:
    """The guards as the migrations lay them."""
    found: Guards = json.loads(LAID.read_text(encoding="utf-8"))
    return found


async def standing(store: Store) -> Guards:
    """The guards of a database as they are. Raises NotReadable, LedgerUnavailable."""
    rows = await store.rows(_QUERIES["guards"])
    return {f"{row['kind']} {row['name']}": json.loads(row["facts"]) for row in rows}


async def guards(store: Store) -> Sequence[Finding]:
    """What is missing, changed or more than there should be; of a database of another release only that."""
    if other := await _migrations(store):
        return other
    there, due = await standing(store), laid()
    return [
        *(_finding(Code.GUARD_MISSING, one) for one in due if one not in there),
        *(finding for one in due if one in there for finding in _changed(one, due[one], there[one])),
        *(_finding(Code.GUARD_UNWANTED, one) for one in there if one not in due and not _harmless(one)),
    ]


async def _migrations(store: Store) -> Sequence[Finding]:
    known = {one.number: one for one in read_migrations()}
    try:
        applied = {row["number"]: row for row in await store.rows(_QUERIES["migrations"])}
    except NotReadable:  # before 0020 the service could not read them
        applied = {}
    missing, strange = sorted(known.keys() - applied.keys()), sorted(applied.keys() - known.keys())
    found = [
        Finding(code, None, {"migrations": ", ".join(f"{number:04}" for number in numbers)})
        for code, numbers in ((Code.MIGRATIONS_MISSING, missing), (Code.MIGRATIONS_UNKNOWN, strange))
        if numbers
    ]
    return found + [
        Finding(Code.MIGRATION_CHANGED, None, {"migration": row["name"]})
        for number, row in applied.items()
        if number in known and row["checksum"] != known[number].checksum
    ]


def _changed(guard: str, due: Mapping[str, Any], there: Mapping[str, Any]) -> Iterator[Finding]:
    for fact in due.keys() | there.keys():
        if due.get(fact) != there.get(fact):
            yield _finding(
                Code.GUARD_CHANGED, guard, fact=fact, due=_short(due.get(fact)), there=_short(there.get(fact))
            )


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text[:16] + "…" if len(text) > 80 or len(text) == 64 else text  # noqa: PLR2004 - a digest


def _finding(code: Code, guard: str, **more: str) -> Finding:
    kind, _, name = guard.partition(" ")
    return Finding(code, None, {"kind": kind, "name": name, **more})


def _harmless(guard: str) -> bool:
    return guard.startswith(_HARMLESS) and guard.endswith((" SELECT", " USAGE"))
