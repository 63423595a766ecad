"""A beneficiary hands a report in by a link, which allows that alone; nothing is recorded before it is taken in."""

import re
from email import message_from_bytes
from email.policy import SMTP

import httpx
import pytest

from bootstrap_mail import completed, held_back
from mail.deposits import deposit_of
from mail.messages import Queued
from tests.support.imported import person_of
from tests.web.files.reading import text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse

SWANN, ANGE, CHARLIE = person_of("swann"), person_of("ange"), person_of("charlie")
PAGE = "/o/demo/financements/filature-2027/depots"
HOME = "/o/demo/"
PDF = b"%PDF-1.7\n% a report, invented\n%%EOF\n"


async def made(pages: SiteHouse) -> str:
    """The path of a link for the report that is owed."""
    async with pages.client_as(SWANN) as client:
        shown = await client.get(PAGE)
        form = form_on(shown.text)
        assert form.values["kind"] == ["report"]
        answer = await client.post(PAGE, data=form.values | {"to": "by-hand"})
    assert answer.headers["cache-control"] == "no-store"
    found = re.search(r'value="http://[^"/]+(/d/[^"]+)"', answer.text)
    assert found, answer.text
    return found[1]


async def hand_in(client: httpx.AsyncClient, path: str, *named: str, note: str = "") -> httpx.Response:
    """Send documents through the door."""
    files = [("documents", (name, PDF, "application/pdf")) for name in named]
    return await client.post(path, data={"note": note}, files=files or [("x", ("", b""))])


async def asked(pages: SiteHouse, **sent: str) -> httpx.Response:
    """Ask for the report that is owed, of whom it says."""
    async with pages.client_as(SWANN) as client:
        form = form_on((await client.get(PAGE)).text)
        return await client.post(PAGE, data=form.values | sent)


async def waiting(pages: SiteHouse, *, held: bool) -> list[Queued]:
    """Letters with a link that wait to be sent, those that are to be sent or those that are not."""
    service = pages.site.service
    found = [
        Queued(
            *("demo", one.id, one.file, one.occurrence),
            simulation=False,
            content=await service.outbox.content("demo", one.id) or b"",
            attempts=0,
            deferrals=0,
            purpose="deposit",
            recipient=one.recipient,
        )
        for one in await service.outbox.letters("demo")
        if (one.purpose, one.state) == ("deposit", "queued")
    ]
    return [one for one in found if (await held_back(service, one) is not None) == held]


async def brought(pages: SiteHouse) -> tuple[Queued, bytes]:
    """The letter that brings the link that is open, and what the mail server would get of it."""
    [letter] = await waiting(pages, held=False)
    return letter, await completed(pages.site.service, letter)


def way_in(content: bytes) -> str:
    """Where a letter leads."""
    body = message_from_bytes(content, policy=SMTP).get_body(("plain",))
    assert body is not None
    [found] = set(re.findall(r"/d/\S+", body.get_content()))
    return str(found)


async def come_to(pages: SiteHouse, letter: Queued, state: str) -> None:
    """A letter has come to rest, as the sender would write it down."""
    told = "UPDATE mail.outbox SET state = $2, reason = '550' WHERE organisation = 'demo' AND id = $1"
    await pages.site.service.pool.execute(told, letter.id, state)


async def close(pages: SiteHouse) -> None:
    """Close every link that is still open."""
    async with pages.client_as(SWANN) as client:
        for address in re.findall(r'action="(/o/demo/depots/[^"]+)"', (await client.get(PAGE)).text):
            token = form_on((await client.get(PAGE)).text).values["csrf"]
            assert (await client.post(address, data={"csrf": token})).status_code == 303


async def test_what_is_handed_in_waits_for_whoever_may_record_it(pages: SiteHouse) -> None:
    """A receipt with the digest; the form of the command comes filled; the ledger has not grown."""
    before = (await pages.site.service.ledger.head("demo")).position
    path = await made(pages)
    async with pages.client() as client:
        door = await client.get(path)
        assert "vous demande : le compte rendu" in text_of(door.text)
        assert "Filature" not in door.text, "the link shows nothing of the file"
        receipt = await hand_in(client, path, "bilan.pdf", note="Voici le bilan.")
        again = await hand_in(client, path, "bilan.pdf")
    assert receipt.status_code == 200, receipt.text
    [digest] = set(re.findall(r"<code>([0-9a-f]{64})</code>", again.text))
    async with pages.client_as(SWANN) as client:
        assert "Dépôts à prendre en compte" in (await client.get(HOME)).text
        shown = (await client.get(PAGE)).text
        assert "Voici le bilan." in shown
        [taking_in] = re.findall(r'href="(/o/demo/faire/SubmitReport[^"]+)"', shown)
        form = form_on((await client.get(taking_in.replace("&amp;", "&"))).text)
        assert form.values["document"] == [f"sha256:{digest}"]
    async with pages.client_as(CHARLIE) as client:
        assert "Dépôts à prendre en compte" not in (await client.get(HOME)).text
    assert (await pages.site.service.ledger.head("demo")).position == before
    await close(pages)


