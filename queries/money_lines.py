"""What the money of a file left in other streams: lines of envelopes, of accounts, of files for the bank."""

from collections.abc import Sequence

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import account_stream, payment_file_stream
from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.history import LookedUp
from queries.visit import Visit

_BANK = (account_stream(""), payment_file_stream(""))


async def money_lines(visit: Visit, found: LookedUp, then: Then) -> Sequence[TimelineEntry]:
    """The lines that name the fundings told in a history, in the order of recording, as far as the person may read it.

    Envelopes are for whoever holds a role, bank details and files for the bank for those who may read these. Nothing
    of a funding that a conflict of interest closes to the person. Raises Failure for what is no date.
    """
    scope, zone = visit.scope, visit.zone_of(found.file)
    ids = [one.id for one in _fundings(found) if one.key not in found.closed and visit.may_read(one)]
    if not ids or not scope.member:
        return ()
    as_of, known_on = then.happened_by(zone), then.known_by(zone)
    models = visit.service.read_models
    lines = await models.money_lines(visit.organisation, ids, zone, as_of, known_on)
    readable = [one for one in lines if scope.bank_details or not one.file.startswith(_BANK)]
    return [_of_these(one, ids) for one in readable]


def _fundings(found: LookedUp) -> Sequence[Funding]:
    """Those whose entries the history has: a funding tells its own alone."""
    told: Sequence[KeptFile] = found.beside if isinstance(found.file, Cooperation) else (found.file,)
    return [one for one in told if isinstance(one, Funding)]


def _of_these(line: TimelineEntry, ids: Sequence[str]) -> TimelineEntry:
    """A file for the bank pays others too: of their payments nothing is told."""
    if "payments" not in line.details:
        return line
    theirs = [one for one in line.details["payments"] if one["funding"] in ids]
    return line.model_copy(update={"details": {**line.details, "payments": theirs}})
