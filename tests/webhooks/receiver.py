"""A receiver of webhooks on this machine: a real server that answers as it is told to, and keeps what it hears."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from standardwebhooks import Webhook

END = b"\r\n\r\n"


@dataclass(frozen=True)
class Heard:
    """A request: its headers, its body, and what it says."""

    headers: dict[str, str]
    body: str

    @property
    def said(self) -> Any:
        """The JSON."""
        return json.loads(self.body)

    @property
    def id(self) -> str:
        """Of the message."""
        return self.headers["webhook-id"]

    @property
    def position(self) -> int:
        """Of the event in the ledger."""
        return int(self.said["data"]["position"])

    def verifies(self, secret: str) -> bool:
        """Whether the library for receivers takes it for ours."""
        try:
            Webhook(secret).verify(self.body, self.headers)
        except Exception:  # noqa: BLE001 - whatever it says, it is no
            return False
        return True


@dataclass
class Receiver:
    """What it heard, and how it answers: a status for each request."""

    heard: list[Heard] = field(default_factory=list)
    answers: Callable[[Heard], int] = lambda _: 204
    pause: asyncio.Event | None = None
    """While it is there and not set, it hears and does not answer."""
    url: str = ""

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one answer."""
        head = (await reader.readuntil(END)).decode()
        lines = [line.partition(": ") for line in head.split("\r\n")[1:] if line]
        headers = {name.lower(): value for name, _, value in lines}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        heard = Heard(headers, body.decode())
        self.heard.append(heard)
        if self.pause:
            await self.pause.wait()
        more = "location: http://127.0.0.1:1/\r\n" if (status := self.answers(heard)) in (301, 307) else ""
        writer.write(f"HTTP/1.1 {status} X\r\ncontent-length: 0\r\n{more}connection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()


@asynccontextmanager
async def receiving(port: int = 0, tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver while it is up; by https with a certificate."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver.take, "127.0.0.1", port, ssl=tls)
    begin = "https://localhost" if tls else "http://127.0.0.1"
    receiver.url = f"{begin}:{server.sockets[0].getsockname()[1]}/hook?from=escale"
    try:
        yield receiver
    finally:
        server.close()
