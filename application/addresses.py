"""Whose address is whose, who is called what: known by the vault, kept in this process, written nowhere (ADR 0026)."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from domain.kernel.address import mailbox_of
from domain.kernel.command import Command
from domain.kernel.prose import Altered, Texts, legible
from domain.organisation.commands import ChangePerson, RegisterPerson
from domain.people.identity import twins_among
from domain.people.state import Organisation, Person

Reveal = Callable[[str, Iterable[str]], Awaitable[Texts]]
"""Opens an organisation's vault at some ids; erased values are missing, altered ones are said to be so."""


@dataclass
class _Kept:
    """What is known of an organisation: the mailbox by place in the vault, and who is whose twin."""

    mailboxes: dict[str, str | None] = field(default_factory=dict)
    coming: dict[tuple[str, str], str | None] = field(default_factory=dict)
    """The same of texts on their way, by place and text: a batch asks of each as often as it has commands."""
    people: Mapping[str, Person] | None = None
    twins: Mapping[str, str] = field(default_factory=dict)
    of: Mapping[str, Person] | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    """The mailboxes of everybody in ``of``, by id: what comes next is asked of the same people."""

    def mailbox_of_coming(self, place: str, text: str) -> str | None:
        """The mailbox of a text that is on its way to a place, made of it once."""
        if (place, text) not in self.coming:
            self.coming[place, text] = mailbox_of(text)
        return self.coming[place, text]


class Addresses:
    """Looks up people by their addresses. Every method raises LedgerUnavailable.

    ``unsealed``: texts by place in the vault that are on their way there, in the batch that is being decided.
    """

    def __init__(self, reveal: Reveal) -> None:
        self._reveal = reveal
        self._kept: dict[str, _Kept] = {}

    async def acquainted(
        self, organisation_id: str, organisation: Organisation, unsealed: Mapping[str, str] | None = None
    ) -> Organisation:
        """The organisation knowing which of its ids are one person's."""
        kept = self._kept.setdefault(organisation_id, _Kept())
        if kept.people is not organisation.people:
            mailboxes = await self._mailboxes(organisation_id, organisation, unsealed or {})
            kept.people, kept.twins = organisation.people, twins_among(organisation, mailboxes)
        return organisation if organisation.twins is kept.twins else replace(organisation, twins=kept.twins)

    async def holder(
        self,
        organisation_id: str,
        organisation: Organisation,
        command: Command,
        unsealed: Mapping[str, str] | None = None,
    ) -> str | None:
        """Who has the address already that a command brings; None for nobody, and where it brings none.

        Of several, the person whom the command changes, so that they may keep what is theirs; else the first.
        """
        email = command.email if isinstance(command, RegisterPerson | ChangePerson) else None
        found = await self.whose(organisation_id, organisation, email.text if email else None, unsealed)
        own = command.person if isinstance(command, ChangePerson) else None
        return own if own in found else next(iter(found), None)

    async def whose(
        self,
        organisation_id: str,
        organisation: Organisation,
        address: str | None,
        unsealed: Mapping[str, str] | None = None,
    ) -> tuple[str, ...]:
        """Everybody who has an address, however written, the first who was registered with it first."""
        wanted, unsealed = mailbox_of(address), unsealed or {}
        if wanted is None:
            return ()
        mailboxes = await self._mailboxes(organisation_id, organisation, unsealed)
        found = [one for one, mailbox in mailboxes.items() if mailbox == wanted]
        return await self._still_there(organisation_id, organisation, found, unsealed)

    async def names(
        self, organisation_id: str, organisation: Organisation, people: Collection[str]
    ) -> Mapping[str, str]:
        """What these people are called, by id; those whom the vault has forgotten, or got wrong, are missing."""
        places = {one: organisation.people[one].name.vault or "" for one in people}
        texts = await self._reveal(organisation_id, places.values()) if places else {}
        named = {one: legible(texts.get(place)) for one, place in places.items()}
        return {one: name for one, name in named.items() if name}

    async def _mailboxes(
        self, organisation_id: str, organisation: Organisation, unsealed: Mapping[str, str]
    ) -> Mapping[str, str]:
        """The mailbox of everybody who has one, by id, in the order of their registration."""
        known = self._kept.setdefault(organisation_id, _Kept())
        if known.of is organisation.people:
            return known.known
        kept = known.mailboxes
        places = {key: one.email.vault for key, one in organisation.people.items() if one.email.vault}
        unread = [one for one in places.values() if one not in kept and one not in unsealed]
        if unread:
            texts = await self._reveal(organisation_id, unread)
            read = {one: texts.get(one) for one in unread}
            kept.update(
                (place, mailbox_of(legible(text)))
                for place, text in read.items()
                if not isinstance(text, Altered)  # somebody may yet put it right
            )
        if not unsealed:
            known.coming.clear()
        found = (
            (key, known.mailbox_of_coming(place, unsealed[place]) if place in unsealed else kept.get(place))
            for key, place in places.items()
        )
        mailboxes = {key: mailbox for key, mailbox in found if mailbox is not None}
        if all(place in kept or place in unsealed for place in places.values()):
            known.of, known.known = organisation.people, mailboxes
        return mailboxes

    async def _still_there(
        self, organisation_id: str, organisation: Organisation, found: list[str], unsealed: Mapping[str, str]
    ) -> tuple[str, ...]:
        """Without those who were erased since they were looked up: their address is free."""
        places = {one: organisation.people[one].email.vault or "" for one in found}
        texts = await self._reveal(organisation_id, places.values()) if found else {}
        return tuple(one for one, place in places.items() if place in unsealed or place in texts)
