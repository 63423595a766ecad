"""People who do in time what is asked: gate items while a phase lasts, deadlines before they fall due."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from application.rehearsal.answering import answer, item_of, meet_or_waive, waive
from application.rehearsal.meeting import Deed, start_experiment
from application.rehearsal.scenario import at_office_hour
from application.rehearsal.world import World
from domain.calendar import WorkingDays, due_after, plus
from domain.deadlines import Deadline
from domain.events import AnyEvent, CooperationPaused, CooperationResumed, PhaseEntered
from domain.gate import missing
from domain.moments import earliest
from domain.rulebook import EvaluationRule, ExperimentsRule, GateItem, OccasionsRule, Rulebook
from domain.state import Cooperation
from domain.values import Phase

IN_ADVANCE = 3
"""Working days before its due date on which a deadline is answered: after a reminder, in time."""
_WITHOUT_DEADLINES = "P6M"
"""How long a phase lasts for which the rulebook names neither an expected length nor a deadline."""
_START = 1 / 8
"""When in the phase its experiments begin."""
_ATTEMPTS = 12
_AGAIN_AFTER = timedelta(days=7)
"""They try again each week, some three months long, what nobody may do just then, or what is refused."""


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
        self._seen: dict[str, date] = {}
        self._attempts: Counter[str] = Counter()
        self._asleep_since: datetime | None = None

    def notice(self, event: AnyEvent, world: World) -> None:
        """A new pass is planned anew; a pause postpones all that is planned by its length."""
        match event:
            case PhaseEntered(phase=phase):
                self._plan = list(_plan(phase, world))
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
        times += [self._answer_at(one, world, file) for one in self._unanswered(world)]
        return max(min(times), world.now) if times else None

    def act(self, world: World) -> Iterator[Deed]:
        """What they do now, one after the other, each on what the one before has left."""
        while (file := world.file) and self._plan and self._plan[0].at <= world.now:
            yield from self._carry_out(self._plan.pop(0), world, file)
        for deadline in self._unanswered(world):
            if world.file and self._answer_at(deadline, world, world.file) <= world.now:
                self._attempts[deadline.occurrence] += 1
                self._seen[deadline.occurrence] = (world.now + _AGAIN_AFTER).date()
                if deadline.occurrence in {one.occurrence for one in world.deadlines()}:
                    yield from answer(deadline, world, world.file)

    def _unanswered(self, world: World) -> list[Deadline]:
        return [one for one in world.deadlines() if self._attempts[one.occurrence] < _ATTEMPTS]

    def _answer_at(self, deadline: Deadline, world: World, file: Cooperation) -> datetime:
        calendar = world.rulebook.calendar_of(file.region)
        seen = self._seen.setdefault(deadline.occurrence, calendar.day_of(world.now))
        day = _working_days_before(deadline.due.day, IN_ADVANCE, calendar)
        day = calendar.next_working_day(max(day, seen + timedelta(days=1)))
        return at_office_hour(day, deadline.due.at)

    def _carry_out(self, plan: Plan, world: World, file: Cooperation) -> Iterator[Deed]:
        item, number = item_of(world, file, plan.item), file.current.number
        if plan.step == "begin":
            yield from start_experiment(world, file)
        elif plan.step == "advance":
            yield from self._advance(world, file)
            self._again(plan, world, undone=world.file is not None and world.file.current.number == number)
        elif item and item.item in missing(file, world.rulebook, world.now):
            yield from meet_or_waive(item, world, file)

    def _again(self, plan: Plan, world: World, *, undone: bool) -> None:
        """Plan the step anew if it was not possible."""
        attempt = f"{plan.step}/{world.file.current.number if world.file else 0}"
        if undone and world.file and not world.file.closed and self._attempts[attempt] < _ATTEMPTS:
            self._attempts[attempt] += 1
            self._plan.append(replace(plan, at=world.now + _AGAIN_AFTER))

    def _advance(self, world: World, file: Cooperation) -> Iterator[Deed]:
        """Meet what has aged meanwhile or was not possible, waive what cannot be met, then leave the phase."""
        for key in missing(file, world.rulebook, world.now):
            if item := item_of(world, file, key):
                yield from meet_or_waive(item, world, world.file or file)
        for key in missing(world.file or file, world.rulebook, world.now):
            yield waive(key)
        if following := world.rulebook.phase_after(file.current.phase):
            yield {"type": "AdvancePhase", "to": following}
        else:
            yield {"type": "CloseCooperation", "outcome": "completed", "reason": "Tout est fait."}


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
    calendar, begins = world.rulebook.calendar_of(file.region), earliest(file.current.entered_at)
    ends = length(phase, world.rulebook, begins, file.region)
    last = _working_days_before(calendar.day_of(ends), IN_ADVANCE, calendar)
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
            case _:
                yield in_turn, "meet", item.item


def _working_days_before(day: date, number: int, calendar: WorkingDays) -> date:
    while number:
        day -= timedelta(days=1)
        number -= calendar.works(day)
    return day
