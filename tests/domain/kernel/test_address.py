"""Addresses: which ones mail can be sent to, and which are one mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.address import NotAnAddress, mailbox_of, read_address

REFUSED = {
    "ada": "not_an_address",
    "ada.@example.org": "not_an_address",
    ".ada@example.org": "not_an_address",
    "ada lou@example.org": "not_an_address",
    "<ada@example.org>": "not_an_address",
    "a@b@example.org": "not_an_address",
    "@example.org": "not_an_address",
    "“ada”@example.org": "address_not_ascii",
    "adélaïde@example.org": "address_not_ascii",
    "a\u200bda@example.org": "address_hidden",
    "ada@exam\u00adple.org": "address_hidden",
    "ada@example.org\r\nBcc: all@example.org": "address_hidden",
    "ada@example..org": "address_domain",
    "ada@example.org.": "address_domain",
    "ada@.example.org": "address_domain",
    "ada@example": "address_domain",
    "ada@[192.0.2.1]": "address_domain",
    "ada@192.0.2.1": "address_domain",
    "ada@-example.org": "address_domain",
    "ada@ex_ample.org": "address_domain",
    "ada@xn--a.example": "address_domain",
    f"ada@{'a' * 70}.org": "address_domain",
    f"{'a' * 65}@example.org": "address_too_long",
    f"{'a' * 60}@{'.'.join(['a' * 60] * 3)}.example.org": "address_too_long",
}

ONE_MAILBOX = (
    "ada@xn--strae-oqa.example",
    "ada@straße.example",
    "ADA@STRAßE.EXAMPLE",
    "\u00a0 Ada@XN--strae-OQA.example\t",
    "ada@straße\u3002example",
)


@pytest.mark.parametrize(("text", "fault"), REFUSED.items())
def test_what_mail_refuses_is_refused(text: str, fault: str) -> None:
    """With what is wrong."""
    with pytest.raises(NotAnAddress) as caught:
        read_address(text)
    assert caught.value.fault == fault
    assert mailbox_of(text) is None


def test_ways_to_write_one_mailbox() -> None:
    """Case, blanks, composition and the two forms of a domain make no difference; another person's address does."""
    assert {mailbox_of(one) for one in ONE_MAILBOX} == {"ada@xn--strae-oqa.example"}
    assert mailbox_of("ada@strasse.example") == "ada@strasse.example"
    assert mailbox_of("ada@e\u0301cole.example") == mailbox_of("ada@école.example")
    assert mailbox_of("ada+avis@example.org") != mailbox_of("ada@example.org")
    assert mailbox_of(None) is None


def test_an_address_goes_out_with_its_local_part_as_written() -> None:
    """Only the comparison ignores its case: some server might not."""
    assert str(read_address("Ada.Lovelace@Exemple.FR")) == "Ada.Lovelace@exemple.fr"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_whatever_is_accepted_is_one_plain_address(text: str) -> None:
    """ASCII, one line, and read again it is the same."""
    for written in (text, f"{text}@example.org", f"ada@{text}"):
        try:
            address = read_address(written)
        except NotAnAddress:
            continue
        assert str(address).isascii()
        assert str(address).isprintable()
        assert " " not in str(address)
        assert read_address(str(address)) == address
