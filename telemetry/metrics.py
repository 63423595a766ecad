"""Counting on the meter of Temporal's runtime: one endpoint shows its metrics and ours."""

from datetime import timedelta

from temporalio.common import MetricCounter, MetricMeter
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig

from telemetry import catalogue
from telemetry.catalogue import Metric


class EndpointTaken(Exception):
    """Metrics cannot be shown where the settings say; the text says why."""


def metrics_endpoint(host: str, port: int) -> Runtime:
    """A runtime of Temporal that shows its metrics at ``http://host:port/metrics``, and those made with its meter.

    Names and units are those that Prometheus advises: ``_total``, ``_seconds``. Raises EndpointTaken.
    """
    shown = PrometheusConfig(
        bind_address=f"{host}:{port}",
        counters_total_suffix=True,
        unit_suffix=True,
        durations_as_seconds=True,
    )
    try:
        return Runtime(telemetry=TelemetryConfig(metrics=shown, attach_service_name=False))
    except ValueError as taken:
        raise EndpointTaken(str(taken)) from taken


class MeteredMetrics:
    """``application.observability.metrics.Metrics`` on a meter."""

    def __init__(self, meter: MetricMeter) -> None:
        self._counters = {one: _counter(meter, one) for one in catalogue.COUNTERS}
        in_trouble, time_of_wakes = catalogue.IN_TROUBLE, catalogue.WAKE_TIME
        self._in_trouble = meter.create_gauge(in_trouble.name, in_trouble.says)
        self._wake_time = meter.create_histogram_timedelta(time_of_wakes.name, time_of_wakes.says, "s")

    def command(self, organisation: str, kind: str, outcome: str) -> None:
        """Count a command."""
        self._count(catalogue.COMMANDS, organisation, kind, outcome)

    def service_act(self, organisation: str, kind: str, outcome: str) -> None:
        """Count what the service did, or could not do, by itself."""
        self._count(catalogue.SERVICE_ACTS, organisation, kind, outcome)

    def reminder(self, organisation: str, *, late: bool) -> None:
        """Count a reminder."""
        self._count(catalogue.REMINDERS, organisation, "late" if late else "on_time")

    def wake(self, organisation: str, outcome: str, seconds: float) -> None:
        """Count a wake and its time."""
        self._count(catalogue.WAKES, organisation, outcome)
        labels = dict(zip(catalogue.WAKE_TIME.labels, (organisation, outcome), strict=True))
        self._wake_time.record(timedelta(seconds=seconds), labels)

    def trouble(self, organisation: str, trouble: str) -> None:
        """Count a workflow's call for help."""
        self._count(catalogue.TROUBLES, organisation, trouble)

    def in_trouble(self, organisation: str, workflows: int) -> None:
        """Show how many there are."""
        self._in_trouble.set(workflows, dict(zip(catalogue.IN_TROUBLE.labels, (organisation,), strict=True)))

    def _count(self, metric: Metric, *values: str) -> None:
        self._counters[metric].add(1, dict(zip(metric.labels, values, strict=True)))


def _counter(meter: MetricMeter, metric: Metric) -> MetricCounter:
    return meter.create_counter(metric.name, metric.says)
