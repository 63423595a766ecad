"""Who asks, who decides up to which amount, who lays down agreements, who gives money back."""

from collections.abc import Mapping
from typing import Any

import pytest

from domain.decide.access import may
from domain.files.setting import Setting
from domain.fundings.circuit import body_for, entitled
from domain.fundings.events.requests import FundingRevised
from domain.kernel.event import Event
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from domain.rulebook import Level
from tests.domain.granting import (
    ASKED,
    COMMISSION,
    COOPERATION,
    FUNDS,
    GRANTED,
    JURY,
    STEERING,
    ask,
    asked_and_judged,
    decide,
    wanted,
)
from tests.domain.kit import NOW, STREAM, On, do, on, state_of
from tests.domain.paying import BOARD, FINANCE, FUNDING, KEY, requested
from tests.domain.sample_people import (
    AUDITOR,
    ELECTED,
    FOUNDED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    PEOPLE,
    REGION,
    SECOND_MANAGER,
    granted,
    organisation,
    person,
    registered,
)
from tests.domain.signing import SIGNED, proposing
from tests.domain.tables.fundings_requests import revise
from tests.domain.vocabulary import WHY

IN_CHARGE = {MANAGER, ELECTED, SECOND_MANAGER}
"""The pair, and another programme manager of the region."""
EVERYBODY = (*IN_ROLE.values(), SECOND_MANAGER, NOBODY)
_GRANT = FUNDS.instruments[0]
_UP: dict[str, Any] = {"amount_cents": 2_500_000}


def refused(command: AnyCommand, *given: Event | On) -> str | None:
    """The code of the refusal, if there is one."""
    funding = state_of(KEY, *given)
    states = {STREAM: state_of(STREAM, *COOPERATION), KEY: funding}
    found = may(command, funding, Setting(PEOPLE, FUNDS, NOW, beside=states))
    return found.code if found else None


def who(command: AnyCommand, *given: Event | On) -> set[str]:
    """Who may give it."""
    asked = {one: command.model_copy(update={"actor": one}) for one in EVERYBODY}
    return {one for one, given_by in asked.items() if refused(given_by, *given) is None}


_OF_ITS_COURSE: Mapping[str, AnyCommand] = {
    one.type: one
    for one in (
        revise(wanted()),
        do("WithdrawFunding", funding=FUNDING),
        do(
            "ResubmitFunding",
            funding=FUNDING,
            request=wanted().model_dump(mode="json"),
            answers={"no_place": "Parce que."},
        ),
        do(
            "PrepareAgreement",
            funding=FUNDING,
            parties=[{"party": "amae", "name": "AMAE"}],
            since="2026-01-01",
            until="2026-12-31",
        ),
        do("SignAgreement", funding=FUNDING, party="amae"),
        do("MeetCondition", funding=FUNDING, condition="charter"),
        do("ConfirmCoFunding", funding=FUNDING, source="ville"),
        do("RecordCitizenContribution", funding=FUNDING, contribution="don-1", cents=1),
        do("ProposeAmendment", funding=FUNDING, amendment="avenant-1"),
        do("SignAmendment", funding=FUNDING, amendment="avenant-1", party="amae"),
        do("WithdrawAmendment", funding=FUNDING, amendment="avenant-1"),
        do("ExtendFundingDeadline", funding=FUNDING, deadline="decision", until="2026-12-01"),
        do("CloseFunding", funding=FUNDING),
    )
}


def test_those_in_charge_ask() -> None:
    """The pair of the cooperation, and any programme manager of its region."""
    assert who(ask(wanted())) == IN_CHARGE


@pytest.mark.parametrize("command", _OF_ITS_COURSE.values(), ids=_OF_ITS_COURSE)
def test_those_in_charge_lead_its_course(command: AnyCommand) -> None:
    """Nobody else does, whatever they decide or pay. The pair is that of the funding, as it last heard."""
    assert who(command, *GRANTED) == IN_CHARGE - {ELECTED}
    heard = requested(wanted()).model_copy(update={"managers": (MANAGER, ELECTED)})
    assert who(command, heard, *GRANTED[1:]) == IN_CHARGE


@pytest.mark.parametrize("kind", ["ReleaseFunds", "ReclaimFunds"])
def test_finance_officers_give_money_back_and_reclaim_it_too(kind: str) -> None:
    """Beside those in charge."""
    more = {"cents": 1} if kind == "ReclaimFunds" else {}
    assert who(do(kind, funding=FUNDING, **more), *GRANTED) == {MANAGER, SECOND_MANAGER, FINANCE}


