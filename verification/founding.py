"""That a ledger is of the kind as which it was founded, has a clock if it is a simulation, and is not empty."""

from collections.abc import Sequence
from pathlib import Path

from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import LedgerKind
from eventstore.queries import load_queries
from verification.findings import Code, Finding
from verification.pages import Seen
from verification.store import Store

_QUERIES = load_queries(Path(__file__).with_name("founding.sql"))


async def founding(store: Store, ledger: Seen) -> Sequence[Finding]:
    """What the first event says of the ledger, against the head and the clocks."""
    if ledger.position == 0:
        return (Finding(Code.LEDGER_EMPTY),)
    [row] = await store.rows(_QUERIES["founding"], ledger.organisation, ORGANISATION_STREAM)
    found: list[Finding] = []
    if row["founded"] is None:
        found.append(Finding(Code.FOUNDING_MISSING, 1))
    elif row["founded"] != ledger.kind:
        found.append(Finding(Code.OTHER_KIND, 1, {"founded": row["founded"], "kind": ledger.kind}))
    kind = row["founded"] or ledger.kind
    if kind == LedgerKind.SIMULATION and not row["clocks"]:
        found.append(Finding(Code.CLOCK_MISSING))
    if kind == LedgerKind.REAL and row["clocks"]:
        found.append(Finding(Code.CLOCK_UNWANTED))
    return found
