"""The address of every page: one place gives it, and nothing that people name can lead elsewhere."""

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

import links

PAGES = {
    "noailles": "/o/fondation/dossiers/noailles",
    "cooperation:noailles": "/o/fondation/dossiers/noailles",
    "review:avis": "/o/fondation/avis/avis",
    "funding:menuiserie": "/o/fondation/financements/menuiserie",
    "envelope:tec/grant/2026": "/o/fondation/enveloppes/tec/grant/2026",
    "envelope:acte/grant/fast-track/2026": "/o/fondation/enveloppes/acte/grant/fast-track/2026",
    "account:w123456789": "/o/fondation/comptes/w123456789",
    "payment-file:sepa-1": "/o/fondation/paiements/fichiers/sepa-1",
}


@pytest.mark.parametrize("key", PAGES)
def test_a_file_has_a_page_by_its_key(key: str) -> None:
    """As lists name it; a cooperation also by its stream."""
    assert links.file("fondation", key) == PAGES[key]


def test_a_task_is_seen_to_where_its_file_tells_of_it() -> None:
    """A gate item at the gate, a deadline among the dates, a letter at the letter, bank details in the form."""
    of = {
        ("gate-item", "noailles", "go"): "/o/f/dossiers/noailles/passage",
        ("deadline", "noailles", "inactivity/e2"): "/o/f/dossiers/noailles/echeances",
        ("deadline", "review:avis", "opinions/e1"): "/o/f/avis/avis",
        ("delivery-failed", "noailles", "8533b7"): "/o/f/courrier/8533b7",
        ("approval", "funding:menuiserie", "advance"): "/o/f/financements/menuiserie",
        ("bank-details", "account:w1", "2"): "/o/f/faire/ConfirmBankDetails?account=w1&version=2",
        ("twins", "organisation", "p-1 p-2"): "/o/f/personnes",
        ("webhook-stopped", "organisation", "wh1"): "/o/f/organisation/webhooks/wh1",
    }
    assert {task: links.task("f", *task) for task in of} == of
    assert links.tasks("f") == "/o/f/"


def test_a_form_has_the_fields_that_are_known() -> None:
    """In the query, where the page reads them; without any, there is none."""
    known: dict[str, str | int] = {"funding": "menuiserie", "payment": 1}
    assert (
        links.form("f", "ConfirmPayment", known) == "/o/f/faire/ConfirmPayment?funding=menuiserie&payment=1"
    )
    assert links.form("f", "OpenCooperation") == "/o/f/faire/OpenCooperation"


@pytest.mark.parametrize("base", ["https://escale.example.org", "https://escale.example.org/"])
def test_an_address_is_absolute_with_where_the_site_is_reached(base: str) -> None:
    """With or without a slash at its end."""
    assert links.absolute(base, links.payments("f")) == "https://escale.example.org/o/f/paiements"


@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_whatever_is_named_stays_what_it_is(organisation: str, name: str, value: str) -> None:
    """No name makes another path, another query or another site; each is read as it was written."""
    known: dict[str, str | int] = {"text": value}
    address = urlsplit(links.absolute("https://escale.example.org", links.form(organisation, name, known)))
    assert address.netloc == "escale.example.org"
    assert [unquote(one) for one in address.path.split("/")] == ["", "o", organisation, "faire", name]
    assert parse_qsl(address.query, keep_blank_values=True, strict_parsing=True) == [("text", value)]
