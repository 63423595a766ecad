"""Who asks for tranches, approves and pays them: entitled people, and different ones where the rulebook says so."""

from typing import Any

import pytest

from domain.decide.access import may
from domain.files.setting import Setting
from domain.fundings.events.payments import TrancheApproved, TrancheReturned
from domain.fundings.state import Funding
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from tests.domain.kit import NOW, On, do, on, state_of
from tests.domain.paying import (
    ACCOUNT,
    BOARD,
    FINANCE,
    FUNDING,
    KEY,
    ON_ITS_WAY,
    PAID_BY,
    PAYEE,
    PAYERS,
    SECOND_FINANCE,
    SIRET,
    SUBMITTED,
    TO_APPROVE,
    TO_PAY,
    approved,
    asked_for,
    awarded,
    funding_of,
    proposed,
    request,
)
from tests.domain.sample_people import (
    ADMINISTRATOR,
    AUDITOR,
    ELECTED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    SECOND_MANAGER,
    STEERING,
    granted,
    organisation,
)
from tests.domain.vocabulary import WHY

FACILITATOR = IN_ROLE[Role.FACILITATOR]
HALF_APPROVED = (*TO_APPROVE, *approved()[:1])
BOTH = organisation(
    *PAYERS, *(granted(MANAGER, role) for role in (Role.ELECTED_REPRESENTATIVE, Role.FINANCE_OFFICER))
)
"""The manager is elected too, and keeps the money."""


def asked(
    kind: str, given: tuple[Event | On, ...], actor: str, people: Any = None, **more: Any
) -> str | None:
    """The code of the refusal; None if the actor may."""
    command = do(kind, funding=FUNDING, actor=actor, **more)
    funding: Funding = funding_of(*given)
    setting = Setting(people or organisation(*PAYERS), PAID_BY, NOW, {KEY: funding})
    found = may(command, funding, setting)
    return found.code if isinstance(found, Refusal) else None


def who_may(kind: str, given: tuple[Event | On, ...], **more: Any) -> set[str]:
    """Those of the tests' people who may."""
    known = {*IN_ROLE.values(), SECOND_FINANCE, SECOND_MANAGER, NOBODY}
    return {one for one in known if asked(kind, given, one, **more) is None}


ADVANCE = {"tranche": "advance"}
PAYMENT = {"payment": 1}
CONFIRMED = {**PAYMENT, "reference": "A", "executed_on": "2026-03-05"}


