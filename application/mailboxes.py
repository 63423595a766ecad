"""Who has which mailbox: known anew when people change, and told of those alone who came since when some came."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import is_

from domain.people.identity import twins_among
from domain.people.state import Person


@dataclass
class Mailboxes:
    """Of these people, everybody who has a mailbox, by mailbox, in the order of their registration."""

    people: Mapping[str, Person] = field(default_factory=dict)
    whose: dict[str, list[str]] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    """The mailboxes that several have."""

    def before(self, people: Mapping[str, Person]) -> "Mailboxes":
        """What of this still holds: all of it, if others only came after its people; else nothing."""
        same = len(self.people) <= len(people) and all(map(is_, people.values(), self.people.values()))
        return self if same else Mailboxes()

    def places_beyond(self, people: Mapping[str, Person]) -> Mapping[str, str]:
        """Where the addresses of those who came after its people lie in the vault, by id."""
        added = islice(people.items(), len(self.people), None)
        return {key: one.email.vault for key, one in added if one.email.vault}

    def reach(self, people: Mapping[str, Person], added: Iterable[tuple[str, str | None]]) -> None:
        """Those who came have these mailboxes, by id."""
        for person, mailbox in added:
            if mailbox is not None:
                holders = self.whose.setdefault(mailbox, [])
                if holders:
                    self.shared.add(mailbox)
                holders.append(person)
        self.people = people

    def twins(self) -> Mapping[str, str]:
        """The ids that share a mailbox with somebody registered before, each with the first."""
        return twins_among(self.whose[one] for one in self.shared)

    def of(self, mailbox: str | None) -> Sequence[str]:
        """Everybody who has a mailbox, the first who was registered with it first."""
        return self.whose.get(mailbox, ()) if mailbox else ()
