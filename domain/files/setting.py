"""What a decision is taken on besides the file: the people, the rules, the time; and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.bank.state import Account, PaymentReference
from domain.cooperations.state import Cooperation
from domain.envelopes.state import Envelope
from domain.fundings.payment_file_state import PaymentFile
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.event import Event
from domain.kernel.ids import (
    account_stream,
    cooperation_stream,
    envelope_stream,
    funding_stream,
    review_stream,
)
from domain.kernel.moments import earliest, write_instant
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal, refuse
from domain.people.state import Organisation
from domain.reviews.state import Review
from domain.rulebook import Rulebook

State = (
    Cooperation | Review | Funding | Envelope | Account | PaymentFile | PaymentReference | Organisation | None
)
"""What a stream folds to; None for one without events."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of a decision.

    ``rulebook`` is the file's own, the one it would open under, or, to publish one, the one in force.
    """

    organisation: Organisation
    rulebook: Rulebook | None
    now: datetime
    others: Mapping[str, Cooperation] = field(default_factory=dict)
    """Cooperations read beside the command's own, by id."""
    beside: Mapping[str, State] = field(default_factory=dict)
    """Everything that was read, by stream; None for a stream without events."""
    targets: Mapping[str, Rulebook] = field(default_factory=dict)
    """The rulebooks, by id, that the command names, to migrate to or to publish where there is one already; and those
    that the file has left, where a correction puts what was decided under them in doubt."""
    holder: str | None = None
    """Who has the address already that the command brings: the first who was registered with it."""
    importing: bool = False
    """Whether a past is brought in: who does vouches for it."""

    def zone_of(self, region: str) -> ZoneInfo:
        """The time zone in which the days of a region's files begin and end: by the rulebook, where there is one."""
        return self.rulebook.zone_of(region) if self.rulebook else self.organisation.zone_of(region)

    def cooperation(self, key: str) -> Cooperation | None:
        """The cooperation of that id, if it was read and exists."""
        found = self.beside.get(cooperation_stream(key))
        return found if isinstance(found, Cooperation) else None

    def review(self, key: str | None) -> Review | None:
        """The review of that id, if it was read and exists."""
        found = self.beside.get(review_stream(key)) if key else None
        return found if isinstance(found, Review) else None

    def funding(self, key: str | None) -> Funding | None:
        """The funding of that id, if it was read and exists."""
        found = self.beside.get(funding_stream(key)) if key else None
        return found if isinstance(found, Funding) else None

    def envelope(self, key: str) -> Envelope | None:
        """The envelope of that id, if it was read and exists."""
        found = self.beside.get(envelope_stream(key))
        return found if isinstance(found, Envelope) else None

    def account(self, key: str) -> Account | None:
        """The bank details of that id, if they were read and exist."""
        found = self.beside.get(account_stream(key))
        return found if isinstance(found, Account) else None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that a decision gives, in which stream, and when it takes effect."""

    stream: str
    event: Event
    effective_at: str


def foreseen(happening: Happening, entry: int, command: Command) -> Recorded:
    """A happening as its file's ``entry`` would have it, before the ledger has recorded anything."""
    return Recorded(
        event=happening.event,
        stream=happening.stream,
        entry=entry,
        effective_at=happening.effective_at,
        actor=command.actor,
        command_id=command.command_id,
        cause=command.command_id,
        correlation=command.command_id,
        rulebook=None,
    )


Decision = tuple[Event, ...] | Refusal
"""Events of the command's own stream, all effective when the command is; or why not."""


def effective_at(command: Command, setting: Setting) -> str:
    """When the command takes effect: as it says, else now."""
    return command.effective_at or write_instant(setting.now)


def not_yet(at: str, setting: Setting, zone: ZoneInfo) -> Refusal | None:
    """Why a moment is not one to record: it is still to come."""
    now = setting.now.astimezone(zone).isoformat(timespec="minutes")
    return refuse("in_future", at=at, now=now) if earliest(at, zone) > setting.now else None
