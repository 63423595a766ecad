"""The gauges: every worker with an endpoint reads them now and then, in one statement, and shows the same."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

import structlog
from temporalio.common import MetricMeter

from domain.kernel.ledger import LedgerUnavailable
from projections.standing import LedgerStanding
from telemetry import catalogue
from telemetry.catalogue import Metric

READ_SECONDS = 20.0
"""How often they are read."""

log = structlog.get_logger()


class Gauges:
    """Reads how ledgers stand and shows it. While the database is away they keep what was read last, and its time."""

    def __init__(self, meter: MetricMeter, read: Callable[[], Awaitable[Sequence[LedgerStanding]]]) -> None:
        self._gauges = {one: meter.create_gauge_float(one.name, one.says) for one in catalogue.GAUGES}
        self._read = read

    async def run(self) -> None:
        """Read and show until cancelled."""
        while True:
            try:
                await self.look()
            except LedgerUnavailable as away:
                log.warning("gauges not read", reason=str(away))
            await asyncio.sleep(READ_SECONDS)

    async def look(self) -> None:
        """Read and show once. Raises LedgerUnavailable."""
        for standing in await self._read():
            self._show_all(standing)
        self._show(catalogue.READ_AT, time.time())

    def _show_all(self, one: LedgerStanding) -> None:
        simple = {
            catalogue.POSITION: one.position,
            catalogue.FOLLOWER_LAG: one.follower_lag,
            catalogue.FOLLOWER_SILENT: one.follower_silent,
            catalogue.OWED_WAKES: one.owed_wakes,
            catalogue.READ_MODEL_LAG: one.read_model_lag,
            catalogue.READ_MODELS_STOPPED: one.read_models_stopped,
            catalogue.OVERDUE: one.overdue,
            catalogue.SIGN_OF_LIFE_AGE: one.sign_of_life_age,
        }
        for metric, value in simple.items():
            self._show(metric, value, one.organisation)
        waiting = {
            "queued": one.messages_queued,
            "unknown": one.messages_unknown,
            "failed": one.messages_failed,
        }
        for state, messages in waiting.items():
            self._show(catalogue.MESSAGES, messages, one.organisation, state)

    def _show(self, metric: Metric, value: float, *values: str) -> None:
        self._gauges[metric].set(float(value), dict(zip(metric.labels, values, strict=True)))
