"""The acts of a cooperation's present phase that are still to be done: which occurrence, and since when each is due.

What people have done by hand meanwhile is done: a question put to its panel in this pass is not put again.
"""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.cooperations.gate import ItemStanding, gate, is_held, missing
from domain.cooperations.state import Cooperation, ReviewSeen
from domain.files.entries import FileEntry
from domain.files.planned_act import PlannedAct
from domain.kernel.calendar import due_after, due_on
from domain.kernel.moments import latest
from domain.rulebook import GateItem, ItemsRule, ReviewRule, Rulebook
from domain.rulebook.calls import RECEIVED
from domain.rulebook.course import (
    AdvanceByItself,
    AfterItem,
    AfterOtherItems,
    AfterStage,
    AskFor,
    AtACadence,
    OnADay,
    OpenReviewInPhase,
    PhaseAct,
)

ANSWERS = {
    "evaluation": "EvaluationRecorded",
    "commitments": "CommitmentRecorded",
    "contact": "ContactRecorded",
    "deliverable": "DeliverableDelivered",
    "gate-item": "GateItemDeclared",
}
"""The type of the entries that answer what an act asks for."""

Moment = tuple[datetime, tuple[int, ...]]
"""Since when something holds, and by which entries."""


def planned_acts(file: Cooperation, rulebook: Rulebook, now: datetime) -> Iterator[PlannedAct]:
    """The acts of the present phase that are not done, in the order of the rulebook; none once it is closed."""
    phase = rulebook.phases.get(file.current.phase) if file.begun else None
    if phase is None or file.ended:
        return
    reading = _Reading(file, rulebook, now)
    for act in phase.course:
        planned = reading.planned(act)
        if planned and planned.occurrence not in file.acts.performed and not reading.imported(planned):
            yield planned


def unanswered(file: Cooperation, act: AskFor, rulebook: Rulebook) -> str | None:
    """The last occurrence in this pass by which the service asked for something that has not come since, if any."""
    prefix = f"{act.act}/p{file.current.number}"
    asked = [key for key in file.acts.performed if key == prefix or key.startswith(f"{prefix}/")]
    if not asked or (act.what == "gate-item" and _holds(file, act, rulebook)):
        return None
    entry = file.acts.performed[asked[-1]]
    answers = file.by_type.get(ANSWERS[act.what], ())
    return None if any(one.number > entry and act.of in (None, one.key) for one in answers) else asked[-1]


def _holds(file: Cooperation, act: AskFor, rulebook: Rulebook) -> bool:
    last = latest(file.entries[file.entry].at, rulebook.zone_of(file.region))
    return act.of is not None and is_held(file, rulebook, act.of, last)


