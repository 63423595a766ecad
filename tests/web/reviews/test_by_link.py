"""A member without an account: the invitation's letter, its door that no scanner uses up, the room and nothing else."""

import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import SMTP

import links
from domain.kernel.ids import SERVICE, reminder_command_id
from domain.reviews.deadlines import deadlines
from domain.reviews.state import Review
from mail.messages import Queued
from tests.web.house import BASE, ORGANISATION, SiteHouse
from tests.web.reviews.making import ANDREA, CHARLIE, NOTE, NOUR, ROOM, give, put_before_the_jury, read, send

KEY = "review:territoire"


async def _letter(site: SiteHouse) -> Queued:
    """The invitation to Charlie, as it lies in the outbox; it is the service that is about to send it."""
    service = site.site.service
    ruled = await service.files.ruled(ORGANISATION, KEY)
    assert ruled
    assert isinstance(ruled.file, Review)
    [deadline] = deadlines(ruled.file, ruled.rulebook)
    first = deadline.rungs[0].name
    named = {"command_id": reminder_command_id(KEY, deadline.occurrence, first), "rung": first}
    await give(site, SERVICE, "IssueReminder", occurrence=deadline.occurrence, **named)
    letters = await service.outbox.letters(ORGANISATION, file=KEY)
    [letter] = [one for one in letters if one.recipient == CHARLIE]
    content = await service.outbox.content(ORGANISATION, letter.id)
    assert content
    return Queued(
        *(ORGANISATION, letter.id, KEY, letter.occurrence),
        simulation=True, content=content, attempts=0, deferrals=0,
    )  # fmt: skip


async def test_an_invitation_from_the_letter_to_the_opinion(site_house: SiteHouse) -> None:
    """Looked at twenty times it changes nothing; then its reader comes in, declares, reads, answers, gets a copy."""
    digest = (await put_before_the_jury(site_house)).removeprefix("sha256:")
    service = site_house.site.service
    public = replace(service, settings=service.settings.model_copy(update={"public_url": BASE}))
    letter = await _letter(replace(site_house, site=replace(site_house.site, service=public)))
    sent = message_from_bytes(await public.invitations.complete(letter), policy=SMTP)
    plain = sent.get_body(("plain",))
    assert plain
    [door] = set(re.findall(rf"{BASE}(/l/\S+)", plain.get_content()))
    token = door.removeprefix(links.door(""))
    head = await service.ledger.head(ORGANISATION)

    async with site_house.client() as scanner:
        for _ in range(20):
            looked, headed = await scanner.get(door), await scanner.head(door)
            assert (looked.status_code, headed.status_code, len(scanner.cookies)) == (200, 200, 0)
        assert "Noailles" in read(looked)
        assert (await scanner.get(ROOM)).status_code == 303

    async with site_house.client() as charlie:
        inside = await charlie.post(door)
        assert (inside.status_code, inside.headers["location"]) == (303, ROOM)
        room = await charlie.get(ROOM)
        assert token not in room.text
        assert NOTE not in read(room)
        assert await service.ledger.head(ORGANISATION) == head
        assert (await send(charlie, "DeclareInterests", conflict="no")).status_code == 303
        assert NOTE in read(await charlie.get(ROOM))
        assert (await charlie.get(f"{ROOM}/pieces/{digest}")).status_code == 200
        assert (await send(charlie, "GiveOpinion", opinion="favourable")).status_code == 303
        assert "favorable" in read(await charlie.get(f"{ROOM}/mon-avis"))
        for elsewhere in (
            links.tasks(ORGANISATION),
            links.file(ORGANISATION, "noailles"),
            links.form(ORGANISATION, "GiveOpinion", {"review": "territoire"}),
            f"{ROOM}-2",
            f"{ROOM}/pv",
        ):
            assert (await charlie.get(elsewhere)).status_code == 404, elsewhere

        await give(site_house, NOUR, "RecuseMember", member=ANDREA, reason="Sa sœur y travaille.")
        await give(site_house, NOUR, "ConcludeReview")
        ended = read(await charlie.get(ROOM))
        assert "Merci." in ended
        assert NOTE not in ended
        assert (await charlie.get(f"{ROOM}/pieces/{digest}")).status_code == 404
        assert (await charlie.get(f"{ROOM}/mon-avis")).status_code == 200

        await service.clock_store.show(
            ORGANISATION, await service.clock.now(ORGANISATION) + timedelta(days=31)
        )
        assert (await charlie.get(ROOM)).status_code == 404
        assert (await charlie.get(door)).status_code == 404
