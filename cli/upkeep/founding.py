"""Founding an organisation; the first administrator acts, and is told who they are."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from application.commands.answer import Answer
from application.commands.founding import found as found_organisation
from application.commands.parsing import read_command
from cli.giving.answers import write_answer
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell
from cli.terminal.recorded import note
from cli.terminal.session import opened
from domain.kernel.ids import person_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, write_instant
from domain.organisation.commands import FoundOrganisation
from language import Text, t
from queries.refused import Failure, invalid
from queries.typed import morning_of
from queries.visit import reached
from wording.punctuation import quoted

SHORT_NAME = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Founder:
    """The first administrator."""

    name: str
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class Home:
    """Where an organisation lives, a time zone, and where a simulation's clock begins; each empty where unsaid."""

    zone: str
    clock: str


async def found(organisation: str, name: str, kind: str, founder: Founder, home: Home) -> ExitCode:
    """Found an organisation, print the answer and tell who administers it."""
    if not SHORT_NAME.fullmatch(organisation):
        raise invalid(
            "bad-short-name",
            Text(
                f"{quoted(organisation).fr} n’est pas un nom court",
                f"{quoted(organisation).en} is not a short name",
            ),
            Text(
                "Des minuscules, chiffres et tirets : ma-fondation.", "Lower case, digits, hyphens: my-trust."
            ),
        )
    answer = await founding(organisation, name, kind, founder, _begin(home, kind), home.zone)
    code = write_answer(answer)
    if code is ExitCode.RECORDED:
        who = administrator_of(organisation)
        tell(t(f"L’administration est {who} : --as {who}", f"The administrator is {who}: --as {who}"))
    return code


async def founding(
    organisation: str, name: str, kind: str, founder: Founder, now: datetime, zone: str = ""
) -> Answer:
    """Create the ledger. The same founding again changes nothing: its command id derives from the name.

    ``now`` is where a simulation's clock begins. Raises Failure.
    """
    command_id = _command_id(organisation)
    fields = {
        "type": "FoundOrganisation",
        "command_id": command_id,
        "actor": administrator_of(organisation),
        "name": name,
        "kind": kind,
        "administrator_name": founder.name,
        "administrator_email": founder.email,
        "language": founder.language,
        **({"zone": zone} if zone else {}),
    }
    command = read_command(json.dumps(fields), None)
    if not isinstance(command, FoundOrganisation):
        return cast("Answer", command)
    async with opened() as service, reached(command_id):
        try:
            answer = await found_organisation(
                organisation, command, service.ledger, service.clock_store, service.one_way_in, now
            )
        except ValueError:
            raise _exists("other-kind", organisation, _KINDS[_other(command.kind)]) from None
        if answer.refusal and answer.refusal.code == "id_reused":
            there = (await service.files.organisation(organisation)).name
            same = Text("avec une autre administration", "with another administrator")
            named = Text(f"sous le nom « {there} »", f"under the name “{there}”")
            raise _exists("already-founded", organisation, same if there == command.name else named)
        return note(answer)


_KINDS = {
    LedgerKind.REAL: Text("et compte pour de vrai", "and is a real one"),
    LedgerKind.SIMULATION: Text("et c’est une simulation", "and is a simulation"),
}


def _other(kind: LedgerKind) -> LedgerKind:
    return next(one for one in LedgerKind if one is not kind)


def _exists(code: str, organisation: str, how: Text) -> Failure:
    """The short name is taken, by an organisation that differs from the one wanted."""
    return invalid(
        code,
        Text(f"{organisation} existe déjà, {how.fr}", f"{organisation} exists already, {how.en}"),
        Text("Choisissez un autre nom court.", "Choose another short name."),
    )


def administrator_of(organisation: str) -> str:
    """The id of the first administrator."""
    return person_id(_command_id(organisation))


def _command_id(organisation: str) -> str:
    return f"found/{organisation}"


def _begin(home: Home, kind: str) -> datetime:
    """Where a simulation's clock begins: where it is wanted, else now. Raises Failure."""
    if home.clock and kind != LedgerKind.SIMULATION:
        raise invalid(
            "clock-of-a-real-ledger",
            Text("seule une simulation a une horloge à elle", "only a simulation has a clock of its own"),
            Text("Retirez --clock, ou fondez une simulation.", "Leave --clock out, or found a simulation."),
        )
    zone = _zone(home.zone)
    return (
        morning_of(home.clock, zone)
        if home.clock
        else datetime.fromisoformat(write_instant(datetime.now(UTC)))
    )


def _zone(name: str) -> ZoneInfo:
    """That of a name; what names none is refused when the command is read."""
    try:
        return ZoneInfo(name) if name else PARIS
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return PARIS
