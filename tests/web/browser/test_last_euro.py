"""Story 14: the last euro: two members of the board decide at the same moment, and an envelope is never overdrawn."""

import asyncio

from tests.cli.house import ADMINISTRATOR
from tests.support.imported import person_of
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.world import World

SWANN, ROBIN = "swann.ebauche@example.org", "robin.calque@example.org"
ENVELOPE = "acte/acte_grant/2027"
_GRANT = 60_000_00


def _asks(number: int) -> dict[str, object]:
    return {
        "type": "RequestFunding",
        "funding": f"demande-{number}",
        "cooperation": "filature",
        "request": {
            "instrument": "acte_grant",
            "amount_cents": _GRANT,
            "since": "2027-02-01",
            "until": "2028-01-31",
            "maturity": "emergence",
            "beneficiary": {
                "kind": "social_economy_enterprise",
                "name": "Coopérative Atelier Exemple",
                "identifier": "11111111800001",
            },
            "plan": [{"expense": "outside_services", "label": "Étude", "cents": 2 * _GRANT}],
            "co_funding": [{"source": "ville", "name": "Ville-Exemple", "origin": "public", "cents": _GRANT}],
        },
    }


async def test_two_decisions_at_the_same_moment(arrive: Arrive, world: World) -> None:
    """One is granted, the other meets the balance that is left; chart and table agree."""
    organisation = await world.found("dernier-euro", "filature", clock="2027-01-10")
    opens = {"type": "OpenEnvelope", "envelope": ENVELOPE, "commitments_cents": 100_000_00}
    world.do(organisation, ROBIN, opens)
    world.do(organisation, SWANN, _asks(1), _asks(2))
    board = {"type": "GrantRole", "person": person_of("andrea"), "role": "board"}
    world.do(organisation, ADMINISTRATOR, board)
    await world.caught_up(organisation)
    robin, andrea = await arrive(), await arrive()
    await robin.see_as(organisation, "Robin Calque")
    await andrea.see_as(organisation, "Andréa Canevas")
    await robin.open(f"/o/{organisation}/enveloppes/{ENVELOPE}")
    await robin.sees("À l’étude : 2 demandes, 120 000,00 € ; il reste 100 000,00 €.")
    for number, visitor in enumerate((robin, andrea), start=1):
        await visitor.open(f"/o/{organisation}/faire/DecideFunding?funding=demande-{number}&decision=granted")
        await visitor.sees("Subvention directe, 2027 100 000,00 € 40 000,00 €")
        await visitor.press("Vérifier avant d’enregistrer")
        await visitor.sees("Disponible après", "40 000,00 €")
    answers = await asyncio.gather(_record(robin), _record(andrea))
    assert sorted(answers) == [200, 409]
    won, lost = (robin, andrea) if answers[0] == 200 else (andrea, robin)
    await lost.sees("40 000,00 €", "60 000,00 €", "Il y a un problème")
    granted = 1 if won is robin else 2
    await won.open(f"/o/{organisation}/financements/demande-{granted}")
    await won.sees("Accordé", "accordé 60 000,00 €")
    await won.open(f"/o/{organisation}/enveloppes/{ENVELOPE}")
    await won.sees(
        "Doté 100 000,00 €", "Réservé 60 000,00 €", "Payé 0,00 €", "Reste 40 000,00 €",
        "Janvier 2027 100 000,00 € 60 000,00 € 0,00 € 40 000,00 €",
        "À l’étude : 1 demande, 60 000,00 € ; il reste 40 000,00 €.",
    )  # fmt: skip
    told = await won.page.locator("#chart-told").text_content() or ""
    assert "engagé 60\u202f000,00\u00a0€, payé 0,00\u00a0€" in told
    await _see_an_amendment_before_it_is_proposed(won, organisation, granted)


async def _record(visitor: Visitor) -> int:
    """Press the button that records; the status of the page that comes."""
    async with visitor.page.expect_navigation(wait_until="load") as turning:
        await visitor.page.get_by_role("button", name="Enregistrer", exact=True).click()
    answer = await turning.value
    assert answer is not None
    await visitor.look()
    return answer.status


async def _see_an_amendment_before_it_is_proposed(won: Visitor, organisation: str, number: int) -> None:
    """The check page shows what changes, and the payments before and after."""
    await won.see_as(organisation, "Swann Ébauche")
    await won.open(f"/o/{organisation}/faire/ProposeAmendment?funding=demande-{number}")
    await won.page.locator('[name="amount_cents"]').fill("50000")
    await won.page.locator('[name="reason"]').fill("Moins de laine que prévu (inventé).")
    await won.press("Vérifier avant d’enregistrer")
    await won.sees(
        "Le montant 60 000,00 € 50 000,00 €",
        "Acompte 30 000,00 € 25 000,00 €",
        "Solde 30 000,00 € 25 000,00 €",
    )
