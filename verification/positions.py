"""That a ledger has positions 1 to its head, each once, and one head."""

from collections.abc import Sequence
from pathlib import Path

from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.pages import Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("positions.sql"))
_STRETCH = 50_000


async def positions(store: Store, ledger: Seen) -> Sequence[Finding]:
    """Events outside, events in the same place, heads too many."""
    found = [
        Finding(Code.POSITION_OUTSIDE, row["position"], {"stream": row["stream"], "head": row["head"]})
        for row in await store.rows(_QUERIES["outside"], ledger.organisation)
    ]
    for after in range(0, ledger.position, _STRETCH):
        twice = await store.rows(
            _QUERIES["twice"], ledger.organisation, after, min(after + _STRETCH, ledger.position)
        )
        found += [Finding(Code.POSITION_TWICE, row["position"], {"times": row["times"]}) for row in twice]
    [heads] = await store.rows(_QUERIES["heads"], ledger.organisation)
    if heads["heads"] > 1:
        found.append(Finding(Code.SECOND_HEAD, None, {"heads": heads["heads"]}))
    return found


async def headless(store: Store) -> Sequence[Finding]:
    """Organisations of which something is left and no head: nobody sees them any more."""
    return [
        Finding(Code.HEAD_MISSING, None, {"organisation": row["organisation"], "table": row["place"]})
        for row in await store.rows(_QUERIES["headless"])
    ]
