"""Checking a ledger's hash chain while its events are read in another order."""

from array import array
from hashlib import sha256

from domain.ledger import GENESIS, BrokenChain, Head, StoredEvent
from eventstore.chain import chain_tag, link_hash, microseconds
from eventstore.verify import Break

_WIDTH = 32


class ChainCheck:
    """Takes the events up to a head in any order, 72 bytes for each, then walks the chain.

    That the columns beside the bodies tell the same as the bodies is left to ``verify``.
    """

    def __init__(self, head: Head) -> None:
        self._head = head
        self._digests = bytearray(_WIDTH * head.position)
        self._hashes = bytearray(_WIDTH * head.position)
        self._stamps = array("q", bytes(8 * head.position))

    def take(self, event: StoredEvent) -> None:
        """Remember what the chain needs of an event at or before the head."""
        start = (event.position - 1) * _WIDTH
        self._digests[start : start + _WIDTH] = sha256(event.body).digest()
        self._hashes[start : start + _WIDTH] = event.hash
        self._stamps[event.position - 1] = microseconds(event.recorded_at)

    def broken(self) -> BrokenChain | None:
        """The first position at which the chain does not hold."""
        tag, previous = chain_tag(self._head.organisation), GENESIS
        for index, stamp in enumerate(self._stamps):
            place = slice(index * _WIDTH, (index + 1) * _WIDTH)
            digest, found = bytes(self._digests[place]), bytes(self._hashes[place])
            if found == GENESIS:
                return BrokenChain(index + 1, Break.POSITION_MISSING)
            if found != link_hash(tag, previous, index + 1, stamp, digest):
                return BrokenChain(index + 1, Break.HASH_DIFFERS)
            previous = found
        return None if previous == self._head.hash else BrokenChain(self._head.position, Break.HEAD_DIFFERS)
