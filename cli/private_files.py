"""Files that only their owner may read: whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from cli.failures import Failure, invalid
from stack.texts import Text


def folder_of(path: Path) -> Path:
    """The folder, if files can be written there. Raises Failure."""
    if not path.is_dir() or not os.access(path, os.W_OK | os.X_OK):
        raise _unwritable(path, "")
    return path


def write_private(path: Path, content: bytes) -> None:
    """Write a file of mode 0600 in one stroke, in the place of an earlier one. Raises Failure."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError as error:
        raise _unwritable(path, error.strerror or "") from None


def _unwritable(path: Path, why: str) -> Failure:
    said = f" : {why}" if why else ""
    return invalid(
        "file-not-writable",
        Text(f"{path} ne s’écrit pas{said}", f"{path} cannot be written{said}"),
        Text("Donnez un dossier où écrire (--out).", "Give a folder to write to (--out)."),
    )
