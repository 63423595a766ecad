"""A statement of the bank: matched by reference and amount alone, shown first, recorded by one press, never twice."""

import json
import re
from datetime import date
from html import unescape

import httpx
import pytest

import web.forms.bulk
from application.commands.answer import Answer
from application.commands.parsing import read_command
from domain.fundings.state import Funding
from queries.pasted_statement import pasted
from tests.cli.beside_story import ANGE, SWANN
from tests.imports.statements import Entry, Part, statement
from tests.web.files.reading import read, text_of
from tests.web.forms.filling import form_on
from tests.web.house import SiteHouse
from tests.web.money.test_payments import issue

STATEMENT = "/o/demo/paiements/releve"
REFERENCE, EUROS = "filature-2027/1", "15000.00"
DAY = "2027-03-01"
PAID = Entry(EUROS, [Part(REFERENCE, bank="VIR-2027-0117")], day=DAY)
BACK = Entry(EUROS, [Part(REFERENCE, returned="AC04")], credit=True, bank="RETOUR-1", day=DAY)
_ITEM = re.compile(r'name="item" value="([^"]*)"')


async def handed_in(client: httpx.AsyncClient, content: bytes, lines: str = "") -> httpx.Response:
    """A statement, as far as its dry run."""
    token = form_on((await client.get(STATEMENT)).text).values["csrf"]
    return await client.post(
        STATEMENT,
        data={"csrf": token, "lines": lines, "do": "read"},
        files={"statement": ("releve.xml", content, "application/xml")} if content else {},
    )


async def pressed(client: httpx.AsyncClient, check: httpx.Response) -> httpx.Response:
    """All that the dry run proposes."""
    form, items = form_on(check.text), [unescape(one) for one in _ITEM.findall(check.text)]
    return await client.post(STATEMENT, data=form.filled(do="record", item=items))


async def payment(site: SiteHouse) -> tuple[str, str | None]:
    """How the payment of the story stands, and its reference."""
    funding = await site.site.service.files.file("demo", "funding:filature-2027")
    assert isinstance(funding, Funding)
    return funding.payments[1].stage, funding.payments[1].reference


async def proposed(site: SiteHouse, iban: str) -> None:
    """An account that the organisation would pay from, if a second person confirmed it."""
    details = {"type": "ProposeBankDetails", "account": "paying", "holder": "Fondation", "iban": iban}
    command = read_command(json.dumps({**details, "command_id": "another-account"}), ANGE)
    assert not isinstance(command, Answer)
    assert (await site.site.service.one_way_in.handle("demo", command)).outcome == "recorded"


async def test_what_matches_is_confirmed_by_one_press_and_never_twice(site_house: SiteHouse) -> None:
    """With the day of booking and what the bank calls it; the rest is listed, each with its reason."""
    others = [
        Entry("14999.99", [Part(REFERENCE)]),
        Entry(EUROS, [Part(REFERENCE)], currency="CHF"),
        Entry(EUROS, [Part("filature-2027/2")]),
        Entry(EUROS, [Part(None)]),
        Entry("300.00", batch=3),
        Entry(EUROS, [Part(REFERENCE)], status="PDNG"),
        PAID,
    ]
    others[1] = Entry(EUROS, [Part(REFERENCE, currency="CHF")], currency="CHF")
    async with site_house.client_as(ANGE) as client:
        await issue(client)
        check = await handed_in(client, statement(PAID, *others))
        said = text_of(check.text)
        assert "Paiements à confirmer 1" in said
        assert "VIR-2027-0117" in said
        assert "Sans paiement correspondant 7" in said
        assert "300 EUR" in said
        assert "15 000 CHF" in said
        for why in ("un autre montant", "une autre monnaie", "aucun paiement de cette", "sans référence de"):
            assert why in said, why
        for why in ("annoncé, pas encore comptabilisé", "deux fois dans le relevé"):
            assert why in said, why
        assert await payment(site_house) == ("issued", None)
        first, again = [await pressed(client, check) for _ in range(2)]
        assert "1 enregistré, 0 refusé" in text_of((await client.get(first.headers["location"])).text)
        assert again.headers["location"] == first.headers["location"]
        assert await payment(site_house) == ("paid", "VIR-2027-0117")
        twice = text_of((await handed_in(client, statement(PAID))).text)
        assert "Aucun mouvement ne correspond" in twice
        assert "déjà confirmé" in twice


