"""The payments of fundings: amounts and stages, never an account; and which of them somebody may send to the bank."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.fundings.state import Funding, Payment
from domain.kernel.ids import funding_stream
from domain.kernel.values import Role
from domain.people.identity import same_person
from domain.people.roles import roles_of
from domain.reviews.conflicts import gravest
from queries.as_of import Then
from queries.readable import readable
from queries.visit import Visit, reached

STAGES = ("ordered", "issued", "paid", "failed", "returned", "cancelled")
"""In the order in which they are told: first what is still to be sent."""


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """A payment at a glance, in integer euro cents."""

    funding: str
    payment: int
    """Its number within the funding."""
    tranche: str
    cents: int
    stage: str
    payment_file: str | None
    reference: str | None
    cooperation: str
    beneficiary: str
    identifier: str


async def list_payments(visit: Visit) -> Sequence[PaymentLine]:
    """The payments of the fundings that the person may read, by stage, then by funding and number. Raises Failure."""
    return _by_stage(await readable_fundings(visit))


async def list_payments_then(visit: Visit, then: Then) -> Sequence[PaymentLine]:
    """The same as they were on a date, of fundings that the person may read now. Raises Failure."""
    found = [one.file async for one in then.views(visit, Funding, "funding")]
    return _by_stage(await _theirs(visit, sorted(found, key=lambda one: one.id)))


async def payable(visit: Visit) -> Sequence[PaymentLine]:
    """The payments that wait for a file for the bank, of the regions whose money the person pays. Raises Failure.

    None of fundings in which they must have no hand.
    """
    theirs = [one for one in await all_fundings(visit) if _pays(visit, one)]
    waiting = [(one, payment) for one in theirs for payment in _in_order(one) if payment.stage == "ordered"]
    barred = await _barred(visit, {funding.key for funding, _ in waiting})
    return [_line(funding, payment) for funding, payment in waiting if funding.key not in barred]


async def all_fundings(visit: Visit) -> Sequence[Funding]:
    """Every funding, by its id, folded from the ledger: a file for the bank must miss none."""
    async with reached():
        streams = await visit.service.ledger.streams(visit.organisation, funding_stream(""))
        states = await visit.states(streams)
    return sorted((one for one in states.values() if isinstance(one, Funding)), key=lambda one: one.id)


async def readable_fundings(visit: Visit) -> Sequence[Funding]:
    """Those of them that the person may read, and that no conflict of interest closes to them. Raises Failure."""
    return await _theirs(visit, await all_fundings(visit))


async def _theirs(visit: Visit, found: Sequence[Funding]) -> Sequence[Funding]:
    async with reached():
        theirs = await readable(visit, [one.key for one in found])
    return [one for one in found if one.key in theirs]


def _by_stage(found: Sequence[Funding]) -> Sequence[PaymentLine]:
    lines = [_line(one, payment) for one in found for payment in _in_order(one)]
    return sorted(lines, key=lambda one: STAGES.index(one.stage))


def _in_order(funding: Funding) -> Sequence[Payment]:
    return [payment for _, payment in sorted(funding.payments.items())]


def _line(funding: Funding, payment: Payment) -> PaymentLine:
    return PaymentLine(
        funding=funding.id,
        payment=payment.number,
        tranche=payment.tranche,
        cents=payment.cents,
        stage=payment.stage,
        payment_file=payment.payment_file,
        reference=payment.reference,
        cooperation=funding.cooperation,
        beneficiary=funding.request.beneficiary.name,
        identifier=funding.request.beneficiary.identifier,
    )


def _pays(visit: Visit, funding: Funding) -> bool:
    return Role.FINANCE_OFFICER in roles_of(visit.people, visit.person, funding.region, visit.now)


async def _barred(visit: Visit, keys: set[str]) -> set[str]:
    """The fundings, by key, in which a conflict of interest keeps the person from having a hand."""
    async with reached():
        told = await visit.service.read_models.conflicts(visit.organisation, keys, visit.now)
    return {
        key
        for key, found in told.items()
        if gravest(
            one.conflict for one in found if same_person(visit.people, visit.person, one.conflict.person)
        )
    }
