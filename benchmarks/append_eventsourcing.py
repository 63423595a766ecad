"""Append against the ``eventsourcing`` package's PostgreSQL recorder, set up as its documentation says."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from eventsourcing.persistence import ApplicationRecorder, InfrastructureFactory, StoredEvent
from eventsourcing.utils import Environment

from benchmarks.append_writers import LedgerWriters, Stream
from benchmarks.paired import measure
from benchmarks.report import Row, at_least
from benchmarks.server import BenchServer, bench_server

BARS = {1: 2.0, 16: 8.0}


class EventsourcingWriters:
    """Threads that insert one event each, the same bytes as ours, and wait for it."""

    def __init__(self, recorder: ApplicationRecorder, writers: int) -> None:
        self._recorder = recorder
        self._writers = writers
        self._streams = [(uuid4(), Stream()) for _ in range(writers)]

    async def run(self, seconds: float) -> float:
        """Events per second."""
        return await asyncio.to_thread(self._run, seconds)

    def _run(self, seconds: float) -> float:
        began = time.perf_counter()

        def keep_writing(aggregate: UUID, stream: Stream) -> int:
            written = 0
            while time.perf_counter() - began < seconds:
                state = stream.next_body()
                self._recorder.insert_events(
                    [StoredEvent(aggregate, stream.entry, "domain:Cooperation.Delivered", state)]
                )
                written += 1
            return written

        with ThreadPoolExecutor(self._writers) as threads:
            counts = list(threads.map(keep_writing, *zip(*self._streams, strict=True)))
        return sum(counts) / (time.perf_counter() - began)


async def append_eventsourcing() -> Sequence[Row]:
    """One writer and sixteen, against as many threads."""
    async with bench_server() as server:
        with _recorder(server) as recorder:
            rivals = {}
            for writers in BARS:
                rivals[f"ledger {writers}"] = (await LedgerWriters.found(server, writers)).run
                rivals[f"eventsourcing {writers}"] = EventsourcingWriters(recorder, writers).run
            rounds = await measure(rivals)
    return [
        at_least(
            f"append: {writers} writer{'s'[: writers - 1]} / eventsourcing",
            bar,
            rounds.ratio(f"ledger {writers}", f"eventsourcing {writers}"),
            f"{rounds.figure(f'ledger {writers}'):,.0f} / {rounds.figure(f'eventsourcing {writers}'):,.0f} events/s",
        )
        for writers, bar in BARS.items()
    ]


@contextmanager
def _recorder(server: BenchServer) -> Iterator[ApplicationRecorder]:
    """A recorder with the package's defaults; only the connection is told."""
    dsn = urlsplit(server.owner_dsn)
    environment = Environment(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": dsn.path.removeprefix("/"),
            "POSTGRES_HOST": str(dsn.hostname),
            "POSTGRES_PORT": str(dsn.port),
            "POSTGRES_USER": str(dsn.username),
            "POSTGRES_PASSWORD": str(dsn.password),
        }
    )
    with InfrastructureFactory.construct(environment) as factory:
        yield factory.application_recorder()
