"""Composes the messages that events announce, to be stored in the transaction of their claims."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from email.headerregistry import Address

import links
import links.mail
from domain.files.events import ReminderIssued
from domain.files.file import KeptFile
from domain.kernel.ledger import OutgoingMessage
from domain.kernel.prose import Altered, Texts, legible
from domain.kernel.recorded import Recorded
from domain.people.state import Organisation, Person
from domain.rulebook import Rulebook
from mail.addresses import mailbox
from mail.leaving import cooperation_of, may_be_muted
from mail.reminder import Occasion, gather
from mail.rendering import Envelope, render, subject_of
from mail.words import UNREADABLE

Reveal = Callable[[str, Iterable[str]], Awaitable[Texts]]
"""Opens an organisation's vault at some ids; erased values are missing, altered ones are said to be so."""


class ReminderComposer:
    """Fills ``application.ports.Composer``. ``sender`` is the address that messages come from.

    ``public_url`` is where pages are reached, for links to them; empty where they are not.
    """

    def __init__(
        self,
        reveal: Reveal,
        rulebook: Callable[[Organisation, str], Rulebook],
        sender: str,
        public_url: str = "",
    ) -> None:
        self._reveal = reveal
        self._rulebook = rulebook
        self._sender = Address(addr_spec=sender)
        self._public_url = public_url
        self._leave = links.absolute(public_url, links.mail.mine()) if public_url else None

    async def compose(
        self,
        organisation: Organisation,
        organisation_id: str,
        file: KeptFile,
        events: Sequence[Recorded],
        now: datetime,
    ) -> Sequence[OutgoingMessage]:
        """A message for each ``ReminderIssued``.

        Somebody whose data was erased gets one without content, which is never sent; an address that no mail can be
        sent to, or that somebody altered, gives one without recipient. Both become *failed*. Whose name was altered
        is addressed without it.
        """
        issued = [one.event for one in events if isinstance(one.event, ReminderIssued)]
        if not issued:
            return []
        people = {event.recipient: organisation.people[event.recipient] for event in issued}
        known = await self._names_and_addresses(organisation_id, people.values())
        rulebook = self._rulebook(organisation, file.rulebook)
        occasion = Occasion(organisation, organisation_id, file, rulebook, now, self._public_url)
        return [self._message(event, people[event.recipient], known, occasion) for event in issued]

    async def _names_and_addresses(self, organisation_id: str, people: Iterable[Person]) -> Texts:
        places = [prose.vault for person in people for prose in (person.name, person.email) if prose.vault]
        return await self._reveal(organisation_id, places)

    def _message(
        self, event: ReminderIssued, person: Person, known: Texts, occasion: Occasion
    ) -> OutgoingMessage:
        name, address = known.get(person.name.vault or ""), known.get(person.email.vault or "")
        called = UNREADABLE[person.language] if isinstance(name, Altered) else name
        reminder = gather(event, called or person.id, occasion)
        content = b""
        if name is not None and address is not None:
            thread = f"{cooperation_of(occasion.file)}.{occasion.organisation_id}"
            to = None if isinstance(address, Altered) else mailbox(legible(name) or "", address)
            leave = self._leave if may_be_muted(reminder, event.recipient, occasion.file) else None
            envelope = Envelope(event.message, thread, self._sender, to, occasion.now, leave)
            content = render(reminder, person.language, envelope)
        return OutgoingMessage(
            id=event.message,
            file=occasion.file.key,
            occurrence=event.occurrence,
            recipient=event.recipient,
            subject=subject_of(reminder, person.language),
            content=content,
            created_at=occasion.now,
        )
