"""A visit to the store on behalf of somebody: services, an organisation, a person, its present instant."""

import asyncio
from collections.abc import AsyncIterator, Container, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from application.ports import RulebookDiffers
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.files.reading import Reading
from domain.files.setting import State
from domain.kernel.ids import stream_of
from domain.kernel.ledger import LedgerFull, LedgerUnavailable, UnknownOrganisation
from domain.kernel.moments import write_instant
from domain.kernel.prose import Altered, Texts
from domain.people.state import Organisation
from domain.registry.reading_scope import EVERYWHERE, NOWHERE, ReadingScope, reading_scope
from domain.rulebook import Rulebook
from language import Text
from queries.refused import Failure, FailureKind, invalid, no_room, out_of_reach
from queries.services import Services
from wording import remedies
from wording.altered import in_place_of
from wording.local_hours import shown_at
from wording.punctuation import quoted
from wording.refusals import explain

STORE_PATIENCE = 3.5
"""Seconds that the store may keep silent before it counts as out of reach; the shell waits 5 at most."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks what of which organisation, and when; ``person`` is empty where nobody needs to be named."""

    service: Services
    organisation: str
    person: str
    people: Organisation
    now: datetime
    deciding: frozenset[str] = frozenset()
    """The cooperations, by id, in which a decision waits for the person: read in full while it does."""
    _looked_up: dict[str, State] = field(default_factory=dict, compare=False)
    """What was read once: a visit is one look at the ledger, until something is recorded in it."""
    _revealed: dict[str, str | Altered | None] = field(default_factory=dict, compare=False)
    """Private texts that were asked for, None where the vault has none; never kept beyond the visit."""

    @property
    def simulation(self) -> str | None:
        """The simulated instant that the organisation's clock shows; None for a real ledger."""
        return write_instant(self.now) if self.service.clock.simulated(self.organisation) else None

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the organisation's own days begin and end."""
        return self.people.zone_of(None)

    def zone_of(self, file: KeptFile) -> ZoneInfo:
        """The time zone in which a file's days begin and end: as its rulebook says, else as its organisation does."""
        return self.zone_in(file.region, file.rulebook)

    def zone_in(self, region: str | None, rulebook: str | None) -> ZoneInfo:
        """The same of a region, under the rulebook of an id."""
        found = self.rulebook(rulebook)
        return found.zone_of(region) if found and region else self.people.zone_of(region)

    def shows(self, file: KeptFile) -> None:
        """From now on, what is shown happened where that file lives."""
        shown_at(self.zone_of(file), self.zone)

    async def states(self, streams: Iterable[str]) -> Mapping[str, State]:
        """The states of streams as the ledger has them, each read once. Raises LedgerUnavailable."""
        wanted = tuple(dict.fromkeys(streams))
        unread = [one for one in wanted if one not in self._looked_up]
        if unread:
            self._looked_up.update(await self.service.files.fresh(self.organisation, unread))
        return {one: self._looked_up[one] for one in wanted}

    async def looked_up(self, key: str) -> KeptFile | None:
        """The cooperation, review or funding of a key, whoever may read it; None if there is none."""
        stream = stream_of(key)
        state = (await self.states([stream]))[stream]
        return state if isinstance(state, KeptFile) else None

    async def cooperation(self, key: str) -> Cooperation | None:
        """The same of a cooperation."""
        file = await self.looked_up(key)
        return file if isinstance(file, Cooperation) else None

    def look_again(self) -> None:
        """Something was recorded: what was read before may have changed."""
        self._looked_up.clear()
        self._revealed.clear()

    async def texts(self, places: Iterable[str]) -> Texts:
        """Private texts by their places in the vault; erased ones are missing. Raises LedgerUnavailable."""
        wanted = tuple(dict.fromkeys(places))
        unread = [one for one in wanted if one not in self._revealed]
        if unread:
            found = await self.service.vault.reveal(self.organisation, unread)
            self._revealed.update({one: found.get(one) for one in unread})
        return {one: text for one in wanted if (text := self._revealed[one]) is not None}

    async def file(self, cooperation: str) -> Cooperation:
        """A cooperation that the person may read in full. Raises Failure for one that is not there or not theirs."""
        file = await self.seen(cooperation)
        if not self.may_read(file):
            raise no_such_file(cooperation)
        return file

    async def seen(self, cooperation: str) -> Cooperation:
        """A cooperation of which the person may read the public sheet at least. Raises Failure."""
        file = await self.looked_up(cooperation)
        if not isinstance(file, Cooperation) or self.scope.reading(file) is Reading.NOTHING:
            raise no_such_file(cooperation)
        return file

    async def kept(self, key: str) -> KeptFile:
        """A cooperation, review or funding that the person may read in full, by its key. Raises Failure."""
        file = await self.looked_up(key)
        if file is None or not self.may_read(file):
            raise no_such_file(key)
        return file

    def may_read(self, file: KeptFile) -> bool:
        """Whether the person may read a file in full, or look it up as a review in which they are involved."""
        return self.scope.reads(file)

    @property
    def scope(self) -> ReadingScope:
        """What the person may read: what their lists are asked with."""
        return reading_scope(self.people, self.person, self.now, self.deciding)

    def rulebook(self, rulebook: str | None) -> Rulebook | None:
        """The rulebook of an id, for its names; None if nobody has it, or another: keys are then told as they are."""
        try:
            return self.service.rulebooks.get(self.people, rulebook) if rulebook else None
        except (KeyError, RulebookDiffers):
            return None

    async def names(self, among: Container[str] | None = None) -> dict[str, str]:
        """What people are called, by id, or that it was altered; those whom the vault has forgotten are missing.

        ``among``: of these people only.
        """
        wanted = [one for one in self.people.people.values() if among is None or one.id in among]
        places = {one.id: one.name.vault for one in wanted if one.name.vault}
        revealed = await self.texts(places.values())
        return {person: in_place_of(revealed[place]) for person, place in places.items() if place in revealed}

    def needs_a_role(self) -> None:
        """Refuse somebody who holds no role at present."""
        if not self.scope.member:
            raise Failure(
                FailureKind.REFUSED,
                "no-role",
                Text("Vous n’avez aucun rôle ici en ce moment.", "You hold no role here at present."),
                remedies.ROLES_ARE_GIVEN,
            )


