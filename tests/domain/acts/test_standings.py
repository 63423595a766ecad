"""How acts stand: what each waits for, when it will be done, what moves it; and when the service looks next."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.acts.standings import ActStanding, acts_ahead, acts_of, due_acts
from domain.cooperations.events.file import CooperationImported
from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.files.act_events import ActAnnounced, ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.kernel.ids import SERVICE
from domain.kernel.values import Phase
from domain.rulebook import Rulebook
from tests.domain.kit import On, file_of, on
from tests.domain.sample_people import MANAGER
from tests.domain.tables.acts import GO_ON, LATER, OPINION, PORTRAIT, acting
from tests.domain.vocabulary import BEGUN, PAUSED, RESUMED, WHY, delivered, entered

GATE = [
    {"item": "portrait", "name": {"fr": "Portrait", "en": "Portrait"}, "needs": {"rule": "deliverable"}},
    {
        "item": "opinion",
        "name": {"fr": "Avis", "en": "Opinion"},
        "needs": {"rule": "review", "review": "by_whole_jury"},
    },
]
ANNOUNCED = ActAnnounced(act="later", occurrence="later/p1")


def at(text: str) -> datetime:
    """An instant, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def standing(rules: Rulebook, now: str, *events: Any) -> ActStanding:
    """How the only act of the rules stands in a file that began on Monday 5 January 2026."""
    [found] = acts_of(file_of(*BEGUN, *events), rules, at(now))
    return found


def day(found: ActStanding) -> str | None:
    """The day on which it will be done."""
    return found.at.date().isoformat() if found.at else None


def when(after: str, **more: Any) -> Rulebook:
    """Rules with one act, due after something, in a phase whose gate asks for a portrait and an opinion."""
    return acting(OPINION | {"when": {"after": after, **more}}, gate=GATE)


@pytest.mark.parametrize(
    ("rules", "events", "state", "due"),
    [
        (when("phase-entry"), (), "due", "2026-01-05"),
        (when("gate-item", item="portrait"), (), "awaits", None),
        (when("gate-item", item="portrait"), (on("2026-02-02", delivered("portrait")),), "due", "2026-02-02"),
        (when("other-items"), (), "awaits", None),
        (when("other-items"), (on("2026-02-02", delivered("portrait")),), "due", "2026-02-02"),
        (when("date", date="2026-03-01"), (), "coming", "2026-03-02"),
        (when("cadence", every="P6M"), (), "coming", "2026-07-06"),
    ],
)
def test_an_act_is_due_once_what_it_waits_for_has_come(
    rules: Rulebook, events: Any, state: str, due: str | None
) -> None:
    """On a working day: 1 March 2026 is a Sunday."""
    found = standing(rules, "2026-02-06T09:00", *events)
    assert (found.state, day(found)) == (state, due)


def test_a_day_that_had_passed_when_the_phase_was_entered_asks_for_nothing() -> None:
    """Nobody is asked today what should have been asked before the file was there."""
    assert acts_of(file_of(*BEGUN), when("date", date="2026-01-02"), at("2026-02-06T09:00")) == ()


def _asked(on_day: str, outcome: Any = None, on_answer: str = "") -> tuple[On, ...]:
    asked = ReviewAsked(review="avis", question="by_whole_jury", funding=None, resubmits=None)
    answered = ReviewAnswered(review="avis", question="by_whole_jury", outcome=outcome or "favourable")
    return (on(on_day, asked), *((on(on_answer, answered),) if outcome else ()))


@pytest.mark.parametrize(
    ("counting", "events", "state", "due"),
    [
        ("answered", _asked("2026-02-02"), "awaits", None),
        ("answered", _asked("2026-02-02", "favourable", "2026-03-02"), "coming", "2026-09-02"),
        ("asked", _asked("2026-02-02", "favourable", "2026-03-02"), "coming", "2026-08-03"),
    ],
)
def test_a_cadence_counts_from_the_last_answer_or_the_last_asking(
    counting: str, events: tuple[On, ...], state: str, due: str | None
) -> None:
    """Also where a person asked; while a panel has not answered, it is not asked again. 2 August 2026 is a Sunday."""
    found = standing(when("cadence", every="P6M", counting=counting), "2026-04-06T09:00", *events)
    assert (found.state, day(found), found.planned.occurrence) == (state, due, "opinion/p1/n2")


def test_a_question_put_by_hand_is_not_put_again_but_is_in_a_new_pass() -> None:
    """What people do in a pass is done."""
    file = file_of(*BEGUN, *_asked("2026-02-02"))
    assert acts_of(file, when("phase-entry"), at("2026-02-06T09:00")) == ()
    back = file_of(*BEGUN, *_asked("2026-02-02"), on("2026-03-02", entered(Phase.EXPLORATION, 2, "back")))
    [found] = acts_of(back, when("phase-entry"), at("2026-03-06T09:00"))
    assert (found.planned.occurrence, found.state) == ("opinion/p2", "due")


LATE = acting(LATER)


