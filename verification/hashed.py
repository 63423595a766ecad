"""Which ids were seen, in eight bytes each: a ledger of a million events refers to as many texts."""

import secrets
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from hashlib import blake2b


class Hashed:
    """A set of ids, told apart by a hash under a key drawn for it alone, so that nobody can make two that meet."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._hashes: array[int] = array("Q")
        self._sorted = True

    def add(self, ids: Iterable[str]) -> None:
        """Remember ids."""
        self._hashes.extend(map(self.of, ids))
        self._sorted = False

    def of(self, name: str) -> int:
        """The hash of an id."""
        return int.from_bytes(
            blake2b(name.encode(errors="replace"), digest_size=8, key=self._key).digest(), "big"
        )

    def __contains__(self, name: str) -> bool:
        if not self._sorted:
            self._hashes = array("Q", sorted(self._hashes))
            self._sorted = True
        wanted = self.of(name)
        place = bisect_left(self._hashes, wanted)
        return place < len(self._hashes) and self._hashes[place] == wanted
