"""What lists of the audit speak of, by its name."""

from collections.abc import Iterable, Mapping

from access.readings import EVERYBODY, Reading
from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM, stream_of
from language import say
from queries.visit import Visit, reached
from web.entries import file_named
from wording.details import called
from wording.pages import audit as words


async def files_by_name(visit: Visit, keys: Iterable[str]) -> Mapping[str, str]:
    """What files are called, by their keys: those that the person may read. Raises Failure."""
    streams = {key: stream_of(key) for key in keys if key != ORGANISATION_STREAM}
    async with reached():
        states = await visit.states(streams.values()) if streams else {}
    found = {key: states.get(stream) for key, stream in streams.items()}
    return {
        key: file_named(visit, one)
        for key, one in found.items()
        if isinstance(one, KeptFile) and visit.may_read(one)
    }


def subject_of(one: Reading, files: Mapping[str, str], names: Mapping[str, str]) -> str:
    """What was read, by its name. ``names``: of people, by their ids."""
    if one.file == EVERYBODY:
        return say(words.EVERYBODY)
    if one.what == "personal-data":
        return called(one.file, names)
    if one.what != "document":
        return one.file.partition(":")[2]
    return files.get(one.file) or say(words.NOT_YOURS)
