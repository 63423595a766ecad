"""People who do in time what is asked: gate items while a phase lasts, deadlines before they fall due."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from application.rehearsal.acting_days import Beside
from application.rehearsal.deadline_responses import answer, item_of, meet_or_waive, waive
from application.rehearsal.diary import AGAIN_AFTER, IN_ADVANCE, Diary, working_days_before
from application.rehearsal.gate_requests import awaited
from application.rehearsal.left_to_service import goes_on
from application.rehearsal.meeting import start_experiment
from application.rehearsal.scenario import at_office_hour
from application.rehearsal.todo import Deed
from application.rehearsal.world import World
from domain.cooperations.events.lifecycle import CooperationPaused, CooperationResumed, PhaseEntered
from domain.cooperations.gate import missing
from domain.cooperations.state import Cooperation
from domain.deadlines.act_clocks import ANNOUNCED
from domain.deadlines.deadline import Deadline
from domain.fundings.state import Funding
from domain.kernel.calendar import due_after, plus
from domain.kernel.event import Event
from domain.kernel.moments import earliest
from domain.kernel.values import Phase
from domain.rulebook import (
    EvaluationRule,
    ExperimentsRule,
    FundingRule,
    GateItem,
    OccasionsRule,
    ReviewRule,
    Rulebook,
)

_WITHOUT_DEADLINES = "P6M"
"""How long a phase lasts for which the rulebook names neither an expected length nor a deadline."""
_START = 1 / 8
"""When in the phase its experiments begin."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Something that people mean to do: about a gate item (``begin`` its experiments, ``meet`` it), or ``advance``."""

    at: datetime
    step: str
    item: str | None = None


class NominalPeople:
    """Acts for the whole cast; asked when next, then for what is done at that instant."""

    def __init__(self) -> None:
        self._plan: list[Plan] = []
        self._diary = Diary()
        self._beside = Beside()
        self._asleep_since: datetime | None = None

    def notice(self, event: Event, world: World) -> None:
        """A new pass is planned anew; a pause postpones all that is planned by its length."""
        match event:
            case PhaseEntered(phase=phase):
                self._plan = list(_plan(phase, world))
                self._beside.waits = None
            case CooperationPaused():
                self._asleep_since = world.now
            case CooperationResumed() if self._asleep_since:
                by = world.now - self._asleep_since
                self._plan = [replace(one, at=one.at + by) for one in self._plan]

    def next(self, world: World) -> datetime | None:
        """When they act next; nothing while the file sleeps or once it is closed."""
        file = world.file
        if file is None or file.status not in ("active", "abandonment-requested"):
            return None
        times = [one.at for one in self._plan[:1]]
        times += [self._answer_at(one, world) for one in self._unanswered(world)]
        if beside := self._beside.next(world):
            times.append(beside)
        return max(min(times), world.now) if times else None

    def act(self, world: World, accepted: Callable[[Deed], bool]) -> Iterator[Deed]:
        """What they do now, one after the other, each on what the one before has left."""
        while (file := world.file) and self._plan and self._plan[0].at <= world.now:
            yield from self._carry_out(self._plan.pop(0), world, file)
        for deadline in self._unanswered(world):
            if world.file and self._answer_at(deadline, world) <= world.now:
                self._diary.try_it(deadline.occurrence)
                self._diary.put_off(deadline.occurrence, world.now)
                if deadline.occurrence in {one.occurrence for one in world.deadlines()}:
                    yield from answer(deadline, world, world.file)
        yield from self._beside.act(world, accepted)

    def _unanswered(self, world: World) -> list[Deadline]:
        """What they are asked for; what is only announced asks for nothing."""
        return [
            one
            for one in world.deadlines()
            if one.rule.after != ANNOUNCED and not self._diary.has_given_up(one.occurrence)
        ]

    def _answer_at(self, deadline: Deadline, world: World) -> datetime:
        calendar = world.rulebook.calendar_of(world.file.region if world.file else "")
        return self._diary.before_due(deadline.occurrence, deadline, calendar, world.now)

    def _carry_out(self, plan: Plan, world: World, file: Cooperation) -> Iterator[Deed]:
        item, number = item_of(world, file, plan.item), file.current.number
        if plan.step == "begin":
            yield from start_experiment(world, file)
        elif plan.step == "advance":
            attempt = f"advance/{number}"
            yield from self._leave(world, file, patient=not self._diary.has_given_up(attempt))
            self._again(plan, attempt, world, number)
        elif item and item.item in missing(file, world.rulebook, world.now):
            yield from meet_or_waive(item, world, file)

    def _again(self, plan: Plan, attempt: str, world: World, number: int) -> None:
        """Plan the step anew if it was not possible."""
        file = world.file
        undone = file is not None and not file.closed and file.current.number == number
        if undone and not self._diary.has_given_up(attempt):
            self._diary.try_it(attempt)
            self._plan.append(replace(plan, at=world.now + AGAIN_AFTER))

    def _leave(self, world: World, file: Cooperation, *, patient: bool) -> Iterator[Deed]:
        """Meet what has aged meanwhile or was not possible, wait for answers, waive the rest, then leave the phase."""
        for by_hand in (False, True):
            for item in _missing(world, file):
                yield from meet_or_waive(item, world, world.file or file, by_hand=by_hand)
            if patient and any(awaited(item, world, world.file or file) for item in _missing(world, file)):
                self._beside.waits = "gate"
                return
        for item in _missing(world, file):
            yield waive(item.item)
        if patient and goes_on(world.file or file, world):
            return
        if following := world.rulebook.phase_after(file.current.phase):
            yield {"type": "AdvancePhase", "to": following}
        elif patient and any(one.stage == "granted" for one in world.all_of(Funding)):
            self._beside.waits = "close"
        else:
            yield {"type": "CloseCooperation", "outcome": "completed", "reason": "Tout est fait."}


