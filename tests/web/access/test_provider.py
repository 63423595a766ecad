"""The organisation's own sign-in, against a provider that really serves: discovery, authorisation, tokens, keys."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import oidc_provider_mock
import pytest

from tests.cli.house import CAMILLE
from tests.web.access.conftest import CAMILLES, People
from web.site import open_site

SUBJECT = "sub-42"


@dataclass
class Provider:
    """A provider that serves, and what its people press there."""

    issuer: str

    async def press(self, address: str, subject: str = SUBJECT) -> str:
        """Sign in at its page; where it sends the browser back to."""
        async with httpx.AsyncClient() as browser:
            answer = await browser.post(address, data={"sub": subject})
        assert answer.status_code == 302
        return answer.headers["location"]

    async def knows(self, subject: str = SUBJECT, **claims: object) -> None:
        """Tell it about somebody."""
        async with httpx.AsyncClient() as client:
            (await client.put(f"{self.issuer}/users/{subject}", json=claims)).raise_for_status()


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """A provider on a free port."""
    with oidc_provider_mock.run_server_in_thread(require_nonce=True) as server:
        yield Provider(f"http://localhost:{server.server_port}")


@pytest.fixture
async def at_provider(people: People, provider: Provider, tmp_path: Path) -> People:
    """The site, known to the provider."""
    secret = tmp_path / "oidc"
    secret.write_text("a secret between us\n")
    site = people.house.site
    settings = site.settings.model_copy(
        update={
            "oidc_issuer": provider.issuer,
            "oidc_client_id": "escale",
            "oidc_client_secret_file": str(secret),
            "oidc_name": "Ma Fondation",
        }
    )
    return replace(people, house=replace(people.house, site=open_site(settings, site.service)))


async def _there(client: httpx.AsyncClient) -> str:
    answer = await client.get("/connexion/oidc")
    assert answer.status_code == 303
    return answer.headers["location"]


async def test_an_address_is_confirmed_once_by_mail_and_then_the_subject_signs_in(
    at_provider: People, provider: Provider
) -> None:
    """Nobody comes in by an address that a provider tells; from then on by its subject alone."""
    await provider.knows(email=CAMILLES, email_verified=True)
    async with at_provider.browser() as client:
        door = await client.get("/connexion")
        assert "Se connecter avec Ma Fondation" in door.text
        assert f"form-action 'self' {provider.issuer}" in door.headers["content-security-policy"]
        address = await _there(client)
        asked = httpx.URL(address).params
        assert (asked["code_challenge_method"], asked["response_type"]) == ("S256", "code")
        assert asked["nonce"]
        back = await provider.press(address)
        answer = await client.get(back)
        assert "Regardez votre courrier" in answer.text
        assert "escale=" not in answer.headers.get("set-cookie", "").replace("escale-begun=", "")
        [link] = await at_provider.links()
        assert (await at_provider.press(client, link)).headers["location"] == "/o/demo/"
    await provider.knows(email="autre@example.org", email_verified=True)
    async with at_provider.browser() as client:
        answer = await client.get(await provider.press(await _there(client)))
        assert (answer.status_code, answer.headers["location"]) == (303, "/o/demo/")
        account = await at_provider.house.site.access.memberships.account_of("demo", CAMILLE)
        found = await at_provider.house.site.sessions.find(client.cookies["escale"])
        assert found
        assert found.account == account
        assert found.proved_at


@pytest.mark.parametrize(
    "claims",
    [
        {"email": CAMILLES, "email_verified": False},
        {"email": CAMILLES},
        {"email": "personne@example.org", "email_verified": True},
        {},
    ],
)
async def test_what_is_not_verified_or_not_known_gets_the_same_answer_and_no_letter(
    at_provider: People, provider: Provider, claims: dict[str, object]
) -> None:
    """The page says that a link has left if the address is known."""
    await provider.knows("sub-0", **claims)
    async with at_provider.browser() as client:
        answer = await client.get(await provider.press(await _there(client), "sub-0"))
        assert "Regardez votre courrier" in answer.text
    assert await at_provider.links() == []


async def test_only_the_browser_that_left_comes_back_and_once(
    at_provider: People, provider: Provider
) -> None:
    """Another browser, another state, a code that was used, one that never was: nobody comes in."""
    await provider.knows(email=CAMILLES, email_verified=True)
    account = await at_provider.house.site.access.memberships.account_of("demo", CAMILLE)
    assert account
    await at_provider.house.site.access.identities.link(provider.issuer, SUBJECT, account)
    async with at_provider.browser() as client, at_provider.browser() as victim:
        back = await provider.press(await _there(client))
        assert (await victim.get(back)).status_code == 403
        begun = client.cookies["escale-begun"]
        url = httpx.URL(back)
        for wrong in ({"state": "another"}, {"code": "never"}, {"code": ""}):
            client.cookies.set("escale-begun", begun)
            answer = await client.get(str(url.copy_merge_params(wrong)))
            assert answer.status_code == 403, wrong
        client.cookies.set("escale-begun", begun)
        assert (await client.get(back)).status_code == 303
        client.cookies.clear()
        client.cookies.set("escale-begun", begun)
        assert (await client.get(back)).status_code == 403


async def test_a_token_for_another_way_there_is_refused(at_provider: People, provider: Provider) -> None:
    """The nonce of one way does not go with the code of another."""
    site = at_provider.house.site
    assert site.provider
    from access.provider import ProviderRefuses  # noqa: PLC0415 - loads Authlib

    address, begun = await site.provider.begin()
    code = httpx.URL(await provider.press(address)).params["code"]
    with pytest.raises(ProviderRefuses):
        await site.provider.come_back(code, replace(begun, nonce="another"))


async def test_a_provider_that_is_away_says_so(at_provider: People, provider: Provider) -> None:
    """And a provider that calls itself otherwise is none."""
    site = at_provider.house.site
    for issuer in ("http://localhost:9", f"{provider.issuer}/"):
        settings = site.settings.model_copy(update={"oidc_issuer": issuer})
        away = replace(at_provider, house=replace(at_provider.house, site=open_site(settings, site.service)))
        async with away.browser() as client:
            assert (await client.get("/connexion/oidc")).status_code == 503


async def test_without_a_provider_there_is_no_such_page(people: People) -> None:
    """Nor a button."""
    async with people.browser() as client:
        assert (await client.get("/connexion/oidc")).status_code == 404
        assert (await client.get("/connexion/oidc/retour?code=x&state=y")).status_code == 404
        assert "/connexion/oidc" not in (await client.get("/connexion")).text
