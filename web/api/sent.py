"""What is sent to the API: a body of a size that we take, and headers."""

import re

from fastapi import Request

from language import Text
from web.api.problems import Mistake, Problem, invalid
from wording import api as words

LARGEST = 10_000_000
"""Bytes of an import or a batch."""
_ENTRY = re.compile(r'(?:W/)?"e(\d{1,15})(?:\.[0-9a-f]+)?"')


async def read_body(request: Request, largest: int = LARGEST, remedy: Text = words.TOO_LARGE_REMEDY) -> bytes:
    """What was sent. Raises Problem 413 as soon as it is more than we take; ``remedy`` says how much that is."""
    held = bytearray()
    async for part in request.stream():
        held += part
        if len(held) > largest:
            raise Problem(413, "too-large", words.TOO_LARGE, words.TOO_LARGE, remedy)
    return bytes(held)


def entry_of(if_match: str | None) -> int | None:
    """The last entry that was seen of a file, as its ETag says; None where nothing or ``*`` is sent. Raises Problem."""
    if if_match is None or if_match.strip() == "*":
        return None
    found = _ENTRY.fullmatch(if_match.strip())
    if found is None:
        raise invalid(Mistake("If-Match", words.MATCH_WANTED))
    return int(found[1])
