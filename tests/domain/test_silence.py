"""Silence counts as an answer where the rulebook says so: once, on time, and only of people who could have answered."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.decide import Setting, decide, decide_organisation
from domain.due import due_rungs, speaking
from domain.events import (
    AnyEvent,
    CompletionAsked,
    DeliveryReported,
    DeliverySettled,
    OutageRecorded,
    SilenceCounted,
)
from domain.evolve import fold
from domain.gate import gate
from domain.moments import write_instant
from domain.refusals import Refusal
from domain.rulebook import Rulebook
from domain.silence import SilenceAt, due_silences, silences, silences_ahead
from domain.state import Cooperation, Organisation
from tests.domain.asking import deadline, paris
from tests.domain.kit import On, do, file_of, history, on
from tests.domain.people import FOUNDED, PEOPLE, organisation
from tests.domain.rules import CALLING, rulebook
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    MESSAGE,
    PAUSED,
    RESUMED,
    WHY,
    applied,
    contact,
    extended,
    reminded,
)

FIRST = "1" * 32
OPINION = "one/p1"
"""An opinion within six months of 5 January 2026: due on Sunday 5 July, counted as given on Monday 6 July."""
BITES = paris("2026-07-06")


def rules(counts_as: str, **more: Any) -> Rulebook:
    """A deadline ``one`` of six months of which silence counts so."""
    one = {
        "deadline": "one",
        "name": {"fr": "avis", "en": "opinion"},
        "after": "phase-entry",
        "within": "P6M",
        "ladder": "short",
        "silence": {"counts_as": counts_as},
        **more,
    }
    return rulebook(deadlines=[one])


MET = rules("met", until="go")


def told(occurrence: str = OPINION, moment: str = "2026-06-08T06:00:00Z", message: str = MESSAGE) -> On:
    """A reminder of it went out."""
    return on(moment, reminded(occurrence, "before", message))


def reported(delivery: str, message: str = MESSAGE) -> AnyEvent:
    """What became of it."""
    return DeliveryReported(message=message, delivery=delivery, code=None)  # type: ignore[arg-type]


def settled(decision: str, message: str = MESSAGE) -> AnyEvent:
    """What somebody decided about it."""
    return DeliverySettled(message=message, decision=decision, reason=WHY)  # type: ignore[arg-type]


HEARD = file_of(*BEGUN, told(), reported("sent"))
"""People were told in June, and it is known."""


def after_outage(since: str, until: str) -> Organisation:
    """The organisation after an outage."""
    outage = OutageRecorded(since=write_instant(paris(since)), until=write_instant(paris(until)))
    return organisation(*(one for one in FOUNDED if not isinstance(one, On)), outage)


def the_silence(
    file: Cooperation, now: datetime, rules_: Rulebook = MET, people: Organisation = PEOPLE
) -> SilenceAt:
    """The only one there is."""
    [one] = silences(file, rules_, people, now)
    return one


def count(
    file: Cooperation,
    now: datetime,
    rules_: Rulebook = MET,
    people: Organisation = PEOPLE,
    occurrence: str = OPINION,
) -> tuple[AnyEvent, ...] | str:
    """What the command gives: its events, or the code of the refusal."""
    command = do("CountSilence", actor="escale", occurrence=occurrence)
    found = decide(command, file, Setting(people, rules_, now))  # type: ignore[arg-type]
    return found.code if isinstance(found, Refusal) else tuple(one.event for one in found)


def after(file: Cooperation, now: datetime, *events: AnyEvent) -> Cooperation:
    """The file once these happened."""
    news = history(*(on(write_instant(now), one) for one in events), first=file.entry + 1)
    return fold(file, news) or file


def counted(counts_as: str, item: str | None = None, occurrence: str = OPINION) -> SilenceCounted:
    """Silence was counted."""
    deadline_key = occurrence.partition("/")[0]
    return SilenceCounted(occurrence=occurrence, deadline=deadline_key, counts_as=counts_as, item=item)  # type: ignore[arg-type]


def test_it_bites_at_the_first_instant_to_send_at_once_the_deadline_has_passed() -> None:
    """Not a second before, and not on the Sunday."""
    silence = the_silence(HEARD, paris("2026-06-20"))
    assert (silence.bites_at, silence.held_back, silence.counts_as, silence.item) == (
        BITES,
        None,
        "met",
        "go",
    )
    assert count(HEARD, BITES - timedelta(seconds=1)) == "silence_too_early"
    assert count(HEARD, paris("2026-07-05")) == "silence_too_early"
    assert count(HEARD, BITES) == (counted("met", "go"),)
    assert count(HEARD, paris("2026-07-11")) == "silence_too_early", "a Saturday"


def test_it_is_announced_before_it_bites() -> None:
    """A fortnight, where the rulebook does not say how long."""
    assert the_silence(HEARD, paris("2026-06-01")).forecast_from == BITES - timedelta(days=14)
    longer = rules("met", until="go", silence={"counts_as": "met", "forecast": "P1M"})
    assert the_silence(HEARD, paris("2026-06-01"), longer).forecast_from == paris("2026-06-06")


@pytest.mark.parametrize(
    ("says", "given", "held_back"),
    [
        ("nobody was told", (), "untold"),
        ("somebody was told of another deadline", (told("other/p1"), reported("sent")), "untold"),
        ("the message waits", (told(),), "undelivered"),
        ("it failed", (told(), reported("failed")), "undelivered"),
        ("it is in doubt", (told(), reported("unknown")), "undelivered"),
        ("it was withdrawn", (told(), reported("withdrawn")), "undelivered"),
        ("it is sent again", (told(), reported("failed"), settled("resend")), "undelivered"),
        ("one of two arrived", (told(message=FIRST), told(), reported("sent")), "undelivered"),
        ("it was in doubt and let be", (told(), reported("unknown"), settled("drop")), "untold"),
        ("it arrived", (told(), reported("sent")), None),
        ("it did arrive, somebody says", (told(), reported("unknown"), settled("arrived")), None),
        (
            "one was let be, another arrived",
            (
                told(message=FIRST),
                told(),
                reported("failed", FIRST),
                settled("drop", FIRST),
                reported("sent"),
            ),
            None,
        ),
    ],
)
def test_it_never_bites_while_an_invitation_is_undelivered(
    says: str, given: tuple[AnyEvent | On, ...], held_back: str | None
) -> None:
    """However long ago it was due."""
    file = file_of(*BEGUN, *given)
    later = paris("2027-03-01")
    assert the_silence(file, later).held_back == held_back, says
    refusals = {"untold": "silence_untold", "undelivered": "silence_undelivered"}
    assert count(file, later) == (refusals[held_back] if held_back else (counted("met", "go"),))
    assert bool(list(silences_ahead(file, MET, PEOPLE, later))) == (held_back is None)


@pytest.mark.parametrize(
    ("since", "until", "bites"),
    [
        ("2026-07-03T10:00:00", "2026-07-04T10:00:00", "2026-07-07"),  # back on Saturday: Monday is theirs
        ("2026-07-05T23:00:00", "2026-07-06T07:00:00", "2026-07-08"),  # on Monday morning: Tuesday is
        ("2026-07-04T10:00:00", "2026-07-06T00:00:00", "2026-07-07"),  # at its first instant: Monday is
        (
            "2026-07-01T10:00:00",
            "2026-07-10T10:00:00",
            "2026-07-15",
        ),  # Friday: Monday is, and Tuesday a holiday
        ("2026-06-01T10:00:00", "2026-06-10T10:00:00", "2026-07-06"),  # long over
    ],
)
def test_a_whole_working_day_lies_between_an_outage_and_a_silence(since: str, until: str, bites: str) -> None:
    """People could not have answered."""
    people = after_outage(since, until)
    now = max(BITES, paris(until))
    silence = the_silence(HEARD, now, people=people)
    assert silence.bites_at == paris(bites)
    assert silence.held_back == ("outage" if paris(bites) > now else None)
    if silence.held_back:
        assert count(HEARD, now, people=people) == "silence_after_outage"
        assert [one.at for one in silences_ahead(HEARD, MET, people, now)] == [paris(bites)]
    assert count(HEARD, paris(bites) - timedelta(seconds=1), people=people) != (counted("met", "go"),)
    assert count(HEARD, paris(bites), people=people) == (counted("met", "go"),)
    assert silence.forecast_from == BITES - timedelta(days=14), "what was announced stays announced"


def test_who_heard_of_it_only_once_it_had_passed_has_a_working_day() -> None:
    """After an import, or a pause: silence does not bite with the first word."""
    late = file_of(*BEGUN, told(moment="2026-08-03T06:00:00Z"), reported("sent"))
    assert the_silence(late, paris("2026-08-03")).bites_at == paris("2026-08-05")
    assert count(late, paris("2026-08-04")) == "silence_too_early"


def test_it_counts_once() -> None:
    """The second time there is nothing left of which silence could count."""
    once = after(HEARD, BITES, counted("met", "go"))
    assert count(once, BITES + timedelta(days=1)) == "no_silence_counts"
    assert silences(once, MET, PEOPLE, BITES) == ()


def test_counted_as_met_it_holds_the_item() -> None:
    """Like a declaration; its deadline is over, and nobody is reminded any more."""
    once = after(HEARD, BITES, counted("met", "go"))
    [item] = (one for one in gate(once, MET, BITES) if one.item == "go")
    assert (item.held, item.entries) == ("met", (5,))
    assert due_rungs(once, MET, paris("2026-09-01")) == ()


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


@pytest.mark.parametrize("event", [PAUSED, ABANDONMENT_ASKED], ids=["asleep", "to be abandoned"])
def test_a_silent_file_lets_nothing_count(event: AnyEvent) -> None:
    """Nobody was expected to answer."""
    file = file_of(*BEGUN, told(), reported("sent"), on("2026-06-20", event))
    assert silences(file, MET, PEOPLE, BITES) == ()
    assert count(file, BITES) == "no_silence_counts"


def test_more_time_is_more_time_to_answer_and_asks_anew() -> None:
    """The extension has reminders of its own."""
    more = file_of(
        *BEGUN, told(), reported("sent"), on("2026-07-01", extended("one", OPINION, date(2026, 9, 30)))
    )
    silence = the_silence(more, BITES)
    assert (silence.occurrence, silence.held_back, silence.bites_at) == (
        f"{OPINION}/x1",
        "untold",
        paris("2026-10-01"),
    )


def test_silence_about_nothing_is_refused() -> None:
    """An unknown occurrence, or a deadline of which silence does not count."""
    assert count(HEARD, BITES, occurrence="rien/p1") == "no_silence_counts"
    plain = rules("met", until="go", silence=None)
    assert count(HEARD, BITES, plain) == "no_silence_counts"
    assert due_silences(HEARD, plain, PEOPLE, BITES) == ()


def outage(since: str, until: str, people: Organisation = PEOPLE) -> tuple[AnyEvent, ...] | str:
    """What recording an outage gives on 23 November 2026."""
    command = do("RecordOutage", actor="escale", since=since, until=until)
    now = datetime(2026, 11, 23, 9, tzinfo=UTC)
    found = decide_organisation(command, (), Setting(people, None, now))  # type: ignore[arg-type]
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
