"""A house in which a funding was granted, and a payment ordered: people, rules, envelope, bank details."""

import json
import re
from pathlib import Path
from typing import Any

import asyncpg

from domain.kernel.ids import person_id
from tests.cli.house import ADMINISTRATOR, House
from tests.support.waiting import run_apart

RULEBOOK = """
programme: atelier
version: 1
name: {fr: Ateliers, en: Workshops}
source: Inventé pour les essais.
phases:
  exploration:
    name: {fr: Exploration, en: Exploration}
    gate: []
ladders: {}
settles_abandonment: [elected-representative]
waives: [elected-representative]
instruments:
  - instrument: aid
    name: {fr: Aide aux ateliers, en: Aid for workshops}
    kind: grant
    circuit:
      - {by: [board]}
    expenses:
      - {expense: work, name: {fr: Travaux, en: Works}}
    envelope: {per_year_cents: 12000000}
"""
MANAGER, ELECTED, BOARD, FINANCE, ABROAD = (
    person_id(f"register/{one}") for one in ("manager", "elected", "board", "finance", "abroad")
)
_ROLES = {
    "manager": ("programme-manager", "occitanie"),
    "elected": ("elected-representative", "occitanie"),
    "board": ("board", None),
    "finance": ("finance-officer", "occitanie"),
    "abroad": ("finance-officer", "bretagne"),
}
SIRET, HOLDER = "73282932000074", '=HYPERLINK("http://x.example") Ôkoté & Cie'
IBAN, PAYING_IBAN = "FR7630006000011234567890189", "DE89370400440532013000"
FUNDING = "menuiserie"
_SHORT = re.compile(r"[a-z0-9/_-]+")


def inhabit(house: House, rules: Path) -> None:
    """Found an organisation on 2 March 2026, its people and its rules."""
    house.found("atelier", "simulation", "--clock", "2026-03-02")
    people = [
        act
        for one, (role, region) in _ROLES.items()
        for act in (
            _command("RegisterPerson", f"register/{one}", name=one, email=f"{one}@example.org"),
            _command(
                "GrantRole", f"grant/{one}", person=person_id(f"register/{one}"), role=role, region=region
            ),
        )
    ]
    assert house.do(*people, person=ADMINISTRATOR).code == 0
    rules.write_text(RULEBOOK, encoding="utf-8")
    published = house.run("programme", "publish", str(rules), "--reason", "Essai", "--as", ADMINISTRATOR)
    assert published.code == 0, published.err
    house.fold(["atelier"])


def give(house: House, *commands: dict[str, Any]) -> list[dict[str, Any]]:
    """Send commands in, each by its own actor; all are recorded."""
    lines = "\n".join(json.dumps(one) for one in commands)
    answers = house.run("do", "--file", "-", stdin=lines).answers
    assert [one["outcome"] for one in answers] == ["recorded"] * len(commands), answers
    return answers


def act(kind: str, actor: str, **fields: Any) -> dict[str, Any]:
    """A command by somebody, with an id that says what it is about."""
    about = "/".join(one for one in fields.values() if isinstance(one, str) and _SHORT.fullmatch(one))
    return _command(kind, f"{kind}/{about}", actor=actor, **fields)


def _command(kind: str, command_id: str, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "command_id": command_id, **{key: value for key, value in fields.items() if value}}


def open_cooperation(house: House) -> None:
    """The cooperation that asks, and the envelope of the year."""
    give(
        house,
        act(
            "OpenCooperation",
            MANAGER,
            cooperation="quai",
            name="Le quai",
            territory={"name": "Toulouse", "insee_codes": ["31555"]},
            region="occitanie",
            object="Un atelier",
            cooperation_type="systemic",
            economic_model="market",
            origin="residents-call",
            programme="atelier",
            managers=[MANAGER],
        ),
        act("OpenEnvelope", BOARD, envelope="atelier/aid/2026", commitments_cents=12_000_000),
    )


def order_payment(house: House, administrator: str) -> None:
    """What is asked for is granted, bank details are confirmed by a second person, the payment is ordered."""
    give(
        house,
        act("DecideFunding", BOARD, funding=FUNDING, decision="granted"),
        act("ProposeBankDetails", FINANCE, account=SIRET, holder=HOLDER, iban=IBAN),
        act("ProposeBankDetails", FINANCE, account="paying", holder="Fondation", iban=PAYING_IBAN),
        act("ConfirmBankDetails", administrator, account=SIRET, version=1),
        act("ConfirmBankDetails", administrator, account="paying", version=1),
        act("RequestTranche", MANAGER, funding=FUNDING, tranche="whole"),
        act("ApproveTranche", ELECTED, funding=FUNDING, tranche="whole"),
        act("OrderPayment", FINANCE, funding=FUNDING, tranche="whole"),
    )


def forget(house: House, value: str) -> None:
    """A private value is erased, by the owner of the tables."""
    run_apart(_erase(house.database.superuser_dsn, value))


async def _erase(dsn: str, value: str) -> None:
    connection = await asyncpg.connect(dsn)
    try:
        assert await connection.execute("DELETE FROM vault.secrets WHERE value = $1", value) == "DELETE 1"
    finally:
        await connection.close()
