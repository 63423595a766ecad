"""Nobody is escalated over before they could act: given a ladder, when people rest or an outage comes, who hears."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from domain.cooperations.state import Cooperation
from domain.reminders.due import next_instant
from domain.rulebook import Rulebook
from tests.domain.asking import days_said, paris, said
from tests.domain.kit import file_of, on
from tests.domain.rules import rulebook
from tests.domain.vocabulary import BEGUN, reminded

MANAGERS, ELECTED, BOARD = "managers", "elected-representative", "board"
WEEKS = timedelta(days=21)


@dataclass(frozen=True)
class Turn:
    """Whom a ladder tells, so long after a day, and on which days it does; ``back``: when an outage ended."""

    rule: str
    due: str
    ladder: tuple[tuple[str, str], ...]
    then: tuple[tuple[str, str], ...]
    back: str | None = None


THREE = (("P0D", MANAGERS), ("P1D", ELECTED), ("P2D", BOARD))
TWO = THREE[:2]

TABLE = (
    Turn(
        "on working days each goes in its turn",
        "2027-01-13",
        TWO,
        (("2027-01-13", MANAGERS), ("2027-01-14", ELECTED)),
    ),
    Turn(
        "both waited for Monday: the managers are told first, the escalation goes on Tuesday",
        "2027-01-09",
        TWO,
        (("2027-01-11", MANAGERS), ("2027-01-12", ELECTED)),
    ),
    Turn(
        "both waited for the day after Easter",
        "2027-03-27",
        (("P0D", MANAGERS), ("P2D", ELECTED)),
        (("2027-03-30", MANAGERS), ("2027-03-31", ELECTED)),
    ),
    Turn(
        "only the managers’ waited, and the escalation’s own day is that Monday",
        "2027-01-09",
        (("P0D", MANAGERS), ("P2D", ELECTED)),
        (("2027-01-11", MANAGERS), ("2027-01-12", ELECTED)),
    ),
    Turn(
        "told on Friday they had that day: the escalation of Sunday goes on Monday",
        "2027-01-08",
        (("P0D", MANAGERS), ("P2D", ELECTED)),
        (("2027-01-08", MANAGERS), ("2027-01-11", ELECTED)),
    ),
    Turn(
        "the working day after may lie behind a weekend",
        "2027-05-06",  # Ascension Day, a Thursday
        TWO,
        (("2027-05-07", MANAGERS), ("2027-05-10", ELECTED)),
    ),
    Turn(
        "of three each has a working day",
        "2027-01-09",
        THREE,
        (("2027-01-11", MANAGERS), ("2027-01-12", ELECTED), ("2027-01-13", BOARD)),
    ),
    Turn(
        "the third goes in its own turn where that leaves the second their day",
        "2027-01-09",
        (("P0D", MANAGERS), ("P1D", ELECTED), ("P7D", BOARD)),
        (("2027-01-11", MANAGERS), ("2027-01-12", ELECTED), ("2027-01-18", BOARD)),
    ),
    Turn(
        "two rungs of one weekend to the managers are one reminder, and no reason to wait twice",
        "2027-01-10",
        (("-P1D", MANAGERS), ("P0D", MANAGERS), ("P1D", ELECTED)),
        (("2027-01-11", MANAGERS), ("2027-01-12", ELECTED)),
    ),
    Turn(
        "rungs of one and the same day by the ladder itself: only the highest, as ever",
        "2027-01-09",
        (("P0D", MANAGERS), ("P0D", ELECTED)),
        (("2027-01-11", ELECTED),),
    ),
    Turn(
        "after an outage that took both: the managers at once, the escalation a working day later",
        "2027-01-13",
        TWO,
        (("2027-01-20", MANAGERS), ("2027-01-21", ELECTED)),
        back="2027-01-20",
    ),
    Turn(
        "after an outage that took all three",
        "2027-01-09",
        THREE,
        (("2027-01-20", MANAGERS), ("2027-01-21", ELECTED), ("2027-01-22", BOARD)),
        back="2027-01-20",
    ),
    Turn(
        "after an outage that ended on a Friday the weekend is nobody’s working day",
        "2027-01-11",
        THREE,
        (("2027-01-15", MANAGERS), ("2027-01-18", ELECTED), ("2027-01-19", BOARD)),
        back="2027-01-15",
    ),
    Turn(
        "after an outage that ended on a Saturday nobody hears before Monday",
        "2027-01-11",
        TWO,
        (("2027-01-18", MANAGERS), ("2027-01-19", ELECTED)),
        back="2027-01-16",
    ),
    Turn(
        "an outage that ended before the escalation’s day moves it only as far as needed",
        "2027-01-11",
        (("P0D", MANAGERS), ("P7D", ELECTED)),
        (("2027-01-15", MANAGERS), ("2027-01-18", ELECTED)),
        back="2027-01-15",
    ),
)


@pytest.mark.parametrize("turn", TABLE, ids=[one.rule for one in TABLE])
def test_who_is_told_when(turn: Turn) -> None:
    """Looked at every morning and afternoon, but for those of the outage."""
    due = date.fromisoformat(turn.due)
    file = file_of(*(on(f"{due.replace(year=due.year - 1)}", one) for one in BEGUN))
    first = date.fromisoformat(turn.back) if turn.back else due - WEEKS
    days = (due + WEEKS - first).days
    looks = [paris(f"{first + timedelta(days=one)}T{at}:00:00") for one in range(days) for at in ("09", "15")]
    told = [(day, _to(turn, rung)) for day, _, rung, _ in days_said(file, looks, _rules(turn))]
    assert tuple(told) == turn.then


def test_the_service_wakes_on_the_day_on_which_an_escalation_may_go() -> None:
    """Not before: told late on Wednesday, the managers have until Thursday morning."""
    rules = _rules(TABLE[1])
    begun = tuple(on("2026-01-09", one) for one in BEGUN)
    told = file_of(*begun, on("2027-01-20T09:00:00+01:00", reminded("once/p1", "r1")))
    assert next_instant(told, rules, paris("2027-01-20T09:00:00")) == paris("2027-01-21")
    assert said(told, paris("2027-01-20T23:00:00"), rules) == []
    assert said(told, paris("2027-01-21"), rules) == [("once/p1", "r2", False)]


@pytest.mark.parametrize(("back", "escalated"), [(30, 40), (35, 40), (100, 110)])
def test_of_instants_an_escalation_goes_in_its_turn_or_as_long_after_as_that_would_be(
    back: int, escalated: int
) -> None:
    """Due after 30 seconds, escalated 10 later: those told after that have their 10 seconds all the same."""
    rules = _ladder("PT30S", (("PT0S", MANAGERS), ("PT10S", ELECTED)))
    begun = file_of(*(on("2026-11-23T09:00:00Z", one) for one in BEGUN))
    start = paris("2026-11-23T10:00:00")
    seconds = [start + timedelta(seconds=one) for one in range(back, back + 60)]
    told = {rung: _seconds(begun, seconds, rules, rung) - start for rung in ("r1", "r2")}
    assert told == {"r1": timedelta(seconds=back), "r2": timedelta(seconds=escalated)}


def _seconds(file: Cooperation, instants: list[datetime], rules: Rulebook, rung: str) -> datetime:
    """At which instant a rung goes."""
    upto = (instants[: number + 1] for number in range(len(instants)))
    return next(seen[-1] for seen in upto if rung in [one[2] for one in days_said(file, seen, rules)])


def _rules(turn: Turn) -> Rulebook:
    return _ladder("P12M", turn.ladder)


def _ladder(within: str, ladder: tuple[tuple[str, str], ...]) -> Rulebook:
    """A deadline ``once`` so long after entering the phase, with these rungs."""
    named = {"fr": "Une fois", "en": "Once"}
    once = {"deadline": "once", "name": named, "after": "phase-entry", "within": within, "ladder": "only"}
    rungs = [{"rung": f"r{one}", "offset": at, "to": to} for one, (at, to) in enumerate(ladder, start=1)]
    return rulebook(deadlines=[once], ladders={"only": rungs})


def _to(turn: Turn, rung: str) -> str:
    return turn.ladder[int(rung[1:]) - 1][1]
