"""Links in letters: scanners use nothing up, each is good for what it says, and behind the door no address has it."""

from datetime import UTC, datetime, timedelta

import pytest

from access.links import Link
from access.session import USUAL, NewSession
from tests.cli.house import CAMILLE, CHARLIE, NOUR
from tests.web.access.conftest import CAMILLES, PASSWORD, People
from tests.web.house import ORGANISATION
from tests.web.reviews.making import REVIEW, ROOM, put_before_the_jury

NEW = "une autre phrase, plus longue"


async def _state(people: People) -> list[object]:
    tables = ("links", "sessions", "identities", "accounts")
    return [await people.owner.fetch(f"SELECT * FROM access.{one} ORDER BY 1") for one in tables]  # noqa: S608


async def test_a_scanner_changes_nothing_and_the_reader_comes_in(people: People) -> None:
    """Twenty times by GET and HEAD; then the button, once."""
    async with people.browser() as client:
        await client.post("/connexion/lien", data={"address": CAMILLES})
    [link] = await people.links()
    before = await _state(people)
    async with people.browser() as scanner:
        for _ in range(20):
            shown = await scanner.get(link)
            assert (shown.status_code, (await scanner.head(link)).status_code) == (200, 200)
            assert "set-cookie" not in shown.headers
            assert shown.headers["referrer-policy"] == "no-referrer"
            assert shown.headers["cache-control"] == "no-store"
    assert await _state(people) == before
    async with people.browser() as client:
        answer = await people.press(client, link)
        assert (answer.status_code, answer.headers["location"]) == (303, "/o/demo/")
        assert (await client.get("/o/demo/")).status_code == 200
    async with people.browser() as client:
        again = await people.press(client, link)
        assert again.status_code == 404
        assert "Ce lien ne vaut plus" in again.text
        assert (await client.get("/l/rien")).text == (await client.get(link)).text


async def test_a_reset_link_chooses_a_password_once_and_ends_what_was_open(people: People) -> None:
    """A password that is too short uses nothing up."""
    async with people.browser() as other, people.browser() as client:
        await people.sign_in(other)
        await client.post("/connexion/oubli", data={"address": CAMILLES})
        [link] = await people.links()
        short = await people.press(client, link, password="court")  # noqa: S106 - too short on purpose
        assert short.status_code == 422
        assert "moins de douze caractères" in short.text
        assert (await people.press(client, link, password=NEW)).status_code == 303
        assert (await other.get("/moi")).status_code == 303
        assert (await people.press(other, link, password=NEW)).status_code == 404
    async with people.browser() as client:
        assert (await people.sign_in(client, PASSWORD)).status_code == 422
        assert (await people.sign_in(client, NEW)).status_code == 303


async def test_whoever_is_signed_in_as_somebody_else_is_told_and_has_both_ways_on(people: People) -> None:
    """For whom the link is, and who they are."""
    access = people.house.site.access
    account = await access.memberships.account_of(ORGANISATION, CAMILLE)
    token = await access.links.make(Link(purpose="sign-in", account=account))
    async with people.house.client_as(NOUR) as client:
        shown = await client.get(f"/l/{token}")
        assert "Ce lien est pour Camille Exemple\u202f; vous êtes Nour " in shown.text
        assert "Rester Nour" in shown.text
        answer = await people.press(client, f"/l/{token}")
        assert answer.headers["location"] == "/o/demo/"
        assert (await client.get("/moi")).text.count("celle-ci") == 1


@pytest.fixture
async def review(people: People) -> str:
    """The key of a review on which Charlie sits."""
    key = f"review:{REVIEW}"
    if await people.house.site.service.files.file(ORGANISATION, key) is None:
        await put_before_the_jury(people.house)
    return key


async def test_a_link_to_another_address_is_over(people: People, review: str) -> None:
    """Whoever reads the mail of an address that is no longer theirs does not come in."""
    access = people.house.site.access
    soon = datetime.now(UTC) + timedelta(days=1)
    link = Link(purpose="invitation", organisation=ORGANISATION, person=CHARLIE, subject=review, ends_at=soon)
    current = (await people.house.site.service.files.organisation(ORGANISATION)).people[CHARLIE].email.vault
    async with people.browser() as client:
        for place, status in ((current, 200), ("elsewhere", 404)):
            token = await access.links.make(
                Link(**{name: getattr(link, name) for name in Link.__slots__} | {"place": place})
            )
            assert (await client.get(f"/l/{token}")).status_code == status


async def test_an_invitation_lets_in_to_its_one_file(people: People, review: str) -> None:
    """As often as one comes back; every other page of the organisation is none."""
    access = people.house.site.access
    link = Link(purpose="invitation", organisation=ORGANISATION, person=CHARLIE, subject=review)
    token = await access.links.make(link)
    for _ in range(2):
        async with people.browser() as client:
            shown = await client.get(f"/l/{token}")
            assert "Vous êtes Charlie" in shown.text
            assert "Ce n’est pas moi" in shown.text
            answer = await people.press(client, f"/l/{token}")
            assert answer.headers["location"] == ROOM
            assert token not in answer.headers["location"]
            for path in ("/o/demo/", "/o/demo/dossiers/noailles", f"{ROOM}-y", "/o/demo/avis"):
                assert (await client.get(path)).status_code == 404
            assert (await client.get("/")).headers["location"] == ROOM


@pytest.mark.parametrize(("subject", "status"), [("noailles", 200), ("noaille", 404)])
async def test_a_link_session_reads_one_page_only(people: People, subject: str, status: int) -> None:
    """Neither a page whose address begins alike, nor others that its person may read with an account."""
    access = people.house.site.access
    new = NewSession(
        kind="link",
        organisation=ORGANISATION,
        person=NOUR,
        subject=subject,
        idle_for=USUAL.idle_for,
        lasts=USUAL.lasts,
    )
    async with people.house.client(await access.sessions.open(new)) as client:
        assert (await client.get("/o/demo/dossiers/noailles")).status_code == status
        assert (await client.get("/o/demo/")).status_code == 404
        assert (await client.get("/moi")).status_code == 200
