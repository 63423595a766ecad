"""Story 7: what is wrong with a long form is said in a summary that leads to each field; nothing written is lost."""

from playwright.async_api import expect

from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

WRONG, RIGHT = "11111111800002", "11111111800001"
LINES = 12
EACH, TOO_MUCH = "5000", "5001"
KEEP = "Garder et revenir à la liste"
_KNOWN = {
    "cooperation": "filature",
    "request.instrument": "acte_grant",
    "request.amount_cents": "30000",
    "request.maturity": "emergence",
    "request.beneficiary.kind": "social_economy_enterprise",
    "request.beneficiary.name": "Coopérative Atelier Exemple",
    "request.co_funding[0].name": "Ville-Exemple",
    "request.co_funding[0].origin": "public",
    "request.co_funding[0].form": "cash",
    "request.co_funding[0].cents": "30000",
    "request.since": "2027-02-01",
    "request.until": "2028-01-31",
}


async def test_a_funding_with_two_mistakes(arrive: Arrive, world: World, scripted: bool) -> None:
    """A plan that differs from the sum and a wrong SIRET; mended, it is recorded with its twelve lines."""
    organisation = await world.found("erreurs", "filature", clock="2026-12-10")
    swann = await arrive(script=scripted)
    await swann.see_as(organisation, "Swann Ébauche")
    lines = {
        f"request.plan[{number}].{name}": text
        for number in range(LINES - 1)
        for name, text in (("expense", "outside_services"), ("label", f"Étude {number + 1}"), ("cents", EACH))
    }
    asked = "&".join(f"{name}={text}" for name, text in {**_KNOWN, **lines}.items())
    await swann.open(f"/o/{organisation}/faire/RequestFunding?{asked}")
    await _write_the_last_line(swann)
    await _write_a_wrong_number(swann, scripted=scripted)
    await swann.press("Vérifier avant d’enregistrer", status=422)
    await _lead_to_their_fields(swann)
    await _mend(swann)
    await swann.press("Vérifier avant d’enregistrer")
    await swann.sees("Ce qui sera enregistré", "Étude 1", "Étude 12", "éligible")
    await swann.press("Enregistrer")
    await swann.sees("Demande de financement")
    await swann.open(f"/o/{organisation}/financements/acte-grant-filature")
    await swann.sees("Étude 1", "Étude 12")


async def _write_the_last_line(swann: Visitor) -> None:
    """On the page of the plan, among those that are there."""
    await swann.follow("Le plan de dépenses")
    await swann.press("Ajouter une ligne : Le plan de dépenses")
    await swann.page.locator('[name="request.plan[11].expense"]').select_option("outside_services")
    await swann.page.locator('[name="request.plan[11].label"]').fill("Étude 12")
    await swann.page.locator('[name="request.plan[11].cents"]').fill(TOO_MUCH)
    await swann.press(KEEP)
    await swann.sees("Il manque 1,00 € de ressources.")


async def _write_a_wrong_number(swann: Visitor, *, scripted: bool) -> None:
    """By script its page says so when the field is left; when it is sent, always; and keeps it."""
    await swann.follow("Le bénéficiaire")
    field = swann.page.locator('[name="request.beneficiary.identifier"]')
    said = swann.page.locator(f'[id="{await field.get_attribute("aria-describedby")}"] .field-error')
    for number in (WRONG, RIGHT, WRONG):
        await field.fill(number)
        await field.press("Tab")
        if scripted:
            await expect(said).to_have_count(0 if number == RIGHT else 1)
    before = await said.all_inner_texts()
    await swann.look()
    await swann.press(KEEP, status=422)
    assert not scripted or before == await said.all_inner_texts()
    assert await field.get_attribute("aria-invalid") == "true"
    assert await field.input_value() == WRONG
    await swann.follow("Revenir à la liste")


async def _lead_to_their_fields(swann: Visitor) -> None:
    """Each link of the summary, to the page of its part; the summary has the focus."""
    summary = swann.page.locator(".error-summary")
    assert (await swann.page.title()).startswith("Erreur\u00a0:")
    assert await swann.page.evaluate("document.activeElement.className") == "error-summary"
    ways = [
        (await one.get_attribute("href") or "", await one.inner_text())
        for one in await summary.get_by_role("link").all()
    ]
    assert len(ways) == 2, ways
    for way, said in ways:
        await swann.open(way)
        field = swann.page.locator(f'[id="{way.partition("#")[2]}"]')
        assert await field.get_attribute("aria-invalid") == "true"
        notes = await field.get_attribute("aria-describedby")
        assert said.partition(":")[2].strip() in await swann.page.locator(f'[id="{notes}"]').inner_text()


async def _mend(swann: Visitor) -> None:
    """The twelve lines are still there."""
    await swann.follow("Demander un financement")
    await swann.follow("Le bénéficiaire")
    await swann.page.locator('[name="request.beneficiary.identifier"]').fill(RIGHT)
    await swann.press(KEEP)
    await swann.follow("Le plan de dépenses")
    labels = [
        await swann.page.locator(f'[name="request.plan[{number}].label"]').input_value()
        for number in range(LINES)
    ]
    assert labels == [f"Étude {number + 1}" for number in range(LINES)]
    await swann.page.locator('[name="request.plan[11].cents"]').fill(EACH)
    await swann.press(KEEP)
    await swann.sees("5 parties sur 5 sont prêtes.")