def test_an_act_with_a_delay_is_announced_and_done_once_the_delay_has_passed() -> None:
    """Announced on Monday 2 February for seven days: until the end of the 9th; done on the 10th."""
    assert standing(LATE, "2026-02-02T09:00").state == "to-announce"
    told = on("2026-02-02T09:00:00Z", ANNOUNCED, SERVICE)
    coming = standing(LATE, "2026-02-09T20:00", told)
    assert (coming.state, day(coming)) == ("announced", "2026-02-10")
    assert standing(LATE, "2026-02-10T09:00", told).state == "due"


def test_a_pause_gives_those_who_may_object_the_time_that_it_took() -> None:
    """Paused on the second day of seven, for ten days."""
    told = on("2026-02-02T09:00:00Z", ANNOUNCED, SERVICE)
    asleep = standing(LATE, "2026-02-20T09:00", told, on("2026-02-04T09:00:00Z", PAUSED))
    assert (asleep.state, asleep.at) == ("asleep", None)
    again = (on("2026-02-04T09:00:00Z", PAUSED), on("2026-02-14T09:00:00Z", RESUMED))
    found = standing(LATE, "2026-02-16T09:00", told, *again)
    assert (found.state, day(found)) == ("announced", "2026-02-20")


def test_what_is_held_back_until_a_day_is_done_on_the_working_day_after() -> None:
    """Friday 13 February; and it is not announced again."""
    told = on("2026-02-02T09:00:00Z", ANNOUNCED, SERVICE)
    held = ActHeldBack(act="later", until=date(2026, 2, 13), reason=WHY)
    found = standing(LATE, "2026-02-12T09:00", told, on("2026-02-03", held))
    assert (found.state, day(found), found.held_until) == ("held", "2026-02-16", date(2026, 2, 13))
    assert standing(LATE, "2026-02-16T09:00", told, on("2026-02-03", held)).state == "due"


def test_what_is_held_back_for_good_waits_until_it_is_released() -> None:
    """Its time to object is not asked for again."""
    told = on("2026-02-02T09:00:00Z", ANNOUNCED, SERVICE)
    held = on("2026-02-03", ActHeldBack(act="later", until=None, reason=WHY))
    found = standing(LATE, "2028-02-16T09:00", told, held)
    assert (found.state, found.at) == ("held", None)
    released = on("2026-03-02", ActReleased(act="later", reason=WHY))
    assert standing(LATE, "2026-03-03T09:00", told, held, released).state == "due"


def test_a_gate_that_was_lost_and_holds_again_is_announced_again() -> None:
    """The time to object runs from when it holds for good."""
    rules = acting(GO_ON, gate=GATE[:1])
    first = on("2026-02-02", delivered("portrait"))
    told = on("2026-02-03T09:00:00Z", ActAnnounced(act="go_on", occurrence="go_on/p1"), SERVICE)
    assert standing(rules, "2026-02-06T09:00", first, told).state == "announced"
    again = on("2026-02-05", delivered("portrait"))
    assert standing(rules, "2026-02-06T09:00", first, told, again).state == "to-announce"


def test_what_was_refused_waits_for_something_to_change() -> None:
    """It is due no more by time alone."""
    refused = ActRefused(act="opinion", occurrence="opinion/p1", code="nobody_sits", params={"panel": "jury"})
    rules, file = when("phase-entry"), file_of(*BEGUN, on("2026-02-02", refused, SERVICE))
    [found] = due_acts(file, rules, at("2026-02-06T09:00"))
    assert found.refused is not None
    assert (found.state, found.refused.code) == ("refused", "nobody_sits")
    assert list(acts_ahead(file, rules, at("2026-02-06T09:00"))) == []


def test_nothing_is_done_on_a_day_on_which_people_do_not_work() -> None:
    """Saturday 7 February."""
    file = file_of(*BEGUN)
    assert due_acts(file, when("phase-entry"), at("2026-02-07T09:00")) == ()
    assert len(due_acts(file, when("phase-entry"), at("2026-02-09T09:00"))) == 1


def test_twenty_acts_in_a_row_are_enough_until_a_person_does_something() -> None:
    """Whatever the rulebook prescribes: a file cannot go round by itself."""
    done = ActPerformed(
        act="other", occurrence="other/p1", does="ask-for", late=False, subject=None, because=()
    )
    many = tuple(on("2026-02-02", done, SERVICE) for _ in range(20))
    assert standing(when("phase-entry"), "2026-02-06T09:00", *many).state == "stopped"
    person = on("2026-02-03", delivered("portrait"), MANAGER)
    assert standing(when("phase-entry"), "2026-02-06T09:00", *many, person).state == "due"


def test_the_service_looks_again_when_it_is_to_announce_not_only_when_it_is_to_act() -> None:
    """An act at a cadence, announced a week before it is done."""
    rules = acting(PORTRAIT | {"delay": "P7D"})
    [ahead] = acts_ahead(file_of(*BEGUN), rules, at("2026-02-06T09:00"))
    assert ahead.at.date() == date(2026, 7, 6)


def test_the_past_that_was_brought_in_prescribes_nothing() -> None:
    """Whoever brought it in did what was to be done."""
    imported = CooperationImported(entries=2, at="2026-02-02T09:00:00Z")
    file = file_of(*BEGUN, on("2026-02-02", imported))
    assert acts_of(file, when("phase-entry"), at("2026-02-06T09:00")) == ()
