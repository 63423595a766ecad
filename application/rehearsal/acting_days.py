"""When people do their part in reviews and fundings: before its deadline, else some time after it could be done."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Literal

from application.rehearsal import advising, funding_course
from application.rehearsal.diary import Diary
from application.rehearsal.paying import release
from application.rehearsal.todo import Deed, Todo
from application.rehearsal.world import World
from domain.fundings.state import Funding
from domain.reviews.state import Review

_AFTER = timedelta(days=14)
"""How long people take for what has no deadline."""


class Beside:
    """What is to be done in the files beside the cooperation.

    ``waits``: for a gate to be passed, or for the file to close; then people do not put things off.
    """

    def __init__(self) -> None:
        self._diary = Diary()
        self.waits: Literal["gate", "close"] | None = None

    def next(self, world: World) -> datetime | None:
        """When something is to be done next."""
        return min((self._at(one, world) for one in self._todos(world)), default=None)

    def act(self, world: World, accepted: Callable[[Deed], bool]) -> Iterator[Deed]:
        """What is to be done now, one after the other, each on what the one before has left."""
        while todo := next((one for one in self._todos(world) if self._at(one, world) <= world.now), None):
            self._diary.put_off(todo.key, world.now)
            if todo.patient and not accepted(todo.deeds[0]):
                continue
            self._diary.try_it(todo.key)
            yield from todo.deeds

    def _todos(self, world: World) -> Iterator[Todo]:
        found = (*self._of_reviews(world), *self._of_fundings(world))
        return (one for one in found if not self._diary.has_given_up(one.key))

    def _of_reviews(self, world: World) -> Iterator[Todo]:
        for review in world.all_of(Review):
            if review.status == "open":
                yield from advising.todos(review, world)

    def _of_fundings(self, world: World) -> Iterator[Todo]:
        for funding in world.all_of(Funding):
            yield from funding_course.todos(funding, world)
            if self.waits == "close" and funding.stage == "granted":
                yield from release(funding, funding_course.instrument_of(funding, world), world)

    def _at(self, todo: Todo, world: World) -> datetime:
        calendar, diary = world.rulebook_of(todo.file).calendar_of(todo.file.region), self._diary
        if todo.at_once or self._hurried(todo):
            at = diary.at_once(todo.key, calendar, world.now)
        elif deadline := todo.asked_by(world.deadlines_of(todo.file)):
            at = diary.before_due(todo.key, deadline, calendar, world.now)
        else:
            at = diary.after(todo.key, _AFTER, calendar, world.now)
        return max(world.now, at)

    def _hurried(self, todo: Todo) -> bool:
        if self.waits == "gate":
            asked = isinstance(todo.file, Funding) and todo.file.stage == "requested"
            return asked or isinstance(todo.file, Review)
        return self.waits == "close"
