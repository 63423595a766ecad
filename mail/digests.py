"""The weekly digest: what waits for somebody, what falls due, what happened in the files that they follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.headerregistry import Address
from hashlib import sha256

import links
import links.mail
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import OutgoingMessage
from domain.kernel.values import Language
from mail.addresses import mailbox, one_line
from mail.rendering import Envelope, Written, assemble
from mail.words import drawn

MOST = 25
"""Lines of a part; the page that it leads to has the others."""


@dataclass(frozen=True, slots=True)
class DigestLine:
    """Something in one sentence, with the path of the page where it is seen to, and what stands beside it."""

    said: str
    path: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class DigestPart:
    """Lines of one kind; ``path``: the page of all of them."""

    kind: str
    lines: Sequence[DigestLine]
    path: str

    @property
    def shown(self) -> Sequence[DigestLine]:
        """As many as a letter tells."""
        return self.lines[:MOST]

    @property
    def more(self) -> int:
        """How many the page has besides."""
        return max(0, len(self.lines) - MOST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A digest in the language of its reader; ``due`` by the organisation's clock, ``day`` where it lives."""

    organisation_id: str
    organisation: str
    simulation: bool
    recipient: str
    name: str
    address: str
    language: Language
    day: date
    due: datetime
    parts: Sequence[DigestPart]
    public_url: str

    def way(self, path: str) -> str:
        """The address of a page."""
        return links.absolute(self.public_url, path)

    @property
    def settings(self) -> str:
        """Where whoever reads it says what they are mailed; sent with a way out that asks for no sign-in."""
        return self.way(links.mail.mine())


def digest_id(organisation: str, recipient: str, due: datetime) -> str:
    """The id of somebody's digest of one week: written twice, it is the same letter."""
    return sha256(f"digest\0{organisation}\0{recipient}\0{due.isoformat()}".encode()).hexdigest()[:32]


def written(digest: Digest, sender: Address) -> OutgoingMessage:
    """The letter."""
    subject = one_line(drawn("digest_subject.txt", digest.language, digest=digest))
    plain, html = (drawn(f"digest.{kind}", digest.language, digest=digest) for kind in ("txt", "html"))
    message_id = digest_id(digest.organisation_id, digest.recipient, digest.due)
    envelope = Envelope(
        message_id,
        f"digest.{digest.organisation_id}",
        sender,
        mailbox(digest.name, digest.address),
        digest.due,
        digest.settings if digest.public_url else None,
    )
    said = Written(one_line(digest.organisation), subject, plain, html, both=False)
    content = assemble(said, digest.language, envelope)
    return OutgoingMessage(
        id=message_id,
        file=ORGANISATION_STREAM,
        occurrence="digest",
        recipient=digest.recipient,
        subject=subject,
        content=content,
        created_at=digest.due,
    )
