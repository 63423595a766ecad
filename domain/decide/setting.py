"""What a decision is taken on besides the file: the people, the rules, the time; and what it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.commands import Command
from domain.directory import roles_of
from domain.envelopes.state import Account, Envelope, PaymentFile, PaymentReference
from domain.events import AnyEvent
from domain.events.recorded import Recorded
from domain.fundings.state import Funding
from domain.ids import account_stream, cooperation_stream, envelope_stream, funding_stream, review_stream
from domain.kept import KeptFile
from domain.moments import earliest, latest, write_instant
from domain.persons import one_id_each
from domain.refusals import Refusal, refuse
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.state import Cooperation, Organisation
from domain.values import Role

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
    event: AnyEvent
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


Decision = tuple[AnyEvent, ...] | Refusal
"""Events of the command's own stream, all effective when the command is; or why not."""


def effective_at(command: Command, setting: Setting) -> str:
    """When the command takes effect: as it says, else now."""
    return command.effective_at or write_instant(setting.now)


def in_future(command: Command, setting: Setting, zone: ZoneInfo) -> Refusal | None:
    """Nothing is recorded before it happened, by the clocks of where it did."""
    return not_yet(effective_at(command, setting), setting, zone)


def not_yet(at: str, setting: Setting, zone: ZoneInfo) -> Refusal | None:
    """Why a moment is not one to record: it is still to come."""
    now = setting.now.astimezone(zone).isoformat(timespec="minutes")
    return refuse("in_future", at=at, now=now) if earliest(at, zone) > setting.now else None


def out_of_order(command: Command, file: KeptFile, setting: Setting) -> Refusal | None:
    """Phase changes, pauses and decisions take effect in order."""
    at, zone = effective_at(command, setting), setting.zone_of(file.region)
    previous = file.last_step_at(zone)
    if latest(at, zone) < earliest(previous, zone):
        return refuse("before_previous_step", at=at, previous=previous)
    return None


MANAGER_ROLES = frozenset(
    {Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.ACCOMPANYING_ORGANISATION}
)
"""Who may be in charge of a file: the pair is a manager with an elected representative or an accompanist."""


def in_charge(
    person: str, file: KeptFile, setting: Setting, could: Sequence[Role] = (Role.PROGRAMME_MANAGER,)
) -> bool:
    """Whether they hold one of these roles in the file's region, or are in charge of it and hold a manager's role."""
    held = roles_of(setting.organisation, person, file.region, setting.now)
    return bool(held.intersection(could)) or (person in file.managers and bool(held & MANAGER_ROLES))


def unless_in_charge(
    person: str, file: KeptFile, setting: Setting, could: tuple[Role, ...] = (Role.PROGRAMME_MANAGER,)
) -> Refusal | None:
    """Why somebody may not, where those in charge may, and who holds one of these roles."""
    if in_charge(person, file, setting, could):
        return None
    return refuse("not_entitled", roles=could, region=file.region)


def unfit_managers(managers: tuple[str, ...], region: str, setting: Setting) -> Refusal | None:
    """Those put in charge hold a fitting role in the region, and one of them is a programme manager."""
    roles = {one: roles_of(setting.organisation, one, region, setting.now) for one in managers}
    if unfit := tuple(one for one, held in roles.items() if not held & MANAGER_ROLES):
        return refuse("unfit_managers", people=unfit, region=region, roles=sorted(MANAGER_ROLES))
    if not any(Role.PROGRAMME_MANAGER in held for held in roles.values()):
        return refuse("no_programme_manager", region=region)
    if len(one_id_each(setting.organisation, managers)) < len(managers):
        return refuse("manager_twice")
    return None
