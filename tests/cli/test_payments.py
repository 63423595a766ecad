"""`escale payments`: from a request by flags to the file for the bank, which only finance officers get."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from exports.payment_order_pain import SCHEMA
from tests.cli.house import ADMINISTRATOR, House
from tests.cli.paying import (
    ABROAD,
    BOARD,
    FINANCE,
    FUNDING,
    HOLDER,
    IBAN,
    MANAGER,
    PAYING_IBAN,
    SIRET,
    act,
    forget,
    give,
    inhabit,
    open_cooperation,
    order_payment,
)

NAME, DAY = "2026-03-ateliers", "2026-03-05"
REQUEST = {
    "--funding": FUNDING,
    "--cooperation": "quai",
    "--request.instrument": "aid",
    "--request.amount-cents": "1500005",
    "--request.since": "2026-01-01",
    "--request.until": "2026-12-31",
    "--request.beneficiary.kind": "association",
    "--request.beneficiary.name": "Les Ateliers",
    "--request.beneficiary.identifier": "732 829 320 00074",
}
PLAN = (
    '{"expense": "work", "label": "Toiture", "cents": 1500000}',
    '[{"expense": "work", "label": "Vis", "cents": 5}]',
)


@pytest.fixture(scope="module")
def asked(empty_house: House, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The house once a funding was asked for, field by field."""
    inhabit(empty_house, tmp_path_factory.mktemp("rules") / "atelier.yaml")
    open_cooperation(empty_house)
    words = [part for pair in REQUEST.items() for part in pair]
    plan = [part for one in PLAN for part in ("--request.plan", one)]
    result = empty_house.run("do", "RequestFunding", *words, *plan, "--as", MANAGER)
    assert result.code == 0, result.out
    assert result.json["events"] == ["FundingRequested", "EligibilityAssessed", "FundingAsked"]
    return empty_house


@pytest.fixture(scope="module")
def ordered(asked: House) -> House:
    """The house once the payment was ordered."""
    order_payment(asked, asked.run("people", "--as", ADMINISTRATOR, "--json").json["people"][0]["person"])
    return asked


def listed(house: House, person: str = FINANCE) -> list[dict[str, Any]]:
    """The payments that somebody is shown."""
    result = house.run("payments", "--as", person, "--json")
    assert result.code == 0, result.err
    payments: list[dict[str, Any]] = result.json["payments"]
    return payments


def send(house: House, *more: str, person: str = FINANCE, name: str = NAME, date: str = DAY) -> Any:
    """Put what is ordered into a file."""
    return house.run("payments", "file", name, "--date", date, "--as", person, *more)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"amount_cents": -1}, "request.amount_cents: at least 0"),
        ({"amount_cents": 1500.5}, "request.amount_cents: a whole number of cents"),
        (
            {"plan": [{"expense": "work", "label": "x", "euros": 5}]},
            "request.plan.0.cents: this field is required",
        ),
        (
            {"plan": [{"expense": "work", "label": "x", "cents": 5, "vat": 1}]},
            "request.plan.0.vat: no such field",
        ),
        ({"beneficiary": {"kind": "association", "name": "x", "identifier": "12"}}, "a SIRET (14 digits)"),
        ({"instrument": "Aid!"}, "request.instrument: a key of lower-case letters"),
        ({"until": "2026-02-30"}, "request.until: a day that exists"),
        (
            {"co_funding": [{"source": "ville", "name": "V", "origin": "state", "cents": 1}]},
            "one of 'public'",
        ),
    ],
    ids=lambda value: "" if isinstance(value, str) else "".join(value),
)
def test_a_request_that_cannot_be_read_says_what_would_be_accepted(
    asked: House, changes: dict[str, Any], wanted: str
) -> None:
    """At which place, in both languages; nothing is recorded."""
    request = {
        "instrument": "aid",
        "amount_cents": 100,
        "since": "2026-01-01",
        "until": "2026-12-31",
        "beneficiary": {"kind": "association", "name": "x", "identifier": SIRET},
    }
    head = asked.head("atelier")
    command = act(
        "RequestFunding", MANAGER, funding="autre", cooperation="quai", request={**request, **changes}
    )
    answer = asked.run("do", "--file", "-", stdin=json.dumps(command))
    assert (answer.code, answer.json["outcome"]) == (2, "invalid")
    remedy = answer.json["refusal"]["remedy"]
    assert wanted in remedy["en"]
    assert remedy["fr"] != remedy["en"]
    assert asked.head("atelier") == head


