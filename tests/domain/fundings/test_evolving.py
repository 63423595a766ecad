"""What a funding is after what happened to it: versions, signatures, amendments, money given back."""

from datetime import date
from typing import Any

import pytest

from domain.files.events import SilenceCounted
from domain.files.setting import Happening, Setting
from domain.fundings.decide.consequences import told_of_silence
from domain.fundings.events.payments import TrancheRequested
from domain.fundings.events.requests import (
    AmendmentSigned,
    AmendmentWithdrawn,
    FundingResubmitted,
    FundingRevised,
    FundsGivenBack,
)
from domain.kernel.moments import PARIS
from domain.reminders.any_file import deadlines
from domain.reviews.proposal import Condition
from tests.domain.granting import (
    ASKED,
    COMMISSION,
    DECLINED,
    FUNDS,
    GRANTED,
    RUNNING,
    answered,
    granted_as,
    granting,
    wanted,
)
from tests.domain.kit import NOW, On, on
from tests.domain.paying import KEY, funding_of, instalments, set_aside
from tests.domain.sample_people import ELECTED, MANAGER, PEOPLE, SECOND_MANAGER
from tests.domain.signing import CITY, LAID_DOWN, PARTIES, SIGNED, amended, proposing
from tests.domain.vocabulary import WHY, extended

_EXTRA = (set_aside(500_000),)
_UP: dict[str, Any] = {"amount_cents": 2_500_000, "plan": (RUNNING.model_copy(update={"cents": 5_500_000}),)}
_DOWN: dict[str, Any] = {"amount_cents": 1_600_000}
_ON_ITS_WAY = on(
    "2026-03-02", TrancheRequested(tranche="advance", cents=1_000_000, levels=1, note=None), MANAGER
)


def amounts(*events: Any) -> dict[str, int]:
    """The tranches and their amounts."""
    return {key: one.cents for key, one in funding_of(*events).tranches.items()}


def signed(party: str, *, complete: bool = False, **more: Any) -> AmendmentSigned:
    """A party signed the amendment."""
    said: dict[str, Any] = {"schedule": (), "released": (), **more}
    return AmendmentSigned(amendment="avenant-1", party=party, complete=complete, **said)


def test_a_funding_begins_with_its_request() -> None:
    """Anything else first is no funding."""
    with pytest.raises(ValueError, match="does not begin with its request"):
        funding_of(*ASKED[1:])


def test_a_new_version_is_a_new_request() -> None:
    """Its entry and day are those from which is counted; who revised it is known beside who asked."""
    more = wanted(cents=2_500_000)
    revised = on("2026-01-08", FundingRevised(dossier=2, request=more, reason=WHY), SECOND_MANAGER)
    funding = funding_of(*ASKED, revised)
    assert (funding.dossier, funding.requested, funding.requested_at) == (2, 3, "2026-01-08")
    assert (funding.requested_by, funding.revised_by) == (MANAGER, SECOND_MANAGER)
    assert (funding.request, funding.plan) == (more, more.plan)


def test_who_asks_again_is_who_asked() -> None:
    """The points are answered, the decision is open again."""
    again = FundingResubmitted(dossier=2, request=wanted(), answers={"no_residents": WHY})
    refused = funding_of(*DECLINED)
    assert (refused.stage, refused.declined, refused.ended) == ("refused", ("no_residents",), True)
    revised = on("2026-01-08", FundingRevised(dossier=2, request=wanted(), reason=WHY), ELECTED)
    assert funding_of(*ASKED, revised, *DECLINED[2:]).revised_by == ELECTED
    later = funding_of(*ASKED, revised, *DECLINED[2:], on("2026-03-01", again, SECOND_MANAGER))
    assert (later.requested_by, later.revised_by) == (SECOND_MANAGER, None)
    funding = funding_of(*DECLINED, on("2026-03-01", again, SECOND_MANAGER))
    assert (funding.stage, funding.declined, funding.ended) == ("requested", (), False)
    assert (funding.requested_by, funding.revised_by, funding.requested) == (SECOND_MANAGER, None, 4)


