"""Two ids of one person count as one wherever two people are asked for."""

from dataclasses import replace
from typing import Any

import pytest

from domain.cooperations.events.lifecycle import AbandonmentRequested
from domain.decide.access import may
from domain.decide.decide import decide
from domain.files.setting import Setting, State
from domain.fundings.distinct_people import acted_before
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.people.events import RoleGranted
from domain.people.identity import all_ids, one_id_each, person_behind, same_person, twins_among
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from tests.domain import granting, paying, signing
from tests.domain.kit import NOW, STREAM, On, do, file_of, on, state_of
from tests.domain.rules import RULES
from tests.domain.sample_people import (
    FOUNDED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    SECOND_MANAGER,
    STEERING,
    granted,
    organisation,
    person,
    registered,
)
from tests.domain.vocabulary import BEGUN, WHY

TWIN = person(77)
"""Another id of whoever the test says."""


def with_twin(of: str, *events: Event) -> Organisation:
    """The people, one of whom is registered a second time, with the same roles."""
    roles = [
        event.model_copy(update={"person": TWIN, "grant": f"twin/{event.grant}"})
        for event in events
        if isinstance(event, RoleGranted) and event.person == of
    ]
    return replace(organisation(*events, registered(TWIN), *roles), twins={TWIN: of})


def unknown_twin(people: Organisation) -> Organisation:
    """The same people, of whom nobody knows that two are one."""
    return replace(people, twins={})


def _setting(people: Organisation, states: dict[str, State], rulebook: Any = RULES) -> Setting:
    return Setting(people, rulebook, NOW, beside=states)


def _funding(*given: Event | On) -> dict[str, State]:
    cooperation = state_of(STREAM, *granting.COOPERATION)
    return {STREAM: cooperation, paying.KEY: state_of(paying.KEY, *given)}


SETTLE = do("SettleAbandonment", settlement="granted")
CONFIRM = do("ConfirmBankDetails", account=paying.SIRET, version=2)
ADVANCE = {"funding": paying.FUNDING, "tranche": "advance"}
ASKED_BY_COMMISSION = (on("2026-01-05", granting.ASKED[0], granting.COMMISSION), granting.ASKED[1])
BOTH_ROLES = (granted(MANAGER, Role.ELECTED_REPRESENTATIVE), granted(MANAGER, Role.FINANCE_OFFICER))

OWN = {
    "abandonment": (
        SETTLE,
        STEERING,
        FOUNDED,
        {STREAM: file_of(*BEGUN, on("2026-02-02", AbandonmentRequested(reason=WHY), actor=STEERING))},
        RULES,
        "own_proposal",
    ),
    "bank details": (
        CONFIRM,
        paying.FINANCE,
        paying.PAYERS,
        {paying.PAYEE: state_of(paying.PAYEE, *paying.ACCOUNT, paying.proposed(2, by=paying.FINANCE))},
        None,
        "own_proposal",
    ),
    "request": (
        granting.decide(),
        granting.COMMISSION,
        FOUNDED,
        _funding(*ASKED_BY_COMMISSION),
        granting.FUNDS,
        "own_proposal",
    ),
    "amendment": (
        do("DecideAmendment", funding=paying.FUNDING, amendment="avenant-1", decision="granted"),
        paying.BOARD,
        FOUNDED,
        _funding(*signing.proposing(signing.SIGNED, paying.BOARD, amount_cents=2_500_000)),
        granting.FUNDS,
        "own_proposal",
    ),
    "report": (
        do("AcceptReport", funding=paying.FUNDING, report="final"),
        MANAGER,
        paying.PAYERS,
        {paying.KEY: paying.funding_of(*paying.awarded(), paying.SUBMITTED)},
        paying.PAID_BY,
        "own_proposal",
    ),
    "approval": (
        do("ApproveTranche", **ADVANCE),
        MANAGER,
        (*paying.PAYERS, *BOTH_ROLES),
        {paying.KEY: paying.funding_of(*paying.TO_APPROVE)},
        paying.PAID_BY,
        "acted_before",
    ),
    "payment": (
        do("OrderPayment", **ADVANCE),
        MANAGER,
        (*paying.PAYERS, *BOTH_ROLES),
        {paying.KEY: paying.funding_of(*paying.TO_PAY)},
        paying.PAID_BY,
        "acted_before",
    ),
}


@pytest.mark.parametrize(
    ("command", "first", "people", "states", "rulebook", "code"), OWN.values(), ids=OWN.keys()
)
def test_nobody_does_a_second_step_under_another_id(
    command: AnyCommand, first: str, people: Any, states: Any, rulebook: Any, code: str
) -> None:
    """What their first id may not do, their second may not do either."""
    known = with_twin(first, *people)
    subject = states[command.stream]
    by_twin = command.model_copy(update={"actor": TWIN})
    refusal = may(by_twin, subject, _setting(known, states, rulebook))
    assert refusal is not None
    assert refusal.code == code
    assert may(by_twin, subject, _setting(unknown_twin(known), states, rulebook)) is None


def test_the_first_id_is_stopped_by_what_the_second_did() -> None:
    """It does not matter which of the two acted before."""
    funding = paying.funding_of(*paying.TO_PAY)
    people = replace(organisation(*paying.PAYERS, registered(TWIN)), twins={paying.FINANCE: MANAGER})
    assert acted_before(people, paying.FINANCE, funding, "advance") == "requested"


def test_a_pair_in_charge_is_two_people() -> None:
    """An opening with one person twice is refused."""
    people = with_twin(MANAGER, *FOUNDED)
    handed = do("HandOverManagers", managers=[MANAGER, TWIN])
    found = decide(handed, file_of(*BEGUN), _setting(people, {STREAM: file_of(*BEGUN)}))
    assert isinstance(found, Refusal)
    assert found.code == "manager_twice"


def test_twins_are_those_who_share_a_mailbox() -> None:
    """The first who was registered stands for the others."""
    people = organisation(*FOUNDED)
    twins = twins_among([(MANAGER, SECOND_MANAGER), (NOBODY,)])
    assert twins == {SECOND_MANAGER: MANAGER}
    known = replace(people, twins=twins)
    assert person_behind(known, SECOND_MANAGER) == person_behind(known, MANAGER) == MANAGER
    assert same_person(known, SECOND_MANAGER, MANAGER)
    assert not same_person(known, NOBODY, MANAGER)
    assert not same_person(known, NOBODY, None)
    assert one_id_each(known, (SECOND_MANAGER, MANAGER, NOBODY)) == (SECOND_MANAGER, NOBODY)
    assert set(all_ids(known, (SECOND_MANAGER,))) == {MANAGER, SECOND_MANAGER}
    assert IN_ROLE[Role.BOARD] not in all_ids(known, (MANAGER,))
