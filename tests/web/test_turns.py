"""Pages take turns: a crowd waits, and is told so only after a while."""

import asyncio

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from web.security import turns
from web.security.turns import AT_ONCE, Turns


class Counting:
    """Answers when it is told to, and knows how many it was asked for at once."""

    def __init__(self) -> None:
        self.inside = 0
        self.most = 0
        self.go_on = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer once it may."""
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.go_on.wait()
        self.inside -= 1
        await PlainTextResponse("page")(scope, receive, send)


def client_of(app: Counting) -> httpx.AsyncClient:
    """Somebody who asks it, in their turn."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(Turns(app)), base_url="http://127.0.0.1")


async def full(app: Counting) -> None:
    """Return once as many are let in as may be."""
    while app.inside < AT_ONCE:  # noqa: ASYNC110 - it changes with each step of the loop
        await asyncio.sleep(0)


async def test_a_crowd_is_answered_so_many_at_a_time() -> None:
    """Everybody gets the page, none of them together with more than their share of others."""
    app = Counting()
    async with client_of(app) as client:
        asked = [asyncio.create_task(client.get("/o/demo/")) for _ in range(3 * AT_ONCE)]
        await full(app)
        app.go_on.set()
        answers = await asyncio.gather(*asked)
    assert {one.status_code for one in answers} == {200}
    assert app.most == AT_ONCE


async def test_who_waits_too_long_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the time after which to; forms, static files and whether it lives wait for nobody."""
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    app = Counting()
    async with client_of(app) as client:
        asked = [asyncio.create_task(client.get("/o/demo/")) for _ in range(AT_ONCE)]
        await full(app)
        late = await client.get("/o/demo/")
        assert (late.status_code, late.headers["retry-after"]) == (503, "30")
        assert "Trop de personnes en même temps" in late.text
        others = [client.post("/o/demo/"), client.get("/livez"), client.get("/statique/x")]
        asked += [asyncio.create_task(one) for one in others]
        while app.inside < AT_ONCE + len(others):  # noqa: ASYNC110 - as above
            await asyncio.sleep(0)
        app.go_on.set()
        assert {one.status_code for one in await asyncio.gather(*asked)} == {200}
