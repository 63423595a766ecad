"""Documents in memory, under the contract of PostgreSQL's."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from domain.kernel.prose import Altered
from vault.attachments import Attachment, digest_of
from vault.media import media_type_of

_NOW = datetime(2027, 2, 20, 9, 0, tzinfo=UTC)


class MemoryAttachments:
    """The documents of one organisation; ``contents`` may be emptied or changed by a test."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes | Altered] = {}
        self._told: list[Attachment] = []

    def hand_in(self, file: str, name: str, content: bytes, by: str) -> str:
        """Keep a document for a file; its digest."""
        digest = digest_of(content)
        self.contents[digest] = content
        media_type = media_type_of(name, content)
        self._told.append(Attachment(digest, file, name, by, _NOW, media_type, len(content)))
        return digest

    async def about(
        self, organisation: str, files: Iterable[str], digests: Iterable[str]
    ) -> Sequence[Attachment]:
        """What is known of some documents that were handed in for some files."""
        among, wanted = set(files), set(digests) & self.contents.keys()
        return [one for one in self._told if one.file in among and one.digest in wanted]

    async def content(self, organisation: str, digest: str) -> bytes | Altered | None:
        """The bytes."""
        return self.contents.get(digest)
