"""Amendments as they are proposed, with the schedule that would follow and what they would take."""

from datetime import date
from typing import Any

from domain.fundings.events.payments import TrancheRequested
from domain.reviews.proposal import Condition
from tests.domain.granting import ASKED, GRANTED, LABELLED, RUNNING, granting, knowing, row, wanted
from tests.domain.kit import Row, do, on
from tests.domain.paying import FUNDING, instalments
from tests.domain.sample_people import MANAGER
from tests.domain.signing import CITY, PARTIES, SIGNED, proposal, proposing
from tests.domain.vocabulary import PAUSED

_MORE = RUNNING.model_copy(update={"cents": 5_500_000})
_UP: dict[str, Any] = {"amount_cents": 2_500_000, "plan": (_MORE,)}
_DOWN: dict[str, Any] = {"amount_cents": 1_600_000}
_ON_ITS_WAY = on(
    "2026-03-02", TrancheRequested(tranche="advance", cents=1_000_000, levels=1, note=None), MANAGER
)
_UNEVEN = granting(schedule=instalments(advance=1_900_000, balance=100_000))
_MOST_OF_IT = TrancheRequested(tranche="advance", cents=1_900_000, levels=1, note=None)
_CONDITIONAL = granting(
    conditions=(Condition(condition="charter", label="Charte signée", due=date(2026, 6, 30)),)
)


def propose(rule: str, given: Any, then: Any, **more: Any) -> Row:
    """An amendment is proposed."""
    bounds = {key: more.pop(key) for key in ("naming", "beside") if key in more}
    if "plan" in more:
        more["plan"] = [one.model_dump(mode="json") for one in more["plan"]]
    if "parties" in more:
        more["parties"] = [one.model_dump(mode="json") for one in more["parties"]]
    command = do("ProposeAmendment", funding=FUNDING, **{"amendment": "avenant-1", **more})
    return row(rule, given, command, then, **bounds)


_PROPOSED = (
    propose("a later end is proposed", GRANTED, (proposal(until=date(2027, 3, 31)),), until="2027-03-31"),
    propose("more is proposed, with its plan and what it takes", GRANTED, (proposal(**_UP),), **_UP),
    propose("less is proposed, the plan stays", GRANTED, (proposal(**_DOWN),), **_DOWN),
    propose(
        "other parties are proposed for what all have signed",
        SIGNED,
        (proposal(SIGNED, parties=(*PARTIES, CITY)),),
        parties=(*PARTIES, CITY),
    ),
    propose(
        "what is on its way keeps its amount",
        (*GRANTED, _ON_ITS_WAY),
        (proposal((*GRANTED, _ON_ITS_WAY), **_DOWN),),
        **_DOWN,
    ),
    propose(
        "what stays as it is is not amended",
        GRANTED,
        "changes_nothing",
        amount_cents=2_000_000,
        until="2026-12-31",
        plan=(RUNNING,),
    ),
    propose("parties are amended once they have signed", GRANTED, "no_agreement", parties=(CITY,)),
    propose("a party is named once in an amendment", SIGNED, "party_twice", parties=(CITY, CITY)),
    propose("an amended term does not end before it begins", GRANTED, "term_reversed", until="2025-12-31"),
    propose(
        "an amended term does not end before a condition is due",
        _CONDITIONAL,
        "condition_outside_term",
        until="2026-06-29",
    ),
    propose("more than its plan covers is not proposed", GRANTED, "plan_unbalanced", amount_cents=2_000_001),
    propose("an amended plan balances", GRANTED, "plan_unbalanced", amount_cents=2_500_001, plan=(_MORE,)),
    propose(
        "an amended plan covers no more than it is paid for",
        GRANTED,
        "plan_unbalanced",
        amount_cents=2_499_999,
        plan=(_MORE,),
    ),
    propose(
        "an amendment keeps the rules of the instrument",
        GRANTED,
        "ineligible",
        naming={"rules": "amount, cap"},
        amount_cents=6_000_001,
        plan=(RUNNING.model_copy(update={"cents": 9_000_001}),),
    ),
    propose(
        "less than what is on its way is not proposed",
        (*_UNEVEN, on("2026-03-02", _MOST_OF_IT)),
        "below_what_is_paid",
        naming={"amount": "1600000", "least": "1900000"},
        **_DOWN,
    ),
    propose("nothing at all is not proposed", GRANTED, "amount_missing", amount_cents=0),
    propose(
        "a label is not amended to an amount",
        LABELLED,
        "label_has_no_amount",
        amount_cents=1,
    ),
    propose("what is not granted is not amended", ASKED, "stage_forbids", **_DOWN),
    propose("an amendment is proposed once", proposing(**_DOWN), "amendment_exists", until="2027-03-31"),
    propose(
        "one amendment is pending at a time",
        proposing(**_DOWN),
        "amendment_pending",
        amendment="avenant-2",
        until="2027-03-31",
    ),
    propose(
        "a sleeping cooperation amends nothing",
        GRANTED,
        "file_paused",
        until="2027-03-31",
        beside=knowing(wanted(), PAUSED),
    ),
)


ROWS = _PROPOSED
