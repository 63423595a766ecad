"""What may be done about a file now and, of what may not, why: said by the rules that record, and never recorded.

Each command that concerns the file is tried on its state: fields that leave a choice take what fits, the others what
their type allows, as far as the rules want them. A refusal that other text or another day would mend is none.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic_core import to_jsonable_python

from application.commands.trial import Trials, Tried
from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.command import Command
from domain.kernel.ids import ORGANISATION_STREAM, file_of, stream_of
from domain.registry.commands import AnyCommand
from domain.reminders.view import FileView
from language import Text
from queries.choices import circumstances, read_beside
from queries.command_form import command_class
from queries.dossiers import opened
from queries.offering.attempt import Attempt, Found
from queries.offering.fillings import UNKNOWN
from queries.offering.subjects import can_apply, commands_about, naming_fields
from queries.visit import Visit
from wording.naming import Naming
from wording.offers import lacking, not_yours, nothing_to_choose

OfferState = Literal["possible", "lacking", "not-yours"]
"""It may be given now; something lacks first; it is for somebody else."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A command, with the fields that name its file and those that are settled, and how it stands with whoever asks."""

    command: str
    fields: Mapping[str, Any]
    state: OfferState
    why: Text | None = None
    """Why not now, or whose it is."""
    remedy: Text | None = None

    def as_json(self) -> dict[str, Any]:
        """For programs, in both languages."""
        return {
            "command": self.command,
            "fields": to_jsonable_python(self.fields),
            "state": self.state,
            "why": self.why._asdict() if self.why else None,
            "remedy": self.remedy._asdict() if self.remedy else None,
        }


async def offers_on(visit: Visit, key: str, among: Container[str] | None = None) -> tuple[Offer, ...]:
    """Of every command that may ever concern a file: whether the person may give it now.

    ``key`` is that of a cooperation, a review or a funding, an account's stream, or ``organisation`` for its people and
    roles. What never applies here is left out. ``among``: only commands of these names are tried.

    Raises Failure for a file that is not there or not theirs to read, and LedgerUnavailable.
    """
    about = await _about(visit, key)
    wanted = (one for one in commands_about(key, about.file) if among is None or one.__name__ in among)
    found = [await about.tried(one, {}) for one in wanted if about.may_apply(one)]
    return await about.told(found)


async def offer_of(visit: Visit, key: str, command: str, fields: Mapping[str, Any]) -> Offer | None:
    """The same of one command with some of its fields settled: that tranche, that act; None if it never applies here.

    Nor is a reader of the sheet alone told of what they may not do.

    A part of a field is named by its path: ``request.instrument``. Raises Failure, LedgerUnavailable.
    """
    about, kind = await _about(visit, key), command_class(command)
    if kind not in commands_about(key, about.file) or not about.may_apply(kind):
        return None
    offers = await about.told([await about.tried(kind, fields)])
    return next(iter(offers), None)


@dataclass(slots=True)
class _About:
    """What is tried on: a file with what was read beside it, which grows as commands turn out to rest on more."""

    visit: Visit
    key: str
    view: FileView[KeptFile] | None
    states: dict[str, State]
    in_full: bool = True
    """Whether the person reads all of it; who reads the sheet alone is told what they may do, and no reasons."""
    trials: Trials = field(init=False)

    def __post_init__(self) -> None:
        self.trials = Trials(self.visit.service.rulebooks)

    @property
    def file(self) -> KeptFile | None:
        return self.view.file if self.view else None

    def may_apply(self, command: type[Command]) -> bool:
        return self.view is None or can_apply(command, self.view.file, self.view.rulebook)

    async def tried(self, command: type[Command], fields: Mapping[str, Any]) -> "_Judged":
        settled = {**naming_fields(command, self.key, self.file), **fields}
        asked = circumstances(self.visit, self.view, settled, self.states)
        found = await Attempt(command, asked, settled, self._try).found()
        named = {name: value for name, value in settled.items() if value != UNKNOWN}
        return _Judged(command, named, found)

    async def _try(self, command: AnyCommand) -> Tried:
        """With whatever it rests on: read when it is first asked for, kept for the other commands."""
        while (tried := self.trials.tried(command, self.states, self.visit.now)).unread:
            self.states |= await self.visit.states(tried.unread)
        return tried

    async def told(self, judged: "Sequence[_Judged]") -> tuple[Offer, ...]:
        """In words, with the names of those whom the refusals speak of."""
        refusals = [one.found.refusal for one in judged if one.found.refusal]
        spoken_of = {part for one in refusals for value in one.params.values() for part in value.split(", ")}
        names = await self.visit.names(spoken_of) if spoken_of & self.visit.people.people.keys() else {}
        regions = self.visit.people.regions
        naming = Naming(people=names, zone=self.visit.zone, regions=regions)
        if self.view:
            naming = Naming(
                self.view.rulebook, names, self.view.file, self.view.zone, self.visit.zone, regions
            )
        offers = (_offer(one, naming) for one in judged)
        return tuple(one for one in offers if self.in_full or one.state == "possible")


@dataclass(frozen=True, slots=True)
class _Judged:
    """A command that was tried, with what was settled of it."""

    command: type[Command]
    fields: Mapping[str, Any]
    found: Found


def _offer(judged: _Judged, naming: Naming) -> Offer:
    name, found = judged.command.__name__, judged.found
    if found.possible or found.refusal is None:
        return Offer(name, judged.fields, "possible" if found.possible else "lacking")
    if not found.theirs:
        return Offer(name, judged.fields, "not-yours", *not_yours(found.refusal, naming))
    if found.nothing_to_choose:
        return Offer(name, judged.fields, "lacking", *nothing_to_choose(name, found.nothing_to_choose))
    return Offer(name, judged.fields, "lacking", *lacking(found.refusal, naming))


async def _about(visit: Visit, key: str) -> _About:
    """What a key names, with what stands beside it."""
    if file_of(stream_of(key)) is None or key == ORGANISATION_STREAM:
        visit.needs_a_role()
        read = await visit.states([key])
        return _About(visit, key, None, {**read, ORGANISATION_STREAM: visit.people})
    file, in_full = await _read(visit, key)
    beside = await read_beside(visit, file, {})
    rulebook = visit.rulebook(file.rulebook)
    view = FileView(file, rulebook, 0, visit.now, visit.people) if rulebook else None
    return _About(visit, key, view, {**beside, ORGANISATION_STREAM: visit.people}, in_full)


async def _read(visit: Visit, key: str) -> tuple[KeptFile, bool]:
    """The file, and whether the person reads it in full; of the others, its sheet at least. Raises Failure."""
    if ":" in key:
        return await opened(visit, key), True
    file = await visit.seen(key)
    return file, visit.may_read(file)
