"""What the application asks of the outside, as protocols that ``bootstrap`` fills."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.files.file import KeptFile
from domain.kernel.clock import ClockSetting
from domain.kernel.ledger import OutgoingMessage
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import refuse
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from wording.refusals import explain


class Clock(Protocol):
    """The one source of time: real, or the simulation's."""

    async def now(self, organisation: str) -> datetime:
        """The organisation's present instant, with its time zone."""

    def simulated(self, organisation: str) -> bool:
        """Whether that clock stands still until somebody advances it (known once ``now`` was asked)."""


class ClockStore(Protocol):
    """The row beside a simulation's ledger."""

    async def read(self, organisation: str) -> ClockSetting | None:
        """The clock of a simulation; None for a real ledger."""

    async def create(self, organisation: str, now: datetime) -> None:
        """Set a new simulation's clock; an existing one stays."""

    async def aim(self, organisation: str, target: datetime) -> None:
        """Ask for the clock to be taken to ``target``; an earlier instant than the present changes nothing."""

    async def stop(self, organisation: str) -> None:
        """Want the clock nowhere but where it is."""

    async def show(self, organisation: str, now: datetime) -> None:
        """Let the clock show ``now``; it never goes back."""


class SignsOfLife(Protocol):
    """When the service was last seen working, in each organisation's own time."""

    async def last(self, organisation: str) -> datetime | None:
        """The last sign of life; None before the first."""

    async def leave(self, organisation: str, at: datetime) -> None:
        """Leave a sign of life; it never goes back."""


class RulebookDiffers(Exception):
    """What ships under an id is not what the ledger knows under it; ``refusal`` says so."""

    def __init__(self, rulebook: str, adopted: str) -> None:
        self.refusal = refuse("rulebook_differs", rulebook=rulebook, adopted=adopted)
        super().__init__(explain(self.refusal).message[1])


class Rulebooks(Protocol):
    """The rulebooks that an organisation published, and those that ship with the service."""

    def get(self, organisation: Organisation, rulebook: str) -> Rulebook:
        """The rulebook of an id such as ``tec@1``. Raises KeyError, RulebookDiffers."""

    def current(self, organisation: Organisation, programme: str) -> Rulebook | None:
        """The version under which a new cooperation of that programme opens; None for an unknown programme.

        Raises RulebookDiffers.
        """

    def programmes(self, organisation: Organisation) -> Sequence[str]:
        """The programmes that there are, by name."""

    def versions(self, organisation: Organisation) -> Sequence[Rulebook]:
        """Every version of every programme, by programme, the earliest first."""


class Composer(Protocol):
    """Renders the messages that events announce, once, to be stored with them."""

    async def compose(
        self,
        organisation: Organisation,
        organisation_id: str,
        file: KeptFile,
        events: Sequence[Recorded],
        now: datetime,
    ) -> Sequence[OutgoingMessage]:
        """A message for each ``ReminderIssued``."""


class FollowerStore(Protocol):
    """How far a follower has read, and which files it still owes a wake."""

    async def checkpoint(self, organisation: str, name: str) -> int:
        """The last position dealt with; 0 at first."""

    async def mark(self, organisation: str, name: str) -> tuple[int, bytes | None]:
        """The last position dealt with, and its hash where it is known."""

    async def advance(self, organisation: str, name: str, position: int, digest: bytes | None = None) -> None:
        """Remember the position with its hash, and that the follower is alive."""

    async def rewind(self, organisation: str, name: str, head: int) -> None:
        """The ledger went back to ``head``: read it anew, and owe nobody a wake for what is lost."""

    async def owe(self, organisation: str, file: str, position: int, error: str) -> None:
        """Remember that a file was not woken for a position; a later one replaces an earlier."""

    async def owed(self, organisation: str) -> Mapping[str, int]:
        """The files owed a wake, with the position."""

    async def settle(self, organisation: str, file: str, position: int) -> None:
        """Forget a debt that was paid up to that position."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a running workflow shows in Temporal's lists; None for what it does not (yet, or any more)."""

    seen: int | None
    """The position of the ledger up to which it knows its file."""
    trouble: str | None
    """Why it does not go on by itself, as a code."""


@dataclass(frozen=True, slots=True)
class ShownLife:
    """All that a running workflow shows of its file, which is named by its key."""

    file: str
    place: str
    """The phase or step; empty at the end of its life, and as long as it is not known."""
    awaits: str | None
    """The key of the next deadline."""
    due: date | None
    trouble: str | None


@dataclass(frozen=True, slots=True)
class WorksFor:
    """Which worker works for an organisation, by its identity, and since when."""

    worker: str
    since: datetime


class Lifecycles(Protocol):
    """The workflows of cooperations, reviews and fundings, as the follower sees them; files by their keys."""

    async def catch_up(self, organisation: str, file: str, position: int) -> int:
        """Start or wake the file's workflow; the position it has seen once it has caught up."""

    async def shown(self, organisation: str) -> Mapping[str, Shown]:
        """The files that have a running workflow, with what it shows."""

    async def end(self, organisation: str, file: str, reason: str) -> None:
        """End a file's workflow wherever it is; one that is not there stays so."""
