"""Noting that somebody was given the addresses of everybody, in whichever form."""

from fastapi import Request

from access.readings import EVERYBODY
from queries.visit import Visit, reached
from web.site import site_of


async def note_addresses(request: Request, visit: Visit) -> None:
    """Write it down before they are given out. Raises Failure."""
    async with reached():
        readings = site_of(request).access.readings
        await readings.note(visit.organisation, visit.person, "personal-data", EVERYBODY)
