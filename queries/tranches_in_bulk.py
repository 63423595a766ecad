"""Many tranches approved, or their payments ordered, at once: each judged alone by the one way in, as a single act is.

Nobody gets further by many than by one: whoever asked for a tranche is refused that tranche, and others are recorded.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Literal

from pydantic import ValidationError

from domain.fundings.commands.payments import ApproveTranche, OrderPayment
from language import Text
from queries.bulk import item_id
from queries.forms.sending import send
from queries.payments import readable_fundings
from queries.payments_by_step import PaymentRow, Step, payments_by_step
from queries.visit import Visit

COMMANDS: Mapping[str, type[ApproveTranche | OrderPayment]] = {
    "ApproveTranche": ApproveTranche,
    "OrderPayment": OrderPayment,
}
"""The commands that may be given for many tranches."""
MOST = 500
_STEPS: Mapping[str, Step] = {"ApproveTranche": "to-approve", "OrderPayment": "to-order"}


async def foreseen(visit: Visit, command: str, items: Container[str]) -> Sequence[PaymentRow]:
    """Those of the tranches that wait for it, with why not where they may not. Raises Failure."""
    rows, _ = await payments_by_step(visit, _STEPS[command])
    return [one for one in rows if one.key in items][:MOST]


async def recorded(
    visit: Visit, job: str, command: str, item: str
) -> tuple[Literal["recorded", "refused"], Text | None]:
    """Give the command for an item of a job, ``funding/tranche``; whether it is recorded, and why not.

    Raises Failure where nobody knows.
    """
    funding, _, tranche = item.rpartition("/")
    given = {"type": command, "command_id": item_id(job, item), "actor": visit.person}
    try:
        asked = COMMANDS[command].model_validate({**given, "funding": funding, "tranche": tranche})
    except ValidationError:
        return "refused", None
    answer = await send(visit, [asked])
    if answer.refusal is None:
        return "recorded", None
    return "refused", Text(answer.refusal.message.fr, answer.refusal.message.en)


async def names_of(visit: Visit, items: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """By item, the funding's id and what its cooperation is called, where the reader may read it. Raises Failure."""
    fundings = {one.id: one for one in await readable_fundings(visit)}
    found = {one: fundings.get(one.rpartition("/")[0]) for one in items}
    return {item: (one.id, one.name) for item, one in found.items() if one}
