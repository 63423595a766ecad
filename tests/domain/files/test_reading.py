"""Who reads how much of a file: by role, by region, by whether they are named on it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.files.reading import Reading, may_read, reading
from domain.files.related import RelatedFile
from domain.kernel.values import Role
from domain.people.events import RoleRevoked
from tests.domain.decide.test_access import ELSEWHERE, UNATTENDED, without
from tests.domain.kit import NOW, state_of
from tests.domain.reviewing import ASKED, FUNDING, funding_requested, review_of
from tests.domain.sample_people import (
    AUDITOR,
    FOUNDED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    PEOPLE,
    STRANGER,
    granted,
    organisation,
    person,
    registered,
)
from tests.domain.vocabulary import WHY

TWIN = person(70)

_FULL, _SHEET, _NOTHING = Reading.IN_FULL, Reading.PUBLIC_SHEET, Reading.NOTHING
READS = {
    #                                  here,    named,   elsewhere
    Role.ADMINISTRATOR:             (_FULL, _FULL, _FULL),
    Role.AUDITOR:                   (_FULL, _FULL, _FULL),
    Role.BOARD:                     (_FULL, _FULL, _FULL),
    Role.PROGRAMME_MANAGER:         (_FULL, _FULL, _NOTHING),
    Role.ELECTED_REPRESENTATIVE:    (_FULL, _FULL, _NOTHING),
    Role.FINANCE_OFFICER:           (_FULL, _FULL, _NOTHING),
    Role.ACCOMPANYING_ORGANISATION: (_NOTHING, _FULL, _NOTHING),
    Role.FACILITATOR:               (_NOTHING, _FULL, _NOTHING),
    Role.REGIONAL_COMMISSION:       (_SHEET, _SHEET, _NOTHING),
    Role.JURY:                      (_SHEET, _SHEET, _NOTHING),
    Role.STEERING_COMMITTEE:        (_SHEET, _SHEET, _NOTHING),
}  # fmt: skip
"""What a role held for one region gives: of a cooperation there, of one there on which they are named, of another."""


@pytest.mark.parametrize("role", Role)
def test_a_role_gives_what_the_table_says(role: Role) -> None:
    """Nobody reads more of a file for a role of its region alone than a panel: its public sheet."""
    who = IN_ROLE[role]
    files = (UNATTENDED, replace(UNATTENDED, managers=(MANAGER, who)), ELSEWHERE)
    assert tuple(reading(PEOPLE, who, file, NOW) for file in files) == READS[role]
    assert may_read(PEOPLE, who, UNATTENDED, NOW) is (READS[role][0] is Reading.IN_FULL)


@pytest.mark.parametrize("role", Role)
def test_reviews_and_fundings_have_no_public_sheet(role: Role) -> None:
    """What is in full of a cooperation is in full of what was asked in it; a sheet is nothing."""
    here, named, _ = READS[role]
    for file in (review_of(*ASKED), state_of(FUNDING, funding_requested())):
        assert isinstance(file, RelatedFile)
        for due, kept in (
            (here, replace(file, managers=())),
            (named, replace(file, managers=(IN_ROLE[role],))),
        ):
            assert reading(PEOPLE, IN_ROLE[role], kept, NOW) is (
                due if due is Reading.IN_FULL else Reading.NOTHING
            )


@pytest.mark.parametrize("role", Role)
def test_somebody_reads_the_most_that_any_of_their_roles_gives(role: Role) -> None:
    """Whichever was granted first."""
    who = IN_ROLE[role]
    for second in Role:
        both = organisation(*FOUNDED, granted(who, second))
        due = max(READS[role][0], READS[second][0])
        assert reading(both, who, UNATTENDED, NOW) is due, second


def test_without_a_role_nobody_reads_not_even_who_is_named() -> None:
    """Registered or not; those whose role is for another region neither."""
    for who in (NOBODY, STRANGER):
        assert reading(PEOPLE, who, replace(UNATTENDED, managers=(who,)), NOW) is Reading.NOTHING
    companion = IN_ROLE[Role.ACCOMPANYING_ORGANISATION]
    assert reading(PEOPLE, companion, replace(ELSEWHERE, managers=(companion,)), NOW) is Reading.NOTHING


def test_who_is_named_under_another_of_their_ids_is_named() -> None:
    """One person was registered twice."""
    companion = IN_ROLE[Role.ACCOMPANYING_ORGANISATION]
    people = replace(organisation(*FOUNDED, registered(TWIN)), twins={TWIN: companion})
    assert may_read(people, companion, replace(UNATTENDED, managers=(TWIN,)), NOW)


def test_who_reads_everywhere_does_for_a_role_of_any_region() -> None:
    """Administrator, board, auditor."""
    regional = organisation(*without(AUDITOR), registered(AUDITOR), granted(AUDITOR, Role.AUDITOR))
    assert may_read(regional, AUDITOR, ELSEWHERE, NOW)


def test_nobody_reads_from_the_instant_of_a_revocation_on() -> None:
    """Not even who reads everything."""
    ended = RoleRevoked(grant=f"grant/{AUDITOR}/auditor", reason=WHY)
    revoked = organisation(*FOUNDED, ended, at="2026-11-22T12:00:00Z")
    noon = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    assert may_read(revoked, AUDITOR, UNATTENDED, noon - timedelta(seconds=1))
    assert not may_read(revoked, AUDITOR, UNATTENDED, noon)
