"""Five hundred reviews that conclude in the same minute: when the last opinions come, and when a deadline passes.

A worker in a process of its own, as operators run it, with Temporal on PostgreSQL, mail and everything else on the same
machine. Two members sit on each panel; the second one's opinion comes last, or not at all.
"""

import asyncio
import json
import tempfile
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from aiosmtpd.controller import Controller

from benchmarks.command_rivals import OPENING, ORGANISATION
from benchmarks.living import AT_ONCE, Town, settings_on, temporal_on, town, worker_process
from benchmarks.report import Row
from benchmarks.server import QUERIES, BenchServer, bench_server
from domain.kernel.ids import person_id
from domain.kernel.ledger import LedgerKind, StoredEvent
from domain.kernel.moments import write_instant
from stack.catcher import Catcher
from stack.ports import LOOPBACK, chosen_port

REVIEWS, COOPERATIONS = 500, 100
QUESTIONS = REVIEWS // COOPERATIONS
"""A cooperation asks each question once at a time."""
MINUTE = 60.0
WITHIN = timedelta(minutes=4)
"""Until the deadline: time to open the reviews, to tell the members, and to hear the first of them."""
FIRST, SECOND = (person_id(f"register-{one}") for one in ("first", "second"))


def rulebook() -> dict[str, Any]:
    """Questions to a panel that has a fortnight, and to one that has minutes; people work every day."""
    panel = {"mode": "advisory", "members": [{"role": "jury"}], "concludes": "majority", "ladder": "asking"}
    name = {"fr": "Avis", "en": "Opinion"}
    questions = [(f"{kind}{number}", kind) for kind in ("slow", "quick") for number in range(QUESTIONS)]
    return {
        "programme": "panels",
        "version": 1,
        "name": name,
        "source": "benchmarks",
        "calendar": {"days": "every-day", "holidays": "none"},
        "phases": {"exploration": {"name": name, "gate": []}},
        "deadlines": [],
        "ladders": {"asking": [{"rung": "due", "offset": "PT0S", "to": "jury"}]},
        "panels": [
            {**panel, "panel": "slow", "name": name, "within": "P14D", "quorum": {"at_least": 2}},
            {**panel, "panel": "quick", "name": name, "within": f"PT{WITHIN.total_seconds():.0f}S"},
        ],
        "reviews": [
            {"review": question, "name": name, "panel": kind, "about": "gate"} for question, kind in questions
        ],
        "settles_abandonment": ["board"],
        "waives": ["board"],
    }


async def reviews() -> Sequence[Row]:
    """How long until every conclusion was recorded, and how many commands were refused meanwhile."""
    with tempfile.TemporaryDirectory() as mail:
        catcher = Controller(Catcher(Path(mail) / "mail"), hostname=LOOPBACK, port=chosen_port(0))
        catcher.start()
        try:
            async with bench_server() as server, temporal_on(server) as address:
                settings = settings_on(server, catcher.port)
                async with town(settings, address, LedgerKind.REAL) as here:
                    await _prepare(here)
                    async with worker_process(settings, address):
                        panels = Panels(here)
                        answered = await panels.conclude_on_last_opinions()
                        passed = await panels.conclude_at_deadline()
                    refused = await _refused(server)
        finally:
            catcher.stop()
    return (
        _within_a_minute(f"{REVIEWS} reviews concluded after their last opinions, seconds", answered),
        _within_a_minute(f"{REVIEWS} reviews concluded after one deadline, seconds", passed),
        Row(f"commands refused while {2 * REVIEWS} reviews conclude", refused, 0, refused == 0),
    )


@dataclass(frozen=True)
class Panels:
    """Asks and answers, many at once."""

    town: Town

    async def conclude_on_last_opinions(self) -> float:
        """All but one opinion of each are there; seconds from the moment the last ones are given."""
        await self._ask("slow", None)
        await self._answer("slow", SECOND)
        await self.town.all_live()
        began, before = datetime.now(UTC), await self._position()
        await self._opine("slow", FIRST)
        return (await self._last_conclusion(before) - began).total_seconds()

    async def conclude_at_deadline(self) -> float:
        """One member never answers; seconds from the deadline."""
        before, asked_at = await self._position(), datetime.now(UTC).replace(microsecond=0)
        await self._ask("quick", asked_at)
        await self.town.all_live()
        due = asked_at + WITHIN
        if datetime.now(UTC) > due:
            raise RuntimeError("the reviews were not open in time")
        return (await self._last_conclusion(before) - due).total_seconds()

    async def _ask(self, kind: str, at: datetime | None) -> None:
        moment = {"effective_at": write_instant(at)} if at else {}
        await _many(
            self.town.do(
                type="OpenReview",
                review=f"{kind}-{number}",
                cooperation=f"file-{number % COOPERATIONS}",
                question=f"{kind}{number // COOPERATIONS}",
                **moment,
            )
            for number in range(REVIEWS)
        )
        await self._answer(kind, FIRST, opine=kind == "quick")

    async def _answer(self, kind: str, who: str, *, opine: bool = True) -> None:
        act = {"type": "DeclareInterests", "actor": who, "conflict": False}
        await _many(self.town.do(**act, review=f"{kind}-{number}") for number in range(REVIEWS))
        if opine:
            await self._opine(kind, who)

    async def _opine(self, kind: str, who: str) -> None:
        act = {"type": "GiveOpinion", "actor": who, "opinion": "favourable", "dossier": 1}
        await _many(self.town.do(**act, review=f"{kind}-{number}") for number in range(REVIEWS))

    async def _position(self) -> int:
        return (await self.town.service.ledger.head(ORGANISATION)).position

    async def _last_conclusion(self, position: int) -> datetime:
        """Wait until as many conclusions as reviews came after a position; when the last was recorded."""
        found: list[datetime] = []
        while len(found) < REVIEWS:
            page = await self.town.service.ledger.read(ORGANISATION, position, 1_000)
            found += [one.recorded_at for one in page if _type(one) == "ReviewConcluded"]
            position = page[-1].position if page else position
            await asyncio.sleep(0 if page else 0.1)
        return max(found)


async def _prepare(here: Town) -> None:
    await here.do(type="PublishRulebook", rulebook=rulebook(), reason="Mesure")
    for name, person in (("first", FIRST), ("second", SECOND)):
        about = {"name": name.title(), "email": f"{name}@exemple.org"}
        await here.do(type="RegisterPerson", command_id=f"register-{name}", **about)
        await here.do(type="GrantRole", person=person, role="jury")
    sheet = {**OPENING, "programme": "panels", "managers": [here.manager]}
    await _many(here.do(**sheet, cooperation=f"file-{number}") for number in range(COOPERATIONS))


async def _many(acts: Iterator[Coroutine[Any, Any, Any]]) -> None:
    """Have them done, so many at once."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def in_turn(act: Coroutine[Any, Any, Any]) -> None:
        async with gate:
            await act

    await asyncio.gather(*map(in_turn, acts))


async def _refused(server: BenchServer) -> int:
    connection = await asyncpg.connect(server.owner_dsn)
    count = int(await connection.fetchval(QUERIES["refused"]))
    await connection.close()
    return count


def _type(event: StoredEvent) -> str:
    return str(json.loads(event.body)["type"])


def _within_a_minute(name: str, seconds: float) -> Row:
    return Row(name, round(seconds, 1), MINUTE, seconds <= MINUTE)
