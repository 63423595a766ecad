"""What waits in a file of any kind."""

from collections.abc import Iterator
from typing import cast

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.reminders.view import FileView
from domain.reviews.state import Review
from domain.tasks.acts import asking_for_help, roles_to_give
from domain.tasks.answers import answers_task
from domain.tasks.cooperations import tasks_of_cooperation
from domain.tasks.files import messages_in_doubt
from domain.tasks.fundings import tasks_of_funding
from domain.tasks.reviews import tasks_of_review
from domain.tasks.task import TaskLine


def tasks_of(view: FileView[KeptFile]) -> Iterator[TaskLine]:
    """What waits in a file, messages in doubt last, each with the commands that answer it."""
    for line in _lines(view):
        offers = tuple(one.offered for one in answers_task(line, view))
        yield line.model_copy(update={"offers": offers})


def _lines(view: FileView[KeptFile]) -> Iterator[TaskLine]:
    match view.file:
        case Cooperation():
            yield from tasks_of_cooperation(cast("FileView[Cooperation]", view))
        case Review():
            yield from tasks_of_review(cast("FileView[Review]", view))
        case Funding():
            yield from tasks_of_funding(cast("FileView[Funding]", view))
    yield from asking_for_help(view)
    yield from roles_to_give(view)
    yield from messages_in_doubt(view)
