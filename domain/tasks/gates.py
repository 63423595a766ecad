"""What waits at the gate of a phase: what it lacks, what others are doing for it, and, once it holds, to go on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.cooperations.commands.lifecycle import AdvancePhase
from domain.cooperations.decide.completion import held_back
from domain.cooperations.evidence import last_of
from domain.cooperations.state import Cooperation, ReviewSeen
from domain.deadlines.deadline import Deadline
from domain.kernel.calendar import plus
from domain.kernel.ids import funding_stream, review_stream
from domain.kernel.moments import earliest, latest
from domain.kernel.values import Role
from domain.reminders.view import FileView
from domain.rulebook import (
    DeadlineRule,
    DeliverableRule,
    EvaluationRule,
    FilesRule,
    FundingRule,
    GateItem,
    ItemsRule,
    Names,
    ReviewRule,
    SelectedRule,
)
from domain.rulebook import Review as Question
from domain.rulebook.base import defined
from domain.rulebook.complete_gate import GOING_ON
from domain.tasks.by_itself import could_not_be_asked, will_be_asked, will_go_on
from domain.tasks.cooperation_answers import going_on, instruments_of, meeting_a_deadline, meeting_an_item
from domain.tasks.entitled import MANAGING, is_for_those_in_charge, roles_needed
from domain.tasks.files import awaited
from domain.tasks.task import Kind, TaskLine

AtGate = tuple[TaskLine, Deadline | None]
"""What waits, and the deadline that it has."""
_SERVICE = Names(fr="escale", en="escale")
_OTHERS = Names(fr="d’autres dossiers", en="other files")


def tasks_of_gate(view: FileView[Cooperation]) -> Iterator[AtGate]:
    """What waits at the gate while the file is awake."""
    file = view.file
    if file.status != "active":
        return
    gate = _Gate(view, _due_by_item(view))
    for standing in view.gate:
        item = defined(view.rulebook.phases[file.current.phase].item(standing.item))
        since = gate.entered if standing.held == "missing" else ages_at(view, item)
        if since and standing.held != "waived":
            yield from gate.lacks(item, since)
    if all(one.held != "missing" for one in view.gate):
        yield from gate.holds()


@dataclass(frozen=True)
class _Gate:
    """The gate of the present phase, and the deadline of each item that has one."""

    view: FileView[Cooperation]
    due: Mapping[str, Deadline]

    @property
    def entered(self) -> datetime:
        """When the phase was entered."""
        return earliest(self.view.file.current.entered_at, self.view.zone)

    def lacks(self, item: GateItem, since: datetime) -> Iterator[AtGate]:
        """What is to be done for an item, or what others are doing for it already."""
        view = self.view
        match item.needs:
            case ItemsRule():  # the items that it counts wait themselves
                return
            case FilesRule(at_least=least) if len(view.file.awaited) >= least:
                yield awaited(view, item.item, since, item.name, of=_OTHERS), None
            case ReviewRule(review=question):
                yield from self._asks(item, defined(view.rulebook.question(question)), since)
            case FundingRule(instrument=instrument):
                yield from self._wants(item, instrument, since)
            case SelectedRule() if held_back("selection", view.file, view.rulebook):
                return  # what is to be completed waits
            case _:
                answer = meeting_an_item(item, view.file, view.rulebook)
                roles = roles_needed(answer, view.file, view.rulebook)
                yield self._line("gate-item", item.item, item.name, since, roles), self.due.get(item.item)

    def _asks(self, item: GateItem, question: Question, since: datetime) -> Iterator[AtGate]:
        """The opinion of a panel: to be asked for, or awaited; about money, there must be a request first."""
        file = self.view.file
        open_now = (key for key, seen in file.reviews.items() if _is_open(seen, question))
        if key := next(open_now, None):
            asked = self._at(file.reviews[key].asked)
            panel = defined(self.view.rulebook.panel(question.panel)).name
            yield awaited(self.view, item.item, asked, item.name, of=panel, files=(review_stream(key),)), None
        elif question.about in ("funding", "amendment"):
            yield from self._asks_about_money(item, question, since)
        elif will_be_asked(self.view, question.review):
            yield awaited(self.view, item.item, since, item.name, of=_SERVICE), None
        elif could_not_be_asked(self.view, question.review):
            return  # what the service could not do waits itself
        elif question.about != "call" or file.application:
            yield self._to_ask(item, question, since)

    def _asks_about_money(self, item: GateItem, question: Question, since: datetime) -> Iterator[AtGate]:
        """The panel that decides a request is asked there; an opinion besides, here, once there is a request."""
        file, rulebook = self.view.file, self.view.rulebook
        asked = ((key, one.instrument) for key, one in file.fundings.items() if one.stage == "requested")
        if found := next(asked, None):
            key, instrument = found[0], defined(rulebook.instrument(found[1]))
            if question.about == "amendment" or any(question.panel in one.by for one in instrument.circuit):
                files = (funding_stream(key),)
                yield awaited(self.view, item.item, since, item.name, of=instrument.name, files=files), None
            else:
                yield self._to_ask(item, question, since)
            return
        if not (file.granted_fundings or any(self._is_money(one.item) for one in self.view.gate)):
            for one in instruments_of(question.review, rulebook)[:1]:
                yield from self._wants(item, one, since)

    def _to_ask(self, item: GateItem, question: Question, since: datetime) -> AtGate:
        panel = defined(self.view.rulebook.panel(question.panel)).name
        line = self._line("review-to-ask", item.item, item.name, since, MANAGING)
        return line.model_copy(update={"of_fr": panel.fr, "of_en": panel.en}), self.due.get(item.item)

    def _wants(self, item: GateItem, instrument: str, since: datetime) -> Iterator[AtGate]:
        """Money: to be asked for, or awaited."""
        name = defined(self.view.rulebook.instrument(instrument)).name
        for key, seen in self.view.file.fundings.items():
            if seen.instrument == instrument and seen.stage in ("requested", "deferred"):
                moved = self._at(seen.moved) if seen.moved else since
                files = (funding_stream(key),)
                yield awaited(self.view, item.item, moved, item.name, of=name, files=files), None
                return
        line = self._line("funding-to-ask", item.item, item.name, since, MANAGING)
        yield line.model_copy(update={"of_fr": name.fr, "of_en": name.en}), self.due.get(item.item)

    def _is_money(self, key: str) -> bool:
        item = self.view.rulebook.phases[self.view.file.current.phase].item(key)
        return item is not None and isinstance(item.needs, FundingRule)

    def holds(self) -> Iterator[AtGate]:
        """Since the last item holds, and as long as none grows too old: the step is there to be taken.

        Where the gate asks for nothing, once the phase has lasted as long as expected. Not while something is to be
        completed first, nor, at the end, while money is open: that waits itself; nor where the service goes on.
        """
        view, file = self.view, self.view.file
        following = view.rulebook.phase_after(file.current.phase)
        if held_back("phase", file, view.rulebook) or (following is None and file.granted_fundings):
            return
        if will_go_on(view):
            return
        roles = roles_needed(going_on(file, view.rulebook), file, view.rulebook)
        name = view.rulebook.phases[following].name if following else view.rulebook.follows
        line = self._line("gate-complete", following or "completed", name, self._held_since(), roles)
        items = view.rulebook.phases[file.current.phase].gate
        aging = (at for one in items if (at := ages_at(view, one)))
        deadline = next((one for one in view.speaking if _is_the_step(one, view)), None)
        yield line.model_copy(update={"ends_at": min(aging, default=None)}), deadline

    def _held_since(self) -> datetime:
        view, entries = self.view, {one for standing in self.view.gate for one in standing.entries}
        expected = view.rulebook.phases[view.file.current.phase].expected
        if not view.gate and expected:
            return plus(self.entered.astimezone(view.zone), expected, exact=False).at
        return max((self.entered, *(earliest(view.file.entries[one].at, view.zone) for one in entries)))

    def _line(
        self, kind: Kind, subject: str, name: Names, since: datetime, roles: tuple[Role, ...]
    ) -> TaskLine:
        """It waits for those in charge, or for the roles that the rulebook names for it."""
        file = self.view.file
        return TaskLine(
            file=file.id,
            kind=kind,
            subject=subject,
            name_fr=name.fr,
            name_en=name.en,
            since=since,
            zone=self.view.zone.key,
            region=file.region,
            persons=file.managers if is_for_those_in_charge(roles) else (),
            roles=roles,
        )

    def _at(self, entry: int) -> datetime:
        return earliest(self.view.file.entries[entry].at, self.view.zone)


def ages_at(view: FileView[Cooperation], item: GateItem) -> datetime | None:
    """When the evaluation that meets an item becomes too old for it; None for items that do not age."""
    last = last_of(view.file, "EvaluationRecorded", view.zone)
    if last is None or not isinstance(item.needs, EvaluationRule):
        return None
    return plus(latest(last.at, view.zone).astimezone(view.zone), item.needs.not_older_than, exact=False).at


def _is_open(seen: ReviewSeen, question: Question) -> bool:
    return seen.question == question.review and seen.outcome is None


def _due_by_item(view: FileView[Cooperation]) -> Mapping[str, Deadline]:
    """The deadline of each item that has one: the soonest that it meets, so that nothing is listed twice."""
    phase = view.rulebook.phases[view.file.current.phase]
    found: dict[str, Deadline] = {}
    for one in view.speaking:
        rule = one.rule
        if not isinstance(rule, DeadlineRule):
            continue
        key = rule.until or rule.deliverable
        item = phase.item(key) if key else None
        if item and (rule.until or isinstance(item.needs, DeliverableRule)):
            found.setdefault(item.item, one)
    return found


def _is_the_step(deadline: Deadline, view: FileView[Cooperation]) -> bool:
    if deadline.after == GOING_ON:
        return True
    meeting = meeting_a_deadline(deadline.rule, view.file, view.rulebook)
    return meeting is not None and meeting.command is AdvancePhase
