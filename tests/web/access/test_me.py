"""One's own page: sessions that one ends, the password, the language; and the password again before what is weighty."""

import asyncio

from starlette.requests import Request

from domain.cooperations.commands.file import HandOverManagers
from domain.organisation.commands import GrantRole
from tests.web.access.conftest import PASSWORD, People
from web.proving import must_prove

NEW = "une autre phrase, plus longue"


async def test_a_second_browser_is_put_out(people: People) -> None:
    """By its button, and by « toutes les autres »."""
    async with people.browser() as mine, people.browser() as other, people.browser() as third:
        for client in (mine, other, third):
            assert (await people.sign_in(client)).status_code == 303
        shown = (await mine.get("/moi")).text
        assert shown.count("celle-ci") == 1
        ids = [part.split('"')[0] for part in shown.split('name="session" value="')[1:]]
        assert len([one for one in ids if one]) == 2
        token = shown.split('name="csrf" value="')[1].split('"')[0]
        assert (
            await mine.post("/moi/connexions", data={"csrf": token, "session": ids[0]})
        ).status_code == 303
        assert sorted([(await one.get("/moi")).status_code for one in (other, third)]) == [200, 303]
        await mine.post("/moi/connexions", data={"csrf": token, "session": ""})
        assert {(await one.get("/moi")).status_code for one in (other, third)} == {303}
        assert (await mine.get("/moi")).status_code == 200
        for wrong in ("zz", "00" * 32):
            answer = await mine.post("/moi/connexions", data={"csrf": token, "session": wrong})
            assert answer.status_code in (303, 404)
        assert (await mine.post("/moi/connexions", data={"session": ""})).status_code == 403


async def test_a_new_password_ends_the_other_sessions(people: People) -> None:
    """And asks for the present one."""
    async with people.browser() as mine, people.browser() as other:
        for client in (mine, other):
            await people.sign_in(client)
        token = (await mine.get("/moi")).text.split('name="csrf" value="')[1].split('"')[0]
        wrong = await mine.post(
            "/moi/mot-de-passe", data={"csrf": token, "current": "pas lui", "password": NEW}
        )
        assert wrong.status_code == 422
        assert "Ce n’est pas votre mot de passe actuel" in wrong.text
        right = await mine.post(
            "/moi/mot-de-passe", data={"csrf": token, "current": PASSWORD, "password": NEW}
        )
        assert right.status_code == 303
        assert (await other.get("/moi")).status_code == 303
        assert (await mine.get(right.headers["location"])).status_code == 200
    async with people.browser() as client:
        assert (await people.sign_in(client, NEW)).status_code == 303


async def test_a_language_is_spoken_from_the_next_page_on(people: People) -> None:
    """In every browser of theirs, and after the next sign-in; whatever their browser prefers."""
    async with people.browser() as mine, people.browser() as other:
        for client in (mine, other):
            await people.sign_in(client)
        token = (await mine.get("/moi")).text.split('name="csrf" value="')[1].split('"')[0]
        await mine.post("/moi/langue", data={"csrf": token, "language": "en"})
        for client in (mine, other):
            assert '<html lang="en">' in (await client.get("/o/demo/")).text
    async with people.browser() as client:
        await people.sign_in(client)
        assert '<html lang="en">' in (await client.get("/o/demo/")).text


async def test_what_is_weighty_asks_for_the_password_again(people: People) -> None:
    """After ten minutes; after a link, at once; in a demonstration, never."""
    site, access = people.house.site, people.house.site.access

    async def asked(held: str) -> tuple[bool, bool]:
        request = Request({"type": "http", "app": None})
        request.state.session = await access.sessions.find(held)
        return must_prove(request, GrantRole), must_prove(request, HandOverManagers)

    async with people.browser() as client:
        await people.sign_in(client)
        held = client.cookies["escale"]
        assert await asked(held) == (False, False)
        await people.owner.execute("UPDATE access.sessions SET proved_at = now() - interval '11 minutes'")
        assert await asked(held) == (True, False)
        wrong = await people.press(client, "/connexion/verification", password="pas lui, non")  # noqa: S106
        assert wrong.status_code == 422
        right = await people.press(client, "/connexion/verification", password=PASSWORD)
        assert right.headers["location"] == "/"
        assert await asked(held) == (False, False)
    assert site


async def test_passwords_are_hashed_beside_other_requests(people: People) -> None:
    """Ten who sign in at once hold up nobody who reads."""
    async with people.browser() as reader, people.browser() as client:
        signing = [asyncio.create_task(people.sign_in(client, f"faux {one}")) for one in range(4)]
        assert (await reader.get("/livez")).status_code == 200
        await asyncio.gather(*signing)
