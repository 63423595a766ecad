"""Lives of cooperations as a ledger holds them: four phases with contacts, declarations, reminders and decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from benchmarks.life_events import ACTOR, CAPITALISATION, DIAGNOSIS, EXPERIMENTATION, EXPLORATION, OTHER, Acts
from domain.kernel.event import Event
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.ledger import Append, Ledger, LedgerKind
from domain.kernel.moments import write_instant
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import Language, Role
from domain.people.events import OrganisationFounded, PersonRegistered, RoleGranted
from domain.registry.codec import encode

ORGANISATION = "bench"
RULEBOOK = "tec@2"
"""The version under which these lives were lived; their decisions pass its gates."""
START = datetime(2021, 1, 4, 9, 0, tzinfo=UTC)
LIFE: Acts = (*EXPLORATION, *DIAGNOSIS, *EXPERIMENTATION, *CAPITALISATION)
AT_ONCE = 50
"""Files that act in one append."""


@dataclass(frozen=True, slots=True)
class Act:
    """What happened in a file on a day, after so many entries."""

    at: datetime
    before: int
    events: Sequence[Event]


def events_of_a_life() -> int:
    """How many events a whole life has."""
    return sum(len(events) for _, events in LIFE)


def history(file: str, acts: Acts = LIFE) -> Iterator[Recorded]:
    """The events of a file's life, in order, as if recorded when they happened."""
    for act in _acts(acts):
        yield from _recorded(cooperation_stream(file), act, position=act.before)


async def fill(ledger: Ledger, files: int) -> None:
    """An organisation in which so many files live at the same time, each act of theirs appended in turn."""
    await ledger.found(ORGANISATION, LedgerKind.REAL, START)
    await ledger.append(ORGANISATION, [_append(ORGANISATION_STREAM, Act(START, 0, _people()))], START)
    streams = [cooperation_stream(f"file-{number}") for number in range(files)]
    for act in _acts(LIFE):
        for first in range(0, files, AT_ONCE):
            group = streams[first : first + AT_ONCE]
            await ledger.append(ORGANISATION, [_append(stream, act) for stream in group], act.at)


def _acts(acts: Acts) -> Iterator[Act]:
    before = 0
    for day, events in acts:
        yield Act(START + timedelta(days=day), before, events)
        before += len(events)


def _append(stream: str, act: Act) -> Append:
    encoded = [encode(one, index, lambda: bytes(32)) for index, one in enumerate(_recorded(stream, act))]
    return Append(
        f"{stream}/{act.before}",
        ACTOR,
        bytes(32),
        bytes(32),
        {stream: act.before},
        tuple(one.new for one in encoded),
    )


def _recorded(stream: str, act: Act, position: int | None = None) -> Iterator[Recorded]:
    command_id = f"{stream}/{act.before}"
    for number, event in enumerate(act.events, start=1):
        yield Recorded(
            event=event,
            stream=stream,
            entry=act.before + number,
            effective_at=write_instant(act.at),
            actor=ACTOR,
            command_id=command_id,
            cause=command_id,
            correlation=command_id,
            rulebook=None if stream == ORGANISATION_STREAM else RULEBOOK,
            position=None if position is None else position + number,
            recorded_at=None if position is None else act.at,
        )


def _people() -> tuple[Event, ...]:
    day = START.date()
    roles = (Role.PROGRAMME_MANAGER, Role.ELECTED_REPRESENTATIVE, Role.ADMINISTRATOR, Role.JURY)
    return (
        OrganisationFounded(name="Mesure", kind=LedgerKind.REAL, zone=None),
        *(
            PersonRegistered(
                person=person,
                name=Prose(text="A. Exemple"),
                email=Prose(text="a@exemple.org"),
                language=Language.FRENCH,
            )
            for person in (ACTOR, OTHER)
        ),
        *(
            RoleGranted(
                grant=f"{person}-{role}", person=person, role=role, region=None, since=day, until=None
            )
            for person in (ACTOR, OTHER)
            for role in roles
        ),
    )
