"""Given events: what tests of read models put into a ledger."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from domain.cooperations.events.file import CooperationOpened
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream
from domain.kernel.ledger import Append, Appended, Ledger, LedgerKind
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import CooperationType, EconomicModel, Language, Origin, Phase, Role, Territory
from domain.people.events import OrganisationFounded, PersonRegistered, RoleGranted
from domain.registry.codec import encode

ORGANISATION = "fondation-exemple"
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ANNA, BASILE, CLEO = "p-00000000000a", "p-00000000000b", "p-00000000000c"
REASON = Prose(text="Une raison")


class Writer:
    """Appends events as given, without asking the rules."""

    def __init__(self, ledger: Ledger, organisation: str = ORGANISATION) -> None:
        self._ledger = ledger
        self._organisation = organisation
        self._entries: dict[str, int] = {}
        self._commands = 0

    async def record(
        self,
        stream: str,
        *events: Event,
        recorded_at: datetime = NOW,
        effective_at: str | None = None,
        actor: str = ANNA,
    ) -> int:
        """Append events to a stream in one command; the last position."""
        self._commands += 1
        command_id = f"command-{self._commands}"
        first = self._entries.get(stream, 0)
        encoded = [
            encode(
                Recorded(
                    event=event,
                    stream=stream,
                    entry=first + index + 1,
                    effective_at=effective_at or recorded_at.isoformat(),
                    actor=actor,
                    command_id=command_id,
                    cause=command_id,
                    correlation=command_id,
                    rulebook="tec@1",
                ),
                index,
                lambda: bytes(32),
            )
            for index, event in enumerate(events)
        ]
        [answer] = await self._ledger.append(
            self._organisation,
            [
                Append(
                    command_id=command_id,
                    actor=actor,
                    digest=bytes(32),
                    digest_key=bytes(32),
                    expected={stream: first},
                    events=tuple(one.new for one in encoded),
                    secrets=tuple(secret for one in encoded for secret in one.secrets),
                )
            ],
            recorded_at,
        )
        assert isinstance(answer, Appended), answer
        self._entries[stream] = first + len(events)
        assert answer.outcome.last_position is not None
        return answer.outcome.last_position

    async def refuse(self, stream: str, type_: str, code: str, actor: str = ANNA) -> None:
        """Note that a command about a stream was refused."""
        self._commands += 1
        expected, refusal = (
            {stream: self._entries.get(stream, 0)},
            {"code": code, "params": {}, "type": type_},
        )
        refused = Append(f"command-{self._commands}", actor, bytes(32), bytes(32), expected)
        refused = replace(refused, refusal=json.dumps(refusal))
        [answer] = await self._ledger.append(self._organisation, [refused], NOW)
        assert isinstance(answer, Appended), answer

    async def found(self, *grants: tuple[str, Role, str | None]) -> int:
        """Three people, and the roles given to them: person, role, region."""
        await self._ledger.found(self._organisation, LedgerKind.REAL, NOW)
        people = [
            PersonRegistered(
                person=person,
                name=Prose(text=name),
                email=Prose(text=f"{name.lower()}@example.org"),
                language=Language.FRENCH,
            )
            for person, name in ((ANNA, "Anna"), (BASILE, "Basile"), (CLEO, "Cléo"))
        ]
        roles = [
            RoleGranted(
                grant=f"grant-{number}",
                person=person,
                role=role,
                region=region,
                since=date(2020, 1, 1),
                until=None,
            )
            for number, (person, role, region) in enumerate(grants)
        ]
        founded = OrganisationFounded(name="Fondation exemple", kind=LedgerKind.REAL, zone=None)
        return await self.record("organisation", founded, *people, *roles)

    async def open(
        self,
        file: str,
        *more: Event,
        at: str = "2026-01-05",
        recorded_at: datetime = NOW,
        region: str = "occitanie",
        managers: tuple[str, ...] = (ANNA, BASILE),
    ) -> int:
        """Open a file in exploration, and what else happened on that day."""
        return await self.record(
            cooperation_stream(file),
            *opening(file, region=region, managers=managers),
            *more,
            effective_at=at,
            recorded_at=recorded_at,
        )


def opening(file: str, region: str = "occitanie", managers: tuple[str, ...] = (ANNA,)) -> Sequence[Event]:
    """A file is opened and enters exploration."""
    opened = CooperationOpened(
        name=file.replace("-", " ").title(),
        territory=Territory(name="Toulouse", insee_codes=("31555",)),
        region=region,
        object="Menuiserie de réemploi",
        cooperation_type=CooperationType.MODELLED,
        economic_model=EconomicModel.HYBRID,
        origin=Origin.COLLECTIVE_ASKS,
        relayed_from=None,
        rulebook="tec@1",
        managers=managers,
    )
    return opened, PhaseEntered(phase=Phase.EXPLORATION, pass_number=1, way="opened")
