"""What letters are about, by name."""

from collections.abc import Mapping

from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM, stream_of
from language import say
from queries.visit import Visit, reached
from web.entries import file_named
from wording.pages import messages as words


async def letters_about(visit: Visit, keys: set[str]) -> Mapping[str, str]:
    """What letters are about, by the keys of their files; of the organisation itself, access to the service."""
    streams = {key: stream_of(key) for key in keys if key != ORGANISATION_STREAM}
    async with reached():
        states = await visit.states(streams.values()) if streams else {}
    found = {key: states.get(stream) for key, stream in streams.items()}
    said = {key: file_named(visit, one) if isinstance(one, KeptFile) else key for key, one in found.items()}
    return {ORGANISATION_STREAM: say(words.THE_ORGANISATION), **said}
