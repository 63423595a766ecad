"""The two who do the same job: our one way in, and an application of the ``eventsourcing`` package."""

import asyncio
import itertools
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from application.commands.founding import found
from benchmarks.server import BenchServer
from bootstrap import Service, published_rulebooks, wire
from config import Settings
from domain.kernel.ids import person_id
from domain.organisation.commands import FoundOrganisation
from domain.registry.commands import COMMANDS
from eventstore.hint import Hinter
from eventstore.pool import open_pool

FILES = 200
"""So many that, spread over them, the commands of a run hardly lengthen each."""
EVENTS = 100
NOTE = "On a parlé du projet commun et de la suite à lui donner ; prochain point dans un mois."
ORGANISATION = "bench"
OPENING = {
    "type": "OpenCooperation",
    "name": "Une coopération",
    "territory": {"name": "Toulouse", "insee_codes": ["31555"]},
    "region": "occitanie",
    "object": "Réemploi et habitat",
    "cooperation_type": "systemic",
    "economic_model": "hybrid",
    "origin": "existing-cooperation",
    "programme": "tec",
}


class Ours:
    """The one way in on PostgreSQL."""

    def __init__(self, pool: asyncpg.Pool, service: Service, manager: str) -> None:
        self._pool = pool
        self._service = service
        self._manager = manager
        self._numbers = itertools.count()

    @classmethod
    async def prepare(cls, server: BenchServer) -> Self:
        """Found an organisation and import its files, each with a hundred events."""
        pool = await open_pool(server.service_dsn)
        service = wire(Settings(), pool, published_rulebooks(), Hinter(pool))
        founding = FoundOrganisation.model_validate_json(
            '{"type": "FoundOrganisation", "command_id": "found", "actor": "founder", "kind": "real",'
            ' "name": "Mesure", "administrator_name": "A. Exemple", "administrator_email": "a@exemple.org"}'
        )
        now = datetime.now(UTC)
        await found(ORGANISATION, founding, service.ledger, service.clock_store, service.one_way_in, now)
        manager = person_id("found")
        ours = cls(pool, service, manager)
        await ours._do({"type": "GrantRole", "person": manager, "role": "programme-manager"})
        for number in range(FILES):
            await ours._do(_past(number, manager))
        return ours

    async def record(self, number: int) -> None:
        """Record one more contact of a file."""
        await self._do({**_contact(number), "cooperation": f"file-{number}"})

    def close(self) -> None:
        """Close the connections."""
        self._pool.terminate()

    async def _do(self, fields: Mapping[str, Any]) -> None:
        identity = {"command_id": f"bench-{next(self._numbers)}", "actor": self._manager}
        command = COMMANDS.validate_python({**identity, **fields}, strict=False)
        answer = await self._service.one_way_in.handle(ORGANISATION, command)
        if answer.outcome != "recorded":
            raise RuntimeError(f"{answer}")


def _contact(number: int) -> dict[str, Any]:
    return {"type": "RecordContact", "kind": ("meeting", "visit", "phone")[number % 3], "note": NOTE}


def _past(number: int, manager: str) -> dict[str, Any]:
    file = f"file-{number}"
    acts = [{**OPENING, "managers": [manager]}, *(_contact(n) for n in range(EVENTS - 3))]
    identity = {"command_id": "past", "actor": manager, "effective_at": "2026", "cooperation": file}
    return {
        "type": "ImportCooperation",
        "cooperation": file,
        "acts": [{**identity, **act} for act in acts],
    }


class File(Aggregate):
    """A file as the package's users would write it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.contacts: list[str] = []

    @event("ContactRecorded")
    def record_contact(self, kind: str, note: str) -> None:
        """Record a contact."""
        self.contacts.append(f"{kind}: {note}")


class Theirs:
    """An application of the package on its PostgreSQL recorder, with its defaults."""

    def __init__(self, application: Application[UUID], files: list[UUID]) -> None:
        self._application = application
        self._files = files
        self._threads = ThreadPoolExecutor(16)

    @classmethod
    async def prepare(cls, server: BenchServer) -> Self:
        """Create the files, each with a hundred events."""
        address = urlsplit(server.owner_dsn)
        application: Application[UUID] = Application(
            env={
                "PERSISTENCE_MODULE": "eventsourcing.postgres",
                "POSTGRES_DBNAME": address.path.lstrip("/"),
                "POSTGRES_HOST": address.hostname or "",
                "POSTGRES_PORT": str(address.port),
                "POSTGRES_USER": address.username or "",
                "POSTGRES_PASSWORD": address.password or "",
            }
        )
        return cls(application, [_created(application, number) for number in range(FILES)])

    async def record(self, number: int) -> None:
        """Get the file, record one more contact, save it; in a thread, since the package blocks."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._record, number)

    def close(self) -> None:
        """Close the connections."""
        self._threads.shutdown()
        self._application.close()

    def _record(self, number: int) -> None:
        file: File = self._application.repository.get(self._files[number])
        file.record_contact(("meeting", "visit", "phone")[number % 3], NOTE)
        self._application.save(file)


def _created(application: Application[UUID], number: int) -> UUID:
    file = File(f"file-{number}")
    for _ in range(EVENTS - 1):
        file.record_contact("meeting", NOTE)
    application.save(file)
    return file.id
