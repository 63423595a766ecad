"""Whoever asked hears what became of it: once, on a working day, and nobody who brought it about themselves."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.cooperations.events.calls import ApplicationSelected
from domain.cooperations.events.file import CooperationImported, StakeholderRetired
from domain.cooperations.events.lifecycle import AbandonmentSettled
from domain.files.events import CooperationHeard, ReminderIssued, ReminderOvertaken, SilenceCounted
from domain.files.file import KeptFile
from domain.fundings.events.payments import PaymentConfirmed, PaymentFailed
from domain.fundings.events.requests import FundingDeclined
from domain.kernel.event import Event
from domain.kernel.ids import SERVICE, message_id
from domain.kernel.values import Phase, Role, Settlement
from domain.people.events import OutageRecorded
from domain.reminders.delivery import withheld
from domain.reminders.outcomes import due_tellings, tellings
from domain.reviews.events import ReviewCancelled, ReviewDeferred
from domain.rulebook import Rulebook
from tests.domain.asking import paris
from tests.domain.kit import Given, Row, do, file_of, on
from tests.domain.paying import (
    BOARD,
    FINANCE,
    FUNDING,
    IN_FILE,
    PAID_BY,
    PAYERS,
    awarded,
    funding_of,
    grant,
    request,
    requested,
)
from tests.domain.reviewing import (
    ASKING,
    JURY,
    OPENED_AT,
    PANEL_OF_PEOPLE,
    REVIEW,
    asked,
    invited,
    review_of,
    review_opened,
)
from tests.domain.reviewing import declared as declared_by
from tests.domain.rules import RULES
from tests.domain.sample_people import ELECTED, FOUNDED, MANAGER, organisation
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, PAUSED, WHY, applied, declared, entered, member

PEOPLE = organisation(*FOUNDED)
GRANTED = "funding-granted/e2"
MONDAY = "2026-02-02"
"""The day on which the board granted it."""


def said(file: KeptFile, on_day: str, rulebook: Rulebook = PAID_BY, *more: Event) -> list[str]:
    """What is told on a day at nine."""
    now = paris(f"{on_day}T09:00:00")
    people = organisation(*FOUNDED, *more)
    return [one.occurrence for one in due_tellings(file, rulebook, people, now)]


def told(occurrence: str, who: str = MANAGER) -> ReminderIssued:
    """The claim on it."""
    return ReminderIssued(
        occurrence=occurrence,
        rung="told",
        due_on=date(2026, 2, 2),
        recipient=who,
        role=Role.PROGRAMME_MANAGER,
        late=False,
        message=message_id(f"funding:{FUNDING}", occurrence, "told", who),
        calendar=PAID_BY.calendar.name,
    )


def test_it_is_told_once_on_a_day_on_which_people_work() -> None:
    """The board granted it on a Monday; what is decided on a Saturday waits for Monday at eight."""
    file = funding_of(*awarded())
    assert said(file, MONDAY) == [GRANTED]
    assert said(funding_of(*awarded(), on(MONDAY, told(GRANTED), SERVICE)), MONDAY) == []
    saturday = funding_of(requested(request()), on("2026-01-31T10:00:00Z", grant(request()), BOARD))
    assert said(saturday, "2026-01-31") == said(saturday, "2026-02-01") == []
    assert said(saturday, "2026-02-02") == [GRANTED]


def test_nobody_is_told_of_what_they_did_themselves() -> None:
    """The one who asked selects the application; another one does."""
    own = file_of(*applied(), on(MONDAY, ApplicationSelected(stage="shortlisted", note=None), MANAGER))
    assert [one.asked_by for one in tellings(own, PAID_BY, PEOPLE)] == [()], (
        "the other one in charge hears it"
    )
    alone = own.changed(managers=(MANAGER,))
    assert tellings(alone, PAID_BY, PEOPLE) == ()
    assert (
        tellings(funding_of(requested(request()), on(MONDAY, grant(request()), MANAGER)), PAID_BY, PEOPLE)
        == ()
    )


@pytest.mark.parametrize(
    ("given", "occurrence"),
    [
        ((*awarded(),), GRANTED),
        (
            (
                requested(request()),
                on(
                    MONDAY,
                    FundingDeclined(
                        decision="refused",
                        body="board",
                        dossier=1,
                        review=None,
                        points=(),
                        reasons=WHY,
                        would_change=WHY,
                    ),
                    BOARD,
                ),
            ),
            "funding-refused/e2",
        ),
        (
            (
                requested(request()),
                on(
                    MONDAY,
                    SilenceCounted(
                        occurrence="decision/e1", deadline="decision", counts_as="refused", item=None
                    ),
                    SERVICE,
                ),
            ),
            "silence-counted/e2",
        ),
        (
            (
                *IN_FILE,
                on(
                    "2026-03-06",
                    PaymentConfirmed(payment=1, reference="V", executed_on=date(2026, 3, 5)),
                    FINANCE,
                ),
            ),
            "tranche-paid/e8",
        ),
        (
            (*IN_FILE, on("2026-03-06", PaymentFailed(payment=1, outcome="returned", reason=WHY), FINANCE)),
            "payment-failed/e8",
        ),
    ],
)
def test_whoever_asked_for_money_hears(given: Given, occurrence: str) -> None:
    """Granted, refused, refused by silence, paid, not paid: the last thing that happened, to who asked for it."""
    last = tellings(funding_of(*given), PAID_BY, PEOPLE)[-1]
    assert (last.occurrence, last.asked_by) == (occurrence, (MANAGER,))


def test_whoever_opened_a_review_hears_its_end() -> None:
    """Those in charge do, where the service opened it."""
    deferred = on("2026-11-20", ReviewDeferred(points=("a",), reasons=WHY, would_change=WHY), ELECTED)
    file = review_of(*asked(), deferred)
    [telling] = tellings(file, ASKING, PEOPLE)
    assert (telling.occurrence, telling.asked_by) == (f"review-deferred/e{file.entry}", (MANAGER,))


def test_whoever_asked_hears_that_their_question_fell() -> None:
    """Taken back by somebody else, or decided meanwhile. Not who took it back; nobody, where nobody asked."""
    for cause in ("taken-back", "decided"):
        fell = ReviewCancelled(cause=cause, reason=None)
        file = review_of(*asked(), on("2026-11-20", fell, ELECTED))
        [telling] = tellings(file, ASKING, PEOPLE)
        assert (telling.occurrence, telling.asked_by) == (f"review-cancelled/e{file.entry}", (MANAGER,))
    assert not tellings(review_of(*asked(), on("2026-11-20", fell, MANAGER)), ASKING, PEOPLE)
    by_itself = on(OPENED_AT, review_opened(members=invited(*JURY)), SERVICE)
    assert not tellings(review_of(by_itself, on("2026-11-20", fell, ELECTED)), ASKING, PEOPLE)


@pytest.mark.parametrize("settlement", list(Settlement))
def test_a_request_to_abandon_is_told_to_who_made_it(settlement: Settlement) -> None:
    """Also of a file that it closed."""
    settled = AbandonmentSettled(settlement=settlement, reason=WHY)
    file = file_of(*BEGUN, on("2026-02-02", ABANDONMENT_ASKED), on("2026-02-03", settled, ELECTED))
    assert said(file, "2026-02-03") == [f"abandonment-{settlement.value}/e4"]


def test_a_file_asleep_tells_nothing_until_it_wakes() -> None:
    """The months of its sleep do not make it old news."""
    asleep = (*awarded(), on(MONDAY, CooperationHeard(status="paused", managers=(MANAGER,))))
    assert said(funding_of(*asleep), MONDAY) == []
    awake = funding_of(*asleep, on("2026-06-01", CooperationHeard(status="active", managers=(MANAGER,))))
    assert said(awake, "2026-06-01") == [GRANTED]


def test_what_is_older_than_a_month_is_no_news() -> None:
    """Nobody hears of decisions from before outcomes were told; an outage does not make them old."""
    file = funding_of(*awarded())
    assert said(file, "2026-03-04") == [GRANTED]
    assert said(file, "2026-03-05") == []
    away = OutageRecorded(since="2026-02-10T00:00:00Z", until="2026-02-20T00:00:00Z")
    assert said(file, "2026-03-05", PAID_BY, away) == [GRANTED]


def test_an_imported_past_is_told_to_nobody() -> None:
    """The application had been selected before; what is decided afterwards is told."""
    selected = on(MONDAY, ApplicationSelected(stage="shortlisted", note=None), ELECTED)
    past = (*applied(), selected, on("2026-02-03", CooperationImported(entries=3, at="2026-02-03T09:00:00Z")))
    assert tellings(file_of(*past), PAID_BY, PEOPLE) == ()
    later = on("2026-02-04", ApplicationSelected(stage="supported", note=None), ELECTED)
    assert [one.occurrence for one in tellings(file_of(*past, later), PAID_BY, PEOPLE)] == [
        "application-selected/e5"
    ]


def test_the_claim_names_who_hears_it_and_whether_it_is_late() -> None:
    """To who asked, in the role that they hold."""
    late = datetime(2026, 2, 4, 9, tzinfo=UTC)
    command = do("IssueReminder", actor=SERVICE, funding=FUNDING, occurrence=GRANTED, rung="told")
    claim = told(GRANTED)
    Row("on its day", awarded(), command, (claim,), now=late - timedelta(days=2), rulebook=PAID_BY).holds()
    after = claim.model_copy(update={"late": True})
    Row("late", awarded(), command, (after,), now=late, rulebook=PAID_BY).holds()
    nobody = tuple(
        one for one in PAYERS if getattr(one, "person", None) != MANAGER or not hasattr(one, "role")
    )
    gone = (ReminderOvertaken(occurrence=GRANTED, rung="told", by="nobody"),)
    Row("nobody left", awarded(), command, gone, now=late, rulebook=PAID_BY, people=nobody).holds()
    again = (*awarded(), on(MONDAY, claim, SERVICE))
    Row("never again", again, command, "nothing_due", now=late, rulebook=PAID_BY).holds()


def test_who_has_a_conflict_does_not_hear_of_it() -> None:
    """The service opened the review; of those in charge one is recused from its panel."""
    deferred = on("2026-11-20", ReviewDeferred(points=("a",), reasons=WHY, would_change=WHY), SERVICE)
    opened = review_opened(members=invited(*JURY, ELECTED))
    given = (on(OPENED_AT, opened, SERVICE), declared_by(ELECTED, conflict=True), deferred)
    file = review_of(*given)
    command = do(
        "IssueReminder",
        actor=SERVICE,
        review=REVIEW,
        occurrence=f"review-deferred/e{file.entry}",
        rung="told",
    )
    row = Row("clear", given, command, (), rulebook=ASKING, people=PANEL_OF_PEOPLE)
    decided = row.decided()
    assert isinstance(decided, tuple)
    assert [one.event.recipient for one in decided if isinstance(one.event, ReminderIssued)] == [MANAGER]


def test_a_message_on_its_way_keeps_its_reason_while_its_entry_holds() -> None:
    """What was decided stays decided, whatever comes after it."""
    claimed = funding_of(*awarded(), on(MONDAY, told(GRANTED), SERVICE))
    [message] = claimed.messages
    assert withheld(claimed, PAID_BY, message, GRANTED) is None


COMPLETE = (
    *BEGUN,
    on("2026-01-12", declared("go")),
    on("2026-01-13", member("a")),
    on("2026-02-02", member("b")),
)
"""The first gate of the tests' rules, whose last item holds since Monday 2 February."""


