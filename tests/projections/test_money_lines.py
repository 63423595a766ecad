"""What the money of a funding left in streams of envelopes, accounts and files for the bank."""

from datetime import date, timedelta

from domain.envelopes.events import FundsReserved
from domain.fundings.events.payments import PaymentFileIssued, PaymentInFile, PaymentIssued, PaymentOrdered
from domain.kernel.moments import PARIS
from projections.read import ReadModels
from projections.runner import Runner
from tests.projections.asking import ENVELOPE, FUNDING
from tests.projections.making import NOW, ORGANISATION, Writer
from tests.projections.test_beside import DETAILS, all_kinds


async def money_moved(writer: Writer) -> None:
    """A payment of a funding left for the bank with one of another; its envelope has something for that one too."""
    await all_kinds(writer)
    await writer.record(f"envelope:{ENVELOPE}", FundsReserved(funding="autre", cents=100, counts=True))
    about = {"payment": 1, "cents": 100, "account": "w123456789", "bank_details": 1}
    ordered = PaymentOrdered.model_validate(
        about | {"tranche": "advance", "allocations": (), "charged": None}
    )
    await writer.record(FUNDING, ordered, PaymentIssued(payment=1, payment_file="mars"))
    paid = tuple(
        PaymentInFile.model_validate(about | {"funding": one, "reference": one}) for one in ("aide", "autre")
    )
    file = PaymentFileIssued(execute_on=date(2026, 3, 20), paying=1, payments=paid)
    await writer.record("payment-file:mars", file, recorded_at=NOW + timedelta(days=9))
    await writer.record("account:autre", DETAILS)


async def test_the_money_of_a_funding_is_told_from_the_streams_that_it_went_through(
    writer: Writer, runner: Runner, read_models: ReadModels
) -> None:
    """The lines of envelopes that name it, the file for the bank that it names, the account that it is paid to."""
    await money_moved(writer)
    await runner.catch_up(ORGANISATION)
    lines = await read_models.money_lines(ORGANISATION, ["aide"], PARIS)
    assert [(one.file, one.type) for one in lines] == [
        (f"envelope:{ENVELOPE}", "FundsReserved"),
        (f"envelope:{ENVELOPE}", "FundsConsumed"),
        (f"envelope:{ENVELOPE}", "PaymentCharged"),
        ("account:w123456789", "BankDetailsProposed"),
        ("payment-file:mars", "PaymentFileIssued"),
    ]
    assert all(one.of_money for one in lines)
    known = await read_models.money_lines(ORGANISATION, ["aide"], PARIS, None, NOW + timedelta(days=8))
    assert "payment-file:mars" not in {one.file for one in known}
