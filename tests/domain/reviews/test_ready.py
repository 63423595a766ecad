"""When the service concludes: as soon as nobody owes, or all had their time and were told; never for the chair."""

from datetime import datetime

import pytest

from domain.kernel.event import Event
from domain.kernel.moments import write_instant
from domain.people.events import OutageRecorded
from domain.people.state import Organisation
from domain.reviews.readiness import conclusion_due, conclusion_prospect, ready
from tests.domain.asking import paris
from tests.domain.kit import On, on
from tests.domain.reviewing import (
    ASKING,
    JURY,
    PANEL_OF_PEOPLE,
    A,
    asked,
    declared,
    given,
    heard,
    invited,
    recused,
    review_of,
    revised,
    voted,
)
from tests.domain.sample_people import organisation
from tests.domain.silent import reported
from tests.domain.vocabulary import reminded

PEOPLE = organisation(*PANEL_OF_PEOPLE)
FOR_IT = ("favourable",) * 4
TWO = voted("favourable", "favourable")
TOLD = (on("2026-11-02T09:00:00Z", reminded("opinions/e1", "invitation")), reported("sent"))
PASSED = paris("2026-12-03T00:00:00")
"""The first instant after the day on which opinions were due."""
WORKING = paris("2026-12-03")
MONDAY, SATURDAY = paris("2026-11-23T10:00:00"), paris("2026-11-14T10:00:00")


def due(
    *events: Event | On, panel: str = "whole_jury", now: datetime = MONDAY, people: Organisation = PEOPLE
) -> bool:
    """Whether the service is to conclude now."""
    return conclusion_due(review_of(*asked(panel), *events), ASKING, people, now)


def prospect(
    *events: Event | On, panel: str = "whole_jury", people: Organisation = PEOPLE
) -> datetime | None:
    """From when on it concludes by itself."""
    return conclusion_prospect(review_of(*asked(panel), *events), ASKING, people)


def test_a_review_is_concluded_as_soon_as_nobody_owes() -> None:
    """From the moment of the last opinion on."""
    assert due(*voted(*FOR_IT))
    assert prospect(*voted(*FOR_IT)) == paris("2026-11-10T10:00:00")
    assert not due(*voted(*FOR_IT[:3]))


def test_a_recusal_may_leave_nobody_to_wait_for() -> None:
    """Three have answered, the fourth is off the panel."""
    assert due(*voted(*FOR_IT[:3]), recused(JURY[3], at="2026-11-12T09:00:00Z"))


def test_a_new_version_is_waited_for() -> None:
    """Until it is confirmed, or time is up."""
    assert not due(*voted(*FOR_IT), revised())


def test_nothing_is_concluded_on_a_day_on_which_people_do_not_work() -> None:
    """Nor before reminders may go out."""
    assert not due(*voted(*FOR_IT), now=SATURDAY)
    assert due(*voted(*FOR_IT), now=paris("2026-11-16"))
    assert not due(*voted(*FOR_IT), now=paris("2026-11-16T07:59:59"))


def test_once_time_is_up_the_quorum_is_enough() -> None:
    """For a person from the first instant after the day; for the service from the next working morning."""
    review = review_of(*asked(), *TOLD, *TWO)
    assert not ready(review, ASKING, paris("2026-12-02T23:59:59"))
    assert ready(review, ASKING, PASSED)
    assert prospect(*TOLD, *TWO) == WORKING
    assert not due(*TOLD, *TWO, now=paris("2026-12-03T07:59:59"))
    assert due(*TOLD, *TWO, now=WORKING)


def test_without_the_quorum_there_is_no_conclusion_however_late() -> None:
    """One opinion of four, where two are needed."""
    one = voted("favourable")
    assert not ready(review_of(*asked(), *TOLD, *one), ASKING, paris("2028-01-03"))
    assert prospect(*TOLD, *one) is None


def test_nobody_who_was_not_told_is_passed_over() -> None:
    """The service waits; a person may conclude."""
    assert prospect(*TWO) is None
    assert ready(review_of(*asked(), *TWO), ASKING, WORKING)


@pytest.mark.parametrize("delivery", ["unknown", "failed"])
def test_nobody_is_passed_over_whom_no_message_reached(delivery: str) -> None:
    """Until a person has settled it."""
    lost = (TOLD[0], reported(delivery))
    assert prospect(*lost, *TWO) is None


def test_an_outage_gives_people_another_day() -> None:
    """A working day after the service came back."""
    away = OutageRecorded(
        since=write_instant(paris("2026-12-01T12:00:00")), until=write_instant(paris("2026-12-02T12:00:00"))
    )
    people = organisation(*PANEL_OF_PEOPLE, away)
    assert prospect(*TOLD, *TWO, people=people) == paris("2026-12-04")


def test_silence_that_counts_is_counted_first() -> None:
    """The service does not conclude over it, nor may a person."""
    review = review_of(*asked("silent_jury"), *TOLD, *TWO)
    assert conclusion_prospect(review, ASKING, PEOPLE) is None
    assert not ready(review, ASKING, WORKING)


def test_the_service_leaves_a_tie_to_the_chair() -> None:
    """Though it is ready to be concluded."""
    tie = voted("favourable", "favourable", "unfavourable", "unfavourable")
    assert prospect(*tie, panel="presided") is None
    assert ready(review_of(*asked("presided"), *tie), ASKING, MONDAY)
    assert due(*tie, panel="whole_jury")


def test_the_service_leaves_it_to_a_chair_who_concludes() -> None:
    """Unless all abstain: there is nothing to conclude from."""
    assert prospect(*voted(*FOR_IT), panel="chaired") is None
    assert due(*voted(*("abstention",) * 4), panel="chaired")


def test_nothing_is_concluded_in_its_sleep() -> None:
    """Unless the panel is exempt from pauses."""
    asleep = heard("paused")
    assert prospect(*voted(*FOR_IT), asleep) is None
    assert due(*voted(*FOR_IT), asleep, panel="exempt")
    assert prospect(*voted(*FOR_IT), heard("abandonment-requested"), panel="exempt") is None
    awake = heard("active", "2026-11-20T09:00:00Z")
    assert due(*voted(*FOR_IT), asleep, awake)


def test_somebody_alone_is_enough_where_the_panel_says_so() -> None:
    """One member, one opinion, at once."""
    review = review_of(*asked("deciding", members=invited(A)), declared(A), given(A))
    assert conclusion_due(review, ASKING, PEOPLE, MONDAY)
