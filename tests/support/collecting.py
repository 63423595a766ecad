"""Somebody who collects traces by OTLP over HTTP, as operators run one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass(frozen=True)
class Collected:
    """A span that arrived."""

    name: str
    trace: str
    span: str
    parent: str
    links: tuple[str, ...]
    """The traces that it is linked to."""
    attributes: dict[str, str]
    error: str


class Collector:
    """Where traces go, and what has arrived."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.spans: list[Collected] = []

    def named(self, name: str) -> list[Collected]:
        """The spans of a name, in the order in which they arrived."""
        return [one for one in self.spans if one.name == name]

    def take(self, content: bytes) -> None:
        """Take what was sent."""
        request = ExportTraceServiceRequest.FromString(content)
        for resource in request.resource_spans:
            for scope in resource.scope_spans:
                self.spans += [
                    Collected(
                        one.name,
                        one.trace_id.hex(),
                        one.span_id.hex(),
                        one.parent_span_id.hex(),
                        tuple(link.trace_id.hex() for link in one.links),
                        {each.key: each.value.string_value for each in one.attributes},
                        one.status.message,
                    )
                    for one in scope.spans
                ]


@contextmanager
def collect_traces() -> Iterator[Collector]:
    """Collect until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            collector.take(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        collector = Collector(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield collector
        finally:
            server.shutdown()
            thread.join()
