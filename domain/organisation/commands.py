"""Commands about an organisation: its founding, its people and their roles."""

from typing import Literal

from pydantic import AwareDatetime

from domain.kernel.calendar import Zone
from domain.kernel.command import Command
from domain.kernel.ledger import LedgerKind
from domain.kernel.prose import ClearProse
from domain.kernel.values import CommandId, Day, Label, Language, PersonId, Region, Role
from domain.rulebook import Rulebook


class HandOverAllFiles(Command):
    """Give all the open files of one manager to another, in one act."""

    type: Literal["HandOverAllFiles"]
    from_person: PersonId
    to_person: PersonId
    reason: ClearProse


class HandOverOpinions(Command):
    """Give all the opinions that one person owes to another, in one act, with fresh deadlines."""

    type: Literal["HandOverOpinions"]
    from_person: PersonId
    to_person: PersonId
    reason: ClearProse


class RecordOutage(Command):
    """The service itself tells that it could not work for a while: no silence counts until people had a day."""

    by_the_service = "only"

    type: Literal["RecordOutage"]
    since: AwareDatetime
    until: AwareDatetime


class FoundOrganisation(Command):
    """Create the ledger's organisation with its first administrator, who is also the actor."""

    by_the_service = "also"

    type: Literal["FoundOrganisation"]
    name: Label
    kind: LedgerKind
    zone: Zone | None = None
    """The time zone that it lives in; None for that of its rulebooks, or Paris."""
    administrator_name: ClearProse
    administrator_email: ClearProse
    language: Language = Language.FRENCH


class RegisterPerson(Command):
    """Make a person known; their name and address go to the vault. Their id derives from the command's."""

    type: Literal["RegisterPerson"]
    name: ClearProse
    email: ClearProse
    language: Language = Language.FRENCH


class ChangePerson(Command):
    """Give a known person another name, address or language; their id stays, and so does what they did."""

    type: Literal["ChangePerson"]
    person: PersonId
    name: ClearProse | None = None
    email: ClearProse | None = None
    language: Language | None = None


class GrantRole(Command):
    """Give a role to a person, for a region or all, from a day to a day (inclusive)."""

    type: Literal["GrantRole"]
    person: PersonId
    role: Role
    region: Region | None = None
    """None means every region."""
    since: Day | None = None
    until: Day | None = None


class RevokeRole(Command):
    """Take back a granted role, from now on."""

    type: Literal["RevokeRole"]
    grant: CommandId
    """The ``command_id`` that granted it."""
    reason: ClearProse


class NameRegion(Command):
    """Say what a region is called; the first makes a vocabulary, and a word outside it is refused from then on."""

    type: Literal["NameRegion"]
    region: Region
    name_fr: Label
    name_en: Label | None = None
    """As in French, if missing."""


class PublishRulebook(Command):
    """Publish a version of a programme's rulebook: new files open under it; running ones keep theirs."""

    type: Literal["PublishRulebook"]
    rulebook: Rulebook
    reason: ClearProse | None = None


OwnCommand = (
    FoundOrganisation
    | RegisterPerson
    | ChangePerson
    | GrantRole
    | RevokeRole
    | NameRegion
    | PublishRulebook
    | RecordOutage
)
"""Commands that concern the organisation alone."""

HandingOver = HandOverAllFiles | HandOverOpinions
"""Commands that hand over at once what one person has on many files."""

OrganisationCommand = OwnCommand | HandingOver
"""Commands whose subject is the organisation."""
