"""What somebody is invited to give their opinion on, as it is named before they have come in."""

from domain.kernel.ids import id_of
from queries.refused import Failure
from queries.room import room_of
from queries.visit import Visit, reached


async def invited_to(visit: Visit, key: str) -> str | None:
    """The name of what a review, by its key, is about; empty for whoever is shown no more than why not.

    None for whoever is not invited, or no longer: it ended long ago.
    """
    try:
        async with reached():
            room = await room_of(visit, id_of(key), by_link=True)
    except Failure as failure:
        if failure.code != "not-readable":
            raise
        return None
    return "" if room.closed else room.line.name
