"""Commands about a cooperation's sheet, its collective and the people in charge of it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from domain.cooperations.commands.base import FileCommand, RecordCommand
from domain.kernel.prose import ClearProse
from domain.kernel.values import (
    CooperationType,
    Day,
    EconomicModel,
    Key,
    Label,
    Managers,
    Origin,
    Region,
    Sector,
    Slug,
    Term,
    Territory,
)


class OpenCooperation(FileCommand):
    """Open a file in the first phase of its programme."""

    begins = True

    type: Literal["OpenCooperation"]
    name: Label
    territory: Territory
    region: Region
    object: Label
    """What the cooperation is about, in one line."""
    cooperation_type: CooperationType
    economic_model: EconomicModel
    origin: Origin
    relayed_from: Label | None = None
    """The earlier programme, when the origin is a relay."""
    programme: Slug
    call: Key | None = None
    """The call that it answers, in programmes that have calls."""
    managers: Managers


class EditSheet(RecordCommand):
    """Change what the sheet says; only the given fields change."""

    type: Literal["EditSheet"]
    name: Label | None = None
    territory: Territory | None = None
    object: Label | None = None
    cooperation_type: CooperationType | None = None
    economic_model: EconomicModel | None = None


class AddStakeholder(RecordCommand):
    """Add an organisation or a group of residents to the collective, with its role."""

    type: Literal["AddStakeholder"]
    stakeholder: Slug
    name: Label
    sector: Sector
    role: Label
    term: Term = Term()
    carries_the_money: bool = False
    """Whether it receives money for the others (structure porteuse)."""


class ChangeStakeholder(RecordCommand):
    """Change a stakeholder's role, the role's term, or whether it carries the money."""

    type: Literal["ChangeStakeholder"]
    stakeholder: Slug
    role: Label | None = None
    term: Term | None = None
    carries_the_money: bool | None = None


class RetireStakeholder(RecordCommand):
    """Record that a stakeholder left the collective; its history stays."""

    type: Literal["RetireStakeholder"]
    stakeholder: Slug
    reason: ClearProse


class RecordCommitment(RecordCommand):
    """Write a line of the table of commitments: what a party expects and what it brings, to whom.

    A later line of the same two parties replaces the earlier one in the table, not in the history.
    """

    type: Literal["RecordCommitment"]
    party: Slug
    toward: Slug | None = None
    """The other party; None means all of them."""
    expects: ClearProse
    brings: ClearProse


class HandOverManagers(RecordCommand):
    """Put other managers in charge of the file."""

    told_to_reviews_and_fundings = True

    type: Literal["HandOverManagers"]
    managers: Managers
    reason: ClearProse


class DraftCharter(RecordCommand):
    """Record a draft of the cooperation's charter."""

    type: Literal["DraftCharter"]
    document: Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")] | None = None
    """The digest of the document, so that the signed text can be recognised."""
    note: ClearProse | None = None


class SignCharter(RecordCommand):
    """Record the signing of the charter that was last drafted, by these stakeholders."""

    told_to_reviews_and_fundings = True

    type: Literal["SignCharter"]
    signatories: Annotated[tuple[Slug, ...], Field(min_length=2, max_length=200)]
    until: Day | None = None
    """The last day of the charter's term, if it has one."""


class RecordContribution(RecordCommand):
    """Record what a stakeholder brings: an amount in cash, or in kind, an amount or hours of working time."""

    type: Literal["RecordContribution"]
    stakeholder: Slug
    kind: Literal["cash", "in-kind"]
    what: Label
    amount_cents: Annotated[int, Field(ge=1, le=100_000_000_000)] | None = None
    hours: Annotated[int, Field(ge=1, le=1_000_000)] | None = None


class AwaitFile(RecordCommand):
    """Have this file wait for another one of the organisation: gates ask how far that one has come."""

    type: Literal["AwaitFile"]
    awaited: Slug
