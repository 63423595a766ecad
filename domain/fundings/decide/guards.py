"""What holds for whole families of commands about a funding: known, not in the future, in order, not asleep.

And the refusals that several of them share.
"""

from datetime import date

from domain.cooperations.decide.completion import held_back
from domain.cooperations.decide.guards import stands_still
from domain.cooperations.state import Cooperation
from domain.files.order import in_future, out_of_order
from domain.files.setting import Setting
from domain.fundings.commands.requests import (
    DecideFunding,
    RequestCommand,
)
from domain.fundings.decide.context import Context, context_at
from domain.fundings.state import Funding, Stage
from domain.fundings.terms_of_grant import outside_term
from domain.kernel.ids import cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument


def context_of(command: RequestCommand, funding: Funding | None, setting: Setting) -> Context | Refusal:
    """What a command about a funding is decided on; why it cannot be taken up at all."""
    if funding is None:
        return refuse("unknown_funding", funding=command.funding)
    context = context_at(command, funding, setting)
    if context is None:
        return refuse("unknown_programme", programme=funding.rulebook)
    if refusal := in_future(command, setting, context.zone):
        return refusal
    if command.in_order and (refusal := out_of_order(command, funding, setting)):
        return refusal
    if command.judges and (refusal := _held_back(context)):
        return refusal
    if command.not_while_asleep and not _exempt(command, context.instrument):
        cooperation = setting.read(Cooperation, cooperation_stream, funding.cooperation)
        if refusal := silent(cooperation) if cooperation else None:
            return refusal
    return context


def _held_back(context: Context) -> Refusal | None:
    """What the cooperation is to complete holds decisions about its money back, where its own programme says so."""
    cooperation = context.setting.read(Cooperation, cooperation_stream, context.funding.cooperation)
    return held_back("decision", cooperation, context.rulebook) if cooperation else None


def silent(cooperation: Cooperation) -> Refusal | None:
    """Why nothing moves on under a cooperation: it is closed or asleep, to be abandoned, or its application refused."""
    if cooperation.closed:
        return refuse("file_closed", cooperation=cooperation.id, outcome=cooperation.closed.outcome)
    return stands_still(cooperation)


def at_stage(funding: Funding, *wanted: Stage) -> Refusal | None:
    """Why it is not the moment for something that happens at these stages only."""
    if funding.stage in wanted:
        return None
    return refuse("stage_forbids", stage=funding.stage)


def due_too_late(funding: Funding, since: date, until: date) -> Refusal | None:
    """Why a term cannot end so early: a condition that is not met is due after it."""
    conditions = funding.conditions.values()
    late = next((one for one in conditions if one.met is None and one.due > until), None)
    return outside_term(late.condition, late.due, since, until) if late else None


def _exempt(command: RequestCommand, instrument: Instrument) -> bool:
    """A body whose clock no pause stops may decide while the cooperation sleeps."""
    step = instrument.steps.get("decision")
    return isinstance(command, DecideFunding) and step is not None and step.pause == "ignore"
