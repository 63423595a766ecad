"""Open a cooperation, and wait until Escale tells by a webhook that it is open.

``ESCALE`` is where pages are reached, ``TOKEN`` a token with the scope *act:cooperations*, ``SECRET`` that of a
subscription to webhooks (``whsec_…``), ``PORT`` where this program listens; ``CERTIFICATE`` and ``KEY`` the files by
which it speaks TLS (without them, a proxy in front of it does); ``COMMAND_ID`` the id of the command: with the same one
nothing is opened twice.
"""

import os
import ssl
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from escale_client import Escale, Refused, opening
from standardwebhooks import Webhook, WebhookVerificationError

LARGEST = 1_000_000


class Waiting(HTTPServer):
    """Takes what is sent until it is told of one command; whatever is not signed by the secret is refused."""

    def __init__(self, port: int, secret: str) -> None:
        super().__init__(("127.0.0.1", port), Taking)
        self.signed = Webhook(secret)
        self.told: list[dict[str, object]] = []

    def speak_tls(self, certificate: str, key: str) -> None:
        """From here on by https, with a certificate and its key from files."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)

    def until(self, command_id: str) -> dict[str, object]:
        """What was told of a command first. It may have been told before its answer was here."""
        while True:
            for one in self.told:
                data = one["data"]
                if isinstance(data, dict) and data.get("command_id") == command_id:
                    return one
            self.handle_request()


class Taking(BaseHTTPRequestHandler):
    """One message: verified over the bytes that came, then taken."""

    server: Waiting

    def do_POST(self) -> None:
        """Answer at once: what takes long is done afterwards."""
        length = min(int(self.headers.get("content-length", "0")), LARGEST)
        try:
            self.server.told.append(
                self.server.signed.verify(self.rfile.read(length), dict(self.headers.items()))
            )
            self.send_response(204)
        except WebhookVerificationError:
            self.send_response(401)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


def main() -> int:
    """Open what standard input describes, and say what was told."""
    escale = Escale(os.environ["ESCALE"], os.environ["ORGANISATION"], os.environ["TOKEN"])
    with Waiting(int(os.environ.get("PORT", "8099")), os.environ["SECRET"]) as waiting:
        if os.environ.get("CERTIFICATE"):
            waiting.speak_tls(os.environ["CERTIFICATE"], os.environ["KEY"])
        try:
            recorded = escale.give(opening(sys.stdin.read()), os.environ.get("COMMAND_ID"))
        except Refused as refused:
            print(refused, file=sys.stderr)  # noqa: T201 - a program for people
            return 1
        told = waiting.until(str(recorded.command_id))
        print(told["type"], recorded.position)  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
