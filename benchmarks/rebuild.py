"""Rebuilding all read models, against fetching and parsing the same events and doing nothing with them."""

import json
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import asyncpg

from application.rulebooks.shelf import YamlRulebooks
from benchmarks.paired import measure
from benchmarks.report import Row, at_least
from benchmarks.server import bench_server
from domain.cooperations.events.file import CommitmentRecorded, CooperationOpened, StakeholderAdded
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.cooperations.events.record import (
    ContactRecorded,
    DeliverableDelivered,
    EvaluationRecorded,
    LessonRecorded,
    ProblemRecorded,
    SolutionRecorded,
)
from domain.files.events import DeliveryReported, ReminderIssued
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream
from domain.kernel.ledger import Append, LedgerKind
from domain.kernel.moments import write_instant
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import (
    ContactKind,
    CooperationType,
    EconomicModel,
    Origin,
    Phase,
    Role,
    Term,
    Territory,
)
from domain.registry.codec import encode
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from eventstore.queries import load_queries
from programmes import FOLDER
from projections.rebuild import rebuild
from projections.rebuild_processes import RebuildProcesses

ORGANISATION = "bench"
FILES = 2_000
CYCLES = 10
"""Of ten events each, after an opening."""
PAGE = 1_000
ROUNDS = 5
BAR = 0.3
START = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
ACTOR = "p-00000000000a"

_READ = load_queries(Path(__file__).parent.parent / "eventstore" / "queries.sql")["read"]


async def rebuild_read_models() -> Sequence[Row]:
    """A ledger of ``FILES`` cooperations with about 100 events each, rebuilt as ``escale rebuild`` does it."""
    async with bench_server() as server:
        pool = await open_pool(server.service_dsn)
        ledger = PostgresLedger(pool)
        await fill(ledger)
        events = (await ledger.head(ORGANISATION)).position
        rulebooks = YamlRulebooks(FOLDER)
        processes = RebuildProcesses(server.service_dsn, rulebooks)

        async def ours(_seconds: float) -> float:
            started = time.perf_counter()
            await rebuild(pool, ledger, rulebooks, in_processes=processes)
            return events / (time.perf_counter() - started)

        async def bare(seconds: float) -> float:
            return await fetch_and_parse(pool, seconds)

        rounds = await measure({"rebuild": ours, "bare": bare}, rounds=ROUNDS, between=server.settle)
        pool.terminate()
    figures = f"{rounds.figure('rebuild'):,.0f} / {rounds.figure('bare'):,.0f} events/s"
    detail = f"{figures}, {events:,} events, {processes.processes} processes"
    name = "rebuild of all read models / bare fetch and json.loads"
    return [at_least(name, BAR, rounds.ratio("rebuild", "bare"), detail)]


async def fetch_and_parse(pool: asyncpg.Pool, seconds: float) -> float:
    """Pages of the ledger, each body parsed and dropped; events per second."""
    started, read, after = time.perf_counter(), 0, 0
    async with pool.acquire() as connection:
        while time.perf_counter() < started + seconds:
            rows = await connection.fetch(_READ, ORGANISATION, after, PAGE)
            for row in rows:
                json.loads(row["body"])
            read += len(rows)
            after = rows[-1]["position"] if len(rows) == PAGE else 0
    return read / (time.perf_counter() - started)


async def fill(ledger: PostgresLedger) -> None:
    """A ledger in which many files grow at the same time."""
    await ledger.found(ORGANISATION, LedgerKind.REAL, START)
    files = [cooperation_stream(f"file-{number}") for number in range(FILES)]
    entries = dict.fromkeys(files, 0)
    for cycle in range(CYCLES + 1):
        at = START + timedelta(days=60 * cycle)
        for first in range(0, len(files), 50):
            group = files[first : first + 50]
            await ledger.append(
                ORGANISATION,
                [_append(stream, entries[stream], _events(cycle, entries[stream]), at) for stream in group],
                at,
            )
            for stream in group:
                entries[stream] += len(_events(cycle, entries[stream]))


def _append(stream: str, entry: int, events: Sequence[Event], at: datetime) -> Append:
    command_id = f"{stream}/{entry}"
    encoded = [
        encode(
            Recorded(
                event=event,
                stream=stream,
                entry=entry + index + 1,
                effective_at=write_instant(at),
                actor=ACTOR,
                command_id=command_id,
                cause=command_id,
                correlation=command_id,
                rulebook="tec@1",
            ),
            index,
            lambda: bytes(32),
        )
        for index, event in enumerate(events)
    ]
    return Append(command_id, ACTOR, bytes(32), bytes(32), {stream: entry}, tuple(one.new for one in encoded))


def _events(cycle: int, entry: int) -> Sequence[Event]:
    note = Prose(text="Compte rendu de la rencontre avec les habitants et les partenaires du projet.")
    if cycle == 0:
        return (
            CooperationOpened(
                name="Coopération",
                territory=Territory(name="Toulouse", insee_codes=("31555",)),
                region="occitanie",
                object="Menuiserie de réemploi",
                cooperation_type=CooperationType.MODELLED,
                economic_model=EconomicModel.HYBRID,
                origin=Origin.COLLECTIVE_ASKS,
                relayed_from=None,
                rulebook="tec@1",
                managers=(ACTOR, "p-00000000000b"),
            ),
            PhaseEntered(phase=Phase.EXPLORATION, pass_number=1, way="opened"),
        )
    partner = f"partner-{cycle}"
    message = f"{cycle:032x}"
    return (
        StakeholderAdded(
            stakeholder=partner,
            name="Association de quartier",
            sector="association",
            role="Animation",
            term=Term(until=date(2027, 1, cycle)),
            carries_the_money=False,
        ),
        CommitmentRecorded(party=partner, toward=None, expects=note, brings=note),
        ContactRecorded(kind=ContactKind.MEETING, stakeholders=(partner,), note=note),
        DeliverableDelivered(deliverable="portrait", document=None, note=note),
        ReminderIssued(
            occurrence=f"inactivity/e{entry}",
            rung="due",
            due_on=date(2026, 1, 5),
            recipient=ACTOR,
            role=Role.PROGRAMME_MANAGER,
            late=False,
            message=message,
            calendar="monday-to-friday, FR, holidays 0.109",
        ),
        DeliveryReported(message=message, delivery="sent", code=None),
        ProblemRecorded(title="Un local à trouver", note=note),
        SolutionRecorded(problem=entry + 7, title="Convention d’occupation", solved=True, note=None),
        LessonRecorded(title="Commencer par une victoire rapide", note=note),
        EvaluationRecorded(grid={"governance": 2, "pleasure": 3}, note=None),
    )
