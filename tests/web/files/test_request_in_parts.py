"""Asking for money part by part: kept as a draft in any order, checked as a whole, recorded only after that."""

import httpx

from tests.support.imported import person_of
from tests.web.files.reading import text_of
from tests.web.forms.filling import FoundForm, form_on
from tests.web.house import SiteHouse

SWANN, YAEL = person_of("swann"), person_of("yael")
ASK = "/o/demo/faire/RequestFunding"
BEGUN = f"{ASK}?cooperation=filature&request.instrument=acte_grant"
BY_PART = {
    "object": {"request.amount_cents": "30000", "request.maturity": "emergence"},
    "beneficiary": {
        "request.beneficiary.kind": "social_economy_enterprise",
        "request.beneficiary.name": "Coopérative Atelier Exemple",
        "request.beneficiary.identifier": "11111111800001",
    },
    "expenses": {
        "request.plan[0].expense": "outside_services",
        "request.plan[0].label": "Étude du marché",
        "request.plan[0].cents": "60000",
    },
    "resources": {
        "request.co_funding[0].name": "Ville-Exemple",
        "request.co_funding[0].origin": "public",
        "request.co_funding[0].form": "cash",
        "request.co_funding[0].cents": "30000",
    },
    "schedule": {"request.since": "2027-04-01", "request.until": "2028-03-31"},
}


class Asking:
    """Somebody who asks for money, with the draft that they fill in."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.list = BEGUN

    async def part(self, key: str, more: str = "") -> FoundForm:
        """The page of a part, as the list leads to it."""
        return form_on((await self.client.get(f"{self.list}&partie={key}{more}")).text)

    async def fill(self, key: str, do: str = "continue", **other: str) -> httpx.Response:
        """Fill a part in; it leads back to the list."""
        form = await self.part(key)
        fields = {**BY_PART[key], **other}
        answer = await self.client.post(form.action, data=form.filled(do=do, **fields))
        if answer.status_code == 303:
            self.list = answer.headers["location"]
        else:
            self.list = f"{ASK}?brouillon={form.values['command_id'][0]}"
        return answer

    async def check(self) -> httpx.Response:
        """Press the button of the list."""
        form = form_on((await self.client.get(self.list)).text)
        return await self.client.post(form.action, data=form.filled(do="check"))


async def _position(pages: SiteHouse) -> int:
    return (await pages.site.service.ledger.head("demo")).position


async def test_parts_are_filled_in_in_any_order_and_the_check_shows_all_of_it(pages: SiteHouse) -> None:
    """The list says what is done and what lacks; the check has every figure; nothing is recorded."""
    before = await _position(pages)
    async with pages.client_as(SWANN) as client:
        asking = Asking(client)
        for key in ("schedule", "expenses", "object"):
            assert (await asking.fill(key)).status_code == 303, key
        listed = text_of((await client.get(asking.list)).text)
        assert "Le bénéficiaire il manque" in listed
        assert "Il manque 30 000,00 € de ressources." in listed
        for key in ("resources", "beneficiary"):
            assert (await asking.fill(key)).status_code == 303, key
        listed = text_of((await client.get(asking.list)).text)
        assert "5 parties sur 5 sont prêtes." in listed
        assert "Les deux sommes sont égales." in listed
        checked = await asking.check()
    assert checked.status_code == 200, text_of(checked.text)
    text = text_of(checked.text)
    assert "Prestations extérieures facturées Étude du marché 60 000,00 €" in text
    assert "Le bénéficiaire Modifier" in text
    assert "Le premier jour de l’action jeudi 1er avril 2027" in text
    assert "Version 1, jugée au 1er mars 2027 : éligible." in text
    assert "soit 30 000,00 € sur 60 000,00 € Demandé : 30 000,00 €, soit 50 %" in text
    assert await _position(pages) == before


async def test_a_part_has_its_own_mistakes_and_keeps_them(pages: SiteHouse) -> None:
    """A SIRET whose key is wrong is said at its field at once; what was written is there when one comes back."""
    async with pages.client_as(SWANN) as client:
        asking = Asking(client)
        wrong = await asking.fill("beneficiary", **{"request.beneficiary.identifier": "11111111800002"})
        assert wrong.status_code == 422
        assert "f-request-beneficiary-identifier" in form_on(wrong.text).links
        again = await asking.part("beneficiary")
        assert again.values["request.beneficiary.identifier"] == ["11111111800002"]
        listed = text_of((await client.get(asking.list)).text)
    assert "À corriger" in listed


async def test_the_check_of_an_unfinished_request_leads_to_each_part(pages: SiteHouse) -> None:
    """Each mistake by a link to its field, on the page of its part, where it is said again."""
    async with pages.client_as(SWANN) as client:
        asking = Asking(client)
        await asking.fill("expenses")
        refused = await asking.check()
        assert refused.status_code == 422
        assert "partie=schedule&amp;revoir=1#f-request-since" in refused.text
        mending = await client.get(f"{asking.list}&partie=schedule&revoir=1")
    assert "Ce champ est à remplir" in text_of(mending.text)


async def test_a_rule_that_does_not_hold_leads_to_its_field_with_a_remedy(pages: SiteHouse) -> None:
    """One cent above what the instrument gives: the rule, both figures, what to do and where."""
    async with pages.client_as(SWANN) as client:
        asking = Asking(client)
        for key in BY_PART:
            other = {"request.amount_cents": "60000,01"} if key == "object" else {}
            other |= {"request.plan[0].cents": "120000,02"} if key == "expenses" else {}
            other |= {"request.co_funding[0].cents": "60000,01"} if key == "resources" else {}
            await asking.fill(key, **other)
        checked = await asking.check()
    text = text_of(checked.text)
    assert "✕ Non respectée Montant De 15 000,00 € à 60 000,00 € Demandé : 60 000,01 €" in text
    assert "Demandez au plus 60 000,00 €. Aller au champ" in text
    assert "partie=object&amp;revoir=1#f-request-amount_cents" in checked.text


async def test_two_sums_that_differ_are_said_above_the_list(pages: SiteHouse) -> None:
    """By the rules' own sentence, with the way to the plan; what was written stays."""
    async with pages.client_as(SWANN) as client:
        asking = Asking(client)
        for key in BY_PART:
            await asking.fill(key, **({"request.plan[0].cents": "60001"} if key == "expenses" else {}))
        refused = await asking.check()
        assert refused.status_code == 409
        assert "partie=expenses&amp;revoir=1#f-request-plan" in refused.text
        plan = await asking.part("expenses")
    assert plan.values["request.plan[0].cents"] == ["60001"]


