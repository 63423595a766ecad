"""What silence counts as: a request settled, a completion closed, an application withdrawn, a file asleep; outages."""

from datetime import UTC, date, datetime

import pytest

from domain.cooperations.events.calls import CompletionAsked
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.organisation.decide import decide_organisation
from domain.people.events import OutageRecorded
from domain.people.state import Organisation
from domain.reminders.any_file import speaking
from domain.rulebook import Rulebook
from tests.domain.asking import deadline, paris
from tests.domain.kit import do, file_of, on
from tests.domain.rules import CALLING, rulebook
from tests.domain.sample_people import PEOPLE
from tests.domain.silent import (
    BITES,
    HEARD,
    after,
    after_outage,
    count,
    counted,
    reported,
    rules,
    the_silence,
    told,
)
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, RESUMED, WHY, applied, contact


def settling(counts_as: str) -> Rulebook:
    """A request to abandon of which silence counts so after 30 days."""
    return rules(counts_as, after="abandonment-request", within="P30D", ladder="settling")


@pytest.mark.parametrize(("counts_as", "status"), [("granted", "closed"), ("refused", "active")])
def test_it_settles_a_request_to_abandon(counts_as: str, status: str) -> None:
    """Granted, it closes the file; refused, everything wakes."""
    given = (
        *BEGUN,
        on("2026-03-02", ABANDONMENT_ASKED),
        told("one/e3", "2026-03-03T07:00:00Z"),
        reported("sent"),
    )
    file, then = file_of(*given), paris("2026-04-02")
    assert count(file, then, settling(counts_as), occurrence="one/e3") == (
        counted(counts_as, occurrence="one/e3"),
    )
    assert after(file, then, counted(counts_as, occurrence="one/e3")).status == status


def test_it_closes_a_request_for_completion() -> None:
    """What was asked for did not come: it is asked for no more."""
    asked = rules("withdrawn", after="completion-request", within="P1M")
    given = (*BEGUN, on("2026-03-02", CompletionAsked(what=WHY)), told("one/e3", "2026-04-02T06:00:00Z"))
    file, then = file_of(*given, reported("sent")), paris("2026-04-03")
    assert count(file, then, asked, occurrence="one/e3") == (counted("withdrawn", occurrence="one/e3"),)
    assert not after(file, then, counted("withdrawn", occurrence="one/e3")).completion_pending


def test_it_withdraws_an_application() -> None:
    """The file sleeps until the application comes back."""
    calls = CALLING.calls
    assert calls is not None
    one = {"after": "application", "within": "P2M"}
    answer = rulebook(
        calls=calls.model_dump(mode="json"),
        deadlines=[rules("withdrawn", **one).deadlines[0].model_dump(mode="json", exclude_none=True)],
    )
    given = (*applied(), told("one/e1", "2026-03-02T07:00:00Z"), reported("sent"))
    file, then = file_of(*given), paris("2026-03-06")
    assert count(file, then, answer, occurrence="one/e1") == (counted("withdrawn", occurrence="one/e1"),)
    assert after(file, then, counted("withdrawn", occurrence="one/e1")).status == "declined"


def test_it_lets_the_file_sleep_and_counts_anew_once_it_wakes() -> None:
    """Three months after the last news the file sleeps; resumed, it has three months again, and another silence."""
    quiet = rules("paused", after="last-contact", within="P3M")
    given = (*BEGUN, on("2026-01-20", contact()), told("one/e3", "2026-04-20T06:00:00Z"), reported("sent"))
    file, then = file_of(*given), paris("2026-04-21")
    assert count(file, then, quiet, occurrence="one/e3") == (counted("paused", occurrence="one/e3"),)
    asleep = after(file, then, counted("paused", occurrence="one/e3"))
    assert (asleep.status, speaking(asleep, quiet)) == ("paused", ())
    awake = after(asleep, paris("2026-06-01"), RESUMED)
    found = deadline(awake, "one", quiet)
    assert found is not None
    assert (found.occurrence, found.due.day) == ("one/e6", date(2026, 8, 31))
    assert the_silence(awake, paris("2026-06-01"), quiet).held_back == "untold"


def test_what_silence_has_settled_is_not_open_again() -> None:
    """A deadline that counts once, from entering the phase, is over with its silence, also after the pause."""
    quiet = rules("paused")
    awake = after(after(HEARD, BITES, counted("paused")), paris("2026-09-01"), RESUMED)
    assert deadline(HEARD, "one", quiet) is not None
    assert deadline(awake, "one", quiet) is None


def outage(since: str, until: str, people: Organisation = PEOPLE) -> tuple[Event, ...] | str:
    """What recording an outage gives on 23 November 2026."""
    command = do("RecordOutage", actor="escale", since=since, until=until)
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    found = decide_organisation(command, Setting(people, None, now))  # type: ignore[arg-type]
    return found.code if isinstance(found, Refusal) else tuple(one.event for one in found)


def test_an_outage_lies_in_the_past_and_is_recorded_once() -> None:
    """It ends after it began, before now, and begins after the last one ended."""
    since, until = "2026-11-22T09:00:00Z", "2026-11-23T08:00:00Z"
    assert outage(since, until) == (OutageRecorded(since=since, until=until),)
    assert outage(until, since) == "outage_reversed"
    assert outage(since, "2026-11-23T09:00:01Z") == "outage_reversed"
    known = after_outage("2026-11-22T09:00:00", "2026-11-23T09:00:00")
    assert outage(since, until, known) == "outage_known"
    assert outage(until, "2026-11-23T09:00:00Z", known) != "outage_known"
