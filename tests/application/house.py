"""A whole application in memory: one ledger, one way in, a clock that stands where it is put."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import programmes
from application.addresses import Addresses
from application.commands.answer import Answer
from application.commands.one_way_in import OneWayIn
from application.files import KEPT, Files
from application.lives.assessment import assess
from application.ports import Rulebooks
from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.state import Cooperation
from domain.files.events import ReminderIssued
from domain.files.file import KeptFile
from domain.kernel.ids import SERVICE, person_id
from domain.kernel.ledger import Ledger, LedgerKind, OutgoingMessage
from domain.kernel.recorded import Recorded
from domain.people.state import Organisation
from domain.registry.commands import COMMANDS, AnyCommand
from domain.reminders.standing import Standing
from eventstore.memory import Book, MemoryLedger
from vault.memory import MemoryVault

HOUSE = "ville-de-demain"
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RULEBOOKS = YamlRulebooks(Path(programmes.__file__).parent)

FOUNDER = person_id("found")
MANAGER = person_id("person/manager")
SECOND = person_id("person/second")

SHEET: dict[str, Any] = {
    "name": "Rives en commun",
    "territory": {"name": "Les rives"},
    "region": "occitanie",
    "object": "Une menuiserie du réemploi",
    "cooperation_type": "non-modelled",
    "economic_model": "hybrid",
    "origin": "residents-call",
    "programme": "tec",
    "managers": [MANAGER],
}


def command(kind: str, command_id: str, /, actor: str = MANAGER, **fields: Any) -> AnyCommand:
    """A command in its JSON form."""
    form = {"type": kind, "command_id": command_id, "actor": actor, **fields}
    return COMMANDS.validate_json(json.dumps(form))


def opening(file: str) -> AnyCommand:
    """Opens a file under an id of its own."""
    return command("OpenCooperation", f"open/{file}", cooperation=file, **SHEET)


def lesson(number: int, file: str = "rives") -> AnyCommand:
    """Records the ``number``-th lesson of a file."""
    return command("RecordLesson", f"lesson/{file}/{number}", cooperation=file, title=f"Leçon {number}")


class StandingClock:
    """Stands still until somebody moves it."""

    def __init__(self) -> None:
        self.time = START

    async def now(self, organisation: str) -> datetime:
        """What it shows."""
        return self.time

    def simulated(self, organisation: str) -> bool:
        """A real organisation's clock, as far as anybody asks."""
        return False


class KeptSigns:
    """Signs of life in memory."""

    def __init__(self) -> None:
        self.seen: dict[str, datetime] = {}

    async def last(self, organisation: str) -> datetime | None:
        """The last one."""
        return self.seen.get(organisation)

    async def leave(self, organisation: str, at: datetime) -> None:
        """Leave one; it never goes back."""
        self.seen[organisation] = max(at, self.seen.get(organisation, at))


class PlainComposer:
    """A line for each claim."""

    async def compose(
        self,
        organisation: Organisation,
        organisation_id: str,
        file: KeptFile,
        events: Sequence[Recorded],
        now: datetime,
    ) -> Sequence[OutgoingMessage]:
        """The claim's own words."""
        return [
            OutgoingMessage(
                id=claim.event.message,
                file=file.key,
                occurrence=claim.event.occurrence,
                recipient=claim.event.recipient,
                subject=claim.event.rung,
                content=claim.event.rung.encode(),
                created_at=now,
            )
            for claim in events
            if isinstance(claim.event, ReminderIssued)
        ]


class House:
    """The application and what it stands on."""

    def __init__(
        self,
        ledger: Ledger | None = None,
        memory: MemoryLedger | None = None,
        rulebooks: Rulebooks = RULEBOOKS,
        kept: int = KEPT,
    ) -> None:
        self.memory = memory or MemoryLedger()
        self.ledger: Ledger = ledger or self.memory
        self.clock = StandingClock()
        self.signs = KeptSigns()
        self.files = Files(self.ledger, rulebooks, kept)
        self.vault = MemoryVault(self.memory)
        self.addresses = Addresses(self.vault.reveal)
        self.way = OneWayIn(self.ledger, self.files, rulebooks, self.clock, PlainComposer(), self.addresses)

    def beside(self, kept: int = KEPT) -> "House":
        """Another process on the same ledger, with states of its own."""
        return House(self.ledger, self.memory, kept=kept)

    async def do(self, asked: AnyCommand) -> Answer:
        """Hand a command in."""
        return await (self.way.act if asked.actor == SERVICE else self.way.handle)(HOUSE, asked)

    async def stock(self, file: str = "rives") -> Standing:
        """Where a file stands."""
        return await assess(self.ledger, self.files, self.clock, self.signs, self.way.judge, HOUSE, file)

    async def file(self, name: str = "rives") -> Cooperation:
        """A file as the ledger has it."""
        found = await self.files.cooperation(HOUSE, name)
        assert found is not None
        return found

    @property
    def book(self) -> Book:
        """What the ledger holds."""
        return self.memory.books[HOUSE]

    def wait(self, **length: float) -> None:
        """Let time pass."""
        self.clock.time += timedelta(**length)

    async def found(self) -> None:
        """Found the organisation with an administrator and two programme managers."""
        await self.memory.found(HOUSE, LedgerKind.REAL, START)
        founding = {
            "name": "Ville de demain",
            "kind": "real",
            "administrator_name": "Ada",
            "administrator_email": "ada@example.org",
        }
        await self.recorded(command("FoundOrganisation", "found", FOUNDER, **founding))
        for alias, who in (("manager", MANAGER), ("second", SECOND)):
            person = {"name": alias.title(), "email": f"{alias}@example.org"}
            await self.recorded(command("RegisterPerson", f"person/{alias}", FOUNDER, **person))
            role = {"person": who, "role": "programme-manager", "region": "occitanie"}
            await self.recorded(command("GrantRole", f"role/{alias}", FOUNDER, **role))

    async def recorded(self, asked: AnyCommand) -> Answer:
        """Hand a command in that must be recorded."""
        answer = await self.do(asked)
        assert answer.outcome == "recorded", answer
        return answer
