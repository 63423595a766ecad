"""Who is told what when: invitations at once, rungs to those who still owe, fresh deadlines, pauses, more time."""

from datetime import date
from typing import Any

import pytest

from domain.decide.decide import decide
from domain.files.events import DeadlineExtended, ReminderIssued
from domain.files.setting import Setting
from domain.kernel.ids import SERVICE
from domain.kernel.moments import write_instant
from domain.kernel.refusal import Refusal
from domain.people.events import RoleRevoked
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.registry.folding import next_state
from domain.reminders.any_file import deadlines
from domain.reminders.due import due_rungs, next_instant
from domain.reviews.events import ReviewCancelled
from domain.reviews.state import Review
from tests.domain.asking import paris
from tests.domain.kit import On, do, history, on
from tests.domain.reviewing import (
    ASKING,
    JURY,
    OPENED_AT,
    REVIEW,
    STREAM,
    A,
    B,
    C,
    D,
    asked,
    confirmed,
    declared,
    delegated,
    given,
    heard,
    invited,
    recused,
    replaced,
    review_of,
    review_opened,
    revised,
    voted,
)
from tests.domain.sample_people import ADMINISTRATOR, ELECTED, MANAGER, organisation
from tests.domain.tables.reviews_members import LATER, E, F
from tests.domain.vocabulary import WHY

PEOPLE = organisation(*LATER)
OPENED = "2026-11-02T10:00:00"
DUE = "2026-12-02"
"""Thirty days later, a Wednesday."""


def passing(review: Review, *days: str, people: Organisation = PEOPLE) -> list[tuple[str, str, str, str]]:
    """What goes out if the service looks on each of these days at eight: the day first."""
    out = []
    for day in days:
        now = paris(day)
        for due in due_rungs(review, ASKING, now):
            occurrence, rung = due.deadline.occurrence, due.rung.name
            command = do("IssueReminder", actor=SERVICE, review=REVIEW, occurrence=occurrence, rung=rung)
            happenings = decide(command, review, Setting(people, ASKING, now))
            assert not isinstance(happenings, Refusal), happenings
            events = (on(write_instant(now), one.event) for one in happenings)
            after = next_state(STREAM, review, history(*events, first=review.entry + 1, stream=STREAM))
            assert isinstance(after, Review)
            review = after
            out += [
                (day, occurrence, rung, one.event.recipient)
                for one in happenings
                if isinstance(one.event, ReminderIssued)
            ]
    return out


def told(review: Review, moment: str, people: Organisation = PEOPLE) -> list[tuple[str, str, str]]:
    """Everything that goes out then: occurrence, rung, to whom. Everybody was invited when their clock began."""
    rungs = (rung for one in deadlines(review, ASKING) for rung in one.rungs)
    before = sorted(
        {
            f"{one.at:%Y-%m-%dT%H:%M:%S}"
            for one in rungs
            if one.opening and one.at.date() < paris(moment).date()
        }
    )
    found = passing(review, *before, moment, people=people)
    return [(occurrence, rung, to) for day, occurrence, rung, to in found if day == moment]


def dues(review: Review) -> dict[str, str]:
    """The open deadlines: occurrence, day."""
    return {one.occurrence: one.due.day.isoformat() for one in deadlines(review, ASKING)}


def to(occurrence: str, rung: str, *people: str) -> list[tuple[str, str, str]]:
    """It goes out to each of them."""
    return [(occurrence, rung, one) for one in people]


def test_an_invitation_goes_out_at_once_to_everybody_who_sits() -> None:
    """The first rung of the ladder."""
    assert told(review_of(*asked()), OPENED) == to("opinions/e1", "invitation", *JURY)
    assert dues(review_of(*asked())) == {"opinions/e1": DUE}


def test_an_invitation_of_the_weekend_waits_for_monday() -> None:
    """Nobody is invited on a Saturday."""
    review = review_of(on("2026-11-07T09:00:00Z", review_opened()))
    assert next_instant(review, ASKING, paris("2026-11-07T10:00:00")) == paris("2026-11-09")


