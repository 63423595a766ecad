"""Numbers of beneficiaries as people paste them, of every register; what passes a key by chance is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from domain.bank.identifiers import account_named, identifier, register_number
from domain.kernel.money import AccountId
from domain.kernel.pasted import close

ACCOUNT: TypeAdapter[str] = TypeAdapter(AccountId)
BLANKS = " \u00a0\u202f\u2009\u2007\u3000\t"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212."
SIRET, IBAN = "73282932000074", "FR7630006000011234567890189"


@pytest.mark.parametrize(
    ("written", "text", "account"),
    [
        ("73282932000074", "73282932000074", "73282932000074"),
        ("732 829 320 00074", "73282932000074", "73282932000074"),
        ("35600000049837", "35600000049837", "35600000049837"),  # La Poste, whose keys are sums of digits
        ("w75 1234567", "W751234567", "w751234567"),
        ("W9C1234567", "W9C1234567", "w9c1234567"),
        (
            "Strasbourg, volume 95, folio 120",
            "Strasbourg, volume 95, folio 120",
            "registre-strasbourg-95-120",
        ),
        (
            "Registre des associations du tribunal judiciaire de Sélestat Vol. XII Fol. 034",
            "Sélestat, volume XII, folio 34",
            "registre-selestat-xii-34",
        ),
        ("Saint-Avold vol 1 fol 2", "Saint-Avold, volume 1, folio 2", "registre-saint-avold-1-2"),
        ("RIDET 0 123 456.001", "RIDET 0123456.001", "ridet-0123456001"),
        ("ridet n° 123456 001", "RIDET 0123456.001", "ridet-0123456001"),
        ("TAHITI A12345", "TAHITI A12345", "tahiti-a12345"),
        ("N° TAHITI 123456-001", "TAHITI 123456-001", "tahiti-123456001"),
        ("BE 0403.170.701", "BE 0403170701", "be-0403170701"),
        ("CH CHE-123.456.789", "CH CHE123456789", "ch-che123456789"),
        ("LU B12345", "LU B12345", "lu-b12345"),
    ],
)
def test_a_number_is_taken_as_what_it_is(written: str, text: str, account: str) -> None:
    """Written as its register does; its account is one that commands and events take; said again, it is the same."""
    found = identifier(written)
    assert found is not None
    assert (found.text, found.account) == (text, account)
    assert ACCOUNT.validate_python(found.account) == account
    assert identifier(found.text) == found
    assert account_named(account) == account
    assert "-" not in register_number(account) or account.startswith(("tahiti", "registre-saint"))


@pytest.mark.parametrize(
    "written",
    [
        "73282932000075",
        "7328293200007",
        "732829320",  # a SIREN
        "00000000000000",
        "00000000000018",
        "73282932000000",
        "11111111111111",
        "W75123456",
        "W7512345678",
        "W000000000",
        "X751234567",
        "RIDET 0000000001",
        "RIDET 12345",
        "0123456001",
        "FR 123456789",
        "ZZ 12345",
        "BE 000",
        "DE89370400440532013000",  # an IBAN
        "volume 95, folio 120",
        "Strasbourg, folio 120",
        "Strasbourg 95/120",  # ST is a country
        "Lyon 12345",  # as is LY
    ],
)
def test_what_is_no_number_of_a_register_is_refused(written: str) -> None:
    """Wrong keys, zeros, too few signs, no country, an IBAN."""
    assert identifier(written) is None


@given(st.sampled_from((SIRET, IBAN)), st.data())
def test_blanks_dots_and_dashes_between_groups_change_nothing(number: str, data: st.DataObject) -> None:
    """Whatever Unicode has of them, and unseen characters that come along with a paste."""
    between = st.text(alphabet=BLANKS + DASHES + "\u200b\ufeff\u00ad", max_size=2)
    groups = re.findall(".{1,4}", number)
    pasted = "".join(group + data.draw(between) for group in groups)
    assert close(pasted.lower()) == number


@pytest.mark.parametrize(
    ("account", "read"),
    [
        ("73282932000074", "73282932000074"),
        ("w751234567", "W751234567"),
        ("ridet-0123456001", "RIDET 0123456.001"),
        ("registre-saint-avold-xii-34", "Saint-Avold, volume XII, folio 34"),
        ("be-0403170701", "BE 0403170701"),
        ("00000000000000", "00000000000000"),
        ("paying", "paying"),
    ],
)
def test_an_account_is_read_as_the_number_that_it_is_named_by(account: str, read: str) -> None:
    """Also one that an earlier version took."""
    assert register_number(account) == read
