"""Who keeps envelopes and bank details, and who sends payments to the bank."""

from datetime import date

import pytest

from domain.bank.events import BankDetailsProposed
from domain.decide.access import may
from domain.files.setting import Setting, State
from domain.kernel.event import Event
from domain.kernel.ids import account_stream, funding_stream
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from tests.domain.below import requested
from tests.domain.kit import NOW, do, state_of
from tests.domain.sample_people import FOUNDED, IN_ROLE, NOBODY, granted, organisation
from tests.domain.tables.envelopes import FUNDED
from tests.domain.vocabulary import WHY

_ENVELOPE = {"envelope": "essai/free/2026"}
ENVELOPES = [
    do("OpenEnvelope", **_ENVELOPE, commitments_cents=1),
    do("TopUpEnvelope", **_ENVELOPE, commitments_cents=1),
    do("CarryOver", **_ENVELOPE, to="essai/free/2027", cents=1),
]
ACCOUNTS = [
    do("ProposeBankDetails", account="paying", holder="Nous", iban="FR76"),
    do("ConfirmBankDetails", account="paying", version=1),
    do("RejectBankDetails", account="paying", version=1),
]
FILE = do(
    "IssuePaymentFile",
    payment_file="novembre",
    payments=[{"funding": "aide", "payment": 1}],
    execute_on="2026-11-30",
)
FINANCE = IN_ROLE[Role.FINANCE_OFFICER]


def asked(command: AnyCommand, who: str, *more: Event, **beside: State) -> Refusal | None:
    """Why somebody may not."""
    people = organisation(*FOUNDED, *more)
    states = {stream.replace("__", ":"): state for stream, state in beside.items()}
    setting = Setting(people, FUNDED, NOW, beside=states)
    return may(command.model_copy(update={"actor": who}), None, setting)


def who_may(command: AnyCommand) -> set[Role]:
    """Of the people of the tests, one for each role."""
    return {role for role, who in IN_ROLE.items() if asked(command, who) is None}


@pytest.mark.parametrize("command", ENVELOPES, ids=lambda one: one.type)
def test_the_board_and_administrators_keep_envelopes(command: AnyCommand) -> None:
    """And nobody else, however high; of a region alone is not enough, for an envelope serves all."""
    assert who_may(command) == {Role.BOARD, Role.ADMINISTRATOR}
    of_a_region = granted(NOBODY, Role.BOARD)
    assert asked(command, NOBODY, of_a_region) == Refusal(
        "not_entitled", {"roles": "board, administrator", "region": "*"}
    )


@pytest.mark.parametrize("command", ACCOUNTS, ids=lambda one: one.type)
def test_any_finance_officer_and_administrators_keep_bank_details(command: AnyCommand) -> None:
    """Bank details belong to no region."""
    assert who_may(command) == {Role.FINANCE_OFFICER, Role.ADMINISTRATOR}


def test_nobody_confirms_the_bank_details_that_they_proposed() -> None:
    """A second person does; the one who proposed them may still reject them."""
    proposed = BankDetailsProposed(bank_details=1, proposed_by=FINANCE, holder=WHY, iban=WHY, bic=None)
    account = state_of(account_stream("paying"), proposed)
    _, confirm, reject = ACCOUNTS
    assert asked(confirm, FINANCE, account__paying=account) == Refusal("own_proposal", {})
    assert asked(confirm, IN_ROLE[Role.ADMINISTRATOR], account__paying=account) is None
    assert asked(reject, FINANCE, account__paying=account) is None


def test_a_file_for_the_bank_leaves_by_a_finance_officer_of_every_region_in_it() -> None:
    """Not by one of another region."""
    assert who_may(FILE) == {Role.FINANCE_OFFICER}
    funding = state_of(funding_stream("aide"), requested())
    assert asked(FILE, FINANCE, funding__aide=funding) is None
    elsewhere = granted(NOBODY, Role.FINANCE_OFFICER, "bretagne", date(2020, 1, 1))
    assert asked(FILE, NOBODY, elsewhere, funding__aide=funding) == Refusal(
        "not_entitled", {"roles": "finance-officer", "region": "occitanie"}
    )
