"""Who has no hand in which request, kept for the lists of tasks: nobody is shown what they may not do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from domain.kernel.ids import funding_stream, review_stream
from domain.kernel.model import Model
from domain.kernel.moments import start_of
from domain.kernel.text import Bilingual
from domain.reminders.view import FileView
from domain.reviews.conflicts import Conflict, Reason, conflicts_of
from domain.reviews.state import Review
from eventstore.pool import Connection
from eventstore.queries import load_queries
from projections.model import per_file

_QUERIES = load_queries(Path(__file__).with_name("conflicts.sql"))

_WITH_REVIEWS = (review_stream(""), funding_stream(""))


class ConflictLine(Model):
    """Why somebody has no hand in a request, as a review tells, whose key is ``file``."""

    file: str
    request: str
    """The key of the funding that the review is about; of the review itself, where it is about none."""
    person: str
    reason: Reason
    ends_at: datetime | None
    """From when on it keeps nobody from anything; None if it does not end by itself."""
    question_fr: str
    question_en: str


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict, and what the review in which it came to light asks."""

    conflict: Conflict
    question: Bilingual


def _lines(view: FileView[Review]) -> Iterator[ConflictLine]:
    review, question = view.file, view.rulebook.question(view.file.question)
    found = {(one.person, one.reason): one for one in conflicts_of(review)}
    for one in found.values():
        yield ConflictLine(
            file=review.key,
            request=funding_stream(review.funding) if review.funding else review.key,
            person=one.person,
            reason=one.reason,
            ends_at=start_of(one.until + timedelta(days=1), view.zone) if one.until else None,
            question_fr=question.name.fr if question else review.question,
            question_en=question.name.en if question else review.question,
        )


CONFLICTS = per_file("conflicts", Review, ConflictLine, _QUERIES["forget"], _lines)


def closing(statement: str, at: str) -> str:
    """A statement under a scope in which ``:closed`` stands for the fundings that are closed to its reader.

    ``at`` is the parameter that says when (``$13``). The rule is ``closes_request`` of
    ``domain.reviews.reading``: a test holds the two together.
    """
    return statement.replace(":closed", _QUERIES["closed"].replace(":at", at))


async def conflicts_beside(
    connection: Connection, organisation: str, files: Iterable[str], now: datetime
) -> Mapping[str, tuple[Conflict, ...]]:
    """The same without what is asked, of those among some files that have reviews beside them."""
    beside = {one for one in files if one.startswith(_WITH_REVIEWS)}
    told = await read_conflicts(connection, organisation, beside, now) if beside else {}
    return {about: tuple(one.conflict for one in found) for about, found in told.items()}


async def read_conflicts(
    connection: Connection, organisation: str, files: Iterable[str], now: datetime
) -> Mapping[str, tuple[Told, ...]]:
    """The conflicts at ``now`` about the request that each of some reviews and fundings is, or is about, by its key."""
    found: dict[str, tuple[Told, ...]] = {}
    rows = await connection.fetch(_QUERIES["conflicts"], organisation, now, sorted(set(files)))
    for row in rows:
        conflict = Conflict(row["person"], row["reason"], row["file"])
        told = Told(conflict, (row["question_fr"], row["question_en"]))
        found[row["about"]] = (*found.get(row["about"], ()), told)
    return found