def _missing(world: World, file: Cooperation) -> tuple[GateItem, ...]:
    """What the present gate still lacks."""
    now = world.file or file
    found = (item_of(world, now, key) for key in missing(now, world.rulebook, world.now))
    return tuple(one for one in found if one)


def length(phase: Phase, rulebook: Rulebook, entered: datetime, region: str) -> datetime:
    """When the phase is expected to end: as the rulebook says, else with its longest deadline."""
    zone = rulebook.calendar_of(region).tz
    expected = rulebook.phases[phase].expected
    within = [expected] if expected else [one.within for one in rulebook.deadlines if phase in one.phases]
    ends = (due_after(entered, one, zone).at for one in (*within, *(() if within else (_WITHOUT_DEADLINES,))))
    return max((*ends, entered + timedelta(days=1)))


def _plan(phase: Phase, world: World) -> Iterator[Plan]:
    file = world.file
    if file is None or phase not in world.rulebook.phases:
        return
    calendar = world.rulebook.calendar_of(file.region)
    begins = earliest(file.current.entered_at, calendar.tz)
    ends = length(phase, world.rulebook, begins, file.region)
    last = working_days_before(calendar.day_of(ends), IN_ADVANCE, calendar)
    steps = _steps(world.rulebook.phases[phase].gate, begins.astimezone(calendar.tz), ends)
    for when, step, item in sorted(steps, key=lambda one: one[0]):
        day = min(calendar.next_working_day(calendar.day_of(when)), last)
        at = at_office_hour(max(day, calendar.day_of(begins)), begins.astimezone(calendar.tz))
        yield Plan(max(at, world.now), step, item)
    at = at_office_hour(calendar.next_working_day(calendar.day_of(ends)), begins.astimezone(calendar.tz))
    yield Plan(at, "advance")


def _steps(
    gate: tuple[GateItem, ...], begins: datetime, ends: datetime
) -> Iterator[tuple[datetime, str, str]]:
    """What is done for each item, and when; what ages comes last."""
    lasts = ends - begins
    for number, item in enumerate(gate, start=1):
        in_turn = begins + lasts * number / (len(gate) + 1)
        match item.needs:
            case ExperimentsRule(at_least=least):
                yield from ((begins + lasts * _START, "begin", item.item) for _ in range(least or 1))
                yield in_turn, "meet", item.item
            case OccasionsRule(at_least=least, within=within):
                since = max(begins, plus(ends, f"-{within}", exact=False).at) if within else begins
                for one in range(1, (least or 1) + 1):
                    yield since + (ends - since) * one / ((least or 1) + 1), "meet", item.item
            case EvaluationRule():
                yield ends, "meet", item.item
            case ReviewRule() | FundingRule():
                yield begins + (in_turn - begins) / 2, "meet", item.item
            case _:
                yield in_turn, "meet", item.item
