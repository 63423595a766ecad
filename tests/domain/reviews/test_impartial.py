"""Who has a conflict has no hand in a request: every command about it, whoever gives it, whenever it came to light."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.decide.access import may
from domain.decide.decide import decide
from domain.files.events import ReminderIssued
from domain.files.setting import Setting, State
from domain.fundings.commands.base import FundingCommand
from domain.kernel.ids import SERVICE, review_stream
from domain.kernel.moments import PARIS, day_of
from domain.kernel.refusal import Refusal
from domain.registry.commands import COMMAND_TYPES, AnyCommand
from domain.reminders.due import due_rungs
from domain.reviews.commands import ReviewCommand
from domain.reviews.conflicts import conflict_of
from domain.reviews.state import Review
from tests.domain.decide.test_tables import RECORDING
from tests.domain.kit import NOW, Row, do
from tests.domain.paying import FUNDING, PAID_BY, funding_of, request, requested
from tests.domain.reviewing import (
    PANEL_OF_PEOPLE,
    A,
    B,
    C,
    asked,
    declared,
    deferred,
    delegated,
    invited,
    recused,
    replaced,
    review_of,
    revised,
)
from tests.domain.sample_people import ADMINISTRATOR, FOUNDED, IN_ROLE, MANAGER, SECOND_MANAGER, organisation

FUNDING_KINDS = sorted(kind for kind in RECORDING if issubclass(COMMAND_TYPES[kind], FundingCommand))
REVIEW_KINDS = sorted(kind for kind in RECORDING if issubclass(COMMAND_TYPES[kind], ReviewCommand))
OF_WHO_ASKED = {
    "ReviseFunding",
    "WithdrawFunding",
    "ResubmitFunding",
    "PrepareAgreement",
    "SignAgreement",
    "MeetCondition",
    "ConfirmCoFunding",
    "RecordCitizenContribution",
    "ProposeAmendment",
    "SignAmendment",
    "WithdrawAmendment",
    "ExtendFundingDeadline",
    "ReleaseFunds",
    "ReclaimFunds",
    "CloseFunding",
    "RequestTranche",
    "SubmitReport",
    "ReturnReport",
    "AcceptReport",
}
"""What is up to those in charge, also to who asked for the money; the rest decides about it, or pays it."""
TODAY = day_of(NOW, PARIS)
ORGANISATION = organisation(*PANEL_OF_PEOPLE)


def panel(person: str, funding: str, *after: object, barred: str | None = None) -> Review:
    """A panel on the request on which somebody sits, and what came of it."""
    return review_of(*asked("deciding", *after, funding=funding, members=invited(person, B), barred=barred))  # type: ignore[arg-type]


def outcomes(row: Row, *reviews: Review) -> Iterator[tuple[str, str | None]]:
    """What the rule of access says to each person of the tests who could give the command, were there no review."""
    setting = row.setting()
    for person in dict.fromkeys((row.when.actor, MANAGER, SECOND_MANAGER, *IN_ROLE.values())):
        command = row.when.model_copy(update={"actor": person})
        if answer(command, setting) is None:
            yield person, answer(command, beside(setting, *reviews))


def answer(command: AnyCommand, setting: Setting) -> str | None:
    """The code of the refusal; None if the actor may."""
    found = may(command, setting.beside[command.stream], setting)
    return found.code if isinstance(found, Refusal) else None


def beside(setting: Setting, *reviews: Review) -> Setting:
    """The same, with these reviews read too."""
    more: dict[str, State] = {
        review_stream(f"panel{number}"): one.changed(id=f"panel{number}")
        for number, one in enumerate(reviews)
    }
    return replace(setting, beside={**setting.beside, **more})


def who_could(row: Row) -> list[str]:
    """Those who could give the command were there no review."""
    return [person for person, _ in outcomes(row)]


@pytest.mark.parametrize("kind", [one for one in FUNDING_KINDS if one != "RequestFunding"])
def test_nobody_in_a_conflict_gives_a_command_about_the_request(kind: Any) -> None:
    """Recused, in whichever review of the request, open or ended; or sitting without having declared."""
    row = RECORDING[kind]
    funding = str(getattr(row.when, "funding", ""))
    could = who_could(row)
    assert could, f"nobody may {kind} in the row {row.rule}"
    for person in could:
        for reviews, expected in (
            ((panel(person, funding, recused(person)),), "has_conflict"),
            ((panel(person, funding, declared(person, conflict=True)),), "has_conflict"),
            ((panel(person, funding, recused(person), deferred("a")),), "has_conflict"),
            (
                (panel(person, funding, recused(person)), panel(person, funding, declared(person))),
                "has_conflict",
            ),
            ((panel(person, funding),), "has_not_declared"),
            ((panel(person, funding, deferred("a")),), "has_not_declared"),
            ((panel(person, funding, declared(person)),), None),
            ((panel(person, funding, replaced(person, C)),), None),
            ((panel(person, "another", recused(person)),), None),
        ):
            given = row.when.model_copy(update={"actor": person})
            assert answer(given, beside(row.setting(), *reviews)) == expected, (kind, person)


@pytest.mark.parametrize("kind", [one for one in FUNDING_KINDS if one != "RequestFunding"])
def test_who_asked_neither_decides_nor_pays(kind: Any) -> None:
    """Where a decisive panel judges the request; laying down and reporting is theirs all the same."""
    row = RECORDING[kind]
    funding = str(getattr(row.when, "funding", ""))
    for person in who_could(row):
        given = row.when.model_copy(update={"actor": person})
        reviews = panel(B, funding, declared(B), barred=person)
        expected = None if kind in OF_WHO_ASKED else "has_asked"
        assert answer(given, beside(row.setting(), reviews)) == expected, (kind, person)


@pytest.mark.parametrize("kind", REVIEW_KINDS)
def test_nobody_in_a_conflict_leads_or_concludes_a_review(kind: Any) -> None:
    """Whoever could lead or chair it: a conflict in it keeps from all of it; members go on declaring."""
    row = RECORDING[kind]
    if kind in ("OpenReview", "DeclareInterests"):
        return
    for person in who_could(row):
        given = row.when.model_copy(update={"actor": person})
        setting = row.setting()
        state = setting.beside[given.stream]
        assert isinstance(state, Review)
        conflicted = state.changed(conflicts=frozenset({person}))
        found = answer(given, replace(setting, beside={**setting.beside, given.stream: conflicted}))
        assert found == "has_conflict", (kind, person)


def test_a_payment_file_holds_no_payment_in_which_one_has_no_hand() -> None:
    """The funding is named; the finance officer sends the others."""
    row = RECORDING["IssuePaymentFile"]
    funding = row.when.payments[0].funding  # type: ignore[union-attr]
    for person in who_could(row):
        given = row.when.model_copy(update={"actor": person})
        assert answer(given, beside(row.setting(), panel(person, funding))) == "payments_in_conflict"
        assert answer(given, beside(row.setting(), panel(person, funding, declared(person)))) is None


@pytest.mark.parametrize(
    ("events", "person", "reason"),
    [
        ((), A, "undeclared"),
        ((declared(A),), A, None),
        ((declared(A), declared(A, conflict=True)), A, "recused"),
        ((recused(A),), A, "recused"),
        ((recused(A), deferred("a")), A, "recused"),
        ((delegated(A, C, date(2026, 11, 30)),), C, "undeclared"),
        ((delegated(A, C, date(2026, 11, 30)), declared(C, A)), C, None),
        ((delegated(A, C, date(2026, 11, 20)),), C, None),
        ((delegated(A, C, date(2026, 11, 30)), declared(C, A, conflict=True)), C, "recused"),
        ((declared(A), revised()), A, None),
        ((), MANAGER, None),
    ],
)
def test_what_makes_a_conflict(events: tuple[object, ...], person: str, reason: str | None) -> None:
    """What members and those who stand in for them have declared, or not; a delegation ends on its day."""
    found = conflict_of(ORGANISATION, person, (panel(A, "aide", *events),), TODAY)
    assert (found.reason if found else None) == reason


def test_a_conflict_weighs_more_than_what_is_undeclared() -> None:
    """The gravest reason is told, in whichever review it came to light."""
    reviews = (panel(A, "aide"), panel(A, "aide", recused(A)))
    found = conflict_of(ORGANISATION, A, reviews, TODAY)
    assert found is not None
    assert found.reason == "recused"


def test_a_conflict_is_the_persons_under_whatever_id() -> None:
    """Registered twice, somebody has no hand in it under the other id either."""
    twice = replace(ORGANISATION, twins={C: A})
    found = conflict_of(twice, C, (panel(A, "aide", recused(A)),), TODAY)
    assert found is not None
    assert conflict_of(ORGANISATION, C, (panel(A, "aide", recused(A)),), TODAY) is None


def test_nobody_in_a_conflict_is_reminded_and_where_nobody_is_left_an_administrator_is() -> None:
    """Those in charge hear of a decision that is overdue; who is recused does not, who is to declare comes last."""
    funding = funding_of(requested(request()))
    now = datetime(2026, 4, 7, 9, 0, tzinfo=UTC)
    [due] = due_rungs(funding, PAID_BY, now)
    command = do(
        "IssueReminder",
        funding=FUNDING,
        actor=SERVICE,
        occurrence=due.deadline.occurrence,
        rung=due.rung.name,
    )
    for about, told in (
        ((), [MANAGER]),
        ((recused(MANAGER),), [ADMINISTRATOR]),
        ((declared(MANAGER),), [MANAGER]),
    ):
        states: dict[str, State] = {command.stream: funding}
        if about:
            states[review_stream("avis")] = panel(MANAGER, FUNDING, *about)
        setting = Setting(organisation(*FOUNDED), PAID_BY, now, states)
        found = decide(command, funding, setting)
        assert not isinstance(found, Refusal), found
        events = [one.event for one in found]
        assert [one.recipient for one in events if isinstance(one, ReminderIssued)] == told
