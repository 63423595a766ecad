"""Passwords: Argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, two passes, one lane).

One hash takes some 70 ms of a core, so that it is made in a thread and no more of them at once than there are cores.
"""

import asyncio
import os
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 1_000
"""Characters of a password. No rule besides asks for digits or signs (NIST SP 800-63B-4, 3.1.1.2)."""

_WAITING = 20
"""How many may wait for a hash of theirs; whoever comes then is asked to come back."""

Answer = TypeVar("Answer")


class TooManyAtOnce(Exception):
    """More people sign in at this moment than can be checked; try again in a few seconds."""


class Passwords:
    """Makes and checks hashes. Whatever hashes raises TooManyAtOnce."""

    def __init__(self, at_once: int | None = None) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)
        self._free = asyncio.Semaphore(at_once or os.cpu_count() or 1)
        self._waiting = 0
        self._nobodys = self._hasher.hash(os.urandom(16).hex())

    async def hash(self, password: str) -> str:
        """The hash of a password, as the PHC string."""
        return await self._in_turn(lambda: self._hasher.hash(password))

    async def check(self, known: str | None, password: str) -> bool:
        """Whether a password has this hash. Where none is known, it takes as long to say no."""
        holds = await self._in_turn(lambda: self._holds(known or self._nobodys, password))
        return holds and known is not None

    def outdated(self, known: str) -> bool:
        """Whether a hash was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(known)

    def _holds(self, known: str, password: str) -> bool:
        try:
            return self._hasher.verify(known, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _in_turn(self, work: Callable[[], Answer]) -> Answer:
        if self._waiting >= _WAITING:
            raise TooManyAtOnce
        self._waiting += 1
        try:
            async with self._free:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
