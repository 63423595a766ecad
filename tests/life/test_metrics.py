"""One endpoint of a worker shows Temporal's metrics and ours."""

import asyncio

import pytest

import worker
from config import Settings
from domain.kernel.ledger import LedgerKind
from stack.ports import chosen_port
from telemetry import gauges
from tests.life.house import at, inhabited
from tests.support.scraping import Scraped, scrape
from tests.support.waiting import wait_until

FILE = "vallee"
LAGS = ("follower_lag_positions", "read_model_lag_positions", "read_models_stopped", "owed_wakes")


async def test_a_worker_shows_its_work_and_temporals_on_one_endpoint(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A life that it reminds of is seen there: wakes, reminders, the service's own acts, nothing left behind."""
    monkeypatch.setattr(gauges, "READ_SECONDS", 0.2)
    port = chosen_port(0)
    settings = settings.model_copy(update={"metrics_port": port})
    endpoint = worker.shown_metrics(settings)
    stop = asyncio.Event()
    async with inhabited(settings, LedgerKind.SIMULATION) as house, asyncio.TaskGroup() as parts:
        parts.create_task(worker.work(settings, stop, endpoint=endpoint))
        await house.open(FILE)
        await house.advance_to(at("2027-03-10"))
        seen = Scraped(())

        def ours(name: str, **labels: str) -> float:
            return seen.value(name, organisation=house.organisation, **labels)

        async def is_shown() -> bool:
            nonlocal seen
            seen = await asyncio.to_thread(scrape, port)
            head = await house.service.ledger.head(house.organisation)
            behind = [ours(f"escale_{one}") for one in ("messages", *LAGS)]
            return ours("escale_ledger_position") == head.position and not any(behind)

        await wait_until(is_shown, "is shown")
        reminders = len(await house.issued(FILE))
        overdue = ours("escale_overdue_deadlines")
        stop.set()

    assert reminders > 0
    assert ours("escale_reminders_total") == reminders
    acts = ours("escale_service_acts_total", type="IssueReminder", outcome="recorded")
    assert 0 < acts <= reminders
    assert ours("escale_commands_total", type="IssueReminder") == acts
    assert ours("escale_commands_total", type="OpenCooperation") == 0, "it was given in another process"
    assert ours("escale_wakes_total", outcome="woken") > 0
    assert ours("escale_wakes_total") == ours("escale_wake_time_seconds_count")
    assert overdue > 0
    assert "escale_workflows_in_trouble" in seen.names
    assert ours("escale_workflows_in_trouble") == 0
    assert seen.value("temporal_workflow_task_execution_latency_seconds_count") > 0
    assert not [labels for _, labels, _ in seen.samples if FILE in str(labels) or "@" in str(labels)]
