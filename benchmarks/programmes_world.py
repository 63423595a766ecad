"""An organisation of the size that pages are measured on: 10 000 cooperations of twelve programmes in eighteen regions.

Made once for a run, by commands, and by events where a history is only to be long.
"""

import asyncio
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from application.commands.founding import found
from benchmarks.command_rivals import OPENING, ORGANISATION
from benchmarks.world_rules import rulebook
from bootstrap import Service
from domain.cooperations.events.record import ContactRecorded, LessonRecorded
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream, person_id
from domain.kernel.ledger import Append
from domain.kernel.moments import write_instant
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import ContactKind
from domain.organisation.commands import FoundOrganisation
from domain.registry.codec import encode
from domain.registry.commands import COMMANDS

COOPERATIONS, FUNDINGS, REVIEWS, PEOPLE, PROGRAMMES = 10_000, 3_000, 2_000, 300, 12
ENTRIES, LONG = 28, 148
"""Entries that each history gets besides its opening, and those of the one that is looked at in full."""
LOOKED_AT = "cooperation-0"
READER = "reader"
"""The command that made her known who looks at pages: a programme manager of all regions."""
REGIONS = (
    "auvergne-rhone-alpes", "bourgogne-franche-comte", "bretagne", "centre-val-de-loire", "corse", "grand-est",
    "guadeloupe", "guyane", "hauts-de-france", "ile-de-france", "la-reunion", "martinique", "mayotte", "normandie",
    "nouvelle-aquitaine", "occitanie", "pays-de-la-loire", "provence-alpes-cote-d-azur",
)  # fmt: skip
PLACES = ("Toulouse", "Lille", "Rennes", "Nantes", "Lyon", "Dijon", "Metz", "Rouen", "Tours", "Ajaccio")
OBJECTS = (
    "Une menuiserie du réemploi",
    "Un tiers-lieu nourricier",
    "Une halle partagée",
    "Un habitat à plusieurs",
)
AT_ONCE, HISTORIES_AT_ONCE = 250, 40
_NOTE = Prose(text="Compte rendu de la rencontre avec les habitants et les partenaires du projet.")


