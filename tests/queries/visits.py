"""Visits of somebody at a given instant, to services on PostgreSQL."""

from datetime import datetime

from queries.services import Services
from queries.visit import Visit
from tests.projections.making import NOW, ORGANISATION

NOBODY = "p-0000000000ff"
"""Somebody of whom nothing is known here."""


async def visit_of(services: Services, person: str, now: datetime = NOW) -> Visit:
    """A person asks."""
    known = await services.files.organisation(ORGANISATION)
    people = await services.addresses.acquainted(ORGANISATION, known)
    return Visit(services, ORGANISATION, person, people, now)
