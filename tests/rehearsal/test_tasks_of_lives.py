"""The lives of all programmes, looked at after everything that happens: whoever a task waits for may do it."""

from collections.abc import Iterator
from typing import Any, cast

import pytest

from application.rehearsal.life import Life
from domain.acts.standings import acts_ahead
from domain.decide.access import may
from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.people.now import RolesNow
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.reminders.view import FileView
from domain.reviews.conflicts import conflicts_of
from domain.reviews.readiness import conclusion_prospect
from domain.reviews.state import Review
from domain.tasks.addressees import addressed, stands
from domain.tasks.answers import answers_task
from domain.tasks.any_file import tasks_of
from domain.tasks.prefilled import Prefilled
from domain.tasks.task import TaskLine
from tests.rehearsal.staging import SHIPPED, stage_of

PROGRAMMES = sorted(SHIPPED.programmes(Organisation()))
OTHERS = ("forgotten", "pause", "back", "handover")
ELSEWHERE = frozenset({"escalation", "awaited"})
"""Kinds that tell of what is done by others."""


class Watched(Life):
    """A life that is looked at after each thing that happens in it."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.wrong: list[str] = []
        give = self.world.give

        def looked_at(command: AnyCommand) -> tuple[Recorded, ...] | Refusal:
            happened = give(command)
            if not isinstance(happened, Refusal):
                self.wrong += self._seen_wrong()
            return happened

        self.world.give = looked_at  # type: ignore[method-assign]

    def _seen_wrong(self) -> Iterator[str]:
        files = [one for one in self.world.states.values() if isinstance(one, KeptFile) and one.begun]
        roles = RolesNow(self.world.organisation, self.world.now)
        somebody = False
        for file in files:
            view = FileView(file, self.world.rulebook_of(file), 1, self.world.now)
            for line in tasks_of(view):
                if line.kind in ELSEWHERE or not stands(line, roles):
                    continue
                whom = addressed(line, self._conflicts(line), roles)
                somebody = somebody or bool(whom.waits_for or whom.undeclared)
                if line.since <= self.world.now and not whom.stranded:
                    yield from self._refused(line, view, whom.waits_for)
        of = self.world.file
        if of and of.begun and not (somebody or of.ended or self._concludes()):
            yield f"{self.world.now:%Y-%m-%d} {of.current.phase}: nobody has anything to do"

    def _concludes(self) -> bool:
        """Whether the service is about to do something: an act, or to conclude a review by its panel's rule."""
        files = [one for one in self.world.states.values() if isinstance(one, KeptFile) and one.begun]
        if any(list(acts_ahead(one, self.world.rulebook_of(one), self.world.now)) for one in files):
            return True
        reviews = (one for one in self.world.states.values() if isinstance(one, Review))
        people, rules = self.world.organisation, self.world.rulebook_of
        return any(conclusion_prospect(one, rules(one), people) is not None for one in reviews)

    def _refused(self, line: TaskLine, view: FileView[KeptFile], people: tuple[str, ...]) -> Iterator[str]:
        setting = Setting(self.world.organisation, view.rulebook, self.world.now, beside=self.world.states)
        for answer in answers_task(line, view):
            for person in people:
                command = _as_known(answer, person)
                subject = self.world.states.get(command.stream)
                if refusal := may(command, subject, setting):
                    yield f"{self.world.now:%Y-%m-%d} {line.file} {line.kind} {line.subject}: {refusal.code}"

    def _conflicts(self, line: TaskLine) -> Any:
        about = line.file.partition(":")[2]
        reviews = (one for one in self.world.states.values() if isinstance(one, Review))
        told = (one for one in reviews if about in (one.id, one.funding))
        return tuple(conflict for one in told for conflict in conflicts_of(one))


def _as_known(answer: Prefilled, person: str) -> AnyCommand:
    known: dict[str, Any] = {"outcome": "favourable", **answer.fields, "actor": person, "command_id": "c"}
    fields = {key: value for key, value in known.items() if key in answer.command.model_fields}
    return cast("AnyCommand", answer.command.model_construct(**fields))


LIVES = (
    *((programme, "nominal") for programme in PROGRAMMES),
    *((programme, other) for programme in ("tec", "macif-ordinary-support") for other in OTHERS),
)


@pytest.mark.parametrize(("programme", "scenario"), LIVES)
def test_at_every_moment_somebody_has_something_to_do_that_they_may_do(programme: str, scenario: str) -> None:
    """Until the cooperation is closed, in the life of each programme that ships, and where it goes another way."""
    rulebook = SHIPPED.current(Organisation(), programme)
    assert rulebook
    life = Watched(stage_of(rulebook, scenario))
    life.live()
    assert not life.wrong
