"""Events about a cooperation's sheet, its collective and the people in charge of it."""

from datetime import date
from typing import ClassVar, Literal

from domain.kernel.event import Event
from domain.kernel.prose import Prose
from domain.kernel.values import (
    CooperationType,
    EconomicModel,
    Key,
    Label,
    Managers,
    Origin,
    Phase,
    Region,
    RulebookId,
    Slug,
    Term,
    Territory,
)


class CooperationImported(Event):
    """The file's past, up to ``entries`` further entries, was brought in at once; ``at`` is when (UTC)."""

    type: Literal["CooperationImported"] = "CooperationImported"
    entries: int
    at: str


class CooperationOpened(Event):
    """A file was opened under a version of its programme's rulebook (``tec@1``)."""

    version: ClassVar[int] = 2
    type: Literal["CooperationOpened"] = "CooperationOpened"
    name: Label
    territory: Territory
    region: Region
    object: Label
    cooperation_type: CooperationType
    economic_model: EconomicModel
    origin: Origin
    relayed_from: Label | None
    rulebook: str
    call: Key | None = None
    managers: Managers


class SheetEdited(Event):
    """The given fields of the sheet changed."""

    version: ClassVar[int] = 2
    outdates = True

    type: Literal["SheetEdited"] = "SheetEdited"
    name: Label | None = None
    territory: Territory | None = None
    object: Label | None = None
    cooperation_type: CooperationType | None = None
    economic_model: EconomicModel | None = None


class StakeholderAdded(Event):
    """An organisation or a group of residents joined the collective."""

    type: Literal["StakeholderAdded"] = "StakeholderAdded"
    stakeholder: Slug
    name: Label
    sector: str
    role: Label
    term: Term
    carries_the_money: bool


class StakeholderChanged(Event):
    """A stakeholder's role, its term or its charge of the money changed; the event says what holds now."""

    type: Literal["StakeholderChanged"] = "StakeholderChanged"
    stakeholder: Slug
    role: Label
    term: Term
    carries_the_money: bool


class StakeholderRetired(Event):
    """A stakeholder left the collective."""

    type: Literal["StakeholderRetired"] = "StakeholderRetired"
    stakeholder: Slug
    reason: Prose


class CommitmentRecorded(Event):
    """A line of the table of commitments."""

    type: Literal["CommitmentRecorded"] = "CommitmentRecorded"
    party: Slug
    toward: Slug | None
    expects: Prose
    brings: Prose


class ManagersChanged(Event):
    """Other managers are in charge of the file."""

    outdates = True

    type: Literal["ManagersChanged"] = "ManagersChanged"
    managers: Managers
    reason: Prose


class CharterDrafted(Event):
    """A draft of the charter exists."""

    type: Literal["CharterDrafted"] = "CharterDrafted"
    document: str | None
    note: Prose | None


class CharterSigned(Event):
    """The charter drafted at entry ``draft`` was signed by these stakeholders."""

    outdates = True

    type: Literal["CharterSigned"] = "CharterSigned"
    draft: int
    signatories: tuple[Slug, ...]
    until: date | None


class ContributionRecorded(Event):
    """What a stakeholder brings: an amount in cents, or hours of working time."""

    type: Literal["ContributionRecorded"] = "ContributionRecorded"
    stakeholder: Slug
    kind: Literal["cash", "in-kind"]
    what: Label
    amount_cents: int | None
    hours: int | None


class FileAwaited(Event):
    """The file waits for another one."""

    type: Literal["FileAwaited"] = "FileAwaited"
    awaited: Slug


class FileAwaitedBy(Event):
    """Another file waits for this one, and is told how far it comes."""

    type: Literal["FileAwaitedBy"] = "FileAwaitedBy"
    waiting: Slug


class AwaitedFileMoved(Event):
    """A file that this one waits for is now in ``phase``, or completed; told when the waiting begins, too."""

    type: Literal["AwaitedFileMoved"] = "AwaitedFileMoved"
    awaited: Slug
    phase: Phase
    completed: bool


class RulebookChanged(Event):
    """From now on the file runs under another version of its rulebook, or under the programme that took it over."""

    outdates = True

    type: Literal["RulebookChanged"] = "RulebookChanged"
    rulebook: RulebookId
    previous: RulebookId
    way: Literal["version", "relay"]
    reason: Prose