@pytest.mark.parametrize("decision", ["granted", "refused", "deferred"])
def test_the_body_of_the_amount_decides(decision: str) -> None:
    """Up to 20 000 € the commission, a cent above it the board; whatever is decided, and granting less or not."""
    assert who(decide(decision), *ASKED) == {COMMISSION}
    above = asked_and_judged(wanted(cents=2_000_001))
    assert who(decide(decision), *above) == {BOARD}
    assert who(decide(amount_cents=1_500_000), *above) == {BOARD}


def test_the_fast_track_has_a_body_of_its_own() -> None:
    """Whatever the amount."""
    assert who(decide(), *asked_and_judged(wanted(cents=6_000_000, fast_track="investment"))) == {STEERING}


def test_members_and_chair_of_a_panel_decide_by_it() -> None:
    """Those who hold a seat's role in the region, and its chair."""
    assert who(decide(), *asked_and_judged(wanted("by_jury"))) == {JURY, ELECTED}
    assert who(decide(), *asked_and_judged(wanted("by_either"))) == {JURY, ELECTED, BOARD}


def test_a_seat_of_the_region_is_held_in_the_region() -> None:
    """A seat of the organisation anywhere; the role alone decides where it is held."""
    stranger = person(70)
    people = organisation(*FOUNDED, registered(stranger), granted(stranger, Role.JURY, "grand-est"))
    level = Level(by=("deciders",))
    assert entitled(level, JURY, REGION, FUNDS, people, NOW) == "deciders"
    assert entitled(level, stranger, REGION, FUNDS, people, NOW) is None
    panels = [one.model_dump(mode="json") for one in FUNDS.panels]
    panels[0]["members"] = [{"role": "jury", "of": "organisation"}]
    anywhere = FUNDS.model_validate({**FUNDS.written(), "panels": panels}, strict=False)
    assert entitled(level, stranger, REGION, anywhere, people, NOW) == "deciders"


def test_nobody_decides_their_own_request() -> None:
    """Neither who asked nor who revised it last; after another revision, who revised before may."""
    by_commission = (on("2026-01-05", ASKED[0], COMMISSION), ASKED[1])
    assert refused(decide(), *by_commission) == "own_proposal"
    assert refused(decide(), *ASKED) is None
    event = _revised(2)
    assert refused(decide(), *ASKED, on("2026-01-06", event, COMMISSION)) == "own_proposal"
    again = on("2026-01-07", _revised(3), MANAGER)
    assert refused(decide(), *ASKED, on("2026-01-06", event, COMMISSION), again) is None


def _revised(dossier: int) -> Event:
    return FundingRevised(dossier=dossier, request=wanted(), reason=WHY)


def test_the_body_of_the_new_amount_decides_an_amendment() -> None:
    """25 000 € is for the board, even if the funding was granted by another."""
    settle = do("DecideAmendment", funding=FUNDING, amendment="avenant-1", decision="granted")
    assert who(settle, *proposing(SIGNED, **_UP)) == {BOARD}
    assert who(settle, *proposing(SIGNED, amount_cents=1_600_000)) == {COMMISSION}


def test_nobody_decides_their_own_amendment() -> None:
    """Who proposed it waits for another."""
    settle = do("DecideAmendment", funding=FUNDING, amendment="avenant-1", actor=BOARD, decision="granted")
    assert refused(settle, *proposing(SIGNED, BOARD, **_UP)) == "own_proposal"
    assert refused(settle, *proposing(SIGNED, MANAGER, **_UP)) is None


def test_where_there_is_nothing_the_rules_say_so() -> None:
    """A funding that nobody asked for, an amendment that nobody proposed: unknown, not forbidden."""
    assert refused(decide()) is None
    settle = do("DecideAmendment", funding=FUNDING, amendment="avenant-1", actor=AUDITOR, decision="granted")
    assert refused(settle, *GRANTED) is None
    assert refused(decide(actor=AUDITOR), *asked_and_judged(wanted("carried"))) is None


@pytest.mark.parametrize(
    ("cents", "by"),
    [(0, Role.REGIONAL_COMMISSION), (2_000_000, Role.REGIONAL_COMMISSION), (2_000_001, Role.BOARD)],
)
def test_the_first_level_that_reaches_the_amount_decides(cents: int, by: Role) -> None:
    """Its bound included."""
    level = body_for(_GRANT, cents, fast_track=False)
    assert level is not None
    assert level.by == (by,)
