"""What somebody is invited to give their opinion on, as it is named before they have come in."""

from domain.kernel.ids import id_of
from queries.refused import Failure
from queries.room import room_of
from queries.visit import Visit, reached


async def invited_to(visit: Visit, key: str) -> str:
    """The name of what a review, by its key, is about; empty where nothing of it is to be told to them."""
    try:
        async with reached():
            room = await room_of(visit, id_of(key), by_link=True)
    except Failure:
        return ""
    return "" if room.closed else room.line.name
