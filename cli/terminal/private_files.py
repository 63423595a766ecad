"""Files that are written whole or not at all; some that only their owner may read."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from language import Text
from queries.refused import invalid, not_written


def folder_of(path: Path) -> Path:
    """The folder, if files can be written there. Raises Failure."""
    if not path.is_dir() or not os.access(path, os.W_OK | os.X_OK):
        raise invalid(
            "file-not-writable",
            Text(f"{path} ne s’écrit pas", f"{path} cannot be written"),
            Text("Donnez un dossier où écrire (--out).", "Give a folder to write to (--out)."),
        )
    return path


def write_private(path: Path, content: bytes) -> None:
    """Write a file of mode 0600 in one stroke, in the place of an earlier one.

    Raises Failure ``file-not-written``; what was begun is gone then, and the earlier one is still there.
    """
    begun: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            begun = Path(file.name)
            file.write(content)
        begun.replace(path)
    except OSError as error:
        if begun:
            with suppress(OSError):
                begun.unlink()
        raise not_written(path, error) from None
