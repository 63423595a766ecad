"""What one is mailed: a digest on a weekday, cooperations followed and muted, and the way out without a sign-in."""

import httpx

from access.unsubscribing import Unwanted, token_of
from language import speaking
from tests.cli.house import CAMILLE, CHARLIE, NOUR
from tests.web.house import ORGANISATION, SiteHouse
from wording.pages.messages import state

FILE = "noailles"
PAGE = f"/o/{ORGANISATION}/dossiers/{FILE}"
ELSEWHERE = {"sec-fetch-site": "cross-site"}


async def _send(client: httpx.AsyncClient, page: str, to: str, **fields: str) -> httpx.Response:
    shown = (await client.get(page)).text
    token = shown.split('name="csrf" value="')[1].split('"')[0]
    return await client.post(to, data={"csrf": token} | fields)


async def test_a_digest_is_chosen_and_given_up(site_house: SiteHouse) -> None:
    """On one weekday or none; from now on, not from the beginning."""
    preferences = site_house.site.mail_preferences
    async with site_house.client_as(CAMILLE) as client:
        answer = await _send(client, "/moi", "/moi/courrier", organisation=ORGANISATION, weekday="3")
        assert answer.status_code == 303
        assert '<option value="3" selected>le mercredi</option>' in (await client.get("/moi")).text
        [chosen] = await preferences.digests(ORGANISATION)
        head = await site_house.site.service.ledger.head(ORGANISATION)
        assert (chosen.person, chosen.weekday, chosen.told_position) == (CAMILLE, 3, head.position)
        await _send(client, "/moi", "/moi/courrier", organisation=ORGANISATION, weekday="0")
        assert await preferences.digests(ORGANISATION) == []
        for wrong in ({"weekday": "8"}, {"weekday": "1", "organisation": "ailleurs"}):
            fields = {"organisation": ORGANISATION} | wrong
            assert (await _send(client, "/moi", "/moi/courrier", **fields)).status_code == 404


async def test_a_cooperation_is_followed_muted_and_neither(site_house: SiteHouse) -> None:
    """By the buttons of its page; listed on one's own."""
    preferences = site_house.site.mail_preferences
    async with site_house.client_as(NOUR) as client:
        for wish, kept in (("suivre", "follow"), ("muet", "mute")):
            assert (await _send(client, PAGE, f"{PAGE}/suivi", wish=wish)).status_code == 303
            assert await preferences.wishes(ORGANISATION, NOUR) == {FILE: kept}
        assert "muet</span>" in (await client.get("/moi")).text
        await _send(client, PAGE, f"{PAGE}/suivi", wish="")
        assert await preferences.wishes(ORGANISATION, NOUR) == {}
        assert (await _send(client, PAGE, f"{PAGE}/suivi", wish="autre")).status_code == 404


async def test_nobody_follows_what_they_may_not_read(site_house: SiteHouse) -> None:
    """As what does not exist; and a wish of before is forgotten all the same."""
    preferences = site_house.site.mail_preferences
    async with site_house.client_as(CHARLIE) as client:
        hidden = await _send(client, "/moi", f"{PAGE}/suivi", wish="suivre")
        nowhere = await _send(client, "/moi", f"/o/{ORGANISATION}/dossiers/nulle-part/suivi", wish="suivre")
        assert (hidden.status_code, nowhere.status_code) == (404, 404)
        await preferences.wish(ORGANISATION, CHARLIE, FILE, "follow")
        assert "Noailles" not in (await client.get("/moi")).text
        await _send(client, "/moi", f"{PAGE}/suivi", wish="", **{"from": "me"})
        assert await preferences.wishes(ORGANISATION, CHARLIE) == {}


async def test_the_way_out_needs_no_session_and_looking_changes_nothing(site_house: SiteHouse) -> None:
    """A provider posts from elsewhere; whatever else comes from elsewhere is refused."""
    preferences = site_house.site.mail_preferences
    token = token_of(site_house.site.secret, Unwanted(ORGANISATION, CAMILLE, FILE))
    async with site_house.client(**ELSEWHERE) as provider:
        shown = await provider.get(f"/desabonnement/{token}")
        assert shown.status_code == 200
        assert shown.headers["referrer-policy"] == "no-referrer"
        assert await preferences.wishes(ORGANISATION, CAMILLE) == {}
        done = await provider.post(f"/desabonnement/{token}", data={"List-Unsubscribe": "One-Click"})
        assert done.status_code == 200
        assert await preferences.wishes(ORGANISATION, CAMILLE) == {FILE: "mute"}
        assert (await provider.post("/moi/courrier", data={})).status_code == 403
    await preferences.wish(ORGANISATION, CAMILLE, FILE, None)


async def test_a_token_of_somebody_else_says_nothing(site_house: SiteHouse) -> None:
    """Nor one that was changed, cut off or made up."""
    token = token_of(site_house.site.secret, Unwanted(ORGANISATION, CAMILLE))
    async with site_house.client(**ELSEWHERE) as client:
        for wrong in (token[:-4], f"A{token[1:]}", "rien", "é"):
            assert (await client.post(f"/desabonnement/{wrong}", data={})).status_code == 404


def test_a_muted_letter_says_why_it_was_not_sent() -> None:
    """Where people look up what became of it."""
    with speaking("fr"):
        assert "muette" in state("withdrawn", "muted")
        assert "muette" not in state("withdrawn", "reason-gone")
