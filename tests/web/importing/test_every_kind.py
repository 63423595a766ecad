"""Every kind of sheet: tried at the cell, recorded, never twice, and by those whose it is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pytest

from domain.registry.codec import decode
from queries.importing.registry import KINDS
from tests.cli.beside_story import ANGE, CHARLIE, SWANN
from tests.cli.house import ADMINISTRATOR, NOUR, House
from tests.imports.sheets import Cells
from tests.support.postgres import PostgresForTests
from tests.web.house import SiteHouse
from tests.web.importing.matched import house_of_matched
from tests.web.importing.sending import IMPORTER, pressed, said, sent, tried
from wording.importing.columns import HEADINGS

Value = str | float | date | None


@dataclass(frozen=True)
class Told:
    """A row that passes, what of it another one says that does not, and what is said of that at which column.

    ``by`` somebody whose it is, ``not_by`` somebody who is not offered the kind; ``elsewhere``: who is, and does not
    read the file. ``of``: what is recorded, with what is ``beside`` it.
    """

    by: str
    row: Mapping[str, Value]
    wrong: Mapping[str, Value]
    at: str
    why: str
    of: str
    not_by: str
    elsewhere: str | None = None
    beside: tuple[str, ...] = ()


ROW = {
    "personnes": Told(
        by=ADMINISTRATOR,
        row={
            "name": "Lou Inventé", "email": "lou.invente@example.org", "role": "audit", "region": "toutes les régions",
        },
        wrong={"email": "lou.invente"},
        at="email",
        why="adresse",
        of="PersonRegistered",
        beside=("RoleGranted",),
        not_by=SWANN,
    ),
    "dossiers": Told(
        by=ADMINISTRATOR,
        row={
            "cooperation": "Les remparts", "date": "2020", "territory": "Quartier", "insee_codes": "59350",
            "region": "hauts-de-france", "object": "Un passage planté", "cooperation_type": "non modélisée",
            "economic_model": "non marchand", "origin": "appel d’habitants", "programme": "demarche-territoriale",
            "managers": "Swann Ébauche",
        },
        wrong={"cooperation": "Autre", "region": "Ailleurs"},
        at="region",
        why="n’est pas dans la liste",
        of="CooperationOpened",
        beside=("PhaseEntered", "CooperationImported"),
        not_by=SWANN,
    ),
    "contacts": Told(
        by=SWANN,
        row={"cooperation": "filature", "date": date(2027, 1, 11), "kind": "visite", "note": "Vu l’atelier."},
        wrong={"date": "31/02/2027"},
        at="date",
        why="Ce n’est pas une date.",
        of="ContactRecorded",
        not_by=ANGE,
        elsewhere=NOUR,
    ),
    "parties-prenantes": Told(
        by=SWANN,
        row={"cooperation": "filature", "name": "Les Jardins", "sector": "habitants", "stakeholder_role": "Animent"},
        wrong={"sector": "mairie"},
        at="sector",
        why="n’est pas dans la liste",
        of="StakeholderAdded",
        not_by=ANGE,
        elsewhere=NOUR,
    ),
    "contributions": Told(
        by=SWANN,
        row={
            "cooperation": "filature", "stakeholder": "Les Jardins", "date": date(2027, 2, 4),
            "kind": "en numéraire", "what": "Cotisations", "amount": "1\u202f250,50",
        },
        wrong={"amount": "12,345"},
        at="amount",
        why="montant",
        of="ContributionRecorded",
        not_by=ANGE,
        elsewhere=NOUR,
    ),
    "avis-passes": Told(
        by=SWANN,
        row={
            "cooperation": "filature", "date": "06/2022", "asked": "Entrée en phase 2", "whom": "Jury national",
            "verdict": "favorable sous conditions",
        },
        wrong={"verdict": "mitigé"},
        at="verdict",
        why="n’est pas dans la liste",
        of="PastReviewRecorded",
        not_by=ANGE,
        elsewhere=NOUR,
    ),
    "financements-passes": Told(
        by=SWANN,
        row={
            "cooperation": "filature", "date": "2021", "instrument_past": "Amorçage", "funder": "Fonds",
            "decision": "accordé", "granted_amount": 12_000.0,
        },
        wrong={"granted_amount": "beaucoup"},
        at="granted_amount",
        why="montant",
        of="PastFundingRecorded",
        not_by=ANGE,
        elsewhere=NOUR,
    ),
    "contributions-citoyennes": Told(
        by=SWANN,
        row={"cooperation": "verger", "reference": "Don n° 7", "amount": "50,20", "date": date(2027, 2, 26)},
        wrong={"cooperation": "halle"},
        at="cooperation",
        why="refusée",
        of="CitizenContributionRecorded",
        not_by=ANGE,
        elsewhere=NOUR,
    ),
    "paiements": Told(
        by=ANGE,
        row={
            "cooperation": "filature", "beneficiary": 11_111_111_800_001.0, "amount": 15_000.0,
            "bank_reference": "VIR-2027-1", "executed_on": date(2027, 3, 1),
        },
        wrong={"amount": 15_000.01},
        at="amount",
        why="Le montant ordonné est de 15 000,00 €.",
        of="PaymentConfirmed",
        beside=("PaymentReferenceTaken",),
        not_by=SWANN,
    ),
}  # fmt: skip
"""By kind, in the order in which one leans on the other."""


@pytest.fixture(scope="module")
def house(postgres: PostgresForTests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Money that left for the bank, and money that citizens’ euros bring."""
    with house_of_matched(postgres, tmp_path_factory.mktemp("home")) as made:
        yield made


