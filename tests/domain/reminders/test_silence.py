"""When silence counts as an answer, and what holds it back: only of people who could have answered, once, on time."""

from datetime import date, timedelta

import pytest

from domain.cooperations.gate import gate
from domain.kernel.event import Event
from domain.reminders.due import due_rungs
from domain.reminders.silence import due_silences, silences, silences_ahead
from tests.domain.asking import paris
from tests.domain.kit import On, file_of, on
from tests.domain.sample_people import PEOPLE
from tests.domain.silent import (
    BITES,
    FIRST,
    HEARD,
    MET,
    OPINION,
    after,
    after_outage,
    count,
    counted,
    reported,
    rules,
    settled,
    the_silence,
    told,
)
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, PAUSED, extended


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
    says: str, given: tuple[Event | On, ...], held_back: str | None
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


@pytest.mark.parametrize("event", [PAUSED, ABANDONMENT_ASKED], ids=["asleep", "to be abandoned"])
def test_a_silent_file_lets_nothing_count(event: Event) -> None:
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