def test_a_rung_to_a_role_that_sits_reaches_only_those_who_owe() -> None:
    """Not those who answered, nor those who were recused; another role is reached as ever."""
    review = review_of(*asked(), *voted("favourable"), recused(B))
    days = (OPENED, "2026-11-25", DUE, "2026-12-16")
    assert [one for one in passing(review, *days) if one[0] != OPENED] == [
        ("2026-11-25", "opinions/e1", "before", C),
        ("2026-11-25", "opinions/e1", "before", D),
        (DUE, "opinions/e1", "due", C),
        (DUE, "opinions/e1", "due", D),
        ("2026-12-16", "opinions/e1", "escalation", MANAGER),
        ("2026-12-16", "opinions/e1", "escalation", ELECTED),
    ]


def test_nobody_is_reminded_once_all_have_answered() -> None:
    """There is no deadline left."""
    review = review_of(*asked(), *voted(*("favourable",) * 4))
    assert dues(review) == {}
    assert told(review, DUE) == []


def test_who_is_invited_later_has_as_long_as_the_others_had() -> None:
    """An occurrence of their own, an invitation of their own."""
    review = review_of(*asked(members=invited(A, B, C)), replaced(A, E, at="2026-11-09T09:00:00Z"))
    assert dues(review) == {"opinions/e1": DUE, "opinions/e2": "2026-12-09"}
    assert to("opinions/e2", "invitation", E)[0] in told(review, "2026-11-09T10:00:00")
    assert told(review, "2026-12-16")[-1] == ("opinions/e2", "due", E)


def test_a_delegate_is_invited_and_reminded_until_the_day_and_the_member_afterwards() -> None:
    """The opinion is owed again from the day after, by the same deadline."""
    review = review_of(*asked(members=invited(A)), delegated(A, E, date(2026, 12, 8)))
    assert dues(review) == {"opinions/e2": "2026-12-09"}
    assert passing(review, "2026-11-10", "2026-12-02", "2026-12-08", "2026-12-09") == [
        ("2026-11-10", "opinions/e2", "invitation", E),
        ("2026-12-02", "opinions/e2", "before", E),
        ("2026-12-09", "opinions/e2", "due", A),
    ]


def test_a_delegate_with_a_conflict_leaves_the_opinion_to_the_member_with_a_fresh_deadline() -> None:
    """Who is told of it by an invitation."""
    declares = declared(E, A, conflict=True, at="2026-11-12T09:00:00Z")
    review = review_of(*asked(members=invited(A)), delegated(A, E, date(2026, 12, 8)), declares)
    assert dues(review) == {"opinions/e3": "2026-12-14"}, "a Saturday waits for Monday"
    assert told(review, "2026-11-12T10:00:00") == to("opinions/e3", "invitation", A)


def test_who_gave_an_opinion_is_told_of_a_new_version_and_the_others_keep_their_deadline() -> None:
    """From the version on, as long as an invitation."""
    review = review_of(*asked(), *voted("favourable"), revised())
    assert dues(review) == {"opinions/e1": DUE, "confirmation/v2": "2026-12-14"}, "a Sunday waits for Monday"
    assert told(review, "2026-11-13T10:00:00")[-1:] == to("confirmation/v2", "revised", A)


def test_only_the_last_version_is_waited_for() -> None:
    """A third takes the place of the second, and of what was confirmed for it."""
    later = (revised(), confirmed(A), revised(3, at="2026-11-18T09:00:00Z"))
    review = review_of(*asked(members=invited(A)), *voted("favourable"), *later)
    assert dues(review) == {"confirmation/v3": "2026-12-18"}
    keeps = confirmed(A, 3, at="2026-11-19T09:00:00Z")
    assert dues(review_of(*asked(members=invited(A)), *voted("favourable"), *later, keeps)) == {}


def test_who_stands_in_for_a_member_that_has_to_confirm_is_invited() -> None:
    """The word about the version went to somebody else."""
    review = review_of(
        *asked(members=invited(A)),
        *voted("favourable"),
        revised(),
        delegated(A, E, date(2026, 12, 31), at="2026-11-16T09:00:00Z"),
    )
    assert told(review, "2026-11-16T10:00:00") == to("opinions/e5", "invitation", E)


def test_a_pause_makes_opinions_due_later() -> None:
    """By its length; the panel is not reminded meanwhile."""
    asleep = review_of(*asked(), heard("paused", "2026-11-16T09:00:00Z"))
    assert told(asleep, DUE) == []
    awake = review_of(
        *asked(), heard("paused", "2026-11-16T09:00:00Z"), heard("active", "2026-11-26T09:00:00Z")
    )
    assert dues(awake) == {"opinions/e1": "2026-12-14"}, "a Saturday waits for Monday"


