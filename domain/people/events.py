"""Events about an organisation, its people and their roles."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import JsonValue

from domain.kernel.calendar import Zone
from domain.kernel.event import Event
from domain.kernel.ledger import LedgerKind
from domain.kernel.prose import Prose
from domain.kernel.values import CommandId, Label, Language, PersonId, Region, Role, RulebookId, Slug


class OrganisationFounded(Event):
    """The organisation has a ledger; ``zone`` is the time zone that it lives in, if it said so."""

    version: ClassVar[int] = 2
    type: Literal["OrganisationFounded"] = "OrganisationFounded"
    name: Label
    kind: LedgerKind
    zone: Zone | None


class PersonRegistered(Event):
    """A person is known by an id; name and address lie in the vault."""

    type: Literal["PersonRegistered"] = "PersonRegistered"
    person: PersonId
    name: Prose
    email: Prose
    language: Language


class PersonChanged(Event):
    """A person's name, address or language is another from now on; None: as it was."""

    type: Literal["PersonChanged"] = "PersonChanged"
    person: PersonId
    name: Prose | None
    email: Prose | None
    language: Language | None


class RoleGranted(Event):
    """A person holds a role; ``grant`` is the command that granted it."""

    type: Literal["RoleGranted"] = "RoleGranted"
    grant: CommandId
    person: PersonId
    role: Role
    region: Region | None
    since: date
    until: date | None


class RoleRevoked(Event):
    """A granted role ended."""

    type: Literal["RoleRevoked"] = "RoleRevoked"
    grant: CommandId
    reason: Prose


class FilesHandedOver(Event):
    """All open files of a manager went to another; each file tells it too."""

    type: Literal["FilesHandedOver"] = "FilesHandedOver"
    from_person: PersonId
    to_person: PersonId
    files: tuple[str, ...]
    reason: Prose


class RegionNamed(Event):
    """A region of the organisation is called so from now on, in French and in English."""

    type: Literal["RegionNamed"] = "RegionNamed"
    region: Region
    fr: Label
    en: Label


class RulebookPublished(Event):
    """A version of a programme's rulebook came into force; ``digest`` is that of what was written (RFC 8785)."""

    type: Literal["RulebookPublished"] = "RulebookPublished"
    programme: Slug
    number: int
    digest: str
    rulebook: dict[str, JsonValue]
    reason: Prose | None


class RulebookAdopted(Event):
    """The first decision under a version that ships with the service: no other content is taken for it from here on.

    ``digest`` is that of what was written (RFC 8785).
    """

    type: Literal["RulebookAdopted"] = "RulebookAdopted"
    rulebook: RulebookId
    digest: str


class OutageRecorded(Event):
    """The service could not work from one instant to another (UTC)."""

    type: Literal["OutageRecorded"] = "OutageRecorded"
    since: str
    until: str


OrganisationEvent = (
    FilesHandedOver
    | OrganisationFounded
    | OutageRecorded
    | PersonRegistered
    | PersonChanged
    | RegionNamed
    | RoleGranted
    | RoleRevoked
    | RulebookPublished
    | RulebookAdopted
)
"""Events of the stream ``organisation``."""
