"""Carries out what people decided about messages in doubt or failed, as the ledger tells it."""

from collections.abc import Iterable

from domain.files.events import DeliveryReported, DeliverySettled
from domain.kernel.ids import stream_of
from domain.kernel.ledger import Ledger
from domain.kernel.recorded import Recorded
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
            read = decode_all((await self._ledger.read_streams(organisation, {stream: after}))[stream])
            for event, entry in _decisions(read):
                changed |= await self._outbox.settle(organisation, event.message, event.decision, entry)
            if read:
                self._read[organisation, file] = read[-1].entry
        return changed


def _decisions(read: Iterable[Recorded]) -> Iterable[tuple[DeliverySettled, int]]:
    """What was decided, each with its entry; nothing about a message that came back before that was carried out."""
    found: dict[str, tuple[DeliverySettled, int]] = {}
    for recorded in read:
        match recorded.event:
            case DeliverySettled() as settled:
                found[settled.message] = (settled, recorded.entry)
            case DeliveryReported(message=message):
                found.pop(message, None)
    return found.values()
