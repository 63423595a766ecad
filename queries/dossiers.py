"""Reviews that a person may look up, and whether what is put before the panel may be shown to them."""

from collections.abc import Iterable, Sequence

from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.kernel.moments import day_of
from domain.people.identity import one_of
from domain.reviews.panel import capacity
from domain.reviews.reading import closes_request, kept_out, may_read_dossier
from domain.reviews.state import Review
from language import Text
from queries.refused import Failure, FailureKind
from queries.visit import Visit
from wording.punctuation import quoted

NOT_YET = Text(
    "Déclarez d’abord vos intérêts : le dossier se lit ensuite.",
    "Declare your interests first: the dossier can be read then.",
)
NEVER = Text(
    "Vous avez déclaré un conflit d’intérêts : le dossier ne vous est pas montré.",
    "You have a conflict of interest: the dossier is not shown to you.",
)
GONE = Text(
    "Vous ne siégez plus dans cette instance : le dossier ne vous est plus montré.",
    "You no longer sit on this panel: its dossier is no longer shown to you.",
)


async def review_of(visit: Visit, name: str) -> Review:
    """A review that the person may look up: they may read its cooperation, or are on its panel. Raises Failure."""
    key = review_stream(name.removeprefix(review_stream("")))
    review = await visit.looked_up(key)
    if isinstance(review, Review) and visit.scope.reads(review):
        return review
    raise Failure(
        FailureKind.REFUSED,
        "not-readable",
        Text(
            f"Aucun avis {quoted(name).fr} que vous puissiez lire.", f"No review {quoted(name).en} to read."
        ),
        Text(
            "`escale reviews --all` montre ceux que vous pouvez lire.",
            "`escale reviews --all` shows those that you may read.",
        ),
    )


async def closed_to(visit: Visit, review: Review) -> Text | None:
    """Why the dossier of a review is not shown to the person; None if it is."""
    return _closed_because(visit, review, await _of_its_cooperation(visit, review))


def _closed_because(visit: Visit, review: Review, beside: Sequence[Review]) -> Text | None:
    """The same, given the reviews of its cooperation."""
    if may_read_dossier(review, visit.person, visit.people, visit.now, beside, visit.deciding):
        return None
    if one_of(visit.people, visit.person, kept_out(review, beside)):
        return NEVER
    return (
        NOT_YET
        if capacity(review, visit.person, day_of(visit.now, visit.people.zone_of(review.region)))
        else GONE
    )


async def closed_files(visit: Visit, cooperation: Cooperation) -> dict[str, Text]:
    """The reviews and fundings of a cooperation, by key, whose dossiers are not shown to the person, and why."""
    return closed_among(visit, await _reviews(visit, cooperation.reviews))


def closed_among(visit: Visit, reviews: Iterable[Review]) -> dict[str, Text]:
    """The same, given the reviews of the cooperation."""
    found: dict[str, Text] = {}
    beside = list(reviews)
    for review in beside:
        if reason := _closed_because(visit, review, beside):
            found[review.key] = reason
    for funding in {one.funding for one in beside if one.funding}:
        about = [one for one in beside if one.funding == funding]
        if why := closes_request(visit.people, visit.person, about, visit.now):
            found[funding_stream(funding)] = NEVER if why == "recused" else NOT_YET
    return found


async def why_closed(visit: Visit, file: KeptFile) -> Text | None:
    """Why a funding is closed to the person; None of one that is not, and of other files, which no conflict closes."""
    if not isinstance(file, Funding):
        return None
    stream = cooperation_stream(file.cooperation)
    cooperation = (await visit.states([stream]))[stream]
    closed = await closed_files(visit, cooperation) if isinstance(cooperation, Cooperation) else {}
    return closed.get(file.key)


async def opened(visit: Visit, key: str) -> KeptFile:
    """A file that the person may read in full, and that no conflict of interest closes to them. Raises Failure."""
    file = await visit.kept(key)
    if reason := await why_closed(visit, file):
        raise dossier_closed(reason)
    return file


def dossier_closed(reason: Text) -> Failure:
    """What is said of a funding that is closed to the person, and why it is."""
    return Failure(
        FailureKind.REFUSED,
        "dossier-closed",
        Text(
            "Une instance où vous siégez est saisie de ce financement, ou l’a été.",
            "A panel on which you sit is or was asked about this funding.",
        ),
        reason,
    )


async def closed_documents(visit: Visit, cooperation: Cooperation) -> frozenset[str]:
    """The digests of all that was put before panels of a cooperation and is not shown to the person."""
    reviews = await _reviews(visit, cooperation.reviews)
    closed = (one for one in reviews if _closed_because(visit, one, reviews))
    return frozenset(digest for one in closed for version in one.dossiers for digest in version.documents)


async def _of_its_cooperation(visit: Visit, review: Review) -> Sequence[Review]:
    """The reviews of its cooperation, where others may be about the same request."""
    if review.funding is None:
        return ()
    cooperation = await visit.cooperation(review.cooperation)
    return await _reviews(visit, cooperation.reviews) if cooperation else ()


async def _reviews(visit: Visit, names: Iterable[str]) -> list[Review]:
    streams = [review_stream(one) for one in names]
    states = await visit.states(streams)
    return [one for one in states.values() if isinstance(one, Review)]
