"""Letters that are sent again go to the address that their recipient has by then: it may be why the first came back."""

import re
from collections.abc import Awaitable, Callable, Iterable
from email.headerregistry import Address

from domain.kernel.prose import Altered, Texts, legible
from domain.people.state import Organisation
from mail.addresses import mailbox
from mail.encoded_words import mailbox_header
from mail.messages import Queued

_TO = re.compile(rb"^To:.*\r\n(?:[ \t].*\r\n)*", re.MULTILINE)
_SUBJECT = re.compile(rb"^Subject:", re.MULTILINE)


class Readdressing:
    """Completes letters. ``organisation`` finds who is in one, ``reveal`` opens its vault."""

    def __init__(
        self,
        organisation: Callable[[str], Awaitable[Organisation]],
        reveal: Callable[[str, Iterable[str]], Awaitable[Texts]],
    ) -> None:
        self._organisation = organisation
        self._reveal = reveal

    async def complete(self, message: Queued) -> bytes:
        """The letter as it is to be sent; a link goes to no other address than it was made for.

        Raises LedgerUnavailable.
        """
        if not message.attempts or message.purpose != "reminder":
            return message.content
        to = await self._mailbox(message.organisation, message.recipient)
        return addressed_to(to, message.content) if to else message.content

    async def _mailbox(self, organisation: str, recipient: str) -> Address | None:
        """None for an address that no mail can be sent to, that is erased, or that somebody altered."""
        person = (await self._organisation(organisation)).people.get(recipient)
        if person is None or person.name.vault is None or person.email.vault is None:
            return None
        known = await self._reveal(organisation, (person.name.vault, person.email.vault))
        name, address = known.get(person.name.vault), known.get(person.email.vault)
        if name is None or address is None or isinstance(address, Altered):
            return None
        return mailbox(legible(name) or "", address)


def addressed_to(to: Address, content: bytes) -> bytes:
    """A message (RFC 5322) as it was rendered, but to that mailbox: with the same one it is the same bytes."""
    head, gap, body = content.partition(b"\r\n\r\n")
    written = f"{mailbox_header('To', to)}\r\n".encode("ascii")
    others = _TO.sub(b"", head + b"\r\n")
    return _SUBJECT.sub(lambda found: written + found[0], others, count=1)[:-2] + gap + body
