"""Composes the messages that events announce, to be stored in the transaction of their claims."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from email.headerregistry import Address

from domain.events import ReminderIssued
from domain.events.recorded import Recorded
from domain.kept import KeptFile
from domain.ledger import OutgoingMessage
from domain.rulebook import Rulebook
from domain.state import Organisation, Person
from mail.addresses import mailbox
from mail.reminder import Occasion, gather
from mail.rendering import Envelope, render, subject_of

Reveal = Callable[[str, Iterable[str]], Awaitable[Mapping[str, str]]]
"""Opens an organisation's vault at some ids; erased values are missing."""


class ReminderComposer:
    """Fills ``application.ports.Composer``. ``sender`` is the address that messages come from."""

    def __init__(
        self, reveal: Reveal, rulebook: Callable[[Organisation, str], Rulebook], sender: str
    ) -> None:
        self._reveal = reveal
        self._rulebook = rulebook
        self._sender = Address(addr_spec=sender)

    async def compose(
        self,
        organisation: Organisation,
        organisation_id: str,
        file: KeptFile,
        events: Sequence[Recorded],
        now: datetime,
    ) -> Sequence[OutgoingMessage]:
        """A message for each ``ReminderIssued``.

        Somebody whose data was erased gets one without content, which is never sent; a name or address that
        no mail can be sent to gives one without recipient. Both become *failed*.
        """
        issued = [one.event for one in events if isinstance(one.event, ReminderIssued)]
        if not issued:
            return []
        people = {event.recipient: organisation.people[event.recipient] for event in issued}
        known = await self._names_and_addresses(organisation_id, people.values())
        rulebook = self._rulebook(organisation, file.rulebook)
        occasion = Occasion(organisation, organisation_id, file, rulebook, now)
        return [self._message(event, people[event.recipient], known, occasion) for event in issued]

    async def _names_and_addresses(self, organisation_id: str, people: Iterable[Person]) -> Mapping[str, str]:
        places = [prose.vault for person in people for prose in (person.name, person.email) if prose.vault]
        return await self._reveal(organisation_id, places)

    def _message(
        self, event: ReminderIssued, person: Person, known: Mapping[str, str], occasion: Occasion
    ) -> OutgoingMessage:
        name, address = known.get(person.name.vault or ""), known.get(person.email.vault or "")
        reminder = gather(event, name or person.id, occasion)
        content = b""
        if name is not None and address is not None:
            thread = f"{occasion.file.key.replace(':', '.')}.{occasion.organisation_id}"
            to = mailbox(name, address)
            envelope = Envelope(event.message, thread, self._sender, to, occasion.now)
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
