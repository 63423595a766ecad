"""Which of many files a person may read."""

from collections.abc import Iterable

from domain.kernel.ids import ORGANISATION_STREAM, account_stream
from queries.dossiers import why_closed
from queries.visit import Visit

_ACCOUNT = account_stream("")


async def readable(visit: Visit, keys: Iterable[str]) -> frozenset[str]:
    """Those of the files, by key, that the person may read.

    Bank details are for those who keep them, and what is about the organisation itself for its administrators.
    What the read models do not know yet is folded and judged.
    """
    scope, wanted = visit.scope, set(keys)
    known = await visit.service.read_models.readable(visit.organisation, scope, wanted)
    found = {key for key in wanted if known.get(key)}
    for key in wanted - known.keys():
        if key.startswith(_ACCOUNT):
            readable_here = scope.bank_details
        elif key == ORGANISATION_STREAM:
            readable_here = scope.organisation
        else:
            file = await visit.looked_up(key)
            readable_here = file is not None and scope.reads(file) and await why_closed(visit, file) is None
        if readable_here:
            found.add(key)
    return frozenset(found)