async def test_escale_sends_the_link_and_its_secret_is_in_no_outbox(pages: SiteHouse) -> None:
    """To somebody whose address the vault has: their letter opens the door, the page of the letter shows no way in."""
    async with pages.client_as(SWANN) as client:
        [near, *_] = re.findall(r'<option value="(p-[^"]+)"', (await client.get(PAGE)).text)
    assert (await asked(pages, to=near)).status_code == 303
    letter, content = await brought(pages)
    assert letter.recipient == near
    async with pages.client() as client:
        assert (await client.get(way_in(content))).status_code == 200
        assert (await client.get(f"/d/{deposit_of(letter.id)}")).status_code == 404
        assert (await client.get(way_in((await brought(pages))[1]))).status_code == 200, (
            "each attempt has its own"
        )
    async with pages.client_as(SWANN) as client:
        shown = (await client.get(f"/o/demo/courrier/{letter.id}")).text
        assert "/d/…" in shown
        assert deposit_of(letter.id) not in shown.split('class="written"')[1]
    await close(pages)


async def test_a_letter_that_did_not_arrive_waits_for_whoever_asked_until_they_ask_again(
    pages: SiteHouse,
) -> None:
    """Of somebody outside nothing is kept once it has come to rest; the link that it should have brought is closed."""
    outside = {"to": "other", "name": "Camille Roux", "address": "camille@exemple.fr"}
    assert (await asked(pages, **outside)).status_code == 303
    letter, _ = await brought(pages)
    await come_to(pages, letter, "failed")
    assert await pages.site.service.outbox.content("demo", letter.id) == b""
    async with pages.client_as(SWANN) as client:
        assert "Le courrier qui demande" in text_of((await client.get(HOME)).text)
        assert "Ce courrier n’est pas arrivé" in text_of((await client.get(PAGE)).text)
        assert "une personne extérieure" in (await client.get(f"/o/demo/courrier/{letter.id}")).text
    assert (await asked(pages, **outside)).status_code == 303
    async with pages.client_as(SWANN) as client:
        assert "Le courrier qui demande" not in text_of((await client.get(HOME)).text)
    found = await pages.site.service.outbox.letter("demo", letter.id)
    assert found
    assert found.state == "withdrawn"
    await close(pages)
    assert await waiting(pages, held=True), "closed before it left, it is not sent"
    assert not await waiting(pages, held=False)


@pytest.mark.parametrize("sent", [
    {"to": "other", "name": "Camille", "address": "camille"},
    {"to": "other", "name": "", "address": "camille@exemple.fr"},
    {"to": CHARLIE},
    {},
])  # fmt: skip
async def test_nobody_is_sent_a_link_whom_no_letter_reaches(pages: SiteHouse, sent: dict[str, str]) -> None:
    """No address, no name, somebody of no role beside the file, nobody: said at the field, and no link is made."""
    answer = await asked(pages, **({"to": ""} | sent))
    assert answer.status_code == 422
    assert "Dites à qui envoyer le lien" in text_of(answer.text)
    assert not re.findall(r"/o/demo/depots/", answer.text)


async def test_a_link_that_was_closed_or_never_was_is_told_alike(pages: SiteHouse) -> None:
    """Nothing more is kept by it; a link signs nobody in."""
    path = await made(pages)
    async with pages.client() as client:
        assert "set-cookie" not in (await client.get(path)).headers
        await close(pages)
        closed, never = await client.get(path), await client.get("/d/inconnu")
        assert (closed.status_code, never.status_code) == (404, 404)
        assert closed.text == never.text
        assert (await hand_in(client, path, "tard.pdf")).status_code == 404
        assert (await client.get(PAGE)).status_code == 303


async def test_what_is_not_a_document_is_refused_with_what_would_be_taken(pages: SiteHouse) -> None:
    """Nothing chosen; a kind that is not taken; too many at once: the note stays, nothing is kept."""
    path = await made(pages)
    async with pages.client() as client:
        nothing = await hand_in(client, path, note="Un mot")
        program = await hand_in(client, path, "bilan.exe", note="Un mot")
        many = await hand_in(client, path, *(f"{number}.pdf" for number in range(11)))
        for answer in (nothing, program, many):
            assert answer.status_code == 422, answer.text
            assert 'role="alert"' in answer.text
        assert ">Un mot</textarea>" in program.text
        assert "<code>" not in (await client.get(path)).text
    await close(pages)


async def test_only_who_may_record_it_makes_and_closes_links(pages: SiteHouse) -> None:
    """Others read that it is not theirs; what they send meets no page."""
    async with pages.client_as(ANGE) as client:
        shown = await client.get(PAGE)
        assert 'action="/o/demo/financements/filature-2027/depots"' not in shown.text
        token = form_on((await client.get("/o/demo/faire/RecordContact")).text).values["csrf"]
        sent = {"csrf": token, "kind": "report", "part": "bilan"}
        assert (await client.post(PAGE, data=sent)).status_code == 404
        assert (await client.post("/o/demo/depots/inconnu", data=sent)).status_code == 404
