"""What somebody may read, as lists ask for it: the rule of ``domain.files.reading`` in another form.

``reading`` judges one file; a list over thousands of files hands its scope to the database, so that pages, counts and
filters never meet a row, or a column of one, that the reader may not see. A test holds the two forms together.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from domain.bank.access import KEEP_BANK_DETAILS
from domain.files.file import KeptFile
from domain.files.reading import (
    READ_EVERYWHERE,
    READ_SHEETS,
    READ_THEIR_FILES,
    READ_THEIR_REGIONS,
    Reading,
)
from domain.files.related import RelatedFile, cooperation_of
from domain.kernel.values import Role
from domain.people.identity import all_ids
from domain.people.roles import holds_now, roles_anywhere, roles_of
from domain.people.state import Organisation
from domain.reviews.reading import involved_in
from domain.reviews.state import Review

EVERY_REGION = "*"
"""Stands for the regions that nobody names: no region is called so."""


@dataclass(frozen=True, slots=True)
class Regions:
    """Some regions: those named; or, where ``*`` is among the names, all but those named beside it.

    A role for all regions does not hold in those whose day has another date.
    """

    names: frozenset[str] = frozenset()

    def __contains__(self, region: str) -> bool:
        """Whether a region is one of them."""
        return (region in self.names) is not (EVERY_REGION in self.names)


_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)
EVERYWHERE, NOWHERE = Regions(frozenset({EVERY_REGION})), Regions()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingScope:
    """What somebody may read at an instant. Empty, it reads nothing."""

    in_full: Regions = NOWHERE
    """Where they read every file in full."""
    own: Regions = NOWHERE
    """Where they read the files on which they are named as in charge."""
    sheets: Regions = NOWHERE
    """Where they read the public sheets of cooperations."""
    ids: frozenset[str] = frozenset()
    """All ids of the person: under one of them they are named on files, and involved in reviews, wherever those are."""
    deciding: frozenset[str] = frozenset()
    """The cooperations, by id, in which a decision waits for them: read in full while it does, listed as by role."""
    bank_details: bool = False
    organisation: bool = False
    """Whether they read what is about the organisation itself."""
    member: bool = False
    """Whether they hold any role: envelopes and people are shown to them."""
    at: datetime = _BEGINNING
    """The instant. What closes fundings to them for a time ends by it; by default it has not ended."""

    def reading(self, file: KeptFile) -> Reading:
        """How much of a file they may read; a review in which they are involved counts as one that they read."""
        return Reading.IN_FULL if cooperation_of(file) in self.deciding else self._by_role(file)

    def reads(self, file: KeptFile) -> bool:
        """Whether they may read a file in full."""
        return self.reading(file) is Reading.IN_FULL

    def lists(self, file: KeptFile) -> bool:
        """Whether a file stands in their lists with all that those tell: a decision puts it in none but their tasks."""
        return self._by_role(file) is Reading.IN_FULL

    def _by_role(self, file: KeptFile) -> Reading:
        own = file.region in self.own and not self.ids.isdisjoint(file.managers)
        involved = isinstance(file, Review) and not self.ids.isdisjoint(involved_in(file))
        if file.region in self.in_full or own or involved:
            return Reading.IN_FULL
        sheet = file.region in self.sheets and not isinstance(file, RelatedFile)
        return Reading.PUBLIC_SHEET if sheet else Reading.NOTHING


def reading_scope(
    organisation: Organisation, person: str, now: datetime, deciding: frozenset[str] = frozenset()
) -> ReadingScope:
    """What a person may read at ``now``. Each role holds by the days of the region that is looked at.

    ``deciding``: the cooperations, by id, in which a decision waits for them.
    """
    anywhere = roles_anywhere(organisation, person, now)
    reads_all = bool(anywhere & READ_EVERYWHERE)
    return ReadingScope(
        at=now,
        in_full=EVERYWHERE if reads_all else _regions(organisation, person, READ_THEIR_REGIONS, now),
        own=_regions(organisation, person, READ_THEIR_FILES, now),
        sheets=_regions(organisation, person, READ_SHEETS, now),
        ids=frozenset(all_ids(organisation, (person,))),
        deciding=deciding,
        bank_details=bool(anywhere & {*KEEP_BANK_DETAILS, *READ_EVERYWHERE}),
        organisation=Role.ADMINISTRATOR in anywhere,
        member=any(
            holds_now(organisation, one, now) for one in organisation.grants.values() if one.person == person
        ),
    )


def _regions(organisation: Organisation, person: str, among: Collection[Role], now: datetime) -> Regions:
    """Where somebody holds one of some roles."""
    grants = [one for one in organisation.grants.values() if one.person == person and one.role in among]
    if not grants:
        return NOWHERE
    named = {one.region for one in grants if one.region} | {one for one in organisation.zones if one}
    holding = {one for one in named if not roles_of(organisation, person, one, now).isdisjoint(among)}
    if roles_of(organisation, person, None, now).isdisjoint(among):
        return Regions(frozenset(holding))
    return Regions(frozenset({EVERY_REGION, *(named - holding)}))
