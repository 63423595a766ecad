"""What is used to answer questions and to pass commands on; ``bootstrap`` fills it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from application.addresses import Addresses
from application.files import Files
from application.ports import Clock, ClockStore, Rulebooks
from domain.kernel.ledger import Ledger
from domain.kernel.prose import Altered, Texts
from mail.messages import Letter, LetterCursor
from projections.read import ReadModels

if TYPE_CHECKING:  # who only reads loads nothing that decides
    from application.commands.migration_preview import Migrations
    from application.commands.one_way_in import OneWayIn


class Vault(Protocol):
    """Where private text lies."""

    async def reveal(self, organisation: str, ids: Iterable[str]) -> Texts:
        """The values of some ids; erased ones are missing, altered ones are said to be so."""

    async def import_secret(self, organisation: str) -> bytes:
        """What the aliases of import files are concealed under in ids."""


class Attachment(Protocol):
    """A document as it was handed in for a file."""

    @property
    def digest(self) -> str:
        """As entries name it."""

    @property
    def file(self) -> str:
        """The key of the file that it was handed in for."""

    @property
    def name(self) -> str:
        """What whoever handed it in called it."""

    @property
    def deposited_by(self) -> str:
        """Who handed it in."""

    @property
    def deposited_at(self) -> datetime:
        """When, by the organisation's clock."""

    @property
    def media_type(self) -> str:
        """Of its content, as RFC 6838 has them."""

    @property
    def size(self) -> int:
        """In bytes."""


class Attachments(Protocol):
    """Where the bytes of documents lie that entries name by their digest."""

    async def about(
        self, organisation: str, files: Iterable[str], digests: Iterable[str]
    ) -> Sequence[Attachment]:
        """What is known of documents that were handed in for any of some files; missing where they were erased."""

    async def content(self, organisation: str, digest: str) -> bytes | Altered | None:
        """The bytes; None where they were erased, or said to be altered."""


class Letters(Protocol):
    """What was mailed."""

    async def letters(
        self,
        organisation: str,
        *,
        file: str | None = None,
        states: Sequence[str] | None = None,
        recipient: str | None = None,
        after: LetterCursor | None = None,
        limit: int = ...,
    ) -> Sequence[Letter]:
        """An organisation's messages, the newest first, from after one on; None wants any."""

    async def letter(self, organisation: str, message: str) -> Letter | None:
        """A message by its id; None if there is none."""

    async def content(self, organisation: str, message: str) -> bytes | None:
        """A message as it was rendered (RFC 5322): empty if erased, None if there is none of that id."""

    async def counts(self, organisation: str) -> Mapping[str, int]:
        """How many messages are in each state that has any."""


class FollowerProgress(Protocol):
    """How far a follower has come, and which files it still owes a wake."""

    async def checkpoint(self, organisation: str, name: str) -> int:
        """The last position dealt with; 0 at first."""

    async def beat(self, organisation: str, name: str) -> datetime | None:
        """When it last said that it is alive, by the database's clock; None if it never did."""

    async def owed(self, organisation: str) -> Mapping[str, int]:
        """The files owed a wake, with the position."""

    async def reasons(self, organisation: str) -> Mapping[str, str]:
        """Why they could not be woken, as codes."""


class Setback(Protocol):
    """A ledger of which a later position was known than it held."""

    @property
    def noticed_at(self) -> datetime:
        """By the database's clock."""

    @property
    def known_position(self) -> int:
        """Where it was known to have ended."""

    @property
    def found_position(self) -> int:
        """Where it ended then."""


class Setbacks(Protocol):
    """Ledgers that were seen to go back."""

    async def standing(self, organisation: str) -> Sequence[Setback]:
        """What nobody has dealt with yet, the earliest first."""


class Services(Protocol):
    """All that a visit may use. Whatever asks raises LedgerUnavailable where the store is out of reach."""

    @property
    def ledger(self) -> Ledger:
        """The truth."""

    @property
    def vault(self) -> Vault:
        """Private text."""

    @property
    def attachments(self) -> Attachments:
        """Documents."""

    @property
    def rulebooks(self) -> Rulebooks:
        """The rules of every programme."""

    @property
    def files(self) -> Files:
        """Files as they stand, folded from the ledger."""

    @property
    def read_models(self) -> ReadModels:
        """Lists."""

    @property
    def outbox(self) -> Letters:
        """Mail."""

    @property
    def follower_store(self) -> FollowerProgress:
        """How far what wakes files has come."""

    @property
    def setbacks(self) -> Setbacks:
        """Ledgers that went back."""

    @property
    def addresses(self) -> Addresses:
        """Whose an e-mail address is."""

    @property
    def clock(self) -> Clock:
        """The present instant."""

    @property
    def clock_store(self) -> ClockStore:
        """The clocks of simulations."""

    @property
    def one_way_in(self) -> "OneWayIn":
        """The way of every command."""

    @property
    def migrations(self) -> "Migrations":
        """What moving a file to another rulebook would change."""
