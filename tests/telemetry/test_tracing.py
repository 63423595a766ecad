"""Spans by OpenTelemetry: of which trace they are, what they say, and what they keep to themselves."""

import pytest
import structlog
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from application.observability.causes import Causes
from application.observability.instruments import Instruments
from application.observability.metrics import NoMetrics
from application.observability.tracing import Origin
from telemetry.tracing import DerivedIds, OpenTelemetryTracing
from tests.application.house import HOUSE, House, lesson, opening

log = structlog.get_logger()


class Watched:
    """Instruments that trace, and the spans that ended."""

    def __init__(self, causes: Causes | None = None) -> None:
        self._kept = InMemorySpanExporter()
        provider = TracerProvider(id_generator=DerivedIds(), shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self._kept))
        self.instruments = Instruments(NoMetrics(), OpenTelemetryTracing(provider), causes)

    def span(self, name: str) -> ReadableSpan:
        """The one span of a name."""
        [found] = [one for one in self._kept.get_finished_spans() if one.name == name]
        return found


async def test_whoever_finds_the_same_command_goes_on_with_its_trace() -> None:
    """Two processes that share the ledger alone: the second one's span is below the first one's."""
    house = House()
    await house.found()
    await house.recorded(opening("rives"))
    first, second = Watched(), Watched(Causes(house.ledger))
    with first.instruments.command(HOUSE, opening("rives")):
        pass
    async with second.instruments.wake(HOUSE, "rives"):
        pass
    began, went_on = first.span("OpenCooperation"), second.span("wake")
    assert began.context
    assert went_on.context
    assert began.context.trace_id == Origin(HOUSE, opening("rives").command_id).trace_id
    assert began.parent is None
    assert went_on.context.trace_id == began.context.trace_id
    assert went_on.parent is not None
    assert went_on.parent.span_id == began.context.span_id
    assert went_on.context.span_id != began.context.span_id


async def test_a_command_that_is_given_within_another_trace_begins_its_own_and_points_back() -> None:
    """What follows from it is looked for by its own id."""
    house = House()
    await house.found()
    await house.recorded(opening("rives"))
    watched = Watched(Causes(house.ledger))
    async with watched.instruments.activity("perform_act", HOUSE, "rives"):
        with watched.instruments.command(HOUSE, lesson(1)):
            pass
    outer, inner = watched.span("perform_act"), watched.span("RecordLesson")
    assert outer.context
    assert inner.context
    assert inner.context.trace_id == Origin(HOUSE, lesson(1).command_id).trace_id != outer.context.trace_id
    assert [link.context.span_id for link in inner.links] == [outer.context.span_id]


def test_lines_of_the_log_carry_the_trace() -> None:
    """From a line one finds the trace, and from the trace the lines."""
    watched = Watched()
    with (
        capture_logs(processors=[merge_contextvars]) as lines,
        watched.instruments.command(HOUSE, opening("rives")),
    ):
        log.info("deciding")
    trace = Origin(HOUSE, opening("rives").command_id).trace_id
    assert [line["trace"] for line in lines] == [f"{trace:032x}"]


def test_an_error_shows_as_its_type_alone() -> None:
    """Its text may quote what is private, and so may its values."""
    watched = Watched()
    with pytest.raises(ValueError, match="Zoé"), watched.instruments.command(HOUSE, opening("rives")):
        raise ValueError("Zoé a écrit : « non »")
    span = watched.span("OpenCooperation")
    assert (span.status.is_ok, span.status.description, span.events) == (False, "ValueError", ())
    assert "Zoé" not in span.to_json()
