"""The lives of files as Temporal's lists show them, in words: what is in trouble, what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from application.ports import ShownLife
from domain.files.file import KeptFile
from domain.kernel.ids import stream_of
from language import Text
from queries.visit import Visit, reached
from wording.naming import Naming
from wording.standing import place_words, trouble_words


@dataclass(frozen=True, slots=True)
class LifeLine:
    """A file by its key, where it is, what it waits for until when, and why it does not go on by itself."""

    file: str
    place: Text
    awaits: Text | None
    due: date | None
    trouble: Text | None


async def named_lives(visit: Visit, lives: Sequence[ShownLife]) -> Sequence[LifeLine]:
    """The same with the names of the rulebooks that the files run under. Raises Failure."""
    async with reached():
        states = await visit.states([stream_of(one.file) for one in lives])
    return [_line(visit, one, states[stream_of(one.file)]) for one in lives]


def _line(visit: Visit, life: ShownLife, state: object) -> LifeLine:
    rulebook = visit.rulebook(state.rulebook) if isinstance(state, KeptFile) else None
    naming = Naming(rulebook)
    return LifeLine(
        file=life.file,
        place=Text(*place_words(life.place)),
        awaits=Text(*naming.said("deadline", life.awaits)) if life.awaits else None,
        due=life.due,
        trouble=Text(*trouble_words(life.trouble)) if life.trouble else None,
    )
