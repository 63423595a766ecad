"""Founding an organisation; the first administrator acts, and is told who they are."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from application.answer import Answer
from application.founding import found as found_organisation
from application.reading import read_command
from cli.answering import write_answer
from cli.failures import ExitCode, invalid
from cli.language import t
from cli.moments import morning_of
from cli.output import tell
from cli.visit import opened, reached
from domain.commands import FoundOrganisation
from domain.ids import person_id
from domain.ledger import LedgerKind
from domain.moments import write_instant
from stack.texts import Text


@dataclass(frozen=True, slots=True)
class Founder:
    """The first administrator."""

    name: str
    email: str
    language: str


async def found(organisation: str, name: str, kind: str, founder: Founder, clock: str) -> ExitCode:
    """Create the ledger. The same founding again changes nothing: its command id derives from the name."""
    now = _begin(clock, kind)
    command_id = f"found/{organisation}"
    fields = {
        "type": "FoundOrganisation",
        "command_id": command_id,
        "actor": person_id(command_id),
        "name": name,
        "kind": kind,
        "administrator_name": founder.name,
        "administrator_email": founder.email,
        "language": founder.language,
    }
    command = read_command(json.dumps(fields), None)
    if isinstance(command, Answer):
        return write_answer(command)
    if not isinstance(command, FoundOrganisation):
        raise TypeError(command.type)
    async with opened() as service, reached(command_id):
        try:
            answer = await found_organisation(
                organisation, command, service.ledger, service.clock_store, service.one_way_in, now
            )
        except ValueError:
            raise invalid(
                "other-kind",
                Text(
                    f"{organisation} existe déjà, d’une autre sorte",
                    f"{organisation} exists, of another kind",
                ),
                Text("Choisissez un autre nom court.", "Choose another short name."),
            ) from None
    code = write_answer(answer)
    if code is ExitCode.RECORDED:
        who = person_id(command_id)
        tell(t(f"L’administration est {who} : --as {who}", f"The administrator is {who}: --as {who}"))
    return code


def _begin(clock: str, kind: str) -> datetime:
    """Where a simulation's clock begins: where it is wanted, else now. Raises Failure."""
    if clock and kind != LedgerKind.SIMULATION:
        raise invalid(
            "clock-of-a-real-ledger",
            Text("seule une simulation a une horloge à elle", "only a simulation has a clock of its own"),
            Text("Retirez --clock, ou fondez une simulation.", "Leave --clock out, or found a simulation."),
        )
    return morning_of(clock) if clock else datetime.fromisoformat(write_instant(datetime.now(UTC)))
