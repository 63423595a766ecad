"""The deadlines of a funding: what runs, since when, until when, and what moves it."""

from datetime import date, timedelta

import pytest

from domain.deadlines.deadline import Deadline
from domain.files.events import SilenceCounted
from domain.fundings.clocks import NAMES
from domain.fundings.events.payments import (
    CharterHeard,
    PaymentFailed,
    ReportReturned,
    TrancheRequested,
    TrancheReturned,
)
from domain.fundings.events.requests import CoFundingConfirmed, ConditionMet, FundingClosed, FundingDeclined
from domain.fundings.request import CoFunding
from domain.kernel.calendar import WorkingDays
from domain.kernel.event import Event
from domain.reminders.any_file import deadlines, speaking
from domain.reminders.due import due_rungs
from domain.reminders.silence import silences
from domain.reviews.proposal import Condition
from domain.rulebook import Rulebook, mistakes
from tests.domain.asking import paris
from tests.domain.kit import On, on
from tests.domain.paying import (
    ACCEPTED,
    FINAL,
    ON_ITS_WAY,
    PAID,
    PAID_BY,
    PREPARED,
    SIGNED,
    STEPS,
    SUBMITTED,
    TO_APPROVE,
    TO_PAY,
    approved,
    asked_for,
    awarded,
    funded,
    funding_of,
    grant,
    instrument,
    ordered,
    request,
    requested,
)
from tests.domain.sample_people import PEOPLE
from tests.domain.tables.payments_tranches import heard
from tests.domain.vocabulary import WHY, extended

ASKED = (requested(request()),)
LEASE = Condition(condition="lease", label="Un bail", due=date(2026, 6, 1))
BOUND = (requested(request()), on("2026-02-02", grant(request(), conditions=(LEASE,))))
BY = CoFunding(source="la-ville", name="La ville", origin="public", cents=1_000)
WAITING = awarded(request("waiting", 1_000_000, co_funding=(BY,)))


def open_now(*events: Event | On, rules: Rulebook = PAID_BY) -> dict[str, str]:
    """The open deadlines and the days on which they are due."""
    return {one.occurrence: f"{one.due.day}" for one in deadlines(funding_of(*events), rules)}


def one(occurrence: str, *events: Event | On) -> Deadline:
    """An open deadline."""
    return next(one for one in deadlines(funding_of(*events), PAID_BY) if one.occurrence == occurrence)


def test_the_rules_of_these_tests_are_sound() -> None:
    """Nothing in them is a mistake."""
    assert not mistakes(PAID_BY)


def test_a_request_is_to_be_decided() -> None:
    """Three months after it was made; no decision counts as a refusal."""
    assert open_now(*ASKED) == {"decision/e1": "2026-04-05"}
    found = silences(funding_of(*ASKED), PAID_BY, PEOPLE, paris("2026-03-01"))
    assert [(one.occurrence, one.counts_as) for one in found] == [("decision/e1", "refused")]


def test_a_request_that_was_answered_is_not_to_be_decided() -> None:
    """By silence, or by a refusal."""
    silent = SilenceCounted(occurrence="decision/e1", deadline="decision", counts_as="refused", item=None)
    refused = FundingDeclined(
        decision="refused", body="board", dossier=1, review=None, points=("a",), reasons=WHY, would_change=WHY
    )
    assert open_now(*ASKED, silent) == {}
    assert open_now(*ASKED, refused) == {}


def test_what_is_granted_is_asked_for_and_reported() -> None:
    """The advance, which waits for nothing, since the decision; the report a year after it; no agreement."""
    assert open_now(*awarded()) == {"request/advance": "2026-03-02", "report/final": "2027-02-02"}


def test_where_an_agreement_is_obligatory_it_comes_first() -> None:
    """Nothing is asked for, and no report runs, before all have signed; then it is to be renewed."""
    above = awarded(request(cents=2_300_001))
    assert open_now(*above) == {"agreement/e2": "2026-04-02"}
    assert open_now(*above, PREPARED) == {"agreement/e2": "2026-04-02"}
    assert open_now(*above, *SIGNED) == {
        "request/advance": "2026-03-10",
        "renewal/2026-12-31": "2026-10-31",
        "report/final": "2027-02-10",
    }


