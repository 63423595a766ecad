"""Who owes the next step of a funding, as things stand: whom a rung *to: owing* of its ladders reminds."""

from collections.abc import Iterator
from datetime import datetime

from domain.deadlines.deadline import Deadline
from domain.files.charge import MANAGER_ROLES
from domain.fundings.circuit import level_deciding, seats_of
from domain.fundings.distinct_people import kept_from_approving, kept_from_paying
from domain.fundings.payment_access import PAYING
from domain.fundings.schedule import level_to_approve
from domain.fundings.state import Funding
from domain.kernel.values import Role
from domain.people.identity import one_of, same_person
from domain.people.panels import may_sit
from domain.people.roles import holders, roles_of
from domain.people.state import Organisation
from domain.rulebook import Instrument, Level, Rulebook
from domain.rulebook.base import defined

JUDGED = frozenset({"decision", "approval", "payment"})
"""The deadlines of what bodies and finance officers do; all others wait for those in charge."""
ACCEPTANCE = "acceptance"
"""The deadline of what those in charge do, but who submitted the report."""


def owing_of_funding(
    deadline: Deadline, funding: Funding, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Iterator[tuple[str, Role]]:
    """The people of the body that decides, or of the level that approves next, or who pay, or who may accept a report.

    Each with their role; without those who asked, submitted, or did for the same tranche what keeps them from it.
    For what is up to all those in charge, nobody.
    """
    instrument = defined(rulebook.instrument(funding.instrument))
    found, spared = _judging(deadline, funding, instrument, rulebook, organisation, now)
    told: set[str] = set()
    for person, role in found:
        if person not in told and not one_of(organisation, person, spared):
            told.add(person)
            yield person, role


def _judging(
    deadline: Deadline,
    funding: Funding,
    instrument: Instrument,
    rulebook: Rulebook,
    organisation: Organisation,
    now: datetime,
) -> tuple[Iterator[tuple[str, Role]], tuple[str | None, ...]]:
    """Who may do what is due, and who may not although they hold the role."""
    key = deadline.subject or ""
    match deadline.key:
        case "decision":
            level = level_deciding(funding, instrument, funding.amount_cents)
            return _of_level(level, funding, rulebook, organisation, now), funding.askers
        case "approval" if key in funding.tranches:
            level = level_to_approve(instrument, funding.tranches[key])
            barred = kept_from_approving(funding, instrument, key)
            return _of_level(level, funding, rulebook, organisation, now), barred
        case "payment":
            paying = (
                (one, role) for role in PAYING for one in holders(organisation, role, funding.region, now)
            )
            return paying, kept_from_paying(funding, instrument, key)
        case "acceptance" if key in funding.reports:
            submitter = funding.reports[key].submitted_by
            return _accepting(funding, submitter, organisation, now), (submitter,)
    return iter(()), ()


def _accepting(
    funding: Funding, submitter: str | None, organisation: Organisation, now: datetime
) -> Iterator[tuple[str, Role]]:
    """Those in charge but who submitted it; where nobody else is, the programme managers of the region."""
    others = [one for one in funding.managers if not same_person(organisation, one, submitter)]
    held = ((one, roles_of(organisation, one, funding.region, now) & MANAGER_ROLES) for one in others)
    found = [(one, _named_as(roles)) for one, roles in held if roles]
    standing_in = holders(organisation, Role.PROGRAMME_MANAGER, funding.region, now)
    return iter(found or [(one, Role.PROGRAMME_MANAGER) for one in standing_in])


def _named_as(roles: frozenset[Role]) -> Role:
    return Role.PROGRAMME_MANAGER if Role.PROGRAMME_MANAGER in roles else min(roles)


def _of_level(
    level: Level | None, funding: Funding, rulebook: Rulebook, organisation: Organisation, now: datetime
) -> Iterator[tuple[str, Role]]:
    for body in level.by if level else ():
        for role, of in seats_of(body, rulebook):
            yield from ((one, role) for one in may_sit(organisation, role, of, funding.region, now))
