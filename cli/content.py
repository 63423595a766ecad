"""Files that people name: their bytes, and no more of them than can be of use."""

from pathlib import Path

from application.rulebook_reading import LARGEST_RULEBOOK
from cli.failures import invalid
from stack.texts import Text


def content_of(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file and one more, which tells that it is too large. Raises Failure."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise invalid(
            "file-not-readable",
            Text(f"{path} ne se lit pas : {error.strerror}", f"{path} cannot be read: {error.strerror}"),
            Text("Vérifiez le chemin.", "Check the path."),
        ) from None


def rulebook_content(path: Path) -> bytes:
    """A rulebook's bytes, and no more of them than it may have and one. Raises Failure."""
    return content_of(path, LARGEST_RULEBOOK)