def test_a_plan_that_does_not_balance_is_refused_with_its_figures(asked: House) -> None:
    """By the rules, not by the reading."""
    words = [part for pair in {**REQUEST, "--funding": "autre"}.items() for part in pair]
    result = asked.run("do", "RequestFunding", *words, "--request.plan", PLAN[0], "--as", MANAGER)
    assert (result.code, result.json["outcome"]) == (1, "refused")


def test_payments_are_listed_without_any_account(ordered: House) -> None:
    """To those who may read the funding; in words, and for programs."""
    [line] = listed(ordered)
    assert (line["funding"], line["cents"], line["stage"]) == (FUNDING, 1_500_005, "ordered")
    shown = ordered.run("payments", "--as", BOARD)
    assert shown.code == 0
    assert "ordonné" in shown.out
    assert "Les Ateliers" in shown.out
    for text in (json.dumps(line), shown.out):
        assert IBAN not in text
        assert "HYPERLINK" not in text
    assert listed(ordered, ABROAD) == []


@pytest.mark.parametrize("person", [MANAGER, BOARD])
def test_only_finance_officers_send_payments(ordered: House, tmp_path: Path, person: str) -> None:
    """Others get neither a file nor its accounts."""
    result = send(ordered, "--out", str(tmp_path), "--json", person=person)
    assert (result.code, result.json["refusal"]["code"]) == (1, "not-entitled")
    assert list(tmp_path.iterdir()) == []


def test_a_finance_officer_of_another_region_finds_nothing_to_pay(ordered: House, tmp_path: Path) -> None:
    """Nor may they name a payment of this one."""
    nothing = send(ordered, "--out", str(tmp_path), "--json", person=ABROAD)
    assert (nothing.code, nothing.json["refusal"]["code"]) == (1, "nothing-to-pay")
    named = send(ordered, "--payment", f"{FUNDING}/1", "--out", str(tmp_path), "--json", person=ABROAD)
    assert (named.code, named.json["answer"]["refusal"]["code"]) == (1, "not_entitled")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "date", "code"),
    [
        (("--payment", "menuiserie"), DAY, "bad-payment"),
        (("--payment", f"{FUNDING}/9"), DAY, "unknown_payment"),
        ((), "2026-03-01", "execution_past"),
        ((), "tomorrow", "invalid"),
        (("--out", "/nowhere/at/all"), DAY, "file-not-writable"),
    ],
)
def test_what_cannot_be_sent_is_said_before_anything_is_recorded(
    ordered: House, words: tuple[str, ...], date: str, code: str
) -> None:
    """A payment that is none, a day that has passed or is none, a folder that is not there."""
    head = ordered.head("atelier")
    result = send(ordered, *words, "--json", date=date)
    assert result.code in (1, 2)
    refusal = result.json.get("refusal") or result.json["answer"]["refusal"]
    assert refusal["code"] == code
    assert refusal["remedy"]["fr"] != refusal["remedy"]["en"]
    assert ordered.head("atelier") == head


@pytest.fixture(scope="module")
def sent(ordered: House, tmp_path_factory: pytest.TempPathFactory) -> tuple[House, Path]:
    """The house once the file was issued, and where it was written."""
    folder = tmp_path_factory.mktemp("bank")
    result = send(ordered, "--out", str(folder), "--json")
    assert result.code == 0, result.err
    assert (result.json["payments"], result.json["cents"]) == (1, 1_500_005)
    assert result.json["answer"]["events"] == ["PaymentFileIssued", "PaymentIssued"]
    assert IBAN not in result.out + result.err
    return ordered, folder


def test_the_files_are_for_their_owner_alone(sent: tuple[House, Path]) -> None:
    """Mode 0600, both of them, and nothing else is left behind."""
    _, folder = sent
    assert sorted(one.name for one in folder.iterdir()) == [f"{NAME}.xlsx", f"{NAME}.xml"]
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}