def test_silence_refuses_what_waits_for_a_decision_and_nothing_else() -> None:
    """The point to be answered then is the silence itself."""
    silent = SilenceCounted(occurrence="decision/e1", deadline="decision", counts_as="refused", item=None)
    refused = funding_of(*ASKED, silent)
    assert (refused.stage, refused.declined, dict(refused.silences)) == (
        "refused",
        ("unanswered",),
        {"decision/e1": 3},
    )
    assert funding_of(*GRANTED, silent).stage == "granted"


def test_others_hear_of_silence_about_a_request_and_of_no_other() -> None:
    """Silence about signing an agreement takes nothing back that was granted."""
    silent = SilenceCounted(occurrence="agreement/e3", deadline="agreement", counts_as="refused", item=None)
    setting = Setting(PEOPLE, FUNDS, NOW)
    own = (Happening(KEY, silent, "2026-11-23"),)
    heard = tuple(told_of_silence(funding_of(*ASKED), own, setting, "2026-11-23"))
    assert [one.event for one in heard] == [answered("refused")]
    assert tuple(told_of_silence(funding_of(*GRANTED), own, setting, "2026-11-23")) == ()


def test_an_agreement_is_in_force_when_the_last_party_signed() -> None:
    """Whoever was recorded last; its term is the funding's from then on."""
    assert not funding_of(*SIGNED[:-1]).in_force
    (_, first, second) = SIGNED[3:]
    assert isinstance(first, On)
    assert isinstance(second, On)
    in_order = funding_of(*SIGNED).agreement
    assert in_order is not None
    assert in_order.signed_at(PARIS) == "2026-02-12"
    late = on("2026-02-20", first.event)
    funding = funding_of(*SIGNED[:4], late, second)
    assert funding.agreement is not None
    assert (funding.in_force, funding.agreement.signed_at(PARIS)) == (True, "2026-02-20")
    shorter = LAID_DOWN[-1]
    assert isinstance(shorter, On)
    until = date(2026, 11, 30)
    laid_down = on("2026-02-03", shorter.event.model_copy(update={"until": until}))
    assert funding_of(*GRANTED, laid_down).until == date(2026, 12, 31)
    assert funding_of(*GRANTED, laid_down, *SIGNED[4:]).until == until


def test_an_amendment_that_holds_at_once_changes_amount_plan_and_tranches() -> None:
    """The decision remains what it was."""
    given = proposing(**_UP)
    granted = amended(GRANTED, 2_500_000, allocations=_EXTRA)
    before, funding = funding_of(*given), funding_of(*given, granted)
    assert (before.amount_cents, before.reserved_cents) == (2_000_000, 2_000_000)
    assert (funding.amount_cents, funding.reserved_cents) == (2_500_000, 2_500_000)
    assert amounts(*given, granted) == {"advance": 1_250_000, "balance": 1_250_000}
    assert funding.plan == _UP["plan"]
    assert funding.request == before.request
    assert funding.amendments["avenant-1"].stage == "in-force"


def test_what_is_on_its_way_is_not_rewritten() -> None:
    """The difference is on what is planned."""
    given = proposing((*GRANTED, _ON_ITS_WAY), **_DOWN)
    granted = amended((*GRANTED, _ON_ITS_WAY), 1_600_000, released=(set_aside(400_000),))
    assert amounts(*given, granted) == {"advance": 1_000_000, "balance": 600_000}
    funding = funding_of(*given, granted)
    assert (funding.amount_cents, funding.reserved_cents) == (1_600_000, 1_600_000)
    assert funding.tranches["advance"].stage == "requested"


