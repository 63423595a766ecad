"""Founding an organisation; the first administrator acts, and is told who they are."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from application.commands.answer import Answer
from cli.giving.answers import write_answer
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell
from cli.terminal.recorded import note
from cli.terminal.session import opened
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS, write_instant
from language import Text, t
from queries.founding import Founder, administrator_of, founded
from queries.refused import invalid
from queries.typed import morning_of
from wording.punctuation import quoted

SHORT_NAME = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")


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
    """Create the ledger, as ``founded`` does. Raises Failure."""
    async with opened() as service:
        return note(await founded(service, organisation, name, kind, founder, now, zone))


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
