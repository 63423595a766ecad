"""What would become of each row of a sheet: its commands are decided in turn, and nothing is recorded."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from application.commands.answer import Answer
from domain.kernel.refusal import Refusal
from imports.cell_names import cell_name
from language import Text, text_of
from queries.importing.plan import Plan, Ready, cell_of, row_of
from queries.importing.shape import Unit, Wrong
from queries.visit import Visit, reached
from wording.importing import problems
from wording.naming import Naming
from wording.refusals import explain
from wording.refused_fields import FIELDS

State = Literal["possible", "there", "refused", "unreadable"]
STATES: Sequence[State] = ("possible", "there", "refused", "unreadable")
_OF_ACT = "act_refused"


@dataclass(frozen=True, slots=True)
class Foretold:
    """What would become of a row; ``unit`` is the first row of those that it stands or falls with."""

    row: int
    unit: int
    state: State
    cell: str = ""
    message: Text | None = None
    remedy: Text | None = None
    zeros: bool = False

    def as_json(self) -> list[Any]:
        """To be kept until it is shown."""
        said = [list(one) if one else None for one in (self.message, self.remedy)]
        return [self.row, self.unit, self.state, self.cell, *said, self.zeros]

    @classmethod
    def of(cls, told: Sequence[Any]) -> "Foretold":
        """What was kept."""
        row, unit, state, cell, message, remedy, zeros = told
        return cls(row, unit, state, cell, _text(message), _text(remedy), zeros)


def _text(told: Sequence[str] | None) -> Text | None:
    return Text(*told) if told else None


async def foretold(visit: Visit, plan: Plan) -> Sequence[Foretold]:
    """Every row of a plan, in the order of the sheet. Raises Failure."""
    commands = [one for ready in plan.ready if not ready.there for one in ready.commands]
    async with reached():
        trial = await visit.service.one_way_in.dry_run(visit.organisation, commands)
    found = [_unreadable(one) for one in plan.wrong]
    for ready in plan.ready:
        await asyncio.sleep(0)  # others wait for their pages meanwhile
        if ready.there:
            found += _of_known(ready)
            continue
        answers = []
        for command in ready.commands:
            async with reached():
                answers.append(await trial.foretell(command))
        found += _of_answers(visit, plan, ready, answers)
    return sorted(found, key=lambda one: one.row)


def _unreadable(wrong: Wrong) -> Foretold:
    return Foretold(wrong.row, wrong.row, "unreadable", wrong.cell, wrong.message, wrong.remedy, wrong.zeros)


def _of_known(ready: Ready) -> Iterator[Foretold]:
    for row in ready.unit.rows:
        if ready.otherwise:
            said = problems.RECORDED_OTHERWISE, problems.RECORDED_OTHERWISE_REMEDY
            yield Foretold(row, ready.unit.rows[0], "refused", cell_name(row, 0), *said)
        else:
            yield Foretold(row, ready.unit.rows[0], "there")


def _of_answers(visit: Visit, plan: Plan, ready: Ready, answers: Sequence[Answer]) -> Iterator[Foretold]:
    unit = ready.unit
    told = [one for one in answers if one.refusal and one.refusal.code not in unit.there_if]
    if not told:
        nothing_new = all(one.refusal for one in answers)
        for row in unit.rows:
            yield Foretold(row, unit.rows[0], "there" if nothing_new else "possible")
        return
    cell, message, remedy = refused_at(visit, unit, told[0], plan)
    for row in unit.rows:
        if row == row_of(cell, unit):
            yield Foretold(row, unit.rows[0], "refused", cell, message, remedy)
        else:
            yield Foretold(row, unit.rows[0], "refused", cell_name(row, 0), problems.WITH_THE_OTHERS)


def refused_at(visit: Visit, unit: Unit, answer: Answer, plan: Plan) -> tuple[str, Text, Text]:
    """The cell that a refusal is about, why, and what to do; of an act among others, the act's own."""
    refusal = answer.refusal
    if refusal is None:
        raise ValueError("not refused")
    code, within = refusal.code, ""
    message = text_of(refusal.message)
    remedy = text_of(refusal.remedy)
    if code == _OF_ACT:
        code, within = refusal.params["refusal"], f"/acts/{int(refusal.params['act']) - 1}"
        message, remedy = _of_act(visit, code, refusal.params, unit, plan)
    named = (f"{within}/{one.replace('.', '/')}" for one in FIELDS.get(code, ()))
    pointer = next((one for one in named if one in unit.cells), within)
    return cell_of(unit, pointer), message, remedy


def _of_act(visit: Visit, code: str, params: Mapping[str, str], unit: Unit, plan: Plan) -> tuple[Text, Text]:
    """The refusal of the act itself, by the names of the programme that the file opens under."""
    own = {key: value for key, value in params.items() if key not in {"act", "act_type", "refusal"}}
    acts = unit.commands[0].get("acts", ())
    rulebook = plan.lists.rulebooks.get(acts[0].get("programme", "")) if acts else None
    said = explain(Refusal(code, own), Naming(rulebook, regions=visit.people.regions))
    return Text(*said.message), Text(*said.remedy)
