"""The pages of a review, from the question to the minutes: each person sees their step, and nothing before it."""

from tests.web.house import SiteHouse
from tests.web.reviews.making import ANDREA, CHARLIE, NOTE, NOUR, ROOM, SWANN, give, put_before_the_jury, read


async def test_a_review_from_the_question_to_its_minutes(site_house: SiteHouse) -> None:
    """One story: interests, dossier, opinion, revision, confirmation, conflict, conclusion."""
    digest = (await put_before_the_jury(site_house)).removeprefix("sha256:")
    document = f"{ROOM}/pieces/{digest}"
    async with (
        site_house.client_as(CHARLIE) as charlie,
        site_house.client_as(ANDREA) as andrea,
        site_house.client_as(NOUR) as nour,
        site_house.client_as(SWANN) as swann,
    ):
        before = read(await charlie.get(ROOM))
        assert "avez-vous un conflit d’intérêts" in before
        assert "Quartier Noailles, Marseille" in before
        assert NOTE not in before
        assert (await charlie.get(document)).status_code == 404

        await give(site_house, CHARLIE, "DeclareInterests", conflict=False)
        reading = read(await charlie.get(ROOM))
        assert NOTE in reading
        assert "Portrait sensible.pdf" in reading
        given_out = await charlie.get(document)
        assert given_out.headers["content-disposition"].startswith("attachment;")
        assert given_out.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert (given_out.headers["cache-control"], given_out.headers["x-content-type-options"]) == (
            "no-store",
            "nosniff",
        )

        points = {"points": ["few_residents"], "reasons": "Trop peu.", "would_change": "Un collectif."}
        await give(site_house, CHARLIE, "GiveOpinion", opinion="unfavourable", dossier=1, **points)
        assert "est noté : défavorable" in read(await charlie.get(ROOM))
        copy = read(await charlie.get(f"{ROOM}/mon-avis"))
        assert "Un collectif." in copy
        assert "1 sur 2, quorum 1" in read(await nour.get(ROOM))

        await give(site_house, NOUR, "ReviseDossier", note="Un collectif s’est formé (inventé).")
        changed = read(await charlie.get(ROOM))
        assert "votre avis ne compte plus tant que vous ne l’avez pas confirmé" in changed
        assert changed.index("Depuis la version 1") < changed.index("La fiche")
        assert "0 sur 2, quorum 1" in read(await nour.get(ROOM))
        await give(site_house, CHARLIE, "ConfirmOpinion", dossier=2)
        assert "1 sur 2" in read(await nour.get(ROOM))

        await give(site_house, ANDREA, "DeclareInterests", conflict=True, reason="Ma sœur y travaille.")
        kept_out = read(await andrea.get(ROOM))
        assert "Vous avez déclaré un conflit d’intérêts" in kept_out
        assert "Noailles" not in kept_out
        assert (await andrea.get(document)).status_code == 404
        assert "1 sur 1" in read(await nour.get(ROOM))

        assert (await nour.get(f"{ROOM}/pv")).status_code == 404
        await give(site_house, NOUR, "ConcludeReview")
        ended = read(await charlie.get(ROOM))
        assert "Merci." in ended
        assert NOTE not in ended
        minutes = read(await nour.get(f"{ROOM}/pv"))
        assert "0 pour, 1 contre, 0 abstention" in minutes
        assert "Trop peu." in minutes
        for hidden in (await andrea.get(f"{ROOM}/pv"), await swann.get(ROOM), await swann.get(f"{ROOM}/pv")):
            assert hidden.status_code == 404


async def test_a_document_of_a_cooperation_is_given_to_its_readers(site_house: SiteHouse) -> None:
    """By the file that it was handed in for; a guess, and another region, find nothing."""
    service = site_house.site.service
    now = await service.clock.now("demo")
    digest = await service.attachments.deposit("demo", "citees", "plan.pdf", b"%PDF-1.7", by=NOUR, at=now)
    address = f"/o/demo/pieces/{digest.removeprefix('sha256:')}"
    async with site_house.client_as(NOUR) as nour, site_house.client_as(SWANN) as swann:
        assert (await nour.get(f"{address}?dossier=citees")).content == b"%PDF-1.7"
        assert (await nour.get(f"{address}?dossier=noailles")).status_code == 404
        assert (await nour.get(address)).status_code == 404
        assert (await swann.get(f"{address}?dossier=citees")).status_code == 404


async def test_what_panels_are_asked_is_listed_for_its_readers(site_house: SiteHouse) -> None:
    """What ended in a list of all; nothing of another region."""
    await site_house.fold()
    async with site_house.client_as(NOUR) as nour, site_house.client_as(SWANN) as swann:
        assert "Aucune instance n’est sollicitée" in read(await nour.get("/o/demo/avis"))
        every = await nour.get("/o/demo/avis?tous=1")
        assert "Avis sur le choix du territoire" in read(every)
        assert f'href="{ROOM}"' in every.text
        assert "choix du territoire" not in read(await swann.get("/o/demo/avis?tous=1"))
