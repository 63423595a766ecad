"""The audit: verified from the page, stopped; refused commands, sign-ins and readings for those whose it is."""

import json
from uuid import uuid4

import httpx
import pytest

import web.verifying
from domain.registry.commands import COMMANDS
from tests.cli.house import CAMILLE, NOUR
from tests.support.imported import person_of
from tests.support.waiting import LONG_ENOUGH
from tests.web.files.reading import read, text_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.people.test_handing_over import pressed
from tests.web.people.test_people import PEOPLE, administrator
from verification.findings import Code, Finding, Findings

EDEN = person_of("eden")
PAGE = f"/o/{ORGANISATION}/audit"


async def verified(site: SiteHouse, client: httpx.AsyncClient) -> str:
    """What the page says once a verification that it began is over."""
    answer = await pressed(client, await client.get(PAGE), PAGE, do="verify")
    assert answer.status_code == 303
    await site.site.verifications.ended()
    return text_of((await client.get(PAGE)).text)


async def test_the_auditor_has_the_ledger_verified(site_house: SiteHouse) -> None:
    """Where it ended, its hash, when: as the ledger has them."""
    async with site_house.client_as(EDEN) as client:
        assert "pas encore été vérifiée" in text_of((await client.get(PAGE)).text)
        text = await verified(site_house, client)
    head = await site_house.site.service.ledger.head(ORGANISATION)
    assert "Tout tient." in text
    assert f"Position {head.position} Empreinte {head.hash.hex()}" in text
    assert "Demandée par Éden Brouillon" in text


async def test_what_does_not_hold_is_said_with_what_to_do(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the organisation's own ledger alone, whatever is wrong with others in the database."""

    async def wrong(_store: object) -> Findings:
        found = Findings()
        found.add(
            [
                Finding(Code.GUARD_MISSING, None, {"kind": "trigger", "name": "append_only"}),
                Finding(Code.HEAD_MISSING, None, {"organisation": "voisine", "table": "ledger.events"}),
            ]
        )
        return found

    monkeypatch.setattr(web.verifying, "verify_database", wrong)
    async with site_house.client_as(EDEN) as client:
        text = await verified(site_house, client)
    assert "Quelque chose ne tient pas" in text
    assert "append_only" in text
    assert "voisine" not in text


async def test_a_verification_is_stopped_and_one_runs_at_a_time(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pressed twice it is one; it stops between two pages of the ledger."""
    runs = site_house.site.service.verifications
    waiting = web.verifying._HowFar.told

    def slowly(self: web.verifying._HowFar, subject: str, done: int, total: int) -> None:
        assert self.stop.wait(LONG_ENOUGH)
        waiting(self, subject, done, total)

    monkeypatch.setattr(web.verifying._HowFar, "told", slowly)
    async with site_house.client_as(EDEN) as client:
        await pressed(client, await client.get(PAGE), PAGE, do="verify")
        assert await runs.begin(ORGANISATION, EDEN) is None
        page = await client.get(PAGE)
        assert "Une vérification est en cours" in text_of(page.text)
        await pressed(client, page, PAGE, do="stop")
        await site_house.site.verifications.ended()
        assert "a été arrêtée" in text_of((await client.get(PAGE)).text)


async def test_refused_commands_are_read_with_their_sentence(site_house: SiteHouse) -> None:
    """Who, about what, why; page by page, nothing twice and nothing left out."""
    for number in range(3):
        told = {
            "type": "PauseCooperation",
            "command_id": f"refused/{number}/{uuid4()}",
            "actor": CAMILLE,
            "cooperation": "noailles",
            "reason": "Essai",
        }
        command = COMMANDS.validate_json(json.dumps(told))
        answer = await site_house.site.service.one_way_in.handle(ORGANISATION, command)
        assert answer.outcome == "refused"
    html = await read(site_house, EDEN, f"{PAGE}/refus")
    text = text_of(html)
    assert text.count("Camille Exemple") == 3
    assert "Noailles" in text
    seen: list[str] = []
    before = None
    while found := await site_house.site.service.ledger.refused(ORGANISATION, before, 1):
        seen.append(found[0].outcome.command_id)
        before = found[0].number
    assert len(seen) == len(set(seen)) >= 3


async def test_sign_ins_and_readings_are_told_by_name(site_house: SiteHouse) -> None:
    """Of this organisation's people; a reading is noted before what is read is given out."""
    ada, access = await administrator(site_house), site_house.site.access
    account = await access.memberships.account_of(ORGANISATION, NOUR)
    await access.sign_ins.note(account, "password", "wrong")
    await access.sign_ins.note(None, "password", "wrong")
    text = text_of(await read(site_house, EDEN, f"{PAGE}/connexions"))
    assert "Nour Modèle mot de passe mot de passe faux" in text
    assert text.count("mot de passe faux") == 1
    await read(site_house, ada, PEOPLE)
    await read(site_house, ada, f"{PEOPLE}/{NOUR}")
    text = text_of(await read(site_house, EDEN, f"{PAGE}/lectures"))
    assert "Ada Exemple données personnelles toutes les personnes" in text
    assert "Ada Exemple données personnelles Nour Modèle" in text


async def test_a_manager_is_told_whose_the_audit_is(site_house: SiteHouse) -> None:
    """Each of its pages."""
    async with site_house.client_as(NOUR) as client:
        for part in ("", "/refus", "/connexions", "/lectures"):
            answer = await client.get(PAGE + part)
            assert answer.status_code == 409
            assert "Réservé à l’audit, à l’administration et au conseil" in text_of(answer.text)
