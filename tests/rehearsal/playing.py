"""The same scenario rehearsed, and played on the real stack."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from application.clocks.settling import Settling
from application.commands.founding import found
from application.files import file_streams
from application.rehearsal.cast import cast_of, founding, sheet
from application.rehearsal.dues import Occurrence
from application.rehearsal.life import Given
from application.rehearsal.scenario import Scenario, instant
from application.rehearsal.scenario_files import read_scenario
from application.rehearsal.shelf import Shelf
from application.rehearsal.stage import Stage, beginning_of, region_of, staged
from application.rulebooks.shelf import YamlRulebooks
from bootstrap import open_service
from config import Settings
from domain.cooperations.events.lifecycle import PhaseEntered
from domain.files.act_events import ActAnnounced, ActPerformed, ActRefused
from domain.files.events import ReminderIssued, ReminderOvertaken, SilenceCounted
from domain.fundings.events.payments import TrancheRequested
from domain.fundings.events.requests import FundingGranted
from domain.kernel.event import Event
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.moments import PARIS
from domain.kernel.recorded import Recorded
from domain.organisation.commands import FoundOrganisation
from domain.people.events import OutageRecorded
from domain.people.state import Organisation
from domain.registry.codec import decode_all
from domain.reviews.events import ReviewConcluded, ReviewOpened
from projections.agenda import AgendaFilter, AgendaLine
from projections.pages import every_row
from tests.life.house import House, working
from tests.support.scopes import EVERYTHING

HERE = Path(__file__).parent
RULEBOOKS = YamlRulebooks(HERE / "programmes")


def stage_of(programme: str, scenario: str, rulebooks: YamlRulebooks = RULEBOOKS, years: int = 2) -> Stage:
    """A scenario of this folder on a rulebook of this folder, or of others."""
    rulebook = rulebooks.current(Organisation(), programme)
    assert rulebook

    def begins(read: Scenario) -> datetime:
        return beginning_of(rulebook, region_of(read, None), read.since, date(2027, 1, 4))

    def opening(read: Scenario) -> Mapping[str, object]:
        region = region_of(read, None)
        return sheet(rulebook, cast_of(read, rulebook, region), region, begins(read))

    script = read_scenario((HERE / "scenarios" / scenario).read_bytes(), opening)
    region = region_of(script.scenario, None)
    shelf = Shelf(rulebook, rulebooks)
    return staged(shelf, rulebook, script, region, begins(script.scenario), years)


def told(history: Sequence[Recorded]) -> list[str]:
    """What the service did by itself, a line for each; the order within an instant does not matter."""
    lines = []
    for one in history:
        assert one.recorded_at
        if line := _told(one.event):
            lines.append(f"{one.recorded_at.astimezone(PARIS):%Y-%m-%d %H:%M:%S} {one.stream} {line}")
    return sorted(lines)


def _told(event: Event) -> str | None:
    match event:
        case ReminderIssued():
            late = ", late" if event.late else ""
            claim = f"{event.occurrence} {event.rung} due {event.due_on}{late}"
            return f"reminded of {claim} to {event.recipient} as {event.role}"
        case ReminderOvertaken():
            return f"overtaken {event.occurrence} {event.rung} by {event.by}"
        case SilenceCounted():
            return f"silence of {event.occurrence} counts as {event.counts_as} {event.item or ''}"
        case OutageRecorded():
            return f"outage until {event.until}"
        case ReviewConcluded():
            return f"concluded as {event.outcome} by {event.by}: {event.counts}"
        case ActAnnounced() | ActPerformed() | ActRefused():
            return f"{event.type}: {event.model_dump(mode='json')}"
        case ReviewOpened() | PhaseEntered() | FundingGranted() | TrancheRequested():
            sealed = {"reason", "reasons", "note", "answers"}  # texts, which only the ledger has sealed
            return f"{event.type}: {event.model_dump(mode='json', exclude=sealed)}"
    return None


class RealLife:
    """Plays what people gave in a rehearsal on the real stack, with the worker away when it was.

    ``history`` is what the ledger then holds, ``due`` what the agenda showed after each act.
    """

    def __init__(self, settings: Settings, stage: Stage, rulebooks: YamlRulebooks = RULEBOOKS) -> None:
        self._settings = settings
        self._rulebooks = rulebooks
        self._organisation = (
            f"fondation-{settings.task_queue}"  # its workflow stays on the server, and on that queue
        )
        self._stage = stage
        self._work = AsyncExitStack()
        self.history: list[Recorded] = []
        self.due: dict[datetime, dict[Occurrence, date]] = {}

    async def play(self, given: Sequence[Given]) -> None:
        """Live it, to the end of the rehearsal."""
        async with open_service(self._settings, self._rulebooks) as service, self._work:
            house = House(service, self._organisation)
            await self._settle_in(house)
            await self._come_to_work()
            at_work = True
            for at, acts in self._agenda(given):
                if at_work:
                    await house.advance_to(at)
                else:
                    await service.clock_store.show(self._organisation, at)
                if not acts:
                    await (self._work.aclose() if at_work else self._come_to_work())
                    at_work = not at_work
                for act in acts:
                    await _act(house, act)
                if at_work:
                    await _at_rest(house)
                    self.due[at] = await _due(house, at)
            await house.advance_to(self._stage.until)
            await _at_rest(house)
            self.history = await _everything(house)

    def _agenda(self, given: Sequence[Given]) -> Iterator[tuple[datetime, list[Given]]]:
        """The instants at which people act, and without acts those at which the service goes or comes back."""
        events: list[tuple[datetime, list[Given]]] = [
            (at, list(acts)) for at, acts in groupby(given, key=lambda one: one.at)
        ]
        for outage in self._stage.script.scenario.outages:
            events += [
                (instant(one, self._stage.beginning, PARIS), []) for one in (outage.since, outage.until)
            ]
        yield from sorted(events, key=lambda one: one[0])

    async def _come_to_work(self) -> None:
        await self._work.enter_async_context(working(self._settings, self._rulebooks))

    async def _settle_in(self, house: House) -> None:
        """Found the organisation with the people of the rehearsal, known by the same ids."""
        service, (first, *others) = house.service, founding(self._stage.cast, self._stage.beginning.date())
        assert isinstance(first, FoundOrganisation)
        door, ledger, clocks = service.one_way_in, service.ledger, service.clock_store
        answer = await found(house.organisation, first, ledger, clocks, door, self._stage.beginning)
        assert answer.outcome == "recorded", answer
        for command in others:
            answer = await door.handle(house.organisation, command)
            assert answer.outcome == "recorded", answer


async def _act(house: House, given: Given) -> None:
    """Give a command, which must have the fate that it had in the rehearsal."""
    answer = await house.service.one_way_in.handle(house.organisation, given.command)
    assert (answer.refusal.code if answer.refusal else None) == (
        given.refusal.code if given.refusal else None
    ), answer


async def _at_rest(house: House) -> None:
    """Wait until all that follows is done and told: reminders, what became of their mail, the agenda."""
    service = house.service
    await house.followed()
    await Settling(service.ledger, service.outbox, service.read_models, lambda: None).settled(
        house.organisation
    )
    await house.followed()


async def _due(house: House, at: datetime) -> dict[Occurrence, date]:
    """The deadlines that the agenda shows at an instant, file by file; not what the service will do."""
    where = AgendaFilter(at.replace(year=at.year + 50), at)
    shown = every_row(house.service.read_models.agenda, house.organisation, EVERYTHING, where)
    return {(one.file, one.occurrence): one.due_on async for one in shown if _is_deadline(one)}


def _is_deadline(line: AgendaLine) -> bool:
    """An act to come is none; one that was announced has one, until when it may be held back."""
    return line.act not in ("coming", "held") or "/announced/" in line.occurrence


async def _everything(house: House) -> list[Recorded]:
    ledger = house.service.ledger
    files = await file_streams(ledger, house.organisation)
    stored = await ledger.read_streams(house.organisation, dict.fromkeys((ORGANISATION_STREAM, *files), 0))
    return [one for events in stored.values() for one in decode_all(events)]
