"""Names and addresses as mail headers may carry them: one line, one address, nothing hidden."""

import re
import unicodedata
from email import message_from_bytes
from email.headerregistry import Address, AddressHeader
from email.policy import SMTP

_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)
_LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1
_LONGEST_NAME = 100


def one_line(text: str) -> str:
    """``text`` without line breaks, control characters and those that reorder or hide what is read."""
    shown = (" " if unicodedata.category(character) in _INVISIBLE else character for character in text)
    return " ".join("".join(shown).split())


def mailbox(name: str, address: str) -> Address | None:
    """A person's mailbox; None if ``address`` is none that mail can be sent to.

    A domain with accents is written in ASCII (IDNA); a local part with accents is not supported by enough
    mail servers and counts as no address.
    """
    local, at, domain = address.strip().rpartition("@")
    try:
        written = f"{local}{at}{domain.encode('idna').decode()}"
    except UnicodeError:
        return None
    if len(written) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(written):
        return None
    return Address(display_name=one_line(name)[:_LONGEST_NAME], addr_spec=written)


def recipient_of(content: bytes) -> str | None:
    """The address that a rendered message is for; None if it was rendered without one."""
    header = message_from_bytes(content, policy=SMTP)["To"]
    if not isinstance(header, AddressHeader) or len(header.addresses) != 1:
        return None
    return str(header.addresses[0].addr_spec)
