"""What a form is about: the files that its fields name, the rules that hold for them, the names of people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from domain.cooperations.state import Cooperation
from domain.files.file import AFile, KeptFile
from domain.files.setting import State
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import envelope_stream, funding_stream, review_stream
from domain.organisation.commands import FoundOrganisation
from domain.reminders.view import FileView
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from language import Text
from queries.choices import read_beside
from queries.dossiers import opened, why_closed
from queries.forms.derived import is_derived
from queries.visit import Visit, reached
from wording.naming import Naming

Texts = Mapping[str, Sequence[str]]
"""What a form holds, by the name of the field: as it was posted, or as it is shown first."""


@dataclass(frozen=True)
class About:
    """What is known of what a command is about, to whoever fills its form in."""

    visit: Visit
    command: type[Command]
    texts: Texts
    cooperation: Cooperation | None = None
    review: Review | None = None
    funding: Funding | None = None
    rulebook: Rulebook | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    """What people are called, by id."""
    beside: Mapping[str, State] = field(default_factory=dict)
    """What else was read, by stream."""

    def one(self, name: str) -> str:
        """The last text of a field; empty if it has none."""
        return (self.texts.get(name) or [""])[-1].strip()

    @property
    def file(self) -> KeptFile | None:
        """The file that the command is about, the nearest one first."""
        return self.funding or self.review or self.cooperation

    @property
    def subject(self) -> KeptFile | None:
        """The file in whose stream the command is recorded, or on which it is to make another."""
        fields = self.command.model_fields
        kinds = (("review", self.review), ("funding", self.funding), ("cooperation", self.cooperation))
        making = is_derived(self.command.__name__, "review")
        named = [
            one for kind, one in kinds if kind in fields and one and not (making and kind != "cooperation")
        ]
        return named[0] if named else None

    @property
    def view(self) -> FileView[KeptFile] | None:
        """The subject under its rules, as choices ask for it."""
        file = self.subject
        rulebook = self.visit.rulebook(file.rulebook) if file else None
        if file is None or rulebook is None:
            return None
        return FileView(file, rulebook, 0, self.visit.now, self.visit.people)

    @cached_property
    def given(self) -> Mapping[str, str]:
        """What is filled in already, by the path of the field."""
        return {name: self.one(name) for name in self.texts if self.one(name)}

    @cached_property
    def naming(self) -> Naming:
        """What keys and ids are called here."""
        zone = self.visit.zone_of(self.file) if self.file else self.visit.zone
        return Naming(self.rulebook, self.names, self.file, zone, self.visit.zone, self.visit.people.regions)

    def called(self, kind: str, value: str) -> Text:
        """What a code, a key or an id of a kind is called here; what a funding calls its own comes before."""
        return Text(*self.naming.one(kind, value))


async def about(visit: Visit, command: type[Command], texts: Texts) -> About:
    """What the fields name, as far as they are given. Raises Failure for what may not be read."""
    found = About(visit, command, texts)
    if command is FoundOrganisation:
        return found
    async with reached():
        review = await _file(found, "review", review_stream, Review)
        funding = await _file(found, "funding", funding_stream, Funding)
        if funding is None and review and review.funding:
            funding = await _near(visit, funding_stream(review.funding), Funding)
        cooperation = await _file(found, "cooperation", str, Cooperation)
        related = review or funding
        if cooperation is None and related:
            cooperation = await _near(visit, related.cooperation, Cooperation)
        named = funding or review or cooperation
        rulebook = visit.rulebook(named.rulebook) if named else _chosen(found)
        names = await visit.names()
        known = About(visit, command, texts, cooperation, review, funding, rulebook, names)
        beside = {**await read_beside(visit, known.subject, known.given), **await _envelope(found)}
    return About(visit, command, texts, cooperation, review, funding, rulebook, names, beside)


async def _file(found: About, name: str, key: Callable[[str], str], kind: type[AFile]) -> AFile | None:
    """A file that a field names; one that the command is to make is not there yet."""
    given = found.one(name)
    if not given or name not in found.command.model_fields or is_derived(found.command.__name__, name):
        return None
    file = await opened(found.visit, key(given))
    return file if isinstance(file, kind) else None


async def _near(visit: Visit, key: str, kind: type[AFile]) -> AFile | None:
    """The file that another one belongs to or is about, where the person may read it too."""
    file = await visit.looked_up(key)
    if file is None or not isinstance(file, kind) or not visit.may_read(file):
        return None
    return None if await why_closed(visit, file) else file


def _chosen(found: About) -> Rulebook | None:
    """The rulebook in force of the programme that was chosen."""
    programme = found.one("programme") or found.one("envelope").partition("/")[0]
    return found.visit.service.rulebooks.current(found.visit.people, programme) if programme else None


async def _envelope(found: About) -> Mapping[str, State]:
    """The envelope that the form names; whoever holds a role may know it."""
    given = found.one("envelope")
    if "envelope" not in found.command.model_fields or not given:
        return {}
    found.visit.needs_a_role()
    return await found.visit.states([envelope_stream(given)])