def test_under_a_signed_agreement_it_holds_with_the_last_signature() -> None:
    """Until then the old amount holds, and all of it stays set aside."""
    given = (*proposing(SIGNED, **_DOWN), amended(SIGNED, 1_600_000), signed("region"))
    waiting = funding_of(*given)
    assert (waiting.amount_cents, waiting.reserved_cents) == (2_000_000, 2_000_000)
    assert dict(waiting.amendments["avenant-1"].signed) == {"region": 9}
    last = signed(
        "amae",
        complete=True,
        schedule=instalments(advance=800_000, balance=800_000),
        released=(set_aside(400_000),),
    )
    funding = funding_of(*given, last)
    assert (funding.amount_cents, funding.reserved_cents) == (1_600_000, 1_600_000)
    assert amounts(*given, last) == {"advance": 800_000, "balance": 800_000}


def test_parties_and_term_are_those_of_the_agreement_from_then_on() -> None:
    """The signatures under the agreement stay."""
    change: dict[str, Any] = {"parties": (*PARTIES, CITY), "until": date(2027, 3, 31)}
    given = (*proposing(SIGNED, **change), amended(SIGNED))
    schedule = instalments(advance=1_000_000, balance=1_000_000)
    all_signed = (signed("region"), signed("amae"), signed("ville", complete=True, schedule=schedule))
    before, funding = funding_of(*given), funding_of(*given, *all_signed)
    assert before.agreement is not None
    assert funding.agreement is not None
    assert before.agreement.parties == PARTIES
    assert funding.agreement.parties == (*PARTIES, CITY)
    assert funding.agreement.until == funding.until == date(2027, 3, 31)
    assert funding.agreement.signed == before.agreement.signed
    assert funding.in_force


def test_an_agreement_that_not_all_have_signed_is_to_be_laid_down_anew() -> None:
    """What it says is not what holds now."""
    given = proposing(SIGNED[:-1], **_DOWN)
    holds = amended(SIGNED[:-1], 1_600_000, released=(set_aside(400_000),))
    assert funding_of(*given).agreement is not None
    assert funding_of(*given, holds).agreement is None


def test_an_amendment_taken_back_leaves_nothing_behind() -> None:
    """What was set aside for it is set aside no more."""
    given = (*proposing(SIGNED, **_UP), amended(SIGNED, 2_500_000, allocations=_EXTRA))
    back = AmendmentWithdrawn(amendment="avenant-1", released=_EXTRA, reason=WHY)
    assert funding_of(*given).reserved_cents == 2_500_000
    funding = funding_of(*given, back)
    assert (funding.reserved_cents, funding.amount_cents) == (2_000_000, 2_000_000)
    assert amounts(*given, back) == {"advance": 1_000_000, "balance": 1_000_000}


def test_what_is_given_back_is_owed_no_more() -> None:
    """Its tranches are released, and counted."""
    back = FundsGivenBack(tranches=("balance",), released=(set_aside(1_000_000),), reason=WHY)
    funding = funding_of(*GRANTED, back)
    assert (funding.released_cents, funding.reserved_cents) == (1_000_000, 1_000_000)
    assert {key: one.stage for key, one in funding.tranches.items()} == {
        "advance": "planned",
        "balance": "released",
    }


def test_more_time_for_a_condition_moves_the_obligation_itself() -> None:
    """And its deadline, once."""
    condition = Condition(condition="charter", label="Charte", due=date(2026, 3, 31))
    given = granting(conditions=(condition,))
    more = extended("condition", "condition/charter", date(2026, 6, 30))
    funding = funding_of(*given, more)
    assert funding.conditions["charter"].due == date(2026, 6, 30)
    (due,) = (one for one in deadlines(funding, FUNDS) if one.key == "condition")
    assert (due.occurrence, due.due.day) == ("condition/charter/x1", date(2026, 6, 30))


def test_who_decided_and_for_what_is_on_record() -> None:
    """By whom, as which body, at which entry."""
    funding = funding_of(*ASKED, on("2026-02-02", granted_as(), COMMISSION))
    assert funding.granted is not None
    assert (funding.granted.by, funding.granted.body, funding.granted.entry) == (
        COMMISSION,
        "regional-commission",
        3,
    )
