"""A life written down for the machine of ``test_money_machine``: what it lives at random, it can live at all.

Chance need not bring all of this in any one run; a machine that could never pay would prove nothing.
"""

from collections import Counter
from typing import Any

import pytest

from tests.domain.fundings.money_checks import MUST_HAPPEN
from tests.domain.fundings.money_world import CREW
from tests.domain.fundings.test_money_machine import AnyMoney

FIRST, OTHERS = list(CREW), [*CREW[2:], *CREW[:2]]
"""In which order people try: those who asked first, or those who did not."""

Step = tuple[str, tuple[Any, ...], dict[str, int]]
"""What the machine is told, and what happens or is refused then, how often."""

THE_YEAR_IS_PAID_OUT: tuple[Step, ...] = (
    ("begin", (8_000, 0, [3_000, 6_000, 4_000], FIRST), {"EnvelopeOpened": 2, "FundingRequested": 3}),
    ("go_on", (0, [FIRST]), {"own_proposal": 1, "FundingGranted": 1}),
    (
        "go_on",
        (1, [FIRST]),
        {"envelope_exhausted": 10, "FundingGranted": 1},
    ),  # then what is left, to the cent
    ("go_on", (2, [FIRST]), {"envelope_exhausted": 5, "FundingGranted": 0}),
    ("go_on", (0, [OTHERS]), {"TrancheRequested": 1}),
    ("go_on", (0, [OTHERS] * 2), {"acted_before": 3, "TrancheApproved": 2}),
    ("go_on", (0, [OTHERS]), {"acted_before": 3, "PaymentOrdered": 1, "FundsConsumed": 1}),
    ("go_on", (0, [OTHERS]), {"tranche_not_due": 6, "PaymentConfirmed": 1}),
    ("go_on", (0, [OTHERS]), {"AgreementPrepared": 1, "AgreementSigned": 2}),
    (
        "go_on",
        (0, [OTHERS] * 2),
        {"ReportSubmitted": 1, "AcceptReport: own_proposal": 1, "ReportAccepted": 1},
    ),
    ("go_on", (1, [OTHERS] * 5), {"agreement_missing": 12, "TrancheRequested": 1, "TrancheApproved": 3}),
    ("go_on", (1, [OTHERS]), {"payments_exhausted": 1, "PaymentOrdered": 0}),  # the year paid its advance
    ("fill", (2027, 700, FIRST, "CarryOver"), {"CarriedOver": 1, "CarryOverReceived": 1}),
    ("end", (0, FIRST, "ReleaseFunds"), {"FundsGivenBack": 1, "FundsReleased": 1}),
)

MONEY_COMES_BACK: tuple[Step, ...] = (
    ("begin", (9_000, None, [3_000, 4_000, 200], FIRST), {"EnvelopeOpened": 2, "FundingRequested": 3}),
    ("go_on", (0, [FIRST, *[OTHERS] * 4]), {"TrancheApproved": 2, "PaymentOrdered": 1}),
    ("fail", (0, FIRST, "cancelled"), {"PaymentFailed": 1, "paid and returned": 0}),
    ("bank", (FIRST, "ProposeBankDetails", 2), {"BankDetailsProposed": 1}),
    ("go_on", (0, [OTHERS]), {"bank_details_pending": 2, "PaymentOrdered": 0}),
    ("bank", (FIRST, "ConfirmBankDetails", 2), {"own_proposal": 1, "BankDetailsConfirmed": 1}),
    ("go_on", (0, [OTHERS]), {"PaymentOrdered": 1}),
    ("issue", (OTHERS, [0], 1), {"PaymentIssued": 1}),
    ("issue", (OTHERS, [0], 2), {"IssuePaymentFile: payment_stage": 6, "PaymentIssued": 0}),
    ("confirm", (0, OTHERS, "vir-1"), {"PaymentConfirmed": 1}),
    ("go_on", (1, [FIRST, *[OTHERS] * 6]), {"AgreementSigned": 2, "TrancheApproved": 3, "PaymentOrdered": 1}),
    ("confirm", (0, OTHERS, "VIR-1"), {"payment_reference_taken": 1, "PaymentConfirmed": 0}),
    ("fail", (1, OTHERS, "returned"), {"paid and returned": 1, "FundsRestored": 1}),
)

