"""An envelope month by month: what is allotted, committed and paid by then, and what is planned."""

from datetime import date

from domain.envelopes.events import (
    CarriedOver,
    EnvelopeOpened,
    EnvelopeToppedUp,
    FundsConsumed,
    FundsReleased,
    FundsReserved,
)
from domain.kernel.event import Event
from domain.kernel.moments import PARIS
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from queries.burn_down import MonthEnd, Planned, burn_down

REASON = Prose(text="Inventé")
TODAY = date(2027, 3, 15)


def _history(*told: tuple[str, Event]) -> list[Recorded]:
    return [
        Recorded(
            stream="envelope:acte/acte_grant/2027",
            entry=number,
            effective_at=day,
            actor="p-1",
            command_id=str(number),
            cause=str(number),
            correlation=str(number),
            rulebook=None,
            event=event,
        )
        for number, (day, event) in enumerate(told, start=1)
    ]


OPENED = EnvelopeOpened(
    rulebook="acte@3", commitments_cents=100, payments_cents=None, fundings_per_year=None, note=None
)
TOLD = _history(
    ("2027-01-04", OPENED),
    ("2027-02-01", FundsReserved(funding="une", cents=60, counts=True)),
    ("2027-02-20", FundsConsumed(funding="une", payment=1, cents=20)),
    ("2027-03-02", EnvelopeToppedUp(commitments_cents=50, payments_cents=0, reason=REASON)),
    ("2027-03-03", FundsReleased(funding="une", cents=10)),
    ("2027-03-04", CarriedOver(to="acte/acte_grant/2028", cents=30, reason=REASON)),
)


def _month(months: list[MonthEnd], number: int) -> MonthEnd:
    return months[number - 1]


def test_each_month_ends_with_what_happened_by_then() -> None:
    """By the day on which it happened; committed is what is set aside and what is paid of it."""
    months = list(burn_down(TOLD, [], "2027", TODAY, PARIS).months)
    assert [one.first.month for one in months] == list(range(1, 13))
    assert _month(months, 1) == MonthEnd(date(2027, 1, 1), 100, 0, 0, None)
    assert _month(months, 2) == MonthEnd(date(2027, 2, 1), 100, 60, 20, None)
    assert _month(months, 3) == MonthEnd(date(2027, 3, 1), 120, 50, 20, 20)
    assert _month(months, 3).left == 70


def test_months_to_come_know_only_what_is_planned() -> None:
    """What could be asked for already counts from this month on; what has no day, or a later one, is told apart."""
    planned = [Planned(date(2026, 12, 31), 5), Planned(date(2027, 6, 1), 10), Planned(None, 9)]
    found = burn_down(TOLD, planned, "2027", TODAY, PARIS)
    months = list(found.months)
    assert [one.planned for one in months[2:]] == [25, 25, 25, 35, 35, 35, 35, 35, 35, 35]
    assert _month(months, 4).committed is None
    assert found.later_cents == 30 - 15


def test_an_envelope_of_all_years_goes_on_to_the_end_of_this_one() -> None:
    """From its opening, whatever the year."""
    months = burn_down(TOLD, [], "total", date(2028, 5, 1), PARIS).months
    assert (months[0].first, months[-1].first) == (date(2027, 1, 1), date(2028, 12, 1))
