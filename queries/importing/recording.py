"""Recording the rows of a sheet: each unit by the one way in, judged anew; the same unit again records nothing."""

from collections.abc import Mapping
from typing import Literal

from application.commands.answer import Answer
from language import Text
from queries.forms.sending import send
from queries.importing.plan import Plan, Ready
from queries.importing.trying import refused_at
from queries.visit import Visit

Became = tuple[Literal["recorded", "refused"], Text | None]


def units_of(plan: Plan) -> Mapping[int, Ready]:
    """The units by the row that each begins with; what cannot be read any more is missing."""
    return {one.unit.rows[0]: one for one in plan.ready}


async def record(visit: Visit, plan: Plan, ready: Ready) -> Became:
    """Give the commands of a unit, up to the first that is refused. Raises Failure where nobody knows."""
    for command in ready.commands:
        answer: Answer = await send(visit, [command])
        if answer.refusal and answer.refusal.code not in ready.unit.there_if:
            cell, message, remedy = refused_at(visit, ready.unit, answer, plan)
            return "refused", Text(
                f"{cell}\u00a0: {message.fr} {remedy.fr}", f"{cell}: {message.en} {remedy.en}"
            )
    return "recorded", None
