"""Who may read a file: everybody who holds a role in its region, and those who read everywhere."""

from datetime import UTC, datetime, timedelta

from domain.files.reading import may_read
from domain.kernel.values import Role
from domain.people.events import RoleRevoked
from tests.domain.decide.test_access import ELSEWHERE, EVERYWHERE, HERE, without
from tests.domain.kit import NOW
from tests.domain.sample_people import (
    AUDITOR,
    FOUNDED,
    IN_ROLE,
    NOBODY,
    PEOPLE,
    STRANGER,
    granted,
    organisation,
    registered,
)
from tests.domain.vocabulary import WHY


def test_every_role_of_the_region_reads_its_files() -> None:
    """And the roles that read everything."""
    assert all(may_read(PEOPLE, who, HERE, NOW) for who in IN_ROLE.values())
    assert not may_read(PEOPLE, NOBODY, HERE, NOW)
    assert not may_read(PEOPLE, STRANGER, HERE, NOW)


def test_of_another_region_only_those_read_who_read_everything() -> None:
    """Administrator, board, auditor; also when they hold their role for one region only."""
    readers = {role for role, who in IN_ROLE.items() if may_read(PEOPLE, who, ELSEWHERE, NOW)}
    assert readers == EVERYWHERE
    regional = organisation(*without(AUDITOR), registered(AUDITOR), granted(AUDITOR, Role.AUDITOR))
    assert may_read(regional, AUDITOR, ELSEWHERE, NOW)


def test_nobody_reads_from_the_instant_of_a_revocation_on() -> None:
    """Not even who reads everything."""
    ended = RoleRevoked(grant=f"grant/{AUDITOR}/auditor", reason=WHY)
    revoked = organisation(*FOUNDED, ended, at="2026-11-22T12:00:00Z")
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    assert may_read(revoked, AUDITOR, HERE, noon - timedelta(seconds=1))
    assert not may_read(revoked, AUDITOR, HERE, noon)
