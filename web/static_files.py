"""Static files, each under an address that holds the digest of its content: it may be kept for ever."""

import gzip
import mimetypes
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

_FOLDER = Path(__file__).with_name("static")
_SHOWN = 16
"""Digits of the digest that stand in the address."""


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is sent."""

    content: bytes
    gzipped: bytes
    media_type: str


@cache
def _files() -> dict[str, StaticFile]:
    return {
        one.relative_to(_FOLDER).as_posix(): _read(one) for one in sorted(_FOLDER.rglob("*")) if one.is_file()
    }


def _read(path: Path) -> StaticFile:
    content = path.read_bytes()
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return StaticFile(content, gzip.compress(content, mtime=0), media_type)


@cache
def address_of(name: str) -> str:
    """The address of a file by its name. Raises KeyError for one that is not there."""
    return f"/statique/{_digest(_files()[name])}/{name}"


def file_at(digest: str, name: str) -> StaticFile | None:
    """The file of an address; None if there is none, or it has another content by now."""
    found = _files().get(name)
    return found if found and _digest(found) == digest else None


def _digest(file: StaticFile) -> str:
    return sha256(file.content).hexdigest()[:_SHOWN]
