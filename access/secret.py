"""The one secret of a site: what keys of addresses, form seals and cookies are derived from.

It is not in the database, so that a copy of the database neither tells addresses nor signs anything. Without it every
account has to choose its password anew and every form that is open is refused; nothing else is lost.
"""

import hmac
import os
from contextlib import suppress
from pathlib import Path

_BYTES = 32


class SecretTooShort(Exception):
    """The file of the secret holds less than 32 characters; ``path`` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no secret of at least {_BYTES} characters")
        self.path = path


class Secret:
    """Gives a key for each purpose, none of which tells another."""

    def __init__(self, root: bytes) -> None:
        self._root = root

    def key(self, purpose: str) -> bytes:
        """The 32 bytes that serve one purpose alone."""
        return hmac.digest(self._root, purpose.encode(), "sha256")

    def digest(self, purpose: str, value: str) -> bytes:
        """What stands for a value where it must not be read: 32 bytes."""
        return hmac.digest(self.key(purpose), value.encode(), "sha256")


def read_secret(path: Path) -> Secret:
    """The secret in a file, which is made, for us only, where there is none. Several may call this at once.

    Raises OSError, and SecretTooShort for a file that somebody else wrote.
    """
    with suppress(FileExistsError):
        _make(path)
    root = path.read_bytes().strip()
    if len(root) < _BYTES:
        raise SecretTooShort(path)
    return Secret(root)


def _make(path: Path) -> None:
    """Write a new one beside and put it in its place whole, unless somebody was quicker."""
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(_BYTES).hex().encode())
        os.link(beside, path)
    finally:
        beside.unlink(missing_ok=True)