def test_a_panel_exempt_from_pauses_goes_on() -> None:
    """It is reminded during them, and by the same day."""
    asleep = review_of(*asked("exempt"), heard("paused", "2026-11-16T09:00:00Z"))
    assert told(asleep, DUE) == to("opinions/e1", "due", *JURY)


@pytest.mark.parametrize("status", ["abandonment-requested", "declined"])
def test_no_panel_is_reminded_while_its_cooperation_may_end(status: Any) -> None:
    """Exempt from pauses or not."""
    assert told(review_of(*asked("exempt"), heard(status)), DUE) == []


def test_more_time_is_another_occurrence_without_another_invitation() -> None:
    """Its rungs go by the new day."""
    extended = DeadlineExtended(
        deadline="opinions", occurrence="opinions/e1", until=date(2026, 12, 16), reason=WHY
    )
    review = review_of(*asked(), on("2026-11-23T09:00:00Z", extended))
    assert dues(review) == {"opinions/e1/x1": "2026-12-16"}
    assert told(review, "2026-11-24") == []
    assert told(review, "2026-12-09") == to("opinions/e1/x1", "before", *JURY)


def test_who_has_left_is_not_written_to() -> None:
    """Where nobody of those who owe is there any more, administrators are told, who can have them replaced."""
    left = _without(A), _without(*JURY)
    review = review_of(*asked())
    assert told(review, OPENED, left[0]) == to("opinions/e1", "invitation", B, C, D)
    assert told(review, OPENED, left[1]) == to("opinions/e1", "invitation", ADMINISTRATOR)


def test_an_ended_review_reminds_nobody() -> None:
    """Whatever was owed."""
    cancelled = on("2026-11-20T09:00:00Z", ReviewCancelled(cause="closed", reason=None))
    assert dues(review_of(*asked(), cancelled)) == {}


def test_a_seat_changed_hands_reminds_the_new_member_only() -> None:
    """Twice over: the second replacement has its own deadline again."""
    review = review_of(
        *asked(members=invited(A)),
        replaced(A, E, at="2026-11-09T09:00:00Z"),
        replaced(E, F, at="2026-11-10T09:00:00Z"),
    )
    assert dues(review) == {"opinions/e3": "2026-12-10"}
    assert told(review, "2026-12-10") == to("opinions/e3", "due", F)


def test_a_late_opinion_meets_the_deadline_all_the_same() -> None:
    """Nobody is reminded any more."""
    late: On = given(A, at="2026-12-20T09:00:00Z")
    assert dues(review_of(*asked(members=invited(A)), declared(A), late)) == {}


def _without(*people: str) -> Organisation:
    found = PEOPLE
    for number, one in enumerate(people):
        revoked = RoleRevoked(grant=f"grant/{one}/jury", reason=WHY)
        recorded = history(on(OPENED_AT, revoked), first=found.entry + number + 1, stream="organisation")
        found = evolve_organisation(found, recorded[0])
    return found


def test_whoever_was_not_told_in_time_is_invited_first_with_a_fresh_deadline() -> None:
    """An outage over the whole term: no first letter says that something is overdue."""
    review = review_of(*asked())
    found = passing(review, "2026-12-07", "2026-12-08", "2026-12-30", "2027-01-06")
    assert [(day, rung) for day, _, rung, to in found if to == JURY[0]] == [
        ("2026-12-07", "invitation"),
        ("2026-12-30", "before"),
        ("2027-01-06", "due"),
    ]


def test_an_opinion_due_on_a_sunday_is_due_until_the_end_of_monday() -> None:
    """Its due-day reminder goes out on Monday morning."""
    review = review_of(on("2026-11-06T09:00:00Z", review_opened()))
    assert dues(review) == {"opinions/e1": "2026-12-07"}
    found = passing(review, "2026-11-06T10:30:00", "2026-12-06", "2026-12-07")
    assert [(day, rung) for day, _, rung, to in found if to == JURY[0]][1:] == [("2026-12-07", "due")]
    [one] = deadlines(review, ASKING)
    assert one.due.passes_at == paris("2026-12-08T00:00:00")
