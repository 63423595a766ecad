"""A file as it stands, with what stands beside it: all that it takes to ask what waits there, and who may do it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from domain.bank.state import Account
from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.moments import PARIS
from domain.reminders.view import FileView
from domain.reviews.conflicts import Conflict, conflicts_of
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from domain.tasks.any_file import tasks_of
from domain.tasks.bank import tasks_of_account
from domain.tasks.task import TaskLine
from tests.domain.kit import NOW, STREAM, Given, state_of
from tests.domain.vocabulary import BEGUN


@dataclass(frozen=True)
class Scene:
    """What happened in a stream, by which rules, and in others that are read with it."""

    stream: str
    given: Given
    rulebook: Rulebook
    beside: Mapping[str, Given] = field(default_factory=dict)

    @cached_property
    def states(self) -> Mapping[str, State]:
        """What was read: the stream itself, its cooperation, and what stands beside it."""
        streams = {STREAM: BEGUN, **self.beside, self.stream: self.given}
        return {stream: state_of(stream, *given) for stream, given in streams.items()}

    @cached_property
    def view(self) -> FileView[KeptFile] | None:
        """The file as tasks are found in it; None for bank details."""
        state = self.states[self.stream]
        return FileView(state, self.rulebook, 9, NOW) if isinstance(state, KeptFile) else None

    def lines(self) -> Iterator[TaskLine]:
        """All that waits in it."""
        state = self.states[self.stream]
        if self.view:
            yield from tasks_of(self.view)
        elif isinstance(state, Account):
            yield from tasks_of_account(state, PARIS)

    def conflicts(self) -> tuple[Conflict, ...]:
        """What the reviews of the request tell, as read models keep it."""
        reviews = [one for one in self.states.values() if isinstance(one, Review)]
        told = (one for review in reviews for one in conflicts_of(review))
        return tuple(one for one in told if one.until is None or one.until >= NOW.date())
