"""Whose address is whose, who is called what: known by the vault, kept in this process, written nowhere (ADR 0026)."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from application.mailboxes import Mailboxes
from domain.kernel.address import mailbox_of
from domain.kernel.command import Command
from domain.kernel.prose import Altered, Texts, legible
from domain.organisation.commands import ChangePerson, RegisterPerson
from domain.people.state import Organisation, Person

Reveal = Callable[[str, Iterable[str]], Awaitable[Texts]]
"""Opens an organisation's vault at some ids; erased values are missing, altered ones are said to be so."""


@dataclass
class _Kept:
    """What is known of an organisation: the mailbox by place in the vault, and who is whose twin."""

    read: dict[str, str | None] = field(default_factory=dict)
    coming: dict[tuple[str, str], str | None] = field(default_factory=dict)
    """The same of texts on their way, by place and text: a batch asks of each as often as it has commands."""
    people: Mapping[str, Person] | None = None
    twins: Mapping[str, str] = field(default_factory=dict)
    mailboxes: Mailboxes = field(default_factory=Mailboxes)
    """Those found last: what comes next is asked of the same people, or of these and some more."""

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
            kept.people, kept.twins = organisation.people, mailboxes.twins()
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
        return await self._still_there(organisation_id, organisation, mailboxes.of(wanted), unsealed)

    async def first_holders(
        self, organisation_id: str, organisation: Organisation, addresses: Iterable[str]
    ) -> Mapping[str, str]:
        """By mailbox, who was registered first with each of these addresses; those of nobody are missing."""
        mailboxes = await self._mailboxes(organisation_id, organisation, {})
        wanted = {mailbox_of(one) for one in addresses}
        found = {one: mailboxes.of(one) for one in wanted if one}
        everybody = [person for people in found.values() for person in people]
        there = set(await self._still_there(organisation_id, organisation, everybody, {}))
        first = {
            one: next((person for person in people if person in there), None) for one, people in found.items()
        }
        return {one: person for one, person in first.items() if person}

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
    ) -> Mailboxes:
        """The mailboxes of everybody who has one."""
        kept, people = self._kept.setdefault(organisation_id, _Kept()), organisation.people
        if kept.mailboxes.people is people:
            return kept.mailboxes
        read = await self._read(organisation_id, kept, people, unsealed)
        known = kept.mailboxes.before(people)
        places = known.places_beyond(people)
        if not unsealed:
            kept.coming.clear()
        known.reach(
            people,
            (
                (
                    key,
                    kept.mailbox_of_coming(place, unsealed[place]) if place in unsealed else read.get(place),
                )
                for key, place in places.items()
            ),
        )
        complete = all(place in read or place in unsealed for place in places.values())
        kept.mailboxes = known if complete else Mailboxes()
        return known

    async def _read(
        self, organisation_id: str, kept: _Kept, people: Mapping[str, Person], unsealed: Mapping[str, str]
    ) -> Mapping[str, str | None]:
        """The mailboxes by place, after those were read that nobody has read: others may read meanwhile."""
        asked: set[str] = set()
        while True:
            places = kept.mailboxes.before(people).places_beyond(people).values()
            unread = [one for one in places if not (one in kept.read or one in unsealed or one in asked)]
            if not unread:
                return kept.read
            texts = await self._reveal(organisation_id, unread)
            asked.update(unread)
            kept.read.update(
                (place, mailbox_of(legible(text)))
                for place, text in ((one, texts.get(one)) for one in unread)
                if not isinstance(text, Altered)  # somebody may yet put it right
            )

    async def _still_there(
        self,
        organisation_id: str,
        organisation: Organisation,
        found: Sequence[str],
        unsealed: Mapping[str, str],
    ) -> tuple[str, ...]:
        """Without those who were erased since they were looked up: their address is free."""
        places = {one: organisation.people[one].email.vault or "" for one in found}
        texts = await self._reveal(organisation_id, places.values()) if found else {}
        return tuple(one for one, place in places.items() if place in unsealed or place in texts)