def test_the_file_for_the_bank_holds_what_was_ordered(sent: tuple[House, Path]) -> None:
    """Accounts, amount, day and reference; the holder's name in letters that banks take."""
    house, folder = sent
    content = (folder / f"{NAME}.xml").read_text(encoding="utf-8")
    said = (
        SCHEMA,
        IBAN,
        PAYING_IBAN,
        "15000.05",
        DAY,
        f"{FUNDING}/1",
        "HYPERLINK( http://x.example ) Okote + Cie",
    )
    for text in said:
        assert text in content
    assert HOLDER not in content
    [line] = listed(house)
    assert (line["stage"], line["payment_file"]) == ("issued", NAME)


def test_an_issued_file_is_written_again_byte_by_byte(sent: tuple[House, Path], tmp_path: Path) -> None:
    """In another language, in another place, in the place of an earlier one."""
    house, folder = sent
    for _ in range(2):
        words = ("payments", "export", NAME, "--out", str(tmp_path), "--as", FINANCE)
        assert house.run(*words, ESCALE_LOCALE="en").code == 0
    for name in (f"{NAME}.xml", f"{NAME}.xlsx"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "person", "code"),
    [
        (NAME, MANAGER, "not-entitled"),
        (NAME, ABROAD, "not-entitled"),
        ("jamais", FINANCE, "unknown-payment-file"),
        ("../../etc/passwd", FINANCE, "unknown-payment-file"),
    ],
)
def test_a_file_is_given_to_nobody_else(
    sent: tuple[House, Path], tmp_path: Path, name: str, person: str, code: str
) -> None:
    """Neither to another role or region, nor by a name that is none."""
    house, _ = sent
    result = house.run("payments", "export", name, "--out", str(tmp_path), "--as", person, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (1, code)
    assert list(tmp_path.iterdir()) == []


def test_a_payment_leaves_in_one_file_only(sent: tuple[House, Path], tmp_path: Path) -> None:
    """A second file finds nothing that is ordered; the first one's name is taken."""
    house, _ = sent
    again = send(house, "--out", str(tmp_path), "--json", name="encore")
    assert again.json["refusal"]["code"] == "nothing-to-pay"
    named = send(house, "--payment", f"{FUNDING}/1", "--out", str(tmp_path), "--json", name="encore")
    assert named.json["answer"]["refusal"]["code"] == "payment_stage"
    assert list(tmp_path.iterdir()) == []


def test_what_the_bank_answers_is_shown(sent: tuple[House, Path]) -> None:
    """With its reference."""
    house, _ = sent
    paid = {"payment": 1, "reference": "VIR-1", "executed_on": "2026-03-02"}
    give(house, act("ConfirmPayment", FINANCE, funding=FUNDING, **paid))
    [line] = listed(house)
    assert (line["stage"], line["reference"]) == ("paid", "VIR-1")


def test_outcomes_about_money_are_told_to_those_who_may_read_them(sent: tuple[House, Path]) -> None:
    """Of a funding to those who may read it; of an envelope to whoever holds a role."""
    house, _ = sent
    of_funding = f"DecideFunding/{FUNDING}/granted"
    assert house.run("outcome", of_funding, "--as", MANAGER).json["outcome"] == "recorded"
    assert house.run("outcome", of_funding, "--as", ABROAD).json["refusal"]["code"] == "unknown-command-id"
    of_envelope = "OpenEnvelope/atelier/aid/2026"
    assert house.run("outcome", of_envelope, "--as", ABROAD).json["outcome"] == "recorded"


def test_a_file_whose_bank_details_are_erased_is_written_no_more(
    sent: tuple[House, Path], tmp_path: Path
) -> None:
    """Whose they were, and what to do, is said; what was written before stays where it is."""
    house, folder = sent
    forget(house, IBAN)
    result = house.run("payments", "export", NAME, "--out", str(tmp_path), "--as", FINANCE, "--json")
    assert (result.code, result.json["refusal"]["code"]) == (1, "bank-details-erased")
    assert SIRET in result.json["refusal"]["message"]["en"]
    assert list(tmp_path.iterdir()) == []
    assert (folder / f"{NAME}.xml").exists()
