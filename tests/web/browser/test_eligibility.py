"""Story 13: ACTE at its boundaries: the check page judges as the rules would today, with every figure."""

from tests.web.browser.conftest import Arrive
from tests.web.browser.test_mistakes import KEEP
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

_KNOWN = {
    "cooperation": "filature",
    "request.instrument": "acte_grant",
    "request.amount_cents": "36000",
    "request.maturity": "emergence",
    "request.beneficiary.kind": "social_economy_enterprise",
    "request.beneficiary.name": "Coopérative Atelier Exemple",
    "request.beneficiary.identifier": "11111111800001",
    "request.plan[0].expense": "outside_services",
    "request.plan[0].label": "Étude du marché",
    "request.plan[0].cents": "60000",
    "request.co_funding[0].name": "Ville-Exemple",
    "request.co_funding[0].origin": "public",
    "request.co_funding[0].form": "cash",
    "request.co_funding[0].cents": "24000",
    "request.since": "2027-02-01",
    "request.until": "2028-01-31",
}
_GAINED = {
    "type": "EditSheet",
    "cooperation": "filature",
    "territory": {
        "name": "Ville-Exemple",
        "zonings": [{"zoning": "QPV", "source": "Arrêté (échantillon inventé)", "source_date": "2026-12-09"}],
    },
    "effective_at": "2026-12-09",
}
_CHECK = "Vérifier avant d’enregistrer"


async def test_a_request_at_the_boundary(arrive: Arrive, world: World, scripted: bool) -> None:
    """60 % the day after the neighbourhood counts as a QPV, refused a day before; a cent above the most."""
    organisation = await world.found("acte", "filature", clock="2026-12-10")
    world.do(organisation, "swann.ebauche@example.org", _GAINED)
    swann = await arrive(script=scripted)
    await swann.see_as(organisation, "Swann Ébauche")
    asked = "&".join(f"{name}={text}" for name, text in _KNOWN.items())
    await swann.open(f"/o/{organisation}/faire/RequestFunding?{asked}")
    await swann.sees("5 parties sur 5 sont prêtes.")
    await swann.press(_CHECK)
    assert await _row(swann, "Plafond de dépenses") == (
        "✓ Respectée Plafond de dépenses Au plus 60 % des dépenses éligibles (territoire en QPV), "
        "soit 36 000,00 € sur 60 000,00 € Demandé : 36 000,00 €, soit 60 % "
        "Jugé au 10 déc. 2026 : QPV (Arrêté (échantillon inventé), 9 déc. 2026)."
    )
    await swann.sees("Version 1, jugée au 10 déc. 2026 : éligible.")
    await swann.press("Modifier")
    await _on_another_day(swann, "8", "12", "2026")
    await swann.press(_CHECK)
    told = await _row(swann, "Plafond de dépenses")
    assert told.startswith(
        "✕ Non respectée Plafond de dépenses Au plus 50 % des dépenses éligibles, soit 30 000,00 € sur "
        "60 000,00 € Demandé : 36 000,00 €, soit 60 % "
        "Jugé au 8 déc. 2026 : la fiche ne dit le territoire dans aucun de ces zonages"
    )
    assert "). Demandez au plus 30 000,00 €" in told
    await swann.press("Modifier")
    await _on_another_day(swann, "", "", "")
    await _ask_a_cent_too_much(swann)
    await swann.press(_CHECK)
    assert await _row(swann, "Montant") == (
        "✕ Non respectée Montant De 15 000,00 € à 60 000,00 € Demandé : 60 000,01 € "
        "Demandez au plus 60 000,00 €. Aller au champ"
    )
    await swann.follow("Aller au champ")
    assert await swann.page.locator('[name="request.amount_cents"]').input_value() == "60000,01"
    await swann.open(f"/o/{organisation}/financements")
    await swann.does_not_see("Coopérative Atelier Exemple")


async def _row(visitor: Visitor, rule: str) -> str:
    """What is read of one rule."""
    row = visitor.page.get_by_role("row").filter(has=visitor.page.get_by_role("rowheader", name=rule))
    return " ".join((await row.first.inner_text()).split())


async def _on_another_day(swann: Visitor, *parts: str) -> None:
    await swann.follow("Le calendrier et la note")
    for name, text in zip(("day", "month", "year"), parts, strict=True):
        field = swann.page.locator(f'[name="effective_at.{name}"]')
        if not await field.is_visible():
            await swann.page.get_by_text("C’est arrivé un autre jour ?").first.click()
        await field.fill(text)
    await swann.press(KEEP)


async def _ask_a_cent_too_much(swann: Visitor) -> None:
    for part, name, text in (
        ("Ce qui est demandé", "request.amount_cents", "60000,01"),
        ("Le plan de dépenses", "request.plan[0].cents", "100000,02"),
        ("Les cofinancements et les ressources", "request.co_funding[0].cents", "40000,01"),
    ):
        await swann.follow(part)
        await swann.page.locator(f'[name="{name}"]').fill(text)
        await swann.press(KEEP)
