"""Nobody in a conflict has a hand in a request: which reviews tell, and what is said to whoever has one."""

from collections.abc import Iterable, Iterator, Mapping

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.files.setting import Setting, State
from domain.kernel.ids import cooperation_stream, review_stream
from domain.kernel.moments import day_of
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.conflicts import Conflict, conflict_of
from domain.reviews.state import Review
from domain.reviews.subject import Subject

_CODES = {"recused": "has_conflict", "asked": "has_asked", "undeclared": "has_not_declared"}


def streams_of_request(file: State, states: Mapping[str, State]) -> Iterator[str]:
    """What judging conflicts about a file rests on: its cooperation, and every review of the same request, as known."""
    funding = _funding(file)
    if funding is None or not isinstance(file, Review | Subject):
        return
    stream = cooperation_stream(file.cooperation)
    yield stream
    cooperation = states.get(stream)
    if isinstance(cooperation, Cooperation):
        yield from reviews_of_request(funding, cooperation)


def reviews_of_request(funding: str, cooperation: Cooperation) -> Iterator[str]:
    """The streams of all reviews about a funding or an amendment of it, ended ones too."""
    for key, seen in cooperation.reviews.items():
        if seen.funding == funding:
            yield review_stream(key)


def reviews_about(file: State | KeptFile, setting: Setting) -> tuple[Review, ...]:
    """The reviews of the request that a file is, or is about, as far as they were read; else a review alone."""
    funding = _funding(file)
    if funding is None:
        return (file,) if isinstance(file, Review) else ()
    read = (one for one in setting.beside.values() if isinstance(one, Review) and one.funding == funding)
    found = {one.id: one for one in read}
    if isinstance(file, Review):
        found.setdefault(file.id, file)
    return tuple(found.values())


def conflict_about(
    person: str, file: State | KeptFile, setting: Setting, *, judging: bool = True
) -> Conflict | None:
    """Why somebody has no hand in a review or a funding now; None if nothing speaks against it."""
    region = file.region if isinstance(file, KeptFile) else None
    today = day_of(setting.now, setting.zone_of(region) if region else setting.organisation.zone_of(None))
    return conflict_of(setting.organisation, person, reviews_about(file, setting), today, judging=judging)


def unless_clear(
    person: str,
    file: State,
    setting: Setting,
    *,
    judging: bool = True,
    but: Iterable[str] = (),
) -> Refusal | None:
    """The same as a refusal; reasons named in ``but`` do not count."""
    found = conflict_about(person, file, setting, judging=judging)
    if found is None or found.reason in but:
        return None
    return refuse(_CODES[found.reason], review=found.review)


def _funding(file: State | KeptFile) -> str | None:
    match file:
        case Subject(id=key):
            return key
        case Review(funding=key):
            return key
    return None
