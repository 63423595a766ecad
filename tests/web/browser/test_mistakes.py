"""Story 7: what is wrong with a form is said in a summary that leads to each field; nothing written is lost."""

from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

WRONG, RIGHT = "11111111800002", "11111111800001"
LINES = 12
EACH, TOO_MUCH = "5000", "5001"


async def test_a_funding_with_two_mistakes(arrive: Arrive, world: World, scripted: bool) -> None:
    """A plan that differs from the sum and a wrong SIRET; mended, it is recorded with its twelve lines."""
    organisation = await world.found("erreurs", "filature", clock="2026-12-10")
    swann = await arrive(script=scripted)
    await swann.see_as(organisation, "Swann Ébauche")
    known = "&".join(
        f"request.plan[{number}].label=Étude {number + 1}&request.plan[{number}].cents={EACH}"
        for number in range(LINES - 1)
    )
    await swann.open(
        f"/o/{organisation}/faire/RequestFunding?cooperation=filature&request.instrument=acte_grant&{known}"
    )
    await swann.press("Ajouter une ligne : Le plan de dépenses")
    await _fill(swann)
    await swann.press("Vérifier avant d’enregistrer", status=422)
    await _lead_to_their_fields(swann)
    await _keeps_its_lines(swann)
    await swann.page.locator('[name="request.plan[11].cents"]').fill(EACH)
    await swann.page.locator('[name="request.beneficiary.identifier"]').fill(RIGHT)
    await swann.press("Vérifier avant d’enregistrer")
    await swann.sees("Ce qui sera enregistré", "Étude 1", "Étude 12")
    await swann.press("Enregistrer")
    await swann.sees("Demande de financement")
    await swann.open(f"/o/{organisation}/financements/acte-grant-filature")
    await swann.sees("Étude 1", "Étude 12")


async def _fill(swann: Visitor) -> None:
    page = swann.page
    fields = {
        "request.amount_cents": "30000",
        "request.beneficiary.name": "Coopérative Atelier Exemple",
        "request.beneficiary.identifier": WRONG,
        "request.plan[11].label": "Étude 12",
        "request.plan[11].cents": TOO_MUCH,
        "request.co_funding[0].name": "Ville-Exemple",
        "request.co_funding[0].cents": "30000",
    }
    for name, text in {**fields, "request.since": "2027-02-01", "request.until": "2028-01-31"}.items():
        await page.locator(f'[name="{name}"]').fill(text)
    for number in range(LINES):
        await page.locator(f'[name="request.plan[{number}].expense"]').select_option("outside_services")
    for choice in ("Entreprise de l’économie sociale et solidaire", "Émergence", "public"):
        await swann.tick(choice)


async def _lead_to_their_fields(swann: Visitor) -> None:
    """Each link of the summary; the summary has the focus."""
    summary = swann.page.locator(".error-summary")
    assert (await swann.page.title()).startswith("Erreur\u00a0:")
    assert await swann.page.evaluate("document.activeElement.className") == "error-summary"
    ways = await summary.get_by_role("link").all()
    assert len(ways) == 2, await summary.inner_text()
    for way in ways:
        target = (await way.get_attribute("href") or "").removeprefix("#")
        field = swann.page.locator(f'[id="{target}"]')
        said = (await way.inner_text()).partition(":")[2].strip()
        await way.click()
        assert await field.get_attribute("aria-invalid") == "true"
        notes = await field.get_attribute("aria-describedby")
        assert said in await swann.page.locator(f'[id="{notes}"]').inner_text()


async def _keeps_its_lines(swann: Visitor) -> None:
    labels = [
        await swann.page.locator(f'[name="request.plan[{number}].label"]').input_value()
        for number in range(LINES)
    ]
    assert labels == [f"Étude {number + 1}" for number in range(LINES)]