@pytest.mark.parametrize(
    ("kind", "given", "more", "expected"),
    [
        ("RequestTranche", awarded(), ADVANCE, {MANAGER, SECOND_MANAGER}),
        ("SubmitReport", awarded(), {"report": "final"}, {MANAGER, SECOND_MANAGER}),
        ("ReturnReport", (*awarded(), SUBMITTED), {"report": "final"}, {MANAGER, SECOND_MANAGER}),
        ("AcceptReport", (*awarded(), SUBMITTED), {"report": "final"}, {SECOND_MANAGER}),
        ("ApproveTranche", TO_APPROVE, ADVANCE, {ELECTED}),
        ("ApproveTranche", HALF_APPROVED, ADVANCE, {STEERING}),
        ("ReturnTranche", TO_APPROVE, ADVANCE, {ELECTED, STEERING, FINANCE, SECOND_FINANCE}),
        ("OrderPayment", TO_PAY, ADVANCE, {FINANCE, SECOND_FINANCE}),
        ("ConfirmPayment", ON_ITS_WAY, CONFIRMED, {FINANCE, SECOND_FINANCE}),
        ("FailPayment", ON_ITS_WAY, {**PAYMENT, "outcome": "failed"}, {FINANCE, SECOND_FINANCE}),
        ("RecordRefund", ON_ITS_WAY, {"cents": 1, "reference": "A"}, {FINANCE, SECOND_FINANCE}),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_who_may(kind: str, given: Any, more: dict[str, Any], expected: set[str]) -> None:
    """These, and nobody else."""
    assert who_may(kind, given, **more) == expected


def test_who_is_in_charge_asks_by_a_managers_role() -> None:
    """An elected representative in charge may; one who is not in charge may not."""
    funding = funding_of(*awarded()).changed(managers=(MANAGER, ELECTED))
    setting = Setting(organisation(*PAYERS), PAID_BY, NOW, {KEY: funding})
    assert may(do("RequestTranche", funding=FUNDING, actor=ELECTED, **ADVANCE), funding, setting) is None
    assert asked("RequestTranche", awarded(), ELECTED, **ADVANCE) == "not_entitled"


def test_who_asked_neither_approves_nor_pays() -> None:
    """Whatever roles they hold."""
    assert asked("ApproveTranche", TO_APPROVE, MANAGER, BOTH, **ADVANCE) == "acted_before"
    assert asked("OrderPayment", TO_PAY, MANAGER, BOTH, **ADVANCE) == "acted_before"
    assert asked("ConfirmPayment", ON_ITS_WAY, MANAGER, BOTH, **CONFIRMED) == "acted_before"


def test_what_somebody_did_is_said_before_whose_role_it_takes() -> None:
    """Who asked reads that, with or without the role of the next step."""
    assert asked("ApproveTranche", TO_APPROVE, MANAGER, **ADVANCE) == "acted_before"
    assert asked("OrderPayment", TO_PAY, ELECTED, **ADVANCE) == "acted_before"
    assert asked("ApproveTranche", TO_APPROVE, SECOND_MANAGER, **ADVANCE) == "not_entitled"


@pytest.mark.parametrize("who", [ELECTED, STEERING, BOARD], ids=["first level", "second level", "decision"])
def test_who_decided_or_approved_does_not_pay(who: str) -> None:
    """Neither orders nor confirms."""
    people = organisation(*PAYERS, granted(who, Role.FINANCE_OFFICER))
    assert asked("OrderPayment", TO_PAY, who, people, **ADVANCE) == "acted_before"
    assert asked("ConfirmPayment", ON_ITS_WAY, who, people, **CONFIRMED) == "acted_before"
    assert asked("FailPayment", ON_ITS_WAY, who, people, outcome="failed", **PAYMENT) is None


def test_nobody_approves_at_two_levels() -> None:
    """One who is elected and sits in the steering committee approves once."""
    people = organisation(*PAYERS, granted(ELECTED, Role.STEERING_COMMITTEE))
    assert asked("ApproveTranche", HALF_APPROVED, ELECTED, people, **ADVANCE) == "acted_before"


def test_once_it_was_sent_back_people_may_act_anew() -> None:
    """Who approved before may approve again."""
    back = TrancheReturned(tranche="advance", reason=WHY)
    given = (*HALF_APPROVED, on("2026-03-09", back), on("2026-03-10", asked_for().event))
    assert asked("ApproveTranche", given, ELECTED, **ADVANCE) is None


def test_where_one_does_it_all_the_rulebook_says_so() -> None:
    """Without distinct people, one may ask, approve and pay."""
    alone = awarded(request("alone"))
    one = asked_for("whole", 2_000_000, levels=1)
    assert asked("ApproveTranche", (*alone, one), MANAGER, BOTH, tranche="whole") is None
    last = on("2026-03-03", TrancheApproved(tranche="whole", level=1, last=True), MANAGER)
    assert asked("OrderPayment", (*alone, one, last), MANAGER, BOTH, tranche="whole") is None


def test_what_is_not_there_is_for_the_rules_to_say() -> None:
    """Access refuses nobody about nothing."""
    assert asked("ApproveTranche", awarded(), NOBODY, tranche="none") is None
    assert asked("ReturnTranche", awarded(), NOBODY, tranche="none") is None
    command = do("RequestTranche", funding="autre", actor=NOBODY, **ADVANCE)
    assert may(command, None, Setting(organisation(*PAYERS), PAID_BY, NOW)) is None


def test_roles_count_in_the_region_of_the_funding() -> None:
    """A finance officer of another region does not pay here."""
    people = organisation(*PAYERS, granted(FACILITATOR, Role.FINANCE_OFFICER, "bretagne"))
    assert asked("OrderPayment", TO_PAY, FACILITATOR, people, **ADVANCE) == "not_entitled"


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (FINANCE, "own_proposal"),
        (SECOND_FINANCE, None),
        (ADMINISTRATOR, None),
        (MANAGER, "not_entitled"),
        (AUDITOR, "not_entitled"),
    ],
    ids=["proposer", "another", "administrator", "manager", "auditor"],
)
def test_bank_details_are_confirmed_by_somebody_else(actor: str, code: str | None) -> None:
    """A finance officer or an administrator, never who proposed them."""
    waiting = {PAYEE: state_of(PAYEE, *ACCOUNT, proposed(2, by=FINANCE))}
    setting = Setting(organisation(*PAYERS), None, NOW, waiting)
    command = do("ConfirmBankDetails", account=SIRET, version=2, actor=actor)
    found = may(command, waiting[PAYEE], setting)
    assert (found.code if found else None) == code


def test_a_file_leaves_by_a_finance_officer_of_each_region() -> None:
    """One of another region sends nothing."""
    people = organisation(*PAYERS, granted(FACILITATOR, Role.FINANCE_OFFICER, "bretagne"))
    setting = Setting(people, None, NOW, {KEY: funding_of(*ON_ITS_WAY)})
    named = {
        "payment_file": "f",
        "payments": [{"funding": FUNDING, "payment": 1}],
        "execute_on": "2026-11-24",
    }
    codes = {
        who: may(do("IssuePaymentFile", actor=who, **named), None, setting) for who in (FINANCE, FACILITATOR)
    }
    assert {who: found.code if found else None for who, found in codes.items()} == {
        FINANCE: None,
        FACILITATOR: "not_entitled",
    }