class _Reading:
    """A file under its rules at an instant."""

    def __init__(self, file: Cooperation, rulebook: Rulebook, now: datetime) -> None:
        self._file = file
        self._rulebook = rulebook
        self._now = now
        self._zone: ZoneInfo = rulebook.zone_of(file.region)

    def planned(self, act: PhaseAct) -> PlannedAct | None:
        """The occurrence that is next; None if it was done by hand, or never comes."""
        base = f"{act.act}/p{self._file.current.number}"
        if isinstance(act, AdvanceByItself):
            return self._advance(act, base)
        if isinstance(act.when, AtACadence):
            return self._again(act, act.when, base)
        if isinstance(act, OpenReviewInPhase) and self._asked(act.review):
            return None
        if isinstance(act.when, OnADay):
            return self._on(act, act.when.date, base)
        found = self._moment(act)
        return PlannedAct(act, base) if found is None else PlannedAct(act, base, *found)

    def imported(self, planned: PlannedAct) -> bool:
        """Whether it came about in a past that was brought in: whoever brought it in did what was to be done."""
        brought = self._file.imported_at
        return brought is not None and planned.since is not None and planned.since <= self._at(brought)

    def _on(self, act: OpenReviewInPhase | AskFor, day: date, base: str) -> PlannedAct | None:
        due, entered = due_on(day, self._zone), self._entered()[0]
        passed = entered > due.passes_at
        return None if passed else PlannedAct(act, base, due.at, self._entered()[1])

    def _moment(self, act: OpenReviewInPhase | AskFor) -> Moment | None:
        match act.when:
            case AfterOtherItems():
                return self._others_held(act)
            case AfterItem(item=key):
                return self._item_held(key)
            case AfterStage(stage=stage):
                return self._at_stage(stage)
        return self._entered()

    def _entered(self) -> Moment:
        current = self._file.current
        return self._at(current.entered_at), (current.entry,)

    def _others_held(self, act: OpenReviewInPhase | AskFor) -> Moment | None:
        """All items of the gate hold but those that the act brings about, and those that rest on these."""
        items = self._rulebook.phases[self._file.current.phase].gate
        own = {one.item for one in items if _brings_about(act, one)}
        own |= {
            one.item for one in items if isinstance(one.needs, ItemsRule) and own.intersection(one.needs.of)
        }
        others = [one for one in self._gate() if one.item not in own]
        if any(one.held == "missing" for one in others):
            return None
        return self._held_since(others)

    def _item_held(self, key: str) -> Moment | None:
        for one in self._gate():
            if one.item == key:
                return None if one.held == "missing" else self._held_since([one])
        delivered = [
            one
            for one in self._file.by_type.get("DeliverableDelivered", ())
            if one.key == key and one.pass_number == self._file.pass_number
        ]
        return (self._at(delivered[0].at), (delivered[0].number,)) if delivered else None

    def _at_stage(self, stage: str) -> Moment | None:
        application, calls = self._file.application, self._rulebook.calls
        if application is None or calls is None or self._file.declined:
            return None
        funnel = (RECEIVED, *(one.stage for one in calls.funnel))
        if application.stage not in funnel or funnel.index(application.stage) < funnel.index(stage):
            return None
        entry = application.selected or application.entry
        return max(self._at(self._file.entries[entry].at), self._entered()[0]), (entry,)

    def _advance(self, act: AdvanceByItself, base: str) -> PlannedAct | None:
        if self._rulebook.phase_after(self._file.current.phase) is None:
            return None
        if missing(self._file, self._rulebook, self._now):
            return PlannedAct(act, base)
        return PlannedAct(act, base, *self._held_since(self._gate()))

    def _again(self, act: OpenReviewInPhase | AskFor, when: AtACadence, base: str) -> PlannedAct | None:
        """So long after the last answer or asking of this pass, or after entering the phase."""
        asked, answered, pending = (
            self._reviews(act) if isinstance(act, OpenReviewInPhase) else self._askings(act)
        )
        occurrence = f"{base}/n{len(asked) + 1}"
        if pending and (when.counting == "answered" or isinstance(act, OpenReviewInPhase)):
            return PlannedAct(act, occurrence)
        last = (answered if when.counting == "answered" else asked)[-1:]
        since, because = self._entered()
        if last and self._at(last[0].at) >= since:
            since, because = self._at(last[0].at), (last[0].number,)
        return PlannedAct(act, occurrence, due_after(since, when.every, self._zone).at, because)

    def _reviews(self, act: OpenReviewInPhase) -> tuple[list[FileEntry], list[FileEntry], bool]:
        """The entries that asked and answered the question in this pass, and whether one waits for its answer."""
        file = self._file
        kept = [one for one in file.reviews.values() if self._is_of(one, act.review)]
        answered = sorted(one.answered for one in kept if one.answered)
        asked = [file.entries[one] for one in sorted(one.asked for one in kept)]
        return asked, [file.entries[one] for one in answered], any(one.outcome is None for one in kept)

    def _askings(self, act: AskFor) -> tuple[list[FileEntry], list[FileEntry], bool]:
        """The entries by which the service asked in this pass, those that answered, and whether one is owed."""
        file = self._file
        prefix = f"{act.act}/p{file.current.number}/"
        asked = [file.entries[one] for key, one in file.acts.performed.items() if key.startswith(prefix)]
        answered = [
            one
            for one in file.by_type.get(ANSWERS[act.what], ())
            if one.pass_number == file.pass_number and act.of in (None, one.key)
        ]
        answered.sort(key=lambda one: self._at(one.at))
        owed = bool(asked) and not any(one.number > asked[-1].number for one in answered)
        return asked, answered, owed

    def _asked(self, question: str) -> bool:
        return any(self._is_of(one, question) for one in self._file.reviews.values())

    def _is_of(self, seen: ReviewSeen, question: str) -> bool:
        return seen.question == question and seen.pass_number == self._file.pass_number

    def _gate(self) -> tuple[ItemStanding, ...]:
        return gate(self._file, self._rulebook, self._now)

    def _held_since(self, items: list[ItemStanding] | tuple[ItemStanding, ...]) -> Moment:
        """Since the last of the entries that show them, and since entering the phase at the earliest."""
        entries = sorted({entry for one in items for entry in one.entries})
        since = [self._at(self._file.entries[one].at) for one in entries]
        return max([self._entered()[0], *since]), tuple(entries)

    def _at(self, moment: str) -> datetime:
        return latest(moment, self._zone)


def _brings_about(act: OpenReviewInPhase | AskFor, item: GateItem) -> bool:
    if isinstance(act, AskFor):
        return item.item == act.of
    return isinstance(item.needs, ReviewRule) and item.needs.review == act.review
