"""The payments of fundings as people and programs read them: amounts and stages, never an account."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cli.terminal.drawing import headed, note_simulation, write_table
from cli.terminal.output import console, write_json
from cli.terminal.session import visiting
from domain.fundings.state import Funding, Payment
from domain.kernel.ids import funding_stream
from language import say, t
from queries.visit import Visit, reached, simulated
from wording import headings
from wording.amounts import euros
from wording.values import word

STAGES = ("ordered", "issued", "paid", "failed", "returned", "cancelled")
"""In the order in which they are shown: first what is still to be sent."""


@dataclass(frozen=True, slots=True)
class Line:
    """A payment and its funding."""

    funding: Funding
    payment: Payment


async def show(person: str, organisation: str, *, as_json: bool) -> None:
    """List the payments of the fundings that the person may read."""
    async with visiting(organisation, person) as visit, reached():
        lines = [one for one in await payments_of(visit) if visit.may_read(one.funding)]
    if as_json:
        by_stage = sorted(lines, key=lambda one: STAGES.index(one.payment.stage))
        write_json(simulated(visit) | {"payments": [_as_json(one) for one in by_stage]})
        return
    note_simulation(visit)
    for stage in STAGES:
        _draw(stage, [one for one in lines if one.payment.stage == stage])
    if not lines:
        console().print(t("Aucun paiement.", "No payment."))


async def payments_of(visit: Visit) -> Sequence[Line]:
    """Every payment of every funding, by funding and number."""
    streams = await visit.service.ledger.streams(visit.organisation, funding_stream(""))
    states = await visit.service.files.fresh(visit.organisation, streams)
    fundings = sorted((one for one in states.values() if isinstance(one, Funding)), key=lambda one: one.id)
    return [Line(one, payment) for one in fundings for _, payment in sorted(one.payments.items())]


def _as_json(line: Line) -> dict[str, Any]:
    funding, payment = line.funding, line.payment
    return {
        "funding": funding.id,
        "payment": payment.number,
        "tranche": payment.tranche,
        "cents": payment.cents,
        "stage": payment.stage,
        "payment_file": payment.payment_file,
        "reference": payment.reference,
        "cooperation": funding.cooperation,
        "beneficiary": funding.request.beneficiary.name,
        "identifier": funding.request.beneficiary.identifier,
    }


def _draw(stage: str, lines: Sequence[Line]) -> None:
    if not lines:
        return
    console().print(headed(f"{word(stage, 'payment')} ({euros(sum(one.payment.cents for one in lines))})"))
    heads = (
        t("financement", "funding"),
        say(headings.BENEFICIARY),
        t("tranche", "tranche"),
        t("montant", "amount"),
        t("fichier", "file"),
        t("référence", "reference"),
    )
    write_table(heads, list(_rows(lines)), amounts={3})


def _rows(lines: Sequence[Line]) -> Iterator[tuple[str, ...]]:
    for one in lines:
        funding, payment = one.funding, one.payment
        yield (
            f"{funding.id}/{payment.number}",
            funding.request.beneficiary.name,
            payment.tranche,
            euros(payment.cents),
            payment.payment_file or "–",
            payment.reference or "–",
        )
