"""Documents that entries name by the SHA-256 digest of their bytes, kept beside the ledger: they can be erased."""

import asyncio
import hmac
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import asyncpg

from domain.kernel.ids import cooperation_stream
from domain.kernel.prose import Altered
from eventstore.pool import connected
from eventstore.queries import load_queries
from vault.media import media_type_of

_QUERIES = load_queries(Path(__file__).with_name("attachments.sql"))

_LONGEST_NAME = 180
_STEERS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document as it was handed in for a file, by its key; bytes in ``size``."""

    digest: str
    file: str
    name: str
    deposited_by: str
    deposited_at: datetime
    media_type: str
    size: int


class PostgresAttachments:
    """All organisations' documents, through a pool opened by ``eventstore.pool.open_pool``.

    Every method raises LedgerUnavailable if the store is out of reach.
    """

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def deposit(
        self, organisation: str, file: str, name: str, content: bytes, *, by: str, at: datetime
    ) -> str:
        """Keep a document for a file, by its key or stream; its digest, as entries name it.

        ``name`` is what ``by``, a person, calls it; ``at`` is the organisation's instant. The same document for
        the same file is kept once. Raises AttachmentRefused for what is not taken.
        """
        file = file.removeprefix(cooperation_stream(""))
        media_type = media_type_of(name, content)
        digest = await asyncio.to_thread(digest_of, content)
        async with connected(self._pool) as connection, connection.transaction():
            await connection.execute(_QUERIES["keep"], organisation, digest, media_type, content)
            await connection.execute(_QUERIES["deposit"], organisation, file, digest, _plain(name), by, at)
        return digest

    async def about(
        self, organisation: str, files: Iterable[str], digests: Iterable[str]
    ) -> Sequence[Attachment]:
        """What is known of documents that were handed in for any of some files; missing where they were erased."""
        async with connected(self._pool) as connection:
            rows = await connection.fetch(_QUERIES["about"], organisation, list(files), list(digests))
        return [Attachment(**row) for row in rows]

    async def content(self, organisation: str, digest: str) -> bytes | Altered | None:
        """The bytes of a document; None where it was erased or never handed in, ``Altered`` if they are not its own."""
        async with connected(self._pool) as connection:
            found: bytes | None = await connection.fetchval(_QUERIES["content"], organisation, digest)
        if found is None:
            return None
        same = hmac.compare_digest(await asyncio.to_thread(digest_of, found), digest)
        return found if same else Altered()

    async def erase(self, organisation: str, digest: str) -> bool:
        """Forget a document and what it was called; whether there was one. Its digest stays in the ledger."""
        async with connected(self._pool) as connection:
            return bool(await connection.fetchval(_QUERIES["erase"], organisation, digest))


def digest_of(content: bytes) -> str:
    """``sha256:`` and the digest of bytes, as ``domain.kernel.money.DocumentDigest`` has it."""
    return f"sha256:{sha256(content).hexdigest()}"


def _plain(name: str) -> str:
    """The last part of a name as a browser sends it, on one line, without what turns the direction of text."""
    last = _STEERS.sub("", name.replace("\\", "/").rpartition("/")[2]).strip()
    return last[-_LONGEST_NAME:] or "document"
