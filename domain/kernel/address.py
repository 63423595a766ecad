"""An e-mail address: what mail can be sent to, and what makes two of them one mailbox.

Registration, import, looking people up and mail share this one type. Addresses are compared as mailboxes are in
practice: blanks around them gone, NFC, the case of the whole address ignored (RFC 5321 leaves the local part to its
server, and none is known that keeps apart what differs by case), the domain by IDNA 2008 after the mapping of UTS 46,
not transitional: ``Straße.example`` is ``xn--strae-oqa.example``, and not ``strasse.example``.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import idna

Fault = Literal["not_an_address", "address_not_ascii", "address_hidden", "address_domain", "address_too_long"]
"""What is wrong with an address, as the code of a refusal."""

_LONGEST, _LONGEST_LOCAL = 254, 64
"""Octets of an address and of its local part: RFC 5321, 4.5.3.1, and erratum 1690 of RFC 3696."""
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
"""A dot-string of RFC 5321: quoted ones, which it asks nobody to hand out, are refused by too many servers."""
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DOMAIN_LABELS = 2


class NotAnAddress(ValueError):
    """Mail cannot be sent there; ``fault`` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


@dataclass(frozen=True, slots=True)
class MailAddress:
    """An address in ASCII, its domain as the DNS has it. A local part with accents would need SMTPUTF8 all the way."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def mailbox(self) -> str:
        """What two ways to write one address have in common."""
        return str(self).lower()


def read_address(text: str) -> MailAddress:
    """The address that somebody wrote. Raises NotAnAddress."""
    written = unicodedata.normalize("NFC", text).strip()
    if any(unicodedata.category(one) in _HIDDEN for one in written):
        raise NotAnAddress("address_hidden")
    local, at, domain = written.rpartition("@")
    if not at:
        raise NotAnAddress("not_an_address")
    if not local.isascii():
        raise NotAnAddress("address_not_ascii")
    if not _LOCAL.fullmatch(local):
        raise NotAnAddress("not_an_address")
    address = MailAddress(local, _in_the_dns(domain))
    if len(local) > _LONGEST_LOCAL or len(str(address)) > _LONGEST:
        raise NotAnAddress("address_too_long")
    return address


def mailbox_of(text: str | None) -> str | None:
    """What an address is compared by; None for what is no address, or unknown."""
    try:
        return None if text is None else read_address(text).mailbox
    except NotAnAddress:
        return None


@lru_cache(maxsize=256)
def _in_the_dns(domain: str) -> str:
    """The domain in ASCII: at least two labels, the last no number, for a host is named and not numbered."""
    try:
        written = idna.encode(domain, uts46=True, std3_rules=True).decode("ascii")
        idna.decode(
            written
        )  # an ASCII name passes unread: one that begins with xn-- must still mean something
    except (idna.IDNAError, UnicodeError):
        raise NotAnAddress("address_domain") from None
    labels = written.split(".")
    if len(labels) < _DOMAIN_LABELS or "" in labels or labels[-1].isdigit():
        raise NotAnAddress("address_domain")
    return written
