"""Envelopes and people as sheets."""

from fastapi import Request

from domain.kernel.values import Role
from exports.list_table import Column
from language import Text, say
from projections.envelopes import EnvelopeFilter
from queries.envelopes import list_envelopes
from queries.lists import extent
from queries.people import list_people
from queries.visit import Visit, reached
from web.downloads.table import Table
from wording import headings
from wording.naming import Naming
from wording.pages import downloads as words
from wording.pages import envelopes as envelope_words
from wording.pages import people as people_words
from wording.regions import region_words
from wording.roles import ROLES


async def envelopes(visit: Visit, _request: Request) -> Table:
    """What may be promised, what of it is set aside, paid and left. Raises Failure."""
    found = await list_envelopes(visit, EnvelopeFilter())
    euros = (
        envelope_words.ALLOTTED, envelope_words.SET_ASIDE, envelope_words.PAID,
        envelope_words.LEFT, envelope_words.PAID_IN_YEAR,
    )  # fmt: skip
    columns = (
        Column(say(envelope_words.ENVELOPE), width=48),
        Column(say(words.YEAR), width=8),
        *(Column(say(one), "euros") for one in euros),
        Column(say(envelope_words.FUNDINGS), "number"),
        Column(say(words.MOST_FUNDINGS), "number"),
    )
    rows = [
        (
            say(Text(*Naming(visit.rulebook(one.rulebook)).one("envelope", one.envelope))),
            one.year,
            one.allotted_cents,
            one.reserved_cents,
            one.consumed_cents,
            one.balance_cents,
            one.paid_cents,
            one.fundings,
            one.fundings_per_year,
        )
        for one in found.rows
    ]
    async with reached():
        position = (await extent(visit)).read_to
    return Table(say(envelope_words.TITLE), columns, rows, (), position)


async def people(visit: Visit, _request: Request) -> Table:
    """Everybody with the roles they hold, one a line; addresses for administrators. Raises Failure."""
    found = await list_people(visit)
    columns = [
        Column(say(people_words.PERSON), width=32),
        Column(say(words.ROLE)),
        Column(say(words.REGION)),
        Column(say(words.SINCE), "day"),
        Column(say(words.UNTIL), "day"),
        *((Column(say(people_words.ADDRESS), width=36),) if found.with_addresses else ()),
    ]
    rows = []
    for one in found.people:
        name = one.name or say(headings.ERASED)
        address = ((one.address.address if one.address else None),) if found.with_addresses else ()
        for held in one.roles:
            grant = visit.people.grants[held.grant]
            where = region_words(held.region, found.regions) if held.region else people_words.EVERYWHERE
            rows.append((name, say(ROLES[Role(held.role)]), say(where), grant.since, grant.until, *address))
        if not one.roles:
            rows.append((name, None, None, None, None, *address))
    return Table(say(people_words.TITLE), columns, rows, personal=found.with_addresses)