async def test_a_statement_of_another_account_is_warned_of_and_confirmed_only_once_somebody_says_it_is_right(
    site_house: SiteHouse,
) -> None:
    """By the last four signs alone; of the own account nothing is said, and none is it that nobody confirmed."""
    async with site_house.client_as(ANGE) as client:
        await issue(client)
        await proposed(site_house, "DE89370400440532013000")
        assert "n’est pas celui d’un compte" not in text_of((await handed_in(client, statement(PAID))).text)
        check = await handed_in(client, statement(PAID, account="DE89370400440532013000"))
        assert "il est du compte … 3000." in text_of(check.text)
        assert "DE89" not in check.text
        refused = await pressed(client, check)
        assert (refused.status_code, "vous n’avez pas dit" in text_of(refused.text)) == (422, True)
        assert await payment(site_house) == ("issued", None)
        items = [unescape(one) for one in _ITEM.findall(check.text)]
        await client.post(STATEMENT, data=form_on(check.text).filled(do="record", item=items, theirs="1"))
        assert await payment(site_house) == ("paid", "VIR-2027-0117")


async def test_money_that_comes_back_is_proposed_as_a_failure_with_its_reason(site_house: SiteHouse) -> None:
    """Also in the statement that tells of the payment; a credit without a reason is listed."""
    async with site_house.client_as(ANGE) as client:
        await issue(client)
        check = await handed_in(client, statement(PAID, BACK, kind="054", version=2))
        assert "Retour par la banque : compte clos (AC04) – Compte clos" in text_of(check.text)
        done = await pressed(client, check)
        assert "2 enregistrés, 0 refusé" in text_of((await client.get(done.headers["location"])).text)
        assert (await payment(site_house))[0] == "returned"
        credit = Entry(EUROS, [Part(REFERENCE)], credit=True)
        assert "Aucun mouvement ne correspond" in text_of((await handed_in(client, statement(credit))).text)


async def test_a_shared_name_of_an_entry_is_nobodys_reference(site_house: SiteHouse) -> None:
    """A batch that the bank breaks up: each payment by its own reference, since the bank’s is of the whole."""
    batch = Entry("15100.00", [Part(REFERENCE, EUROS), Part("autre/1", "100.00")], batch=2, day=DAY)
    async with site_house.client_as(ANGE) as client:
        await issue(client)
        await pressed(client, await handed_in(client, statement(batch)))
    assert await payment(site_house) == ("paid", "FILATURE-2027/1")


async def test_a_job_goes_on_where_it_stopped(site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request works for so long; another goes on."""
    monkeypatch.setattr(web.forms.bulk.go_on, "__defaults__", (0.0,))
    async with site_house.client_as(ANGE) as client:
        await issue(client)
        begun = await pressed(client, await handed_in(client, statement(PAID, BACK)))
        page = await client.get(begun.headers["location"])
        assert "1 enregistré, 0 refusé, 1 à faire" in text_of(page.text)
        await client.post(begun.headers["location"], data=form_on(page.text).values)
        assert "2 enregistrés, 0 refusé" in text_of((await client.get(begun.headers["location"])).text)


async def test_pasted_lines_are_the_second_way_in(site_house: SiteHouse) -> None:
    """The same dry run; lines that cannot be read are named."""
    async with site_house.client_as(ANGE) as client:
        await issue(client)
        lines = f"{REFERENCE};15 000,00;01/03/2027;VIR-9\nbonjour"
        check = await handed_in(client, b"", lines)
        assert "Lignes illisibles : 2." in text_of(check.text)
        await pressed(client, check)
        assert await payment(site_house) == ("paid", "VIR-9")
        empty = await handed_in(client, b"")
        assert (empty.status_code, "Choisissez un fichier" in text_of(empty.text)) == (422, True)


async def test_a_truncated_file_is_refused_whole_and_what_was_pasted_is_kept(site_house: SiteHouse) -> None:
    """Half a statement is no statement."""
    async with site_house.client_as(ANGE) as client:
        answer = await handed_in(client, statement(PAID)[:-30], "gardé")
        assert answer.status_code == 422
        assert "tronqué" in text_of(answer.text)
        assert "gardé" in answer.text
    await read(site_house, SWANN, STATEMENT, 404)


def test_lines_are_read_as_people_write_them() -> None:
    """Tabs or semicolons, amounts and days of either form; a minus before what went out."""
    found = pasted(
        "a/1\t-1 234,50 €\t2027-03-01\tX-1\n\nb/2;10;31/12/2027\nc/3;dix;31/12/2027\nd/4;1;31/02/2027"
    )
    assert [(one.reference, one.cents, one.on, one.bank_reference) for one in found.movements] == [
        ("a/1", 123_450, date(2027, 3, 1), "X-1"),
        ("b/2", 1_000, date(2027, 12, 31), None),
    ]
    assert list(found.unread) == [4, 5]