async def test_what_was_refused_is_asked_for_again_with_an_answer_to_each_point(pages: SiteHouse) -> None:
    """A sixth part has a field per point; all that was asked for stands in the other five."""
    again = "/o/demo/faire/ResubmitFunding?funding=halle-2027"
    async with pages.client_as(YAEL) as client:
        listed = text_of((await client.get(again)).text)
        assert "La réponse à chaque motif il manque" in listed
        assert "5 parties sur 6 sont prêtes." in listed
        form = form_on((await client.get(f"{again}&partie=answers")).text)
        assert "answers.residents_absent" in form.names
        answered = await client.post(
            form.action, data=form.filled(do="continue", **{"answers.residents_absent": "Deux habitantes."})
        )
        assert answered.status_code == 303
        ready = await client.get(answered.headers["location"])
        assert "6 parties sur 6 sont prêtes." in text_of(ready.text)
        whole = form_on(ready.text)
        checked = await client.post(whole.action, data=whole.filled(do="check"))
    assert checked.status_code == 200
    assert "Version 2, jugée au 1er mars 2027" in text_of(checked.text)


async def test_a_part_that_is_sent_after_the_session_ended_takes_no_other_part_along(
    pages: SiteHouse,
) -> None:
    """It is kept with what was there; once signed in again all of it stands in the list."""
    async with pages.client_as(SWANN) as client:
        asking = Asking(client)
        await asking.fill("object")
        form = await asking.part("expenses")
        async with pages.client() as nobody:
            kept = await nobody.post(form.action, data=form.filled(do="continue", **BY_PART["expenses"]))
        assert kept.status_code == 401
        listed = text_of((await client.get(asking.list)).text)
    assert "Dépenses : 60 000,00 €. Ressources : 30 000,00 € demandés" in listed
