"""What is known of an organisation: people, grants of roles, outages, rulebooks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.kernel.prose import Prose
from domain.kernel.text import Bilingual
from domain.kernel.values import Language, Role
from domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the organisation knows; name and address are references to the vault."""

    id: str
    name: Prose
    email: Prose
    language: Language


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that a person holds from a day to a day (inclusive), in a region or in all (None)."""

    id: str
    person: str
    role: Role
    region: str | None
    since: date
    until: date | None
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outage:
    """When the service could not work, from one instant to another."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation's people and their roles. ``entry`` is the last one folded; 0 before the founding."""

    entry: int = 0
    name: str = ""
    kind: LedgerKind = LedgerKind.REAL
    people: Mapping[str, Person] = field(default_factory=dict)
    grants: Mapping[str, Grant] = field(default_factory=dict)
    rulebooks: Mapping[str, Rulebook] = field(default_factory=dict)
    """The rulebooks that it published itself, by id."""
    adopted: Mapping[str, str] = field(default_factory=dict)
    """The digests of those that ship with the service, by id, of each under which something was decided."""
    outages: tuple[Outage, ...] = ()
    zone: str | None = None
    """The time zone that it was founded with."""
    zones: Mapping[str | None, str] = field(default_factory=dict)
    """Those of regions, as the rulebook published last that names one says; under None the organisation's own."""
    regions: Mapping[str, Bilingual] = field(default_factory=dict)
    """What it calls its regions, by slug, those that it has named."""
    twins: Mapping[str, str] = field(default_factory=dict)
    """Ids that have the address of somebody registered before, each with that one's id: not folded, for addresses lie
    in the vault, but added where it is open (``domain.people.identity``)."""

    def zone_of(self, region: str | None) -> ZoneInfo:
        """The time zone in which days begin and end in a region; for None, the organisation's own.

        A region's is what the rulebook published last that names it says, else the organisation's. An organisation
        that was founded without one has that of the rulebook that it published last, else Paris.
        """
        known = self.zones.get(region) or self.zones.get(None)
        return ZoneInfo(known) if known else PARIS
