"""Signing in and out: the same answer for everybody, limits, cookies, and no way to lead anybody elsewhere."""

import httpx
import pytest

from domain.kernel.ledger import LedgerUnavailable
from tests.cli.house import CAMILLE
from tests.web.access.conftest import CAMILLES, PASSWORD, People
from tests.web.house import SiteHouse
from web.security.seals import BACK_TO, sealed


async def test_a_password_opens_the_page_that_was_wanted(people: People) -> None:
    """Under a cookie that scripts, other sites and later visitors of the browser do not get."""
    async with people.browser() as client:
        wanted = (await client.get("/o/demo/?genre=x")).headers["location"]
        back = str(httpx.URL(wanted).params["retour"])
        answer = await people.sign_in(client, retour=back)
        assert (answer.status_code, answer.headers["location"]) == (303, "/o/demo/?genre=x")
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert "max-age" not in cookie
        assert "expires" not in cookie
        assert (await client.get("/o/demo/")).status_code == 200
        assert (await client.get("/")).headers["location"] == "/o/demo/"


async def test_behind_tls_the_cookie_is_bound_to_the_host(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``__Host-``: browsers take it by TLS only, and for no neighbour."""
    site = people.house.site
    monkeypatch.setattr(type(site), "secure", True)
    async with people.browser() as client:
        cookie = (await people.sign_in(client)).headers["set-cookie"]
    assert cookie.startswith("__Host-escale=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


async def test_known_and_unknown_are_answered_alike(people: People) -> None:
    """Word for word, but for the address that was typed."""
    async with people.browser() as client:
        known = await people.sign_in(client, "pas le bon mot")
        unknown = await people.sign_in(client, "pas le bon mot", "personne@example.org")
        assert known.status_code == unknown.status_code == 422
        assert known.text == unknown.text.replace("personne@example.org", CAMILLES)
        assert "Erreur" in known.text
        assert "pas le bon mot" not in known.text
        asked = [
            await client.post("/connexion/lien", data={"address": one})
            for one in (CAMILLES, "personne@example.org", "n’importe quoi")
        ]
    assert len({one.text for one in asked}) == 1
    assert {one.status_code for one in asked} == {200}
    assert len(await people.links()) == 1


@pytest.mark.parametrize("address", [CAMILLES, "personne@example.org"])
async def test_after_five_wrong_passwords_the_right_one_waits(people: People, address: str) -> None:
    """For a quarter of an hour, known or not; a link still lets in."""
    async with people.browser() as client:
        for _ in range(5):
            assert (await people.sign_in(client, "pas le bon mot", address)).status_code == 422
        answer = await people.sign_in(client, PASSWORD, f" {address.upper()} ")
        assert answer.status_code == 429
        assert "Réessayez dans 15 minutes" in answer.text
        assert (await client.post("/connexion/lien", data={"address": address})).status_code == 200
        await people.owner.execute("UPDATE access.attempts SET since = since - interval '16 minutes'")
        later = await people.sign_in(client, PASSWORD, address)
    assert later.status_code == (303 if address == CAMILLES else 422)


@pytest.mark.parametrize(
    "back", ["https://ailleurs.example/", "//ailleurs.example/", "/o/demo/", "", "x.y.z"]
)
async def test_nobody_is_led_elsewhere(people: People, back: str) -> None:
    """Only an address that we sealed ourselves, and one of ours."""
    site = people.house.site
    async with people.browser() as client:
        for retour in (back, sealed(site, "something-else", back)):
            answer = await people.sign_in(client, retour=retour)
            assert answer.headers["location"] == "/o/demo/"
            client.cookies.clear()
        if not back.startswith("/o/"):
            answer = await people.sign_in(client, retour=sealed(site, BACK_TO, back))
            assert answer.headers["location"] == "/o/demo/"


async def test_each_sign_in_has_a_new_cookie_and_signing_out_ends_every_copy(
    people: People, site_house: SiteHouse
) -> None:
    """What was fixed in a browser before is worth nothing; nor is what was copied from it."""
    async with people.browser() as client:
        await people.sign_in(client)
        first = client.cookies["escale"]
        shown = await client.get("/moi")
        assert shown.status_code == 200
        token = shown.text.split('name="csrf" value="')[1].split('"')[0]
        await people.sign_in(client, csrf=token)
        second = client.cookies["escale"]
        assert second != first
        async with site_house.client(first) as old:
            assert (await old.get("/moi")).status_code == 303
        answer = await people.press(client, "/deconnexion")
        assert answer.headers["location"].startswith("/connexion")
    async with site_house.client(second) as copy:
        assert (await copy.get("/moi")).status_code == 303


async def test_a_long_form_is_not_read(people: People) -> None:
    """Whoever is not signed in may send sixteen kilobytes."""
    async with people.browser() as client:
        answer = await people.sign_in(client, "x" * 20_000)
    assert answer.status_code == 413


async def test_no_line_of_the_log_tells_address_or_password(
    people: People, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """Ids only."""
    async with people.browser() as client:
        await people.sign_in(client, "un secret bien gardé")
        await client.post("/connexion/lien", data={"address": CAMILLES})
        [link] = await people.links()
        await client.get(link)
        await people.press(client, link)
    told = "".join(capsys.readouterr()) + caplog.text
    rows = str(await people.owner.fetch("SELECT * FROM access.sign_ins"))
    for private in (CAMILLES, "un secret bien gardé", link.removeprefix("/l/")):
        assert private not in told + rows
    assert "sign-in" in rows


async def test_a_demonstration_is_for_whoever_sits_at_the_machine(people: People) -> None:
    """From elsewhere, or through a proxy that does not say for whom it asks, there is none, whatever the cookie."""
    async with people.house.client_as(CAMILLE) as client:
        assert (await client.get("/o/demo/")).status_code == 200
        assert "Voir la démonstration" in (await client.get("/connexion")).text
        elsewhere = {"host": "escale.example.org"}
        assert (await client.get("/o/demo/", headers=elsewhere)).status_code == 404
        assert "Voir la démonstration" not in (await client.get("/connexion", headers=elsewhere)).text


async def test_with_the_store_away_nobody_is_turned_down(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said of a password that could not be looked at."""

    async def away(*_: object) -> bool:
        raise LedgerUnavailable("away")

    monkeypatch.setattr(people.house.site.access.limits, "allows", away)
    async with people.browser() as client:
        assert (await people.sign_in(client)).status_code == 503
