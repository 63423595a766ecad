"""A house in memory to look into: its stores note what they are asked."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

from application.commands.answer import Answer
from application.commands.import_files import read_import
from application.commands.import_people import Aliases
from application.commands.parsing import read_command
from application.files import Files
from domain.files.file import KeptFile
from domain.kernel.ledger import Ledger
from domain.kernel.moments import earliest
from domain.kernel.recorded import Recorded
from domain.kernel.values import Role
from domain.people.state import Grant
from domain.registry.codec import decode_all
from domain.registry.folding import next_state
from domain.registry.reading_scope import ReadingScope
from projections.checkpoints import Freshness
from projections.model import Batch
from projections.timeline import TIMELINE, TimelineEntry, put_right
from queries.services import Services
from queries.visit import Visit, introduced
from tests.application.house import FOUNDER, HOUSE, RULEBOOKS, House
from tests.cli.beside_story import FILES, story
from tests.cli.house import EXAMPLES
from tests.queries.documents import MemoryAttachments
from tests.support.imported import KnownSecret
from vault.memory import MemoryVault


class Noting:
    """A store that counts what it is asked, by the name of the method: each is a statement of the database."""

    def __init__(self, store: Any, asked: Counter[str]) -> None:
        self._store = store
        self._asked = asked

    def __getattr__(self, name: str) -> Any:
        """The method, counted when it is called."""
        method = getattr(self._store, name)

        def counted(*words: Any, **named: Any) -> Any:
            self._asked[name] += 1
            return method(*words, **named)

        return counted


class Lists:
    """The timeline as the read model has it, folded when it is asked for."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def wait_for(self, organisation: str, position: int | None = None) -> Freshness:
        """It is never behind."""
        return Freshness(reached=True, position=position or 0, as_of=None, behind=0)

    async def deciding(self, *_words: Any) -> frozenset[str]:
        """No decision waits for anybody."""
        return frozenset()

    async def readable(
        self, _organisation: str, scope: ReadingScope, files: Iterable[str]
    ) -> Mapping[str, bool]:
        """Whether files are in a scope; conflicts close none."""
        events = decode_all(self._house.book.events)
        states = {
            one: next_state(one, None, [event for event in events if event.stream == one]) for one in files
        }
        return {one: isinstance(state, KeptFile) and scope.reads(state) for one, state in states.items()}

    async def timeline(
        self,
        organisation: str,
        file: str,
        zone: ZoneInfo,
        as_of: datetime | None = None,
        known_on: datetime | None = None,
    ) -> Sequence[TimelineEntry]:
        """The entries of a file and of its reviews and fundings, in the order of recording."""
        events = decode_all(self._house.book.events)
        known = [
            one for one in events if known_on is None or (one.recorded_at and one.recorded_at <= known_on)
        ]
        entries = _entries(organisation, known)
        told = {file, *(_told_of(one) for one in entries if one.file == file)}
        entries = [one for one in entries if one.file in told]
        return [
            one for one in put_right(entries) if as_of is None or earliest(one.effective_at, zone) <= as_of
        ]

    async def money_lines(
        self,
        organisation: str,
        fundings: Iterable[str],
        _zone: ZoneInfo,
        _as_of: datetime | None = None,
        _known_on: datetime | None = None,
    ) -> Sequence[TimelineEntry]:
        """The lines of envelopes that name fundings; of none as of another day."""
        ids = set(fundings)
        entries = _entries(organisation, decode_all(self._house.book.events))
        return [
            one for one in entries if one.file.startswith("envelope:") and one.details.get("funding") in ids
        ]


def _entries(organisation: str, events: Sequence[Recorded]) -> Sequence[TimelineEntry]:
    changes = TIMELINE.changes(Batch(organisation, events))
    rows = [dict(zip(one.columns, row, strict=True)) for one in changes for row in one.rows]
    return [TimelineEntry.model_validate(row | {"details": json.loads(row["details"])}) for row in rows]


def _told_of(entry: TimelineEntry) -> str:
    """The review or funding that an entry of a cooperation tells of; nothing for other entries."""
    kind = {"ReviewAsked": "review", "FundingAsked": "funding"}.get(entry.type, "")
    return f"{kind}:{entry.details[kind]}" if kind else ""


async def story_house() -> House:
    """A grant half paid and one refused, an opinion of two given, told in memory on 1 March 2027."""
    house = House()
    house.clock.time = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    await house.found()
    aliases = Aliases(house.ledger, KnownSecret(house.memory), HOUSE)
    for name in FILES:
        for item in read_import((EXAMPLES / f"{name}.yaml").read_bytes(), FOUNDER):
            command = read_command(json.dumps((await aliases.in_place(item)).command), FOUNDER)
            assert not isinstance(command, Answer), command
            await house.recorded(command)
    for command in story(FOUNDER):
        await house.recorded(command)
    return house


def who_is_also(visit: Visit, role: Role, region: str | None) -> Visit:
    """The visit of the same person, who has held another role for long."""
    grant = Grant("also", visit.person, role, region, since=date(2020, 1, 1), until=None)
    return replace(visit, people=replace(visit.people, grants={**visit.people.grants, grant.id: grant}))


async def look_into(
    house: House, person: str, attachments: MemoryAttachments | None = None
) -> tuple[Visit, Counter[str]]:
    """The visit of a person, and what the stores are asked from then on."""
    asked: Counter[str] = Counter()
    ledger = cast("Ledger", Noting(house.ledger, asked))
    services = SimpleNamespace(
        ledger=ledger,
        vault=Noting(MemoryVault(house.memory), asked),
        attachments=Noting(attachments or MemoryAttachments(), asked),
        rulebooks=RULEBOOKS,
        files=Files(ledger, RULEBOOKS),
        addresses=house.addresses,
        clock=house.clock,
        read_models=Noting(Lists(house), asked),
    )
    visit = await introduced(cast("Services", services), HOUSE, person)
    asked.clear()
    return visit, asked
