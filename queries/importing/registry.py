"""The kinds of sheets that there are, by their name in addresses, and who may bring which in."""

from collections.abc import Mapping, Sequence

from domain.kernel.values import Role
from queries.importing.kinds.collective import CONTACTS, CONTRIBUTIONS, STAKEHOLDERS
from queries.importing.kinds.cooperations import COOPERATIONS
from queries.importing.kinds.money import CITIZENS, PAYMENTS
from queries.importing.kinds.past import PAST_FUNDINGS, PAST_REVIEWS
from queries.importing.kinds.people import PEOPLE
from queries.importing.shape import Kind
from queries.reserved import holds_one_of
from queries.visit import Visit

KINDS: Mapping[str, Kind] = {
    one.key: one
    for one in (
        PEOPLE,
        COOPERATIONS,
        CONTACTS,
        STAKEHOLDERS,
        CONTRIBUTIONS,
        PAST_REVIEWS,
        PAST_FUNDINGS,
        CITIZENS,
        PAYMENTS,
    )
}
WHOSE: Sequence[Role] = tuple(dict.fromkeys(role for one in KINDS.values() for role in one.roles))
"""Those whose pages of sheets these are; what they may bring in, each command says."""


def kinds_of(visit: Visit) -> Sequence[Kind]:
    """Those that the person may bring in, as far as roles tell."""
    return [one for one in KINDS.values() if holds_one_of(visit, one.roles)]
