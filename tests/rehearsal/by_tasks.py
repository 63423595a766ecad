"""A life in which people only do what their tasks tell them to, by the commands that the tasks offer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from application.rehearsal.cast import founding
from application.rehearsal.requesting import request_for
from application.rehearsal.scenario_files import command_of
from application.rehearsal.service import Service
from application.rehearsal.stage import Stage
from application.rehearsal.world import World, by
from domain.acts.standings import acts_of
from domain.bank.state import Account
from domain.files.file import KeptFile
from domain.kernel.refusal import Refusal
from domain.people.now import RolesNow
from domain.registry.commands import AnyCommand
from domain.reminders.view import FileView
from domain.reviews.conflicts import conflicts_of
from domain.reviews.state import Review
from domain.tasks.addressees import Addressed, addressed_all
from domain.tasks.answers import answers_task
from domain.tasks.any_file import tasks_of
from domain.tasks.bank import tasks_of_account
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
PUT_OFF = frozenset(
    {"HoldBackAct", "ExtendDeadline", "ExtendReview", "ExtendFundingDeadline", "CancelReview"}
)
"""What tasks offer besides doing what is asked: nobody here puts off or takes back."""
AHEAD = frozenset({"coming", "to-announce", "announced", "due"})
"""States of acts that the service will do by itself."""

Incident = tuple[datetime, str, Mapping[str, Any]]
"""When, who, and which command."""
Ignores = Callable[[TaskLine, str], bool]
"""Whether somebody leaves a task alone."""


@dataclass
class TaskLife:
    """Lives from Monday to Monday: on each, everybody does what has waited for them a month, or is due within days.

    ``incidents`` are what tasks do not tell: day, who, command. ``still``: files in which nobody had anything to
    do, now or on a day that is known, nothing was awaited of others, and the service was not about to act.
    """

    stage: Stage
    ignores: Ignores
    incidents: list[Incident]
    world: World = field(init=False)
    still: list[tuple[datetime, str]] = field(default_factory=list)
    done: list[tuple[datetime, str, str]] = field(default_factory=list)
    """What people did: when, which command, of which kind of task."""

    def __post_init__(self) -> None:
        """Found the organisation."""
        self.world = World(self.stage.rulebooks, self.stage.rulebook, self.stage.beginning)
        self.service = Service(self.world, lambda _claim, _now: False)
        for command in founding(self.stage.cast, self.stage.beginning.date()):
            self.world.give(command)

    def live(self) -> None:
        """Until the cooperation is closed, or the horizon."""
        looks = self.stage.beginning
        while self.world.now <= self.stage.until and not (self.world.file and self.world.file.closed):
            self._happen()
            self.service.work()
            if self.world.now >= looks:
                looks += WEEK
                while self._somebody_does_something():
                    self.service.work()
            self._look()
            following = [looks, *(at for at, *_ in self.incidents[:1])]
            if due := self.service.next():
                following.append(due)
            self.world.now = max(min(following), self.world.now)

    def waiting(self) -> list[tuple[TaskLine, Addressed]]:
        """All that waits now, and for whom."""
        told: dict[str, list[Any]] = {}
        for review in self.world.all_of(Review):
            for file in (review.key, *([f"funding:{review.funding}"] if review.funding else [])):
                told.setdefault(file, []).extend(conflicts_of(review))
        lines = [line for view in self._views() for line in tasks_of(view)]
        for state in self.world.states.values():
            if isinstance(state, Account):
                lines += tasks_of_account(state, self.world.rulebook.zone_of(self.stage.region))
        now = self.world.now
        ready = [one for one in lines if one.since <= now and (one.ends_at is None or one.ends_at > now)]
        return addressed_all(ready, told, RolesNow(self.world.organisation, now))

    def _views(self) -> Iterator[FileView[KeptFile]]:
        for ruled in self.world.living():
            position = len(self.world.told)
            yield FileView(ruled.file, ruled.rulebook, position, self.world.now, ruled.organisation)

    def _happen(self) -> None:
        while self.incidents and self.incidents[0][0] <= self.world.now:
            _, who, fields = self.incidents.pop(0)
            answer = self.world.give(by(command_of(f"incident/{len(self.world.told)}", fields), who))
            assert not isinstance(answer, Refusal), (self.world.now, fields, answer)

    def _somebody_does_something(self) -> bool:
        views = {one.file.key: one for one in self._views()}
        for line, whom in self.waiting():
            if not self._is_pressing(line):
                continue
            for answer in answers_task(line, views.get(line.file)):
                if answer.name in PUT_OFF:
                    continue
                for person in whom.waits_for:
                    if not self.ignores(line, person) and self._gives(answer, person, line):
                        return True
        return False

    def _is_pressing(self, line: TaskLine) -> bool:
        due = line.due_on is not None and line.due_on <= (self.world.now + WEEK).date()
        return due or line.since + MONTH <= self.world.now

    def _gives(self, answer: Prefilled, person: str, line: TaskLine) -> bool:
        command = by(self._filled(answer), person)
        if self.world.first_who_may(command, [person]) is None:
            return False
        if isinstance(self.world.give(command), Refusal):
            return False
        self.done.append((self.world.now, answer.name, line.kind))
        return True

    def _filled(self, answer: Prefilled) -> AnyCommand:
        """With what nobody but its giver knows."""
        known: dict[str, Any] = {key: value for key, value in answer.fields.items() if "." not in key}
        if answer.name == "RequestFunding":
            instrument = self.world.rulebook.instrument(str(answer.fields["request.instrument"]))
            assert instrument
            zone = self.world.rulebook.zone_of(self.stage.region)
            known["request"] = request_for(instrument, self.world.now, zone)
        given = {"type": answer.name, **RESTS.get(answer.name, {}), **known}
        if answer.name == "ConfirmPayment":
            given |= {"executed_on": self.world.now.date(), "reference": f"BANQUE-{len(self.world.told)}"}
        return command_of(f"task/{len(self.world.told)}/{answer.name}", given)

    def _look(self) -> None:
        """Take down files in which nobody has anything to do, nor the service of which people know."""
        waited_for = {
            line.file
            for line, whom in self.waiting()
            if line.kind != "escalation" and (whom.waits_for or whom.undeclared)
        }
        cooperation = self.world.file
        for view in self._views():
            if cooperation and view.file.asleep and cooperation.key in waited_for:
                continue  # it wakes with its cooperation
            acts = acts_of(view.file, view.rulebook, self.world.now)
            lines = [one for one in tasks_of(view) if one.kind != "escalation"]
            known = any(one.since > self.world.now or one.kind == "awaited" for one in lines)
            if view.file.key in waited_for or known or any(one.state in AHEAD for one in acts):
                continue
            self.still.append((self.world.now, view.file.key))


RESTS: Mapping[str, Mapping[str, Any]] = {
    "CloseCooperation": {"outcome": "completed", "reason": "Tout est fait."},
    "DecideFunding": {"decision": "granted"},
    "DeclareInterests": {"conflict": False},
    "GiveOpinion": {"opinion": "favourable"},
    "PrepareAgreement": {
        "parties": [{"party": "rives", "name": "Rives"}, {"party": "nous", "name": "Nous"}],
        "since": "2027-01-01",
        "until": "2028-12-31",
    },
    "RecordContact": {"kind": "meeting"},
    "RecordEvaluation": {"grid": {"story": 3}},
    "SettleAbandonment": {"settlement": "refused", "reason": "La coopération continue."},
    "ResumeCooperation": {"reason": "La rentrée."},
}
"""What a giver adds to a command."""
