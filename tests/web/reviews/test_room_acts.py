"""What members do in the room: read as any form, recorded once, drawn in the room again where something is wrong."""

import pytest

from tests.web.house import SiteHouse
from tests.web.reviews.making import (
    ANDREA,
    CHARLIE,
    NOUR,
    ROOM,
    give,
    put_before_the_jury,
    read,
    send,
    unseen,
)


async def test_a_member_goes_all_the_way_through_the_room(site_house: SiteHouse) -> None:
    """Interests, mistakes with what was written, draft, opinion, twice, change, revision, confirmation, delegation."""
    await put_before_the_jury(site_house)
    async with site_house.client_as(CHARLIE) as charlie:
        nothing = await send(charlie, "DeclareInterests")
        assert nothing.status_code == 422
        assert "Erreur" in nothing.text
        no_reason = await send(charlie, "DeclareInterests", conflict="yes")
        assert no_reason.status_code == 409
        assert "motif" in read(no_reason)
        declared = await send(charlie, "DeclareInterests", conflict="no")
        assert (declared.status_code, declared.headers["location"]) == (303, ROOM)

        why = "Trop peu d’habitants pour l’instant (inventé)."
        incomplete = await send(charlie, "GiveOpinion", opinion="unfavourable", reasons=why)
        assert incomplete.status_code == 409
        assert why in incomplete.text
        draft = await send(charlie, "GiveOpinion", opinion="unfavourable", reasons=why, do="draft")
        assert "Brouillon gardé" in read(draft)
        back = await charlie.get(ROOM)
        assert why in back.text
        whole = unseen(back, "GiveOpinion") | {
            "opinion": "unfavourable",
            "points": "Peu d’habitants",
            "reasons": why,
            "would_change": "Un collectif.",
            "do": "record",
        }
        for _ in range(2):
            answer = await charlie.post(f"{ROOM}/faire/GiveOpinion", data=whole)
            assert (answer.status_code, answer.headers["location"]) == (303, ROOM)
        assert "est noté : défavorable" in read(await charlie.get(ROOM))

        await give(site_house, NOUR, "ReviseDossier", note="Un collectif s’est formé (inventé).")
        assert (await send(charlie, "ConfirmOpinion")).status_code == 303
        assert "est noté : défavorable" in read(await charlie.get(ROOM))
        changed = await send(
            charlie, "GiveOpinion", opinion="favourable", points="", reasons="", would_change=""
        )
        assert changed.status_code == 303
        assert "est noté : favorable" in read(await charlie.get(ROOM))


async def test_what_is_written_is_kept_when_the_session_is_gone(site_house: SiteHouse) -> None:
    """For whom the form was made, and shown to nobody else; one opinion is recorded afterwards."""
    why = "Un avis de deux mille signes. " * 70
    async with site_house.client_as(ANDREA) as andrea:
        await send(andrea, "DeclareInterests", conflict="no")
        form = unseen(await andrea.get(ROOM), "GiveOpinion")
    written = form | {"do": "record", "opinion": "favourable-with-conditions", "conditions": why}
    async with site_house.client() as nobody:
        gone = await nobody.post(f"{ROOM}/faire/GiveOpinion", data=written)
    assert gone.status_code == 401
    assert "Votre saisie est gardée" in read(gone)
    assert why.strip() not in gone.text
    async with site_house.client_as(ANDREA) as andrea:
        assert why.strip() in (await andrea.get(ROOM)).text
        recorded = await send(andrea, "GiveOpinion", opinion="favourable-with-conditions", conditions=why)
        assert recorded.status_code == 303
    async with site_house.client_as(CHARLIE) as charlie:
        assert why.strip() not in (await charlie.get(ROOM)).text


@pytest.mark.parametrize("command", ["ConcludeReview", "OpenReview", "Nothing"])
async def test_only_what_people_do_for_themselves_is_done_here(site_house: SiteHouse, command: str) -> None:
    """Other commands have their own forms."""
    async with site_house.client_as(NOUR) as nour:
        assert (await nour.post(f"{ROOM}/faire/{command}", data={})).status_code == 404


async def test_who_leads_finds_the_acts_and_why_not_others(site_house: SiteHouse) -> None:
    """Each act as a link to its form, or the reason."""
    async with site_house.client_as(NOUR) as nour, site_house.client_as(CHARLIE) as charlie:
        room = await nour.get(ROOM)
        assert "/o/demo/faire/ReviseDossier?review=territoire" in room.text
        assert "/faire/ReviseDossier" not in (await charlie.get(ROOM)).text
