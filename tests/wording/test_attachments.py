"""Each reason for which a document is not taken is said."""

from typing import get_args

from vault.media import NotTaken
from wording.attachments import NOT_TAKEN


def test_every_reason_has_its_words() -> None:
    """In both languages."""
    assert set(NOT_TAKEN) == set(get_args(NotTaken))
