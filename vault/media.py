"""Which documents are taken: by their names and by what they hold, for a name proves nothing."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Literal

LARGEST = 15_000_000
"""Bytes that a document has at most."""

NotTaken = Literal["empty", "too-large", "kind", "content"]
"""Why a document is not taken: nothing in it, too much, of a kind that is not taken, not what its name says."""

_LISTED = "[Content_Types].xml"
_LISTED_AT_MOST = 1_000_000


class AttachmentRefused(Exception):
    """A document is not taken; ``reason`` says why."""

    def __init__(self, reason: NotTaken) -> None:
        super().__init__(reason)
        self.reason = reason


def media_type_of(name: str, content: bytes) -> str:
    """The media type of a document (RFC 6838), of which name and content say the same. Raises AttachmentRefused."""
    if not content:
        raise AttachmentRefused("empty")
    if len(content) > LARGEST:
        raise AttachmentRefused("too-large")
    kind = _KINDS.get(PurePath(name).suffix.lower())
    if kind is None:
        raise AttachmentRefused("kind")
    media_type, holds = kind
    if not holds(content):
        raise AttachmentRefused("content")
    return media_type


def suffixes() -> tuple[str, ...]:
    """How the names of documents that are taken end, dot and all."""
    return tuple(_KINDS)


def _begins(*signs: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(signs)


def _open_document(media_type: str) -> Callable[[bytes], bool]:
    """Its first member says what it is (OpenDocument 1.3, part 2, 3.3)."""

    def holds(content: bytes) -> bool:
        return _member(content, "mimetype") == media_type.encode()

    return holds


def _office_open(main: str) -> Callable[[bytes], bool]:
    """Its list of contents says what it is (ECMA-376, part 2, 10.1.2); one with macros says something else."""

    def holds(content: bytes) -> bool:
        listed = _member(content, _LISTED)
        return (
            f'"{main}"'.encode() in listed and b"macroEnabled" not in listed and b"vbaProject" not in listed
        )

    return holds


def _member(content: bytes, name: str) -> bytes:
    """A member of an archive, unpacked no further than such members go; empty if there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(name) as member:
            return member.read(_LISTED_AT_MOST)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return b""


_ODF = "application/vnd.oasis.opendocument"
_OOXML = "application/vnd.openxmlformats-officedocument"
_DOCX, _XLSX = f"{_OOXML}.wordprocessingml", f"{_OOXML}.spreadsheetml"
_JPEG = ("image/jpeg", _begins(b"\xff\xd8\xff"))

_KINDS: Mapping[str, tuple[str, Callable[[bytes], bool]]] = {
    ".pdf": ("application/pdf", _begins(b"%PDF-")),
    ".odt": (f"{_ODF}.text", _open_document(f"{_ODF}.text")),
    ".ods": (f"{_ODF}.spreadsheet", _open_document(f"{_ODF}.spreadsheet")),
    ".docx": (f"{_DOCX}.document", _office_open(f"{_DOCX}.document.main+xml")),
    ".xlsx": (f"{_XLSX}.sheet", _office_open(f"{_XLSX}.sheet.main+xml")),
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".png": ("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
}
"""By how a name ends: the media type, and whether bytes are of it."""
