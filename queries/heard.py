"""Whether somebody may read what an event tells, where it is told to a program of theirs."""

from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.recorded import Recorded
from domain.reviews.state import Review
from queries.dossiers import closed_to, why_closed
from queries.families import BANK, FAMILIES, family_of
from queries.refused import Failure
from queries.services import Services
from queries.visit import Visit, introduced

OF_THE_ORGANISATION = "organisation"
HEARD = (*FAMILIES, OF_THE_ORGANISATION)
"""The families of what may be told; people, roles, rules and bank details are of the organisation."""


def family_heard(event: str) -> str:
    """The family of a type of events, of histories or not."""
    if event in BANK:
        return OF_THE_ORGANISATION
    try:
        return family_of(event)
    except KeyError:
        return OF_THE_ORGANISATION


async def may_hear(service: Services, organisation: str, person: str, recorded: Recorded) -> bool:
    """As of now, with the roles of now. Raises LedgerUnavailable."""
    try:
        visit = await introduced(service, organisation, person)
    except Failure:
        return False  # nobody there any more
    return await _reads(visit, recorded.stream)


async def _reads(visit: Visit, stream: str) -> bool:
    state = (await visit.states([stream]))[stream]
    if isinstance(state, KeptFile):
        closed = (
            await closed_to(visit, state) if isinstance(state, Review) else await why_closed(visit, state)
        )
        return visit.may_read(state) and closed is None
    if stream == ORGANISATION_STREAM:
        return visit.scope.organisation
    return visit.scope.member if stream.startswith("envelope:") else visit.scope.bank_details
