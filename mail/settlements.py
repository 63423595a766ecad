"""Carries out what people decided about messages in doubt or failed, as the ledger tells it."""

from domain.files.events import DeliverySettled
from domain.kernel.ids import stream_of
from domain.kernel.ledger import Ledger
from domain.registry.codec import decode_all
from mail.outbox import Outbox


class Settlements:
    """Reads the files of doubtful messages for decisions; each is carried out once, in whatever process.

    The outbox keeps, with each message, the entry that settled it last, and only a later one settles it again.
    """

    def __init__(self, outbox: Outbox, ledger: Ledger) -> None:
        self._outbox = outbox
        self._ledger = ledger
        self._read: dict[tuple[str, str], int] = {}
        """The last entry read of each file: what came before it is carried out."""

    async def carry_out(self) -> bool:
        """Carry out what is new; whether there was anything. Raises LedgerUnavailable."""
        changed = False
        for organisation, file, settled in await self._outbox.doubtful():
            stream = stream_of(file)
            after = max(settled, self._read.get((organisation, file), 0))
            for recorded in decode_all(
                (await self._ledger.read_streams(organisation, {stream: after}))[stream]
            ):
                if isinstance(event := recorded.event, DeliverySettled):
                    changed |= await self._outbox.settle(
                        organisation, event.message, event.decision, recorded.entry
                    )
                self._read[organisation, file] = recorded.entry
        return changed
