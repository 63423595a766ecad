"""What somebody may read, as lists ask for it: the rule of ``domain.files.reading.may_read`` in another form.

``may_read`` judges one file; a list over thousands of files hands its scope to the database, so that pages, counts and
filters never meet a row that the reader may not see. A test holds the two forms together.
"""

from dataclasses import dataclass
from datetime import datetime

from domain.bank.access import KEEP_BANK_DETAILS
from domain.files.file import KeptFile
from domain.files.reading import READ_EVERYWHERE
from domain.kernel.values import Role
from domain.people.identity import all_ids
from domain.people.roles import holds_now, roles_anywhere, roles_of
from domain.people.state import Organisation
from domain.reviews.reading import involved_in
from domain.reviews.state import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingScope:
    """What somebody may read at an instant. Empty, it reads nothing."""

    everywhere: bool = False
    """Whether they read the files of every region, but for those of ``except_for``."""
    except_for: frozenset[str] = frozenset()
    """Regions in which a role for all regions does not hold: their day has another date."""
    regions: frozenset[str] = frozenset()
    """The regions whose files they read, where not ``everywhere``."""
    ids: frozenset[str] = frozenset()
    """All ids of the person: they look up the reviews in which one of them is involved, wherever those are."""
    bank_details: bool = False
    organisation: bool = False
    """Whether they read what is about the organisation itself."""
    member: bool = False
    """Whether they hold any role: envelopes and people are shown to them."""

    def covers(self, region: str) -> bool:
        """Whether they read the files of a region."""
        return region in self.regions or (self.everywhere and region not in self.except_for)

    def reads(self, file: KeptFile) -> bool:
        """Whether a file stands in their lists: they may read it, or it is a review in which they are involved."""
        return self.covers(file.region) or (
            isinstance(file, Review) and not self.ids.isdisjoint(involved_in(file))
        )


def reading_scope(organisation: Organisation, person: str, now: datetime) -> ReadingScope:
    """What a person may read at ``now``. Each role holds by the days of the region that is looked at."""
    grants = [one for one in organisation.grants.values() if one.person == person]
    anywhere = roles_anywhere(organisation, person, now)
    reads_all = bool(anywhere & READ_EVERYWHERE)
    everywhere = reads_all or bool(roles_of(organisation, person, None, now))
    named = {one.region for one in grants if one.region} | {one for one in organisation.zones if one}
    holding = {one for one in named if roles_of(organisation, person, one, now)}
    return ReadingScope(
        everywhere=everywhere,
        except_for=frozenset(named - holding) if everywhere and not reads_all else frozenset(),
        regions=frozenset() if everywhere else frozenset(holding),
        ids=frozenset(all_ids(organisation, (person,))),
        bank_details=bool(anywhere & {*KEEP_BANK_DETAILS, *READ_EVERYWHERE}),
        organisation=Role.ADMINISTRATOR in anywhere,
        member=any(holds_now(organisation, one, now) for one in grants),
    )