def test_a_complete_gate_is_said_the_day_its_last_item_holds() -> None:
    """Once in a pass: also if an item is lost and comes back."""
    file = file_of(*COMPLETE)
    assert said(file, MONDAY, RULES) == ["gate-complete/p1"]
    assert said(file_of(*COMPLETE[:-1]), MONDAY, RULES) == []
    again = (*COMPLETE, on(MONDAY, told("gate-complete/p1"), SERVICE))
    assert said(file_of(*again), MONDAY, RULES) == []
    lost = (
        *again,
        on("2026-03-02", StakeholderRetired(stakeholder="b", reason=WHY)),
        on("2026-03-03", member("c")),
    )
    assert said(file_of(*lost), "2026-03-03", RULES) == []


def test_a_complete_gate_is_not_said_while_the_file_stands_still() -> None:
    """Asleep, to be abandoned, or brought complete by an import."""
    assert said(file_of(*COMPLETE, on(MONDAY, PAUSED)), MONDAY, RULES) == []
    assert said(file_of(*COMPLETE, on(MONDAY, ABANDONMENT_ASKED)), MONDAY, RULES) == []
    imported = on("2026-02-03", CooperationImported(entries=5, at="2026-02-03T09:00:00Z"))
    assert said(file_of(*COMPLETE, imported), "2026-02-03", RULES) == []


def test_the_letter_about_a_gate_that_was_passed_is_withdrawn() -> None:
    """Whoever went on meanwhile needs it no more."""
    claimed = (*COMPLETE, on(MONDAY, told("gate-complete/p1"), SERVICE))
    [message] = file_of(*claimed).messages
    assert withheld(file_of(*claimed), RULES, message, "gate-complete/p1") is None
    passed = file_of(*claimed, on(MONDAY, entered(Phase.DIAGNOSIS, 2, "advanced")))
    assert withheld(passed, RULES, message, "gate-complete/p1") == ("withdrawn", "reason-gone")
