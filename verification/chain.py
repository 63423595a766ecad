"""The hash chain, from the first event to the head; it is followed to where it first breaks."""

from collections.abc import Sequence

from domain.kernel.ledger import BrokenChain, Head, LedgerKind
from eventstore.verify import AuditEnd, Walker
from verification.findings import Code, Finding
from verification.pages import Entry, Seen


class Chain:
    """A page check. ``held_to`` is the last position up to which everything holds."""

    def __init__(self, ledger: Seen) -> None:
        head = Head(ledger.organisation, LedgerKind.REAL, ledger.position, ledger.hash, ledger.recorded_at)
        self._walker = Walker(ledger.organisation, AuditEnd(head, ledger.last))
        self._broken: BrokenChain | None = None

    @property
    def held_to(self) -> int:
        """The last position that follows from all before it."""
        return self._walker.position

    async def page(self, page: Sequence[Entry]) -> Sequence[Finding]:
        """The first break, once."""
        for entry in page:
            if self._broken:
                return ()
            self._broken = self._walker.step(entry.audited, entry.body)
            if self._broken:
                return (_finding(self._broken),)
        return ()

    async def end(self) -> Sequence[Finding]:
        """Whether it arrives at the head."""
        broken = None if self._broken else self._walker.arrive()
        return (_finding(broken),) if broken else ()


def _finding(broken: BrokenChain) -> Finding:
    return Finding(Code(broken.reason), broken.position)
