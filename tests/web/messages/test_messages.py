"""Letters as pages: what became of each, in a sentence; who may decide is offered it, others are told why not."""

import re
from datetime import datetime

import pytest

from domain.kernel.ids import RESERVED, SERVICE, reminder_command_id
from domain.kernel.moments import PARIS
from domain.reminders.due import due_rungs
from language import speaking
from tests.cli.house import CAMILLE, NOUR
from tests.web.files.reading import read, text_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.reviews.making import give
from wording.pages.came_back import in_short, remedy
from wording.pages.messages import state

LIST = f"/o/{ORGANISATION}/courrier"


async def in_doubt(site: SiteHouse) -> str:
    """A reminder about ``noailles`` of which nobody knows whether it arrived; its id."""
    service = site.site.service
    if known := await service.outbox.letters(ORGANISATION, file="noailles", states=("unknown",)):
        return known[0].id
    await service.clock_store.show(ORGANISATION, datetime(2027, 6, 1, 10, tzinfo=PARIS))
    ruled = await service.files.ruled(ORGANISATION, "noailles")
    assert ruled
    due = due_rungs(ruled.file, ruled.rulebook, await service.clock.now(ORGANISATION))[0]
    named = {"review": None, "cooperation": "noailles"}
    command = reminder_command_id("noailles", due.deadline.occurrence, due.rung.name)
    await give(
        site,
        SERVICE,
        "IssueReminder",
        command_id=command,
        occurrence=due.deadline.occurrence,
        rung=due.rung.name,
        **named,
    )
    letter = (await service.outbox.letters(ORGANISATION, file="noailles"))[0]
    await service.pool.execute(
        "UPDATE mail.outbox SET state = 'unknown', reason = 'sender-died' WHERE id = $1", letter.id
    )
    told = {"command_id": f"{RESERVED}test/{letter.id}", "message": letter.id, "delivery": "unknown"}
    await give(site, SERVICE, "ReportDelivery", **told, **named)
    await site.fold()
    return letter.id


async def test_a_letter_in_doubt_says_so_and_leads_to_the_decision(site_house: SiteHouse) -> None:
    """From the list to the letter to the form, which names both; whoever does not read the file finds no letter."""
    message = await in_doubt(site_house)
    page = f"{LIST}/{message}"
    listed = await read(site_house, NOUR, LIST)
    assert f'href="{page}"' in listed
    assert "en doute" in text_of(listed)
    html = await read(site_house, NOUR, page)
    text = text_of(html)
    assert "On ne sait pas s’il est arrivé" in text
    assert re.search("À (Nour Modèle|Sacha Fictif) Écrit le mardi 1er juin 2027", text)
    assert "Les liens personnels" not in text
    forms = re.findall(r'href="(/o/demo/faire/SettleDelivery[^"]*)"', html)
    assert all(f"message={message}" in one and "cooperation=noailles" in one for one in forms)
    decided = [re.search(r"decision=(\w+)", one) for one in forms]
    assert [one[1] for one in decided if one] == ["arrived", "resend", "drop"]
    await read(site_house, NOUR, forms[0].replace("&amp;", "&"))

    told = text_of(await read(site_house, CAMILLE, page, 404))
    assert told == text_of(await read(site_house, CAMILLE, f"{LIST}/nulle-part", 404))
    assert message not in await read(site_house, CAMILLE, LIST)


@pytest.mark.parametrize(
    ("code", "why", "remedy"),
    [
        ("5.1.1", "son adresse est inconnue", "Faites corriger l’adresse de la personne, puis renvoyez-le"),
        (
            "5.2.2",
            "la boîte aux lettres de la personne est pleine",
            "quand elle a fait de la place, renvoyez-le",
        ),
        ("5.7.1", "le serveur de courrier de la personne l’a refusé", "une adresse qui accepte ce courrier"),
        ("4.4.1", "n’a pas répondu pendant des jours", "Vérifiez l’adresse avec la personne"),
    ],
)
async def test_a_letter_that_came_back_says_why_and_what_to_do(
    site_house: SiteHouse, code: str, why: str, remedy: str
) -> None:
    """On its page, with the way to the person and to sending it again; the list has it in a word. In English too."""
    message = await in_doubt(site_house)
    moved = "UPDATE mail.outbox SET state = $2, reason = $3 WHERE id = $1"
    await site_house.site.service.pool.execute(moved, message, "failed", code)
    try:
        html = await read(site_house, NOUR, f"{LIST}/{message}")
        listed = text_of(await read(site_house, NOUR, f"{LIST}?etat=failed"))
    finally:
        await site_house.site.service.pool.execute(moved, message, "unknown", "sender-died")
    told = text_of(html)
    assert why in told
    assert remedy in told
    assert "Renvoyer" in told
    assert code not in told
    assert re.search(rf'href="/o/{ORGANISATION}/personnes/p-[0-9a-f]{{12}}"', html)
    assert "revenu : " in listed


def test_a_letter_that_is_not_sent_again_says_where_the_next_one_goes() -> None:
    """And what a server refused at once did not come back."""
    with speaking("en"):
        assert "unknown" in state("failed", "5.1.1")
        assert "from then on goes to the new one" in remedy("5.1.1", "sign-in")
        assert "send another link there" in remedy("5.1.1", "deposit")
        assert remedy("550", "reminder") == ""
        assert "Its reply: 550" in state("failed", "550")
        assert [in_short(one) for one in ("550", "address", "erased", None)] == [""] * 4


async def test_a_place_in_the_list_that_is_none_is_not_there(site_house: SiteHouse) -> None:
    """Whatever an address says; one that is a place goes on after it."""
    await read(site_house, CAMILLE, f"{LIST}?apres=hier&apres=x", 404)
    await read(site_house, CAMILLE, f"{LIST}?apres=hier", 404)
    now = datetime(2027, 6, 1, 10, tzinfo=PARIS).isoformat().replace("+", "%2B")
    await read(site_house, CAMILLE, f"{LIST}?apres={now}&apres=x")


async def test_the_list_is_narrowed_and_says_first_what_is_to_be_settled(site_house: SiteHouse) -> None:
    """By state, by person, by file; the counts are of what the reader may read."""
    await in_doubt(site_house)
    listed = await read(site_house, NOUR, LIST)
    assert re.search(r"\d courriers? en doute", text_of(listed))
    assert f'href="{LIST}?etat=unknown"' in listed
    assert "en doute" in text_of(await read(site_house, NOUR, f"{LIST}?etat=unknown&dossier=noailles"))
    for empty in ("etat=sent", f"personne={CAMILLE}", "dossier=citees"):
        assert "Aucun courrier que vous puissiez lire" in text_of(
            await read(site_house, NOUR, f"{LIST}?{empty}")
        )
    others = text_of(await read(site_house, CAMILLE, LIST))
    assert not re.search(r"\d courriers? en doute", others)
