"""What comes next for each tranche of a funding, and why the rules keep its reader from doing it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from domain.decide.access import may_give
from domain.files.setting import Setting, State
from domain.fundings.commands.payments import ApproveTranche, ConfirmPayment, OrderPayment
from domain.fundings.state import Funding, TrancheState
from domain.kernel.command import Command
from domain.reminders.view import FileView
from language import Text
from queries.visit import Visit
from wording.naming import Naming
from wording.offers import not_yours

Step = Literal["approval", "order", "payment"]


@dataclass(frozen=True, slots=True)
class TrancheStep:
    """A step that somebody else takes: what keeps the reader from it, by who they are or what they did before."""

    step: Step
    not_yours: Text


def steps_of_others(
    visit: Visit, view: FileView[Funding], beside: Mapping[str, State], names: Mapping[str, str]
) -> dict[str, TrancheStep]:
    """By tranche, the next step where the person may not take it; ``beside`` as ``queries.expected`` has it."""
    setting = Setting(visit.people, view.rulebook, view.recorded_at, beside)
    naming = Naming(view.rulebook, names, view.file, view.zone, visit.zone, visit.people.regions)
    found = {}
    for key, step, command, fields in _next(view.file):
        named = {"funding": view.file.id, **fields}
        if kept := may_give(command, named, visit.person, view.file, setting):
            found[key] = TrancheStep(step, not_yours(kept, naming)[0])
    return found


def _next(funding: Funding) -> Iterator[tuple[str, Step, type[Command], Mapping[str, str | int]]]:
    for key, tranche in funding.tranches.items():
        if tranche.stage == "requested":
            yield key, "approval", ApproveTranche, {"tranche": key}
        elif tranche.stage == "approved":
            yield key, "order", OrderPayment, {"tranche": key}
        elif tranche.stage == "ordered":
            yield key, "payment", ConfirmPayment, {"payment": _underway(funding, tranche)}


def _underway(funding: Funding, tranche: TrancheState) -> int:
    """The number of the last payment of a tranche."""
    return max(number for number, one in funding.payments.items() if one.tranche == tranche.tranche)
