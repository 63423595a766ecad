"""The one source of time: real, or for a simulation what its own clock shows."""

from datetime import UTC, datetime

from application.ports import ClockStore
from domain.kernel.ledger import Ledger, LedgerKind, UnknownOrganisation


class OneClock:
    """``application.ports.Clock``: each organisation's present, depending on the kind of its ledger."""

    def __init__(self, ledger: Ledger, store: ClockStore) -> None:
        self._ledger = ledger
        self._store = store
        self._kinds: dict[str, LedgerKind] = {}

    async def now(self, organisation: str) -> datetime:
        """The present, with its time zone; that of a ledger yet to be founded is real.

        Raises LedgerUnavailable, and UnknownOrganisation once for a simulation that was thrown away since.
        """
        if await self._kind(organisation) is not LedgerKind.SIMULATION:
            return datetime.now(UTC)
        if setting := await self._store.read(organisation):
            return setting.now
        del self._kinds[organisation]
        raise UnknownOrganisation(organisation)

    def simulated(self, organisation: str) -> bool:
        """Whether that clock stands still until somebody advances it (known once ``now`` was asked)."""
        return self._kinds.get(organisation) is LedgerKind.SIMULATION

    async def _kind(self, organisation: str) -> LedgerKind:
        """A ledger's kind never changes once it is founded."""
        if organisation not in self._kinds:
            try:
                self._kinds[organisation] = (await self._ledger.head(organisation)).kind
            except UnknownOrganisation:
                return LedgerKind.REAL
        return self._kinds[organisation]