def test_a_condition_is_due_on_its_day_until_it_is_met() -> None:
    """And may be given time."""
    assert open_now(*BOUND)["condition/lease"] == "2026-06-01"
    assert one("condition/lease", *BOUND).subject == "lease"
    met = ConditionMet(condition="lease", document=None, note=None)
    assert "condition/lease" not in open_now(*BOUND, met)
    longer = on("2026-05-01", extended("condition", "condition/lease", date(2026, 7, 1)))
    assert open_now(*BOUND, longer)["condition/lease/x1"] == "2026-07-01"


def test_a_tranche_is_asked_for_since_its_conditions_hold() -> None:
    """Charter and co-funding, the later of the two; a date, counted from the agreement; the agreement."""
    both = (
        *WAITING,
        on("2026-03-10", CharterHeard(signed="2026-03-01")),
        on("2026-03-20", CoFundingConfirmed(source="la-ville", document=None)),
    )
    assert "request/first" not in open_now(*WAITING)
    assert open_now(*both)["request/first"] == "2026-04-20"
    found = open_now(*both, *SIGNED)
    assert (found["request/second"], found["request/third"]) == ("2026-09-01", "2026-03-10")


def test_a_balance_is_asked_for_once_its_report_is_accepted() -> None:
    """Since that day."""
    assert "request/balance" not in open_now(*PAID, SUBMITTED)
    assert open_now(*PAID, SUBMITTED, ACCEPTED)["request/balance"] == "2026-11-02"


def test_a_tranche_is_approved_then_paid() -> None:
    """Since it was asked for; since it was approved, until the bank has paid."""
    assert open_now(*TO_APPROVE)["approval/advance/e3"] == "2026-03-16"
    assert open_now(*TO_PAY)["payment/advance/e5"] == "2026-04-02"
    assert open_now(*ON_ITS_WAY)["payment/advance/e5"] == "2026-04-02"
    assert not [one for one in open_now(*PAID) if "advance" in one]


def test_what_was_sent_back_or_failed_is_due_anew() -> None:
    """Each time an occurrence of its own: nobody is reminded of the old one."""
    back = on("2026-03-09", TrancheReturned(tranche="advance", reason=WHY))
    assert open_now(*TO_PAY, back)["request/advance/e6"] == "2026-04-09"
    failed = on("2026-03-12", PaymentFailed(payment=1, outcome="failed", reason=WHY))
    assert open_now(*ON_ITS_WAY, failed)["payment/advance/e7"] == "2026-04-11"


def test_nothing_is_asked_for_of_nothing() -> None:
    """A tranche of no cents has no deadline."""
    assert "request/advance" not in open_now(*awarded(request(cents=1)))


def test_a_report_that_was_sent_back_is_due_again() -> None:
    """On its day, or at once if that has passed."""
    back = on("2026-10-05", ReportReturned(report="final", reason=WHY))
    late = on("2027-03-01", ReportReturned(report="final", reason=WHY))
    assert "report/final" not in open_now(*awarded(), SUBMITTED)
    assert open_now(*awarded(), SUBMITTED, back)["report/final/e4"] == "2027-02-02"
    assert open_now(*awarded(), SUBMITTED, late)["report/final/e4"] == "2027-03-01"


def test_a_report_that_has_come_is_to_be_accepted() -> None:
    """Since it came; accepted or sent back, no longer."""
    back = on("2026-10-05", ReportReturned(report="final", reason=WHY))
    assert open_now(*awarded(), SUBMITTED)["acceptance/final/e3"] == "2026-11-01"
    for ended in (ACCEPTED, back):
        assert not [one for one in open_now(*awarded(), SUBMITTED, ended) if "acceptance" in one]


def test_a_report_may_be_due_before_the_end_of_the_term() -> None:
    """Which a pause does not move."""
    rules = funded(instrument("grant", reports=[{**FINAL, "within": "-P1M"}], steps=STEPS))
    asleep = on("2026-03-01", heard("paused"))
    awake = on("2026-05-01", heard("active"))
    assert open_now(*awarded(), rules=rules)["report/final"] == "2026-11-30"
    assert open_now(*awarded(), asleep, awake, rules=rules)["report/final"] == "2026-11-30"


def test_a_pause_moves_what_counts_since_something_and_nothing_of_the_calendar() -> None:
    """By its length; while it lasts, all is silent."""
    asleep, awake = on("2026-02-10", heard("paused")), on("2026-02-20", heard("active"))
    found = open_now(*BOUND, asleep, awake)
    assert (found["request/advance"], found["condition/lease"]) == ("2026-03-12", "2026-06-01")
    assert speaking(funding_of(*BOUND), PAID_BY)
    assert speaking(funding_of(*BOUND, asleep), PAID_BY) == ()


