"""Which of many files a person may read."""

from collections.abc import Iterable

from domain.bank.access import KEEP_BANK_DETAILS
from domain.files.reading import READ_EVERYWHERE
from domain.kernel.ids import ORGANISATION_STREAM, account_stream
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from queries.visit import Visit

_ACCOUNT = account_stream("")


async def readable(visit: Visit, keys: Iterable[str]) -> frozenset[str]:
    """Those of the files, by key, that the person may read.

    Bank details are for those who keep them, and what is about the organisation itself for its administrators.
    Files of one region with the same managers are read by the same people, so one of each is folded and judged.
    Whoever sits on a panel may look its review up, wherever it is.
    """
    wanted = set(keys)
    alike, invited = await _alike(visit, wanted)
    verdicts = {_ACCOUNT: _keeps_accounts(visit), ORGANISATION_STREAM: _administers(visit)}
    found = wanted & invited
    for key in wanted - found:
        kind = _ACCOUNT if key.startswith(_ACCOUNT) else alike.get(key, key)
        if kind not in verdicts:
            file = await visit.service.files.file(visit.organisation, key)
            verdicts[kind] = file is not None and visit.may_read(file)
        if verdicts[kind]:
            found.add(key)
    return frozenset(found)


async def _alike(visit: Visit, keys: set[str]) -> tuple[dict[str, str], set[str]]:
    """What makes files alike, by key; and the reviews in which the person is involved."""
    models, organisation = visit.service.read_models, visit.organisation
    beside = any(":" in key for key in keys)
    reviews = await models.reviews(organisation) if beside else ()
    fundings = await models.fundings(organisation) if beside else ()
    alike = {line.file: f"{line.region} {line.managers}" for line in await models.portfolio(organisation)}
    alike |= {line.file: f"{line.region} {line.managers}" for line in fundings}
    alike |= {line.file: f"{line.region} {line.managers}" for line in reviews}
    return alike, {line.file for line in reviews if visit.person in line.involved}


def _administers(visit: Visit) -> bool:
    return Role.ADMINISTRATOR in roles_anywhere(visit.people, visit.person, visit.now)


def _keeps_accounts(visit: Visit) -> bool:
    held = roles_anywhere(visit.people, visit.person, visit.now)
    return bool(held & {*KEEP_BANK_DETAILS, *READ_EVERYWHERE})
