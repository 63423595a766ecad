"""Money of fundings: citizens' contributions to be matched, and payments that the bank has made."""

from collections.abc import Iterator, Sequence

from domain.fundings.commands.payments import ConfirmPayment
from domain.fundings.commands.requests import RecordCitizenContribution
from domain.fundings.state import Funding, Payment
from domain.kernel.values import Role
from queries.forms.derived import slug_of
from queries.importing.kinds.collective import unit_of
from queries.importing.lists import Lists
from queries.importing.shape import Column, Kind, Row, Unit, Wrong
from wording.amounts import euros_words
from wording.importing import problems

_FILE = Column("cooperation", "choice", required=True, choices="cooperation", width=36)
_INSTRUMENT = Column("instrument", width=28)


def _citizens(rows: Sequence[Row], lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    for row in rows:
        funding = _funding(row, lists)
        if isinstance(funding, Wrong):
            yield funding
            continue
        reference = slug_of(row.text("reference"))
        if not reference:
            cell = row.cells["reference"]
            yield Wrong(row.number, cell, problems.NO_NAME_LEFT, problems.NO_NAME_LEFT_REMEDY)
            continue
        fields = row.given(cents="amount", effective_at="date")
        command_id = f"import/contributions-citoyennes/{funding.id}/{reference}"
        about = {"funding": funding.id, "contribution": reference}
        yield unit_of(row, {"type": "RecordCitizenContribution", "command_id": command_id, **about, **fields})


def _payments(rows: Sequence[Row], lists: Lists, _job: str) -> Iterator[Unit | Wrong]:
    for row in rows:
        funding = _funding(row, lists)
        yield funding if isinstance(funding, Wrong) else _confirmed(row, funding, lists)


def _confirmed(row: Row, funding: Funding, lists: Lists) -> Unit | Wrong:
    payment = _payment(row, funding, lists)
    if isinstance(payment, Wrong):
        return payment
    fields = row.given(reference="bank_reference", executed_on="executed_on")
    command_id = f"import/paiements/{funding.id}/{payment.number}"
    about = {"funding": funding.id, "payment": payment.number}
    return unit_of(row, {"type": "ConfirmPayment", "command_id": command_id, **about, **fields})


def _funding(row: Row, lists: Lists) -> Funding | Wrong:
    """The funding that a row means: of the file, by its instrument or who is paid where there are several."""
    there = [one for one in lists.fundings.values() if one.cooperation == row.text("cooperation")]
    if asked := row.text("instrument"):
        there = [
            one
            for one in there
            if lists.key_of(lists.rulebook(one.rulebook), "instrument", asked) == one.instrument
        ]
    if number := row.text("beneficiary"):
        there = [one for one in there if number in one.request.beneficiary.identifier]
    if len(there) == 1:
        return there[0]
    cell = row.cells.get("instrument") or row.cells["cooperation"]
    said = problems.SEVERAL_FUNDINGS if there else problems.NO_FUNDING
    return Wrong(row.number, cell, said, problems.NO_FUNDING_REMEDY)


def _payment(row: Row, funding: Funding, lists: Lists) -> Payment | Wrong:
    """The payment that a row means: sent to the bank, or confirmed by this very row before."""
    tranche, reference = row.text("tranche"), row.text("bank_reference")
    key = lists.key_of(lists.rulebook(funding.rulebook), "tranche", tranche) if tranche else None
    there = [
        one
        for one in funding.payments.values()
        if (one.stage == "issued" or (one.stage == "paid" and one.reference == reference))
        and (not tranche or one.tranche == key)
    ]
    if len(there) != 1:
        cell = row.cells.get("tranche") or row.cells["cooperation"]
        if there:
            return Wrong(row.number, cell, problems.SEVERAL_PAYMENTS, problems.SEVERAL_PAYMENTS_REMEDY)
        return Wrong(row.number, cell, problems.NO_PAYMENT, problems.NO_PAYMENT_REMEDY)
    (found,) = there
    if row.values["amount"] != found.cents:
        said = problems.other_amount(euros_words(found.cents))
        return Wrong(row.number, row.cells["amount"], said, problems.OTHER_AMOUNT_REMEDY)
    return found


CITIZENS = Kind(
    "contributions-citoyennes",
    (
        _FILE,
        _INSTRUMENT,
        Column("reference", required=True, width=20),
        Column("amount", "euros", required=True, width=16),
        Column("date", "moment", width=14),
    ),
    _citizens,
    commands=(RecordCitizenContribution,),
)
PAYMENTS = Kind(
    "paiements",
    (
        _FILE,
        _INSTRUMENT,
        Column("beneficiary", "siret", width=24),
        Column("tranche", width=22),
        Column("amount", "euros", required=True, width=16),
        Column("bank_reference", required=True, width=24),
        Column("executed_on", "day", required=True, width=14),
    ),
    _payments,
    roles=(Role.FINANCE_OFFICER, Role.ADMINISTRATOR),
    commands=(ConfirmPayment,),
)
