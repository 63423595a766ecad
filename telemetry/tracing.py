"""``application.observability.tracing.Tracing`` by OpenTelemetry, which is loaded only where somebody wants traces."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    Span,
    SpanContext,
    Status,
    StatusCode,
    TraceFlags,
    format_trace_id,
    get_current_span,
    set_span_in_context,
    use_span,
)

from application.observability.tracing import Attributes, Origin

CLOSE_SECONDS = 2.0
"""How long a process that ends waits for whoever collects traces."""

_beginning: ContextVar[Origin | None] = ContextVar("beginning", default=None)


class DerivedIds(RandomIdGenerator):
    """Random ids, but for the span with which a trace begins."""

    def generate_trace_id(self) -> int:
        """The trace's id."""
        origin = _beginning.get()
        return origin.trace_id if origin else super().generate_trace_id()

    def generate_span_id(self) -> int:
        """The span's id."""
        origin = _beginning.get()
        return origin.span_id if origin else super().generate_span_id()


class OpenTelemetryTracing:
    """Spans of a provider, which must have ``DerivedIds``.

    Of an error they tell the type: its text may quote what is private.
    """

    on = True

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("escale")

    @contextmanager
    def begin(self, name: str, origin: Origin, attributes: Attributes) -> Iterator[str]:
        """The span with which a trace begins, linked to the present one."""
        present = get_current_span().get_span_context()
        links = [Link(present)] if present.is_valid else []
        token = _beginning.set(origin)
        try:
            span = self._tracer.start_span(name, Context(), attributes=_named(attributes), links=links)
        finally:
            _beginning.reset(token)
        with _within(span) as trace:
            yield trace

    @contextmanager
    def go_on(self, name: str, origin: Origin | None, attributes: Attributes) -> Iterator[str]:
        """A further span, of the trace of ``origin``; without one, of the present trace."""
        above = _remote(origin) if origin else None
        with _within(self._tracer.start_span(name, above, attributes=_named(attributes))) as trace:
            yield trace

    def done(self, name: str, since: int) -> None:
        """A span below the present one that ends now."""
        self._tracer.start_span(name, start_time=since).end(time.time_ns())

    def tell(self, attributes: Attributes) -> None:
        """Have the present span say something."""
        get_current_span().set_attributes(_named(attributes))

    def close(self) -> None:
        """Send what is still to be sent, unless whoever collects it does not answer."""
        closing = threading.Thread(target=self._provider.shutdown, daemon=True)
        closing.start()
        closing.join(CLOSE_SECONDS)


def exporting_tracing() -> OpenTelemetryTracing:
    """Traces that leave by OTLP to where the environment says (``OTEL_EXPORTER_OTLP_…``)."""
    logging.getLogger("opentelemetry").addHandler(logging.NullHandler())  # no line where nobody set up a log
    own = {} if os.environ.get("OTEL_SERVICE_NAME") else {SERVICE_NAME: "escale"}
    provider = TracerProvider(
        resource=Resource.create(own), id_generator=DerivedIds(), shutdown_on_exit=False
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return OpenTelemetryTracing(provider)


def _named(attributes: Attributes) -> Attributes:
    return {f"escale.{name}": value for name, value in attributes.items()}


def _remote(origin: Origin) -> Context:
    """The context of a command's span, wherever that was."""
    known = SpanContext(
        origin.trace_id, origin.span_id, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED)
    )
    return set_span_in_context(NonRecordingSpan(known), Context())


@contextmanager
def _within(span: Span) -> Iterator[str]:
    """Let a span be the present one, and end it."""
    try:
        with use_span(span, record_exception=False, set_status_on_exception=False):
            yield format_trace_id(span.get_span_context().trace_id)
    except BaseException as error:
        span.set_status(Status(StatusCode.ERROR, type(error).__name__))
        raise
    finally:
        span.end()