async def entries(site: SiteHouse) -> Counter[str]:
    """How many of each type the ledger has."""
    ledger = site.site.service.ledger
    stored = await ledger.read("demo", 0, (await ledger.head("demo")).position)
    return Counter(decode(one).event.type for one in stored)


def sheet_of(told: Told, *rows: Mapping[str, Value]) -> Cells:
    """The heading in French, and these rows."""
    return (
        tuple(HEADINGS[one].fr for one in told.row),
        *(tuple(row[one] for one in told.row) for row in rows),
    )


def test_every_kind_is_told_here() -> None:
    """One that is added says here what becomes of its rows."""
    assert set(ROW) == set(KINDS)


@pytest.mark.parametrize("kind", ROW)
async def test_a_kind_is_tried_at_the_cell_recorded_and_never_twice(site_house: SiteHouse, kind: str) -> None:
    """The wrong row is named by its cell and recorded by nobody; sent again, there is nothing left to record."""
    told = ROW[kind]
    rows = sheet_of(told, told.row, {**told.row, **told.wrong})
    before = await entries(site_house)
    async with site_house.client_as(told.by) as client:
        sheet = await tried(client, kind, rows)
        text = spaced(await said(client, sheet))
        assert "1 serait enregistrée" in text, text
        at = f"{chr(ord('A') + list(told.row).index(told.at))}3 "
        assert at in text, text
        assert told.why in text[text.index(at) :][:160], text
        assert await entries(site_house) == before
        assert "1 enregistrée, 0 refusée." in spaced(await pressed(client, sheet, "record"))
        again = await tried(client, kind, rows)
        assert "0 serait enregistrée, 1 déjà là" in spaced(await said(client, again))
        assert (await client.post(again, data={"csrf": "", "do": "record"})).status_code != 303
    after = await entries(site_house)
    assert after[told.of] == before[told.of] + 1
    assert (after - before).total() <= 1 + len(told.beside)
    assert all(after[one] == before[one] + 1 for one in told.beside)


@pytest.mark.parametrize("kind", ROW)
async def test_a_kind_is_brought_in_by_those_whose_it_is(site_house: SiteHouse, kind: str) -> None:
    """Others are not offered it; to who reads nothing of the file there is none of that name; nothing is recorded."""
    told = ROW[kind]
    before = await entries(site_house)
    rows = sheet_of(told, told.row)
    async with site_house.client_as(told.not_by) as client:
        assert f"modele/{kind}" not in (await client.get(IMPORTER)).text
        assert (await sent(client, kind, rows)).status_code == 422
    async with site_house.client_as(CHARLIE) as client:
        assert (await client.get(IMPORTER)).status_code == 409
    if told.elsewhere:
        async with site_house.client_as(told.elsewhere) as client:
            text = spaced(await said(client, await tried(client, kind, rows)))
        assert "0 serait enregistrée, 0 refusée, 1 illisible" in text
        assert "A2 illisible Aucun dossier" in text
    assert await entries(site_house) == before


def spaced(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