AN_AMENDMENT_AND_A_REFUND: tuple[Step, ...] = (
    ("begin", (9_000, None, [4_000, 4_000, 200], FIRST), {"EnvelopeOpened": 2, "FundingRequested": 3}),
    (
        "go_on",
        (0, [FIRST, *[OTHERS] * 7]),
        {"AgreementSigned": 2, "PaymentOrdered": 1, "PaymentConfirmed": 1},
    ),
    ("take_back", (0, FIRST, 500, 1), {"not_reclaimed": 6, "FundsReclaimed": 1}),
    ("take_back", (0, FIRST, 500, 1), {"RefundRecorded": 1, "FundsRefunded": 1}),
    ("amend", (0, 4_400, FIRST), {"AmendmentProposed": 1}),
    ("settle", (0, OTHERS, 1), {"AmendmentGranted": 1, "FundsReserved": 1}),
    ("settle", (0, OTHERS, 1), {"AmendmentSigned": 2}),
)

SETTLED_AND_RETURNED: tuple[Step, ...] = (
    ("begin", (9_000, None, [500, 4_000, 200], FIRST), {"EnvelopeOpened": 2, "FundingRequested": 3}),
    ("go_on", (0, [FIRST, *[OTHERS] * 4]), {"TrancheApproved": 1, "PaymentConfirmed": 1}),
    ("go_on", (0, [OTHERS] * 3), {"AgreementSigned": 2, "ReportAccepted": 1}),
    ("go_on", (0, [OTHERS] * 3), {"TrancheApproved": 1, "PaymentOrdered": 1}),
    ("end", (0, FIRST, "CloseFunding"), {"money_unsettled": 6, "FundingClosed": 0}),
    ("confirm", (0, OTHERS, "vir-1"), {"PaymentConfirmed": 1}),
    ("end", (0, FIRST, "CloseFunding"), {"FundingClosed": 1}),
    ("fail", (1, OTHERS, "failed"), {"payment_stage": 6, "PaymentFailed": 0}),
    ("fail", (1, OTHERS, "returned"), {"paid and returned": 1, "FundsRestored": 1, "CooperationHeard": 1}),
    ("end", (0, FIRST, "CloseFunding"), {"money_unsettled": 6, "FundingClosed": 0}),
    ("end", (0, FIRST, "ReleaseFunds"), {"FundsGivenBack": 1}),
    ("end", (0, FIRST, "CloseFunding"), {"FundingClosed": 1}),
    ("take_back", (0, FIRST, 100, 1), {"stage_forbids": 6, "FundsReclaimed": 1, "CooperationHeard": 1}),
    ("end", (0, FIRST, "CloseFunding"), {"refunds_outstanding": 6}),
    ("take_back", (0, FIRST, 100, 1), {"RefundRecorded": 1, "FundsRefunded": 1}),
    ("end", (0, FIRST, "CloseFunding"), {"FundingClosed": 1}),
)

LIVES = (THE_YEAR_IS_PAID_OUT, MONEY_COMES_BACK, AN_AMENDMENT_AND_A_REFUND, SETTLED_AND_RETURNED)


def lived(life: tuple[Step, ...]) -> Counter[str]:
    """Everything that happened and was refused; after each step the money is right."""
    machine = AnyMoney()
    for number, (step, told, expected) in enumerate(life):
        before = machine.world.seen.copy()
        getattr(machine, step)(*told)
        machine.the_money_is_right()
        happened = machine.world.seen - before
        assert {one: happened[one] for one in expected} == expected, (number, step, happened)
    return machine.world.seen


@pytest.mark.parametrize("life", LIVES)
def test_every_step_brings_what_it_must(life: tuple[Step, ...]) -> None:
    """How often each thing happens or is refused, in people's order; what is refused changes nothing."""
    assert lived(life)


def test_the_lives_meet_all_that_the_checks_are_about() -> None:
    """Money is paid, comes back, and is refused for every reason."""
    seen = sum((lived(life) for life in LIVES), Counter[str]())
    assert {one for one in MUST_HAPPEN if not seen[one]} == set()
