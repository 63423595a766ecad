"""Files that people name: their bytes, and no more of them than can be of use."""

from pathlib import Path

from application.rulebooks.parsing import LARGEST_RULEBOOK
from queries.refused import not_readable


def content_of(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file and one more, which tells that it is too large. Raises Failure."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise not_readable(path, error) from None


def rulebook_content(path: Path) -> bytes:
    """A rulebook's bytes, and no more of them than it may have and one. Raises Failure."""
    return content_of(path, LARGEST_RULEBOOK)