@dataclass
class World:
    """The organisation while it is made."""

    service: Service
    scale: float = 1.0
    """How much of everything; 1 is the size of the specification."""
    managers: list[tuple[str, str]] = field(default_factory=list)
    """Each with the region that they work in."""
    _numbers: Any = field(default_factory=itertools.count)

    async def make(self) -> None:
        """All of it; a second or two per thousand files."""
        await self._people()
        files = [f"cooperation-{number}" for number in range(self._of(COOPERATIONS))]
        await self._all(self._opening(number, file) for number, file in enumerate(files))
        await self._histories(files)
        await self._all(self._funding(number) for number in range(self._of(FUNDINGS)))
        await self._all(self._review(number) for number in range(self._of(REVIEWS)))

    def _of(self, number: int) -> int:
        return max(1, round(number * self.scale))

    async def _people(self) -> None:
        service, founder = self.service, person_id("found")
        founding = FoundOrganisation.model_validate_json(
            '{"type": "FoundOrganisation", "command_id": "found", "actor": "founder", "kind": "real",'
            ' "name": "Mesure", "administrator_name": "A. Exemple", "administrator_email": "a@exemple.org"}'
        )
        await found(
            ORGANISATION, founding, service.ledger, service.clock_store, service.one_way_in, datetime.now(UTC)
        )
        for number in range(PROGRAMMES):
            await self._do({"type": "PublishRulebook", "rulebook": rulebook(number)}, founder)
        reader = {"name": "Lectrice", "email": "lectrice@exemple.org"}
        await self._do({"type": "RegisterPerson", "command_id": READER, **reader}, founder)
        everywhere = {"person": person_id(READER), "role": "programme-manager"}
        await self._do({"type": "GrantRole", **everywhere}, founder)
        for number in range(PEOPLE):
            person = {"name": f"Personne {number}", "email": f"p{number}@exemple.org"}
            await self._do({"type": "RegisterPerson", "command_id": f"person-{number}", **person}, founder)
            role = "jury" if number % 10 == 9 else "programme-manager"  # noqa: PLR2004 - every tenth
            region = REGIONS[number % len(REGIONS)]
            known, manages = person_id(f"person-{number}"), role == "programme-manager"
            where = {"region": region} if manages else {}
            await self._do({"type": "GrantRole", "person": known, "role": role, **where}, founder)
            if manages:
                self.managers.append((known, region))

    def _opening(self, number: int, file: str) -> tuple[dict[str, Any], str]:
        manager, region = self.managers[number % len(self.managers)]
        place = PLACES[number % len(PLACES)]
        fields = {
            **OPENING, "cooperation": file, "name": f"{OBJECTS[number % 4][4:].title()} {number}",
            "territory": {"name": place}, "region": region, "object": OBJECTS[number % 4],
            "programme": f"programme-{number % PROGRAMMES}", "managers": [manager],
            "effective_at": (datetime.now(UTC) - timedelta(days=number % 700)).date().isoformat(),
        }  # fmt: skip
        return fields, manager

    def _funding(self, number: int) -> tuple[dict[str, Any], str]:
        request = {
            "amount_cents": 20_000_00, "since": "2026-01-01", "until": "2027-12-31",
            "beneficiary": {"kind": "association", "name": "Les Rives", "identifier": "73282932000074"},
            "plan": [{"expense": "work", "label": "Travaux", "cents": 20_000_00}], "instrument": "grant",
        }  # fmt: skip
        fields = {
            "type": "RequestFunding", "funding": f"funding-{number}", "cooperation": f"cooperation-{number}",
            "request": request,
        }  # fmt: skip
        return fields, self.managers[number % len(self.managers)][0]

    def _review(self, number: int) -> tuple[dict[str, Any], str]:
        fields = {
            "type": "OpenReview", "review": f"review-{number}", "cooperation": f"cooperation-{number}",
            "question": "choice", "note": "Merci de votre avis.",
        }  # fmt: skip
        return fields, self.managers[number % len(self.managers)][0]

    async def _all(self, commands: Iterable[tuple[dict[str, Any], str]]) -> None:
        rest = iter(commands)
        while group := list(itertools.islice(rest, AT_ONCE)):
            await asyncio.gather(*(self._do(fields, actor) for fields, actor in group))

    async def _do(self, fields: dict[str, Any], actor: str) -> None:
        identity = {"command_id": f"made-{next(self._numbers)}", "actor": actor}
        command = COMMANDS.validate_python({**identity, **fields}, strict=False)
        answer = await self.service.one_way_in.handle(ORGANISATION, command)
        if answer.outcome != "recorded":
            raise RuntimeError(f"{fields['type']}: {answer.refusal}")

    async def _histories(self, files: Sequence[str]) -> None:
        """Contacts and lessons for every file, appended as they are."""
        for first in range(0, len(files), HISTORIES_AT_ONCE):
            group = files[first : first + HISTORIES_AT_ONCE]
            entries = {}
            for file in group:
                kept = await self.service.files.file(ORGANISATION, file)
                entries[file] = kept.entry if kept else 0
            appends = [
                one
                for file in group
                for one in _history(file, entries[file], LONG if file == LOOKED_AT else ENTRIES)
            ]
            await self.service.ledger.append(ORGANISATION, appends, datetime.now(UTC))
        self.service.files.forget_all(ORGANISATION)


def _history(file: str, entry: int, entries: int) -> Iterator[Append]:
    """So many contacts and lessons after an entry, the oldest first, each of a command of its own."""
    now = datetime.now(UTC)
    for number in range(entries):
        event: Event = (
            LessonRecorded(title="Commencer par une victoire rapide", note=_NOTE)
            if number % 7 == 0
            else ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), note=_NOTE)
        )
        yield _entry(file, entry + number, event, now - timedelta(days=entries - number))


def _entry(file: str, after: int, event: Event, at: datetime) -> Append:
    stream, command_id = cooperation_stream(file), f"history/{file}/{after}"
    recorded = Recorded(
        event=event,
        stream=stream,
        entry=after + 1,
        effective_at=write_instant(at),
        actor=person_id("found"),
        command_id=command_id,
        cause=command_id,
        correlation=command_id,
        rulebook="programme-0@1",
    )
    encoded = encode(recorded, 0, lambda: bytes(32))
    return Append(
        command_id,
        person_id("found"),
        bytes(32),
        bytes(32),
        {stream: after},
        (encoded.new,),
        secrets=tuple(encoded.secrets),
    )