def no_such_file(key: str) -> Failure:
    """What is said of a file that is not there, and word for word of one that is not theirs to read."""
    return Failure(
        FailureKind.REFUSED,
        "not-readable",
        Text(f"Aucun dossier {quoted(key).fr} que vous puissiez lire.", f"No file {quoted(key).en} to read."),
        Text("`escale portfolio` montre vos dossiers.", "`escale portfolio` shows your files."),
    )


@asynccontextmanager
async def reached(command_id: str | None = None) -> AsyncIterator[None]:
    """Raise Failure, of a kind that is unknown, when what is done within finds the store out of reach."""
    try:
        async with asyncio.timeout(STORE_PATIENCE):
            yield
    except LedgerFull:
        raise no_room(command_id) from None
    except (LedgerUnavailable, TimeoutError, OSError):
        raise out_of_reach(command_id) from None


def of_other_rules(differs: RulebookDiffers) -> Failure:
    """What would be shown rests on rules that the ledger does not know: nothing is shown rather than something else."""
    words = explain(differs.refusal)
    return Failure(
        FailureKind.REFUSED,
        differs.refusal.code,
        Text(*words.message),
        Text(*words.remedy),
    )


async def introduced(service: Services, organisation: str, person: str, *, anybody: bool = False) -> Visit:
    """The visit of somebody to an organisation. Raises Failure for an unknown one of either.

    ``anybody``: nobody is named, because each command says who gives it or nothing private is shown.
    """
    named, known = await _organisation(service, organisation)
    people = await service.addresses.acquainted(named, known)
    who = await person_id_of(service, named, people, person)
    if who not in people.people and not anybody:
        raise invalid(
            "unknown-person",
            Text(f"personne inconnue ici : {person or '?'}", f"nobody known here: {person or '?'}"),
            Text(
                "Dites qui agit : --as identifiant ou adresse.",
                "Say who acts: --as with an id or an address.",
            ),
        )
    visit = Visit(service, named, who, people, await _now(service, named))
    shown_at(visit.zone, visit.zone)
    return replace(visit, deciding=await _deciding(visit))


async def _now(service: Services, organisation: str) -> datetime:
    """The present there. Raises Failure for a simulation that was thrown away: nothing kept of it is shown."""
    try:
        return await service.clock.now(organisation)
    except UnknownOrganisation:
        service.files.forget_all(organisation)
        raise unknown_organisation(organisation, await service.ledger.organisations()) from None


async def _deciding(visit: Visit) -> frozenset[str]:
    """Where decisions wait for somebody whose roles do not all read in full where they hold."""
    scope = visit.scope
    if scope.in_full == EVERYWHERE or scope.sheets == scope.own == NOWHERE:
        return frozenset()
    models = visit.service.read_models
    return await models.deciding(visit.organisation, scope, visit.people, visit.person, visit.now)


async def _organisation(service: Services, organisation: str) -> tuple[str, Organisation]:
    """The organisation named, or the only one there is; which there are is asked only where none of that name is."""
    if organisation and (known := await service.files.organisation(organisation)).people:
        return organisation, known
    there = await service.ledger.organisations()
    if organisation not in there:
        if organisation or len(there) != 1:
            raise unknown_organisation(organisation, there)
        organisation = there[0]
    return organisation, await service.files.organisation(organisation)


def unknown_organisation(organisation: str, there: Sequence[str]) -> Failure:
    """No such organisation; says which there are."""
    known = ", ".join(there) or "–"
    return invalid(
        "unknown-organisation",
        Text(
            f"organisation inconnue : {organisation or '?'}", f"unknown organisation: {organisation or '?'}"
        ),
        remedies.one_of_organisations(known),
    )


async def person_id_of(service: Services, organisation: str, people: Organisation, person: str) -> str:
    """The id of whom an id or an e-mail address names; anything else stands for itself."""
    if "@" not in person:
        return person
    found = await service.addresses.whose(organisation, people, person)
    return found[0] if found else person


def simulated(visit: Visit) -> dict[str, Any]:
    """What every answer in JSON says first: whose ledger it is, and its clock if it is a simulation."""
    return {"organisation": visit.organisation, "simulation": visit.simulation}
