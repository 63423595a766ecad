"""That nobody claims to have read more of a ledger than it holds, or another one."""

from collections.abc import Sequence
from pathlib import Path

from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.pages import Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("checkpoints.sql"))


async def checkpoints(store: Store, ledger: Seen) -> Sequence[Finding]:
    """Read models and followers that are ahead of the ledger, before its beginning, or come from another history."""
    return [
        Finding(
            Code.CHECKPOINT_AHEAD if row["outside"] else Code.CHECKPOINT_DIFFERS,
            row["position"],
            {"reader": row["reader"], "head": row["head"]},
        )
        for row in await store.rows(_QUERIES["astray"], ledger.organisation)
    ]