def test_a_rulebook_may_exempt_a_step_from_pauses() -> None:
    """It goes on speaking while the cooperation sleeps."""
    steps = {"request": {**STEPS["request"], "pause": "ignore"}, "payment": STEPS["payment"]}
    rules = funded(instrument("grant", steps=steps))
    asleep = funding_of(*awarded(request()), on("2026-02-10", heard("paused")))
    whole = asleep.changed(tranches={"whole": asleep.tranches["advance"]})
    assert [one.key for one in speaking(whole, rules)] == ["request"]


def test_what_no_step_names_has_no_deadline() -> None:
    """An instrument without steps or reports."""
    assert open_now(*awarded(request("plain"))) == {}
    assert open_now(requested(request("plain"))) == {}


def test_a_closed_funding_has_no_deadlines() -> None:
    """Nothing is due any more."""
    closed = FundingClosed(granted_cents=1, paid_cents=1, released_cents=0, refunded_cents=0, reason=None)
    assert open_now(*awarded(), closed) == {}


def test_a_funding_open_again_is_asked_for_what_is_owed_anew_and_for_nothing_else() -> None:
    """Neither a condition nor a renewal: years may have passed since."""
    closed = FundingClosed(granted_cents=1, paid_cents=1, released_cents=0, refunded_cents=0, reason=None)
    lived = (*BOUND, *SIGNED, asked_for(), *approved(), ordered(), PAID[-1], SUBMITTED, ACCEPTED)
    returned = on("2027-06-01", PaymentFailed(payment=1, outcome="returned", reason=WHY))
    assert {one.partition("/")[0] for one in open_now(*lived)} == {"condition", "renewal", "request"}
    assert set(open_now(*lived, closed, returned)) - set(open_now(*lived)) == {"payment/advance/e13"}
    assert {one.partition("/")[0] for one in open_now(*lived, closed, returned)} == {"payment", "request"}


def test_a_later_end_is_another_renewal() -> None:
    """The term is in the occurrence."""
    signed = funding_of(*awarded(), *SIGNED)
    later = signed.changed(until=date(2027, 6, 30))
    assert [one.occurrence for one in deadlines(later, PAID_BY) if one.key == "renewal"] == [
        "renewal/2027-06-30"
    ]


AT_REUNION = PAID_BY.model_copy(
    update={"regions": {"reunion": WorkingDays(holidays="FR-974", zone="Indian/Reunion")}}
)
ON_THE_31ST = on("2026-03-31", requested(request())), on("2026-03-31", grant(request()))
ASKED_FOR = on("2026-03-31", TrancheRequested(tranche="advance", cents=1, levels=1, note=None))


@pytest.mark.parametrize(
    ("events", "occurrence", "due"),
    [
        (ON_THE_31ST[:1], "decision/e1", "2026-06-30"),
        (ON_THE_31ST, "request/advance", "2026-04-30"),
        ((*ON_THE_31ST, ASKED_FOR), "approval/advance/e3", "2026-04-14"),
    ],
)
def test_a_day_of_a_funding_is_a_day_of_its_region(events: tuple[On, ...], occurrence: str, due: str) -> None:
    """In La Réunion, what happened on the 31st counts from the 31st, as for a cooperation."""
    funding = funding_of(*events).changed(region="reunion")
    assert {one.occurrence: f"{one.due.day}" for one in deadlines(funding, AT_REUNION)}[occurrence] == due


@pytest.mark.parametrize("name", NAMES)
def test_each_step_has_a_name_in_both_languages(name: str) -> None:
    """And every step is one that a rulebook may name."""
    assert name in STEPS
    assert NAMES[name].fr != NAMES[name].en  # type: ignore[index]


def test_a_rung_goes_out_when_a_tranche_may_be_asked_for() -> None:
    """On the due day at the sending hour, not a second before."""
    funding = funding_of(*awarded())
    due = one("request/advance", *awarded()).rungs[0].at
    assert due == paris("2026-03-02")
    assert not due_rungs(funding, PAID_BY, due - timedelta(seconds=1))
    assert [found.deadline.subject for found in due_rungs(funding, PAID_BY, due)] == ["advance"]
