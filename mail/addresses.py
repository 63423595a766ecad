"""Names and addresses as mail headers may carry them: one line, one address, nothing hidden."""

import unicodedata
from email import message_from_bytes
from email.headerregistry import Address, AddressHeader
from email.policy import SMTP

from domain.kernel.address import NotAnAddress, read_address

_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}
"""Zero-width (non-)joiners: invisible, but part of how names and emoji are written."""
_LONGEST_NAME = 200


def one_line(text: str) -> str:
    """``text`` without line breaks, control characters and those that reorder or hide what is read."""
    shown = (
        " " if unicodedata.category(character) in _INVISIBLE and character not in _JOINERS else character
        for character in text
    )
    return " ".join("".join(shown).split())


def mailbox(name: str, address: str) -> Address | None:
    """A person's mailbox; None if ``address`` is none that mail can be sent to (``domain.kernel.address``)."""
    try:
        written = read_address(address)
    except NotAnAddress:
        return None
    shown = one_line(one_line(name)[:_LONGEST_NAME])
    return Address(display_name=shown, username=written.local, domain=written.domain)


def recipient_of(content: bytes) -> str | None:
    """The address that a rendered message is for; None if it was rendered without one."""
    header = message_from_bytes(content, policy=SMTP)["To"]
    if not isinstance(header, AddressHeader) or len(header.addresses) != 1:
        return None
    return str(header.addresses[0].addr_spec)
