"""A life from due instant to due instant and from act to act, as the service would live it."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from application.commands.import_files import person_of
from application.lives.heartbeat import is_stale, outage
from application.rehearsal.cast import founding, sheet
from application.rehearsal.dues import Dues
from application.rehearsal.nominal import NominalPeople
from application.rehearsal.scenario import Act, instant
from application.rehearsal.scenario_files import command_of
from application.rehearsal.service import Service
from application.rehearsal.stage import Stage
from application.rehearsal.todo import AS, Deed
from application.rehearsal.world import World, by
from domain.cooperations.commands.file import OpenCooperation
from domain.files.events import ReminderIssued
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.calendar import WorkingDays
from domain.kernel.ids import stream_of
from domain.kernel.moments import earliest
from domain.kernel.refusal import Refusal
from domain.kernel.values import Phase
from domain.registry.commands import AnyCommand
from domain.reviews.state import Review
from domain.rulebook import Names, Rulebook


@dataclass(frozen=True, slots=True)
class Given:
    """A command that somebody gave, when, and why it was refused if it was; ``scripted`` if the scenario has it."""

    at: datetime
    command: AnyCommand
    refusal: Refusal | None
    scripted: bool


class Life:
    """One life: ``world`` and ``dues`` hold what became of it, ``given`` what people did."""

    def __init__(self, stage: Stage) -> None:
        scenario = stage.script.scenario
        self.stage = stage
        self._people = NominalPeople() if scenario.like == "nominal" else None
        self._outages = deque(sorted((self._at(one.since), self._at(one.until)) for one in scenario.outages))
        self._acts = deque(self._timed())
        self._aliases = {person_of(one.alias): one.alias for one in stage.cast}
        self.world = World(stage.rulebooks, stage.rulebook, stage.beginning)
        self.service = Service(self.world, self._fails)
        self.dues = Dues()
        self.given: list[Given] = []
        self._noticed = 0

    def live(self) -> None:
        """Live until the horizon, or until nothing more can happen."""
        for command in founding(self.stage.cast, self.stage.beginning.date()):
            self.world.give(command)
        while (now := self._next()) is not None and now <= self.stage.until:
            self.world.now = now
            self._serve()
            self._play()
            self._serve()

    @property
    def calendar(self) -> WorkingDays:
        """The working days of the region."""
        return self.world.rulebook.calendar_of(self.stage.region)

    def phase_at(self, at: datetime) -> Phase | None:
        """The phase that the file was in at an instant."""
        passes = self.world.file.passes if self.world.file else ()
        return next(
            (one.phase for one in reversed(passes) if earliest(one.entered_at, self.calendar.tz) <= at), None
        )

    def rulebook_of(self, file: str) -> Rulebook:
        """The rulebook under which a file runs by now."""
        state = self.world.states.get(stream_of(file))
        return self.world.rulebook_of(state) if isinstance(state, KeptFile) else self.world.rulebook

    def subject_of(self, file: str) -> Names | None:
        """What the rulebook calls the question of a review, or the instrument of a funding."""
        state, rulebook = self.world.states.get(stream_of(file)), self.rulebook_of(file)
        match state:
            case Review(question=key):
                question = rulebook.question(key)
                return question.name if question else None
            case Funding(instrument=key):
                instrument = rulebook.instrument(key)
                return instrument.name if instrument else None
        return None

    def away_at(self, at: datetime) -> bool:
        """Whether the service was away at an instant, in any of the outages."""
        outages = self.stage.script.scenario.outages
        return any(self._at(one.since) <= at < self._at(one.until) for one in outages)

    def local(self, at: datetime | None) -> datetime:
        """An instant in the zone of the region; what was not recorded yet would be at the horizon."""
        return (at or self.stage.until).astimezone(self.stage.until.tzinfo)

    def alias_of(self, person: str) -> str:
        """Who somebody is in the scenario."""
        return self._aliases[person]

    def _next(self) -> datetime | None:
        now = self.world.now
        times = [at for at, _ in list(self._acts)[:1]]
        if self._people and (acting := self._people.next(self.world)):
            times.append(acting)
        if due := self.service.next():
            times.append(due if not self._away(due) else self._outages[0][1])
        times += [until for _, until in list(self._outages)[:1]]
        return max(min(times), now) if times else None

    def _away(self, at: datetime) -> bool:
        return any(since <= at < until for since, until in list(self._outages)[:1])

    def _serve(self) -> None:
        """What the service does now, unless it is away; when it is back it says so first."""
        now = self.world.now
        while self._outages and self._outages[0][1] <= now:
            since, until = self._outages.popleft()
            if is_stale(since, until):
                self.world.give(outage(since, until))
        if not self._away(now):
            self.service.work()
        self._look()
        self._notice()

    def _look(self) -> None:
        """Take down what is due, as it stands now."""
        world = self.world
        open_now = ((one.file.key, due) for one in world.living() for due in world.deadlines_of(one.file))
        self.dues.look(open_now, world.now)

    def _play(self) -> None:
        while self._acts and self._acts[0][0] <= self.world.now:
            _, act = self._acts.popleft()
            who = person_of(act.by) if act.by else self._whoever_may(act.command)
            self._give(act.command, who or next(iter(self.world.organisation.people)), scripted=True)
        if self._people is None:
            return
        for deed in self._people.act(self.world, self._accepted):
            command = self._command(deed)
            if who := deed.get(AS) or self._whoever_can(command):
                self._give(command, who, scripted=False)
                self._look()

    def _command(self, deed: Deed) -> AnyCommand:
        fields = {key: value for key, value in deed.items() if key != AS}
        return command_of(f"people/{len(self.given) + 1}", fields)

    def _accepted(self, deed: Deed) -> bool:
        """Whether the rules would take it now from the first who may."""
        command = self._command(deed)
        who = self._whoever_may(command)
        return who is not None and not isinstance(self.world.judge(by(command, who)), Refusal)

    def _give(self, command: AnyCommand, who: str, *, scripted: bool) -> None:
        world, command = self.world, by(command, who)
        answer = world.give(command)
        refusal = answer if isinstance(answer, Refusal) else None
        self.given.append(Given(world.now, command, refusal, scripted))
        self._notice()

    def _notice(self) -> None:
        """Have people notice what has happened since they last did, whoever did it."""
        while self._noticed < len(self.world.told):
            self._noticed += 1
            if self._people:
                self._people.notice(self.world.told[self._noticed - 1].event, self.world)

    def _whoever_may(self, command: AnyCommand) -> str | None:
        """Those in charge first, then everybody in the order of the cast."""
        return self.world.first_who_may(command, self._people_asked())

    def _whoever_can(self, command: AnyCommand) -> str | None:
        """The first who may and whom the rules would not refuse for what they did before; else the first who may."""
        world = self.world
        for one in self._people_asked():
            if not isinstance(world.judge(by(command, one)), Refusal):
                return one
        return self._whoever_may(command)

    def _people_asked(self) -> tuple[str, ...]:
        world = self.world
        people = (*(world.file.managers if world.file else ()), *world.organisation.people)
        return tuple(dict.fromkeys(people))

    def _timed(self) -> Iterable[tuple[datetime, Act]]:
        """The acts of the script in order of their instants, begun by the opening if the script has none."""
        stage, acts = self.stage, list(self.stage.script.acts)
        if not any(isinstance(act.command, OpenCooperation) for act in acts):
            opening = command_of("opening", sheet(stage.rulebook, stage.cast, stage.region, stage.beginning))
            acts.insert(0, Act("P0D", opening))
        return sorted(((self._at(act.at), act) for act in acts), key=lambda one: one[0])

    def _at(self, when: str) -> datetime:
        return instant(when, self.stage.beginning, self.stage.rulebook.zone_of(self.stage.region))

    def _fails(self, claim: ReminderIssued, now: datetime) -> bool:
        return any(
            (person_of(one.to) == claim.recipient or one.to == claim.role)
            and (one.since is None or self._at(one.since) <= now)
            and (one.until is None or now < self._at(one.until))
            for one in self.stage.script.scenario.mail_fails
        )
