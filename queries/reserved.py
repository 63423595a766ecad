"""Pages that are for those who hold one of some roles, wherever they hold it: others are told whose they are."""

from collections.abc import Sequence

from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from queries.refused import Failure, FailureKind
from queries.visit import Visit
from wording import remedies
from wording.offers import reserved_for

SETTLED_FOR = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER, Role.AUDITOR)
"""Who is shown what is settled for the whole organisation; administrators settle it."""


def holds_one_of(visit: Visit, roles: Sequence[Role]) -> bool:
    """Whether the person holds one of these roles at present, for whichever region."""
    return not roles_anywhere(visit.people, visit.person, visit.now).isdisjoint(roles)


def needs_one_of(visit: Visit, roles: Sequence[Role]) -> None:
    """Refuse whoever holds none of these roles. Raises Failure."""
    if not holds_one_of(visit, roles):
        raise Failure(FailureKind.REFUSED, "reserved", reserved_for(roles), remedies.ROLES_ARE_GIVEN)
