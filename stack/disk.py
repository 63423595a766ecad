"""A full disk, told for what it is."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from language import Text
from stack.texts import StackError

NEEDED = 16 * 1024 * 1024
"""Bytes below which a disk counts as full: one segment of PostgreSQL's journal, without which it stops."""


def free_bytes(path: Path) -> int:
    """How much can still be written where `path` lies."""
    return shutil.disk_usage(path).free


def is_full(path: Path) -> bool:
    """Whether too little is left where `path` lies for the stack to work."""
    return free_bytes(path) < NEEDED


def says_full(error: OSError) -> bool:
    """Whether that is what an operation failed of: the disk, or the account's share of it."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def disk_full(path: Path) -> StackError:
    """Say it, with the place that is meant."""
    return StackError(
        "disk-full",
        Text(
            f"Le disque de {path} est plein ; libérez de la place, le reste revient de lui-même.",
            f"The disk of {path} is full; make room, the rest comes back by itself.",
        ),
    )


@contextmanager
def told_if_full(path: Path) -> Iterator[None]:
    """Whatever fails within for want of space at `path` raises StackError ``disk-full``."""
    try:
        yield
    except OSError as error:
        if says_full(error):
            raise disk_full(path) from error
        raise
