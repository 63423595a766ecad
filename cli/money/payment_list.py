"""The payments of fundings as people and programs read them: amounts and stages, never an account."""

from collections.abc import Iterator, Sequence

from cli.terminal.drawing import headed, note_simulation, write_table
from cli.terminal.output import console, write_json
from cli.terminal.session import visiting
from language import say, t
from queries import in_json
from queries.payments import STAGES, PaymentLine, list_payments
from wording import headings
from wording.amounts import euros
from wording.values import word


async def show(person: str, organisation: str, *, as_json: bool) -> None:
    """List the payments of the fundings that the person may read."""
    async with visiting(organisation, person) as visit:
        lines = await list_payments(visit)
    if as_json:
        write_json(in_json.payments(visit, lines))
        return
    note_simulation(visit)
    for stage in STAGES:
        _draw(stage, [one for one in lines if one.stage == stage])
    if not lines:
        console().print(t("Aucun paiement.", "No payment."))


def _draw(stage: str, lines: Sequence[PaymentLine]) -> None:
    if not lines:
        return
    console().print(headed(f"{word(stage, 'payment')} ({euros(sum(one.cents for one in lines))})"))
    heads = (
        t("financement", "funding"),
        say(headings.BENEFICIARY),
        t("tranche", "tranche"),
        t("montant", "amount"),
        t("fichier", "file"),
        t("référence", "reference"),
    )
    write_table(heads, list(_rows(lines)), amounts={3})


def _rows(lines: Sequence[PaymentLine]) -> Iterator[tuple[str, ...]]:
    for one in lines:
        yield (
            f"{one.funding}/{one.payment}",
            one.beneficiary,
            one.tranche,
            euros(one.cents),
            one.payment_file or "–",
            one.reference or "–",
        )
