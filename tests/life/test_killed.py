"""Power cuts: whatever is killed, the ledger has what was recorded and the workflow catches up."""

import asyncio
import os
import signal
from pathlib import Path

import pytest
from temporalio.service import RPCError

from config import Settings
from domain.kernel.ledger import LedgerKind
from stack.ports import LOOPBACK, chosen_port
from tests.life.house import inhabited, settings_for
from tests.life.processes import seen_by_workflow, worker_process
from tests.support.postgres import Database
from tests.support.smtp import SmtpCatcher
from tests.support.temporal import serve_temporal
from tests.support.waiting import wait_until

FILE = "atelier"


@pytest.fixture
def settings(tmp_path: Path, database: Database, smtp_catcher: SmtpCatcher) -> Settings:
    """Settings for a service and for a worker in a process of its own."""
    return settings_for(tmp_path, database.service_dsn, (smtp_catcher.host, smtp_catcher.port))


async def test_worker_and_temporal_killed_right_after_an_append_catch_up_within_a_minute(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGKILL to both at once: what was recorded reaches the workflow within 60 s of their return."""
    log = tmp_path / "worker.log"
    async with inhabited(settings, LedgerKind.REAL) as house:
        with serve_temporal(tmp_path) as (server, pid):
            monkeypatch.setenv("TEMPORAL_ADDRESS", server.address)
            with worker_process(settings, log) as worker:
                await house.open(FILE)
                await house.followed()
                answer = await house.do("RecordContact", cooperation=FILE, kind="visit")
                worker.kill()
                os.kill(pid, signal.SIGKILL)
        assert answer.position
        assert not await house.is_followed()

        async def caught_up() -> bool:
            try:
                return await seen_by_workflow(settings, house, FILE) >= (answer.position or 0)
            except RPCError:
                return False

        with serve_temporal(tmp_path, server.port), worker_process(settings, log):
            await wait_until(caught_up, "caught up")
            await house.followed()


async def test_after_a_kill_the_next_worker_wakes_at_once(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workflows do not wait for the worker that had them in memory: the first wake of each one succeeds."""
    first, second = tmp_path / "first.log", tmp_path / "second.log"
    async with inhabited(settings, LedgerKind.REAL) as house:
        with serve_temporal(tmp_path) as (server, _):
            monkeypatch.setenv("TEMPORAL_ADDRESS", server.address)
            with worker_process(settings, first) as worker:
                await house.open(FILE)
                await house.followed()
                worker.kill()
            await house.do("RecordContact", cooperation=FILE, kind="visit")
            with worker_process(settings, second):
                await house.followed()
                assert "wake owed" not in second.read_text()


async def test_a_worker_that_starts_before_temporal_waits_for_it_and_ends_when_told(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands are recorded meanwhile; once Temporal is there the worker catches up; SIGTERM ends it with 0."""
    port = chosen_port(0)
    monkeypatch.setenv("TEMPORAL_ADDRESS", f"{LOOPBACK}:{port}")
    log = tmp_path / "worker.log"
    async with inhabited(settings, LedgerKind.REAL) as house:
        with worker_process(settings, log) as worker:
            await house.open(FILE)

            async def has_tried() -> bool:
                return "part crashed" in log.read_text()

            await wait_until(has_tried, "has tried")
            with serve_temporal(tmp_path, port):
                await house.followed()
                worker.terminate()
                assert await asyncio.to_thread(worker.wait, 30) == 0
