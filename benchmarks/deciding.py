"""A board that decides about requests with a hundred waiting, all of one envelope or each of one of its own."""

import asyncio
import itertools
import time
from collections import deque
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Self

import asyncpg

from application.commands.founding import found
from benchmarks.command_rivals import OPENING, ORGANISATION
from benchmarks.server import BenchServer
from bootstrap import Service, published_rulebooks, wire
from config import Settings
from domain.kernel.ids import person_id
from domain.organisation.commands import FoundOrganisation
from domain.registry.commands import COMMANDS
from eventstore.hint import Hinter
from eventstore.pool import open_pool

AT_ONCE = 250
CENTS = 1_000_00
SHARED = "aid"
APART = tuple(f"aid_{number}" for number in range(100))
"""Instruments with an envelope each: the one that all requests are of, and as many as wait."""
_NAME = {"fr": "Mesure", "en": "Measure"}
RULEBOOK: dict[str, Any] = {
    "programme": "mesure",
    "version": 1,
    "name": _NAME,
    "source": "Made for measuring.",
    "phases": {"exploration": {"name": _NAME, "gate": []}},
    "ladders": {},
    "instruments": [
        {"instrument": key, "name": _NAME, "kind": "grant", "circuit": [{"by": ["board"]}]}
        for key in (SHARED, *APART)
    ],
    "settles_abandonment": ["board"],
    "waives": ["board"],
}
REQUEST: dict[str, Any] = {
    "amount_cents": CENTS,
    "since": date(2026, 1, 1),
    "until": date(2026, 12, 31),
    "beneficiary": {"kind": "association", "name": "Les Rives", "identifier": "73282932000074"},
    "plan": [{"expense": "work", "label": "Travaux", "cents": CENTS}],
}


class Board:
    """The one way in, a manager who asks and a board that grants from an envelope that is large enough."""

    def __init__(self, pool: asyncpg.Pool, service: Service, waiting: int) -> None:
        self._at_once = waiting
        self._pool = pool
        self._service = service
        self._numbers, self._turns = itertools.count(), itertools.count()
        self._waiting: dict[bool, deque[str]] = {True: deque(), False: deque()}
        self._manager = person_id("found")
        self._board = person_id("board")

    @classmethod
    async def convene(cls, server: BenchServer, waiting: int) -> Self:
        """Found the organisation, publish its rules, open the envelope."""
        pool = await open_pool(server.service_dsn)
        service = wire(Settings(), pool, published_rulebooks(), Hinter(pool))
        founding = FoundOrganisation.model_validate_json(
            '{"type": "FoundOrganisation", "command_id": "found", "actor": "founder", "kind": "real",'
            ' "name": "Mesure", "administrator_name": "A. Exemple", "administrator_email": "a@exemple.org"}'
        )
        now = datetime.now(UTC)
        await found(ORGANISATION, founding, service.ledger, service.clock_store, service.one_way_in, now)
        board = cls(pool, service, waiting)
        await board._set_up(now.year)
        return board

    async def receive(self, fundings: int) -> None:
        """Have so many requests of each sort wait for a decision, each of a cooperation of its own."""
        for shared, waiting in self._waiting.items():
            fresh = [f"r{next(self._numbers)}" for _ in range(fundings - len(waiting))]
            for first in range(0, len(fresh), AT_ONCE):
                keys = fresh[first : first + AT_ONCE]
                await asyncio.gather(*(self._open(key) for key in keys))
                await asyncio.gather(*(self._ask(key, shared=shared) for key in keys))
            waiting.extend(fresh)

    async def together(self, seconds: float) -> float:
        """Decisions per second on one envelope, so many waiting at any time."""
        return await self._run(seconds, self._waiting[True])

    async def apart(self, seconds: float) -> float:
        """The same where hardly two of those that wait are of one envelope."""
        return await self._run(seconds, self._waiting[False])

    async def _run(self, seconds: float, waiting: deque[str]) -> float:
        began = time.perf_counter()

        async def decide() -> int:
            done = 0
            while time.perf_counter() - began < seconds:
                await self._decide(waiting.popleft())
                done += 1
            return done

        counts = await asyncio.gather(*(decide() for _ in range(self._at_once)))
        return sum(counts) / (time.perf_counter() - began)

    def close(self) -> None:
        """Close the connections."""
        self._pool.terminate()

    async def _set_up(self, year: int) -> None:
        person = {"name": "Conseil", "email": "conseil@exemple.org"}
        await self._do("RegisterPerson", command_id="board", **person)
        await self._do("GrantRole", person=self._manager, role="programme-manager")
        await self._do("GrantRole", person=self._board, role="board")
        await self._do("PublishRulebook", rulebook=RULEBOOK)
        for key in (SHARED, *APART):
            envelope = f"mesure/{key}/{year}"
            await self._do("OpenEnvelope", envelope=envelope, commitments_cents=100_000_000_000)

    async def _open(self, key: str) -> None:
        sheet: dict[str, Any] = {**OPENING, "programme": "mesure", "managers": [self._manager]}
        await self._do(**{**sheet, "cooperation": key})

    async def _ask(self, key: str, *, shared: bool) -> None:
        instrument = SHARED if shared else APART[next(self._turns) % len(APART)]
        request = {**REQUEST, "instrument": instrument}
        await self._do("RequestFunding", funding=key, cooperation=key, request=request)

    async def _decide(self, key: str) -> None:
        await self._do("DecideFunding", actor=self._board, funding=key, decision="granted")

    async def _do(self, type: str, **fields: Any) -> None:  # noqa: A002 - as commands call it
        whole: Mapping[str, Any] = {
            "type": type,
            "command_id": f"bench-{next(self._numbers)}",
            "actor": self._manager,
            **fields,
        }
        command = COMMANDS.validate_python(whole, strict=False)
        answer = await self._service.one_way_in.handle(ORGANISATION, command)
        if answer.outcome != "recorded":
            raise RuntimeError(f"{answer}")
