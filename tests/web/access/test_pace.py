"""Nobody asks faster than people do, but whoever looks around in a simulation at the machine itself."""

from dataclasses import replace

import pytest

from access.session import Session
from tests.web.access.conftest import People
from web.security.pace import Pace


async def test_a_minute_has_sixty_forms_and_three_hundred_pages(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over all sessions of an account; whom a link let in has sixty of each; the next minute begins anew."""
    async with people.browser() as client:
        await people.sign_in(client)
        session = await people.house.site.sessions.find(client.cookies["escale"])
    assert isinstance(session, Session)
    now = 600.0
    monkeypatch.setattr("web.security.pace.time.monotonic", lambda: now)
    pace = Pace()
    assert [pace.allows(session, "POST") for _ in range(61)] == [True] * 60 + [False]
    assert [pace.allows(session, "GET") for _ in range(301)] == [True] * 300 + [False]
    assert not pace.allows(replace(session, id=b"another"), "GET")
    link = replace(session, kind="link", account=None, organisation="demo", person="p-1", subject="review:x")
    assert [pace.allows(link, "GET") for _ in range(61)] == [True] * 60 + [False]
    shown = replace(link, kind="demonstration", subject=None)
    assert all(pace.allows(shown, "GET") for _ in range(400))
    now = 661.0
    assert pace.allows(session, "GET")


async def test_too_fast_is_told(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how long to wait."""
    monkeypatch.setattr(Pace, "allows", lambda *_: False)
    async with people.browser() as client:
        await people.sign_in(client)
        answer = await client.get("/moi")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")
    assert "Réessayez dans une minute" in answer.text
