"""That nobody claims to have read more of a ledger than it holds."""

from collections.abc import Sequence
from pathlib import Path

from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.pages import Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("checkpoints.sql"))


async def checkpoints(store: Store, ledger: Seen) -> Sequence[Finding]:
    """Read models and followers that are ahead of the ledger, or before its beginning."""
    return [
        Finding(Code.CHECKPOINT_AHEAD, row["position"], {"reader": row["reader"], "head": row["head"]})
        for row in await store.rows(_QUERIES["ahead"], ledger.organisation)
    ]
