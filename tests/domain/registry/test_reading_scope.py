"""What somebody may read has two forms, judging a file and asking for a list; they say the same of everybody."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.files.reading import may_read, reading
from domain.kernel.values import Role
from domain.people.identity import all_ids
from domain.people.state import Grant, Organisation
from domain.registry.reading_scope import ReadingScope, Regions, reading_scope
from tests.domain.kit import FILE, NOW, file_of
from tests.domain.reviewing import ASKED, A, delegated, review_of
from tests.domain.sample_people import (
    FOUNDED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    STRANGER,
    granted,
    organisation,
    person,
    registered,
)
from tests.domain.vocabulary import BEGUN
from tests.support.readers import INSTANTS, REGIONS, organisations

READER, TWIN = person(70), person(71)
FILES = [
    replace(kept, region=region, managers=managers)
    for kept in (file_of(*BEGUN), review_of(*ASKED))
    for region in (*REGIONS, "grand-est")
    for managers in ((MANAGER,), (MANAGER, READER))
]
"""The last region is one that neither a role nor a rulebook names."""
PEOPLE = organisation(*FOUNDED)


@settings(max_examples=300)
@given(
    organisations(READER),
    INSTANTS,
    st.sampled_from([frozenset[str](), frozenset({FILE}), frozenset({"other"})]),
)
def test_a_scope_reads_as_much_as_the_same_person_may_file_by_file(
    people: Organisation, now: datetime, deciding: frozenset[str]
) -> None:
    """In every region, by whichever day each role holds there, named on it or not; what they decide on is no list."""
    scope = reading_scope(people, READER, now, deciding)
    for file in FILES:
        assert scope.reading(file) is reading(people, READER, file, now, deciding)
        assert scope.reads(file) is may_read(people, READER, file, now, deciding)
        assert scope.lists(file) is may_read(people, READER, file, now)


def test_a_role_for_all_regions_holds_by_the_day_of_each() -> None:
    """It is still the day before in Tahiti, and already in the evening the day itself in Reunion."""
    zones = {None: "Europe/Paris", "reunion": "Indian/Reunion", "polynesie": "Pacific/Tahiti"}
    grant = granted(READER, Role.PROGRAMME_MANAGER, None, since=date(2026, 3, 2))
    people = replace(organisation(*FOUNDED, registered(READER), grant), zones=zones)
    at = datetime(2026, 3, 1, 21, tzinfo=UTC)
    late = reading_scope(people, READER, at)
    assert late == ReadingScope(in_full=Regions(frozenset({"reunion"})), ids=frozenset({READER}), at=at)
    morning = reading_scope(people, READER, datetime(2026, 3, 2, 6, tzinfo=UTC)).in_full
    assert [one in morning for one in ("reunion", "polynesie", "anywhere")] == [True, False, True]


def test_whoever_has_a_seat_or_stands_in_looks_the_review_up_under_any_of_their_ids() -> None:
    """Wherever it is; and no file beside it."""
    review = review_of(*ASKED, delegated(A, READER, date(2026, 12, 1)))
    twins = replace(organisation(*FOUNDED, registered(READER), registered(TWIN)), twins={TWIN: READER})
    for who, organised in ((A, PEOPLE), (READER, PEOPLE), (TWIN, twins)):
        scope = ReadingScope(ids=reading_scope(organised, who, NOW).ids)
        assert scope.reads(review)
        assert not scope.reads(FILES[0])
    assert not ReadingScope(ids=frozenset({STRANGER})).reads(review)


@pytest.mark.parametrize("role", Role)
def test_bank_details_and_the_organisation_are_for_few(role: Role) -> None:
    """Who keeps or audits them, whoever reads everywhere; administrators."""
    scope = reading_scope(PEOPLE, IN_ROLE[role], NOW)
    keepers = {Role.FINANCE_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.BOARD}
    assert (scope.bank_details, scope.organisation) == (role in keepers, role is Role.ADMINISTRATOR)
    assert scope.member


def test_without_a_role_there_is_nothing_but_seats() -> None:
    """Registered or not; a role that is over counts for nothing."""
    for who in (NOBODY, STRANGER):
        assert reading_scope(PEOPLE, who, NOW) == ReadingScope(ids=frozenset(all_ids(PEOPLE, (who,))), at=NOW)
    over = {key: _over(one) for key, one in PEOPLE.grants.items()}
    assert reading_scope(replace(PEOPLE, grants=over), MANAGER, NOW) == ReadingScope(
        ids=frozenset({MANAGER}), at=NOW
    )


def _over(grant: Grant) -> Grant:
    return replace(grant, revoked_at=NOW)
