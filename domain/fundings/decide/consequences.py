"""What others hear of a funding: its cooperation how it stands, the panels asked about it that nothing is asked now."""

from collections.abc import Iterable, Iterator
from typing import Literal

from domain.cooperations.events.told import FundingAnswered, ReviewAnswered
from domain.cooperations.state import Cooperation
from domain.files.events import CooperationHeard, SilenceCounted
from domain.files.setting import Happening, Setting
from domain.fundings.state import Funding, Stage
from domain.kernel.ids import cooperation_stream, review_stream
from domain.reviews.events import DossierRevised, ReviewCancelled
from domain.reviews.state import Review
from domain.reviews.subject import subject_hears


def answered(funding: Funding, stage: Stage, at: str, amount_cents: int | None = None) -> Happening:
    """In the cooperation: where its funding stands now."""
    event = FundingAnswered(
        funding=funding.id, instrument=funding.instrument, stage=stage, amount_cents=amount_cents
    )
    return Happening(cooperation_stream(funding.cooperation), event, at)


def heard_again(funding: Funding, setting: Setting, at: str) -> Iterator[Happening]:
    """Where it was closed and is open again: how its cooperation stands, which nobody told it since."""
    cooperation = (
        setting.read(Cooperation, cooperation_stream, funding.cooperation)
        if funding.stage == "closed"
        else None
    )
    if cooperation:
        heard = CooperationHeard(status=cooperation.status, managers=cooperation.managers)
        yield Happening(funding.key, heard, at)


def told_again(funding: Funding, at: str) -> Iterator[Happening]:
    """In the cooperation: a funding that was closed is open again."""
    if funding.stage == "closed":
        yield answered(funding, "granted", at, funding.amount_cents)


def review_streams(funding: Funding, cooperation: Cooperation | None) -> Iterator[str]:
    """The streams of the open reviews about a funding or an amendment of it."""
    for key, seen in cooperation.reviews.items() if cooperation else ():
        if seen.funding == funding.id and seen.outcome is None:
            yield review_stream(key)


def open_reviews(funding: Funding, amendment: str | None, setting: Setting) -> Iterator[Review]:
    """The open reviews about the request, or about one of its amendments."""
    cooperation = setting.read(Cooperation, cooperation_stream, funding.cooperation)
    for stream in review_streams(funding, cooperation):
        review = setting.beside.get(stream)
        if isinstance(review, Review) and review.amendment == amendment:
            yield review


def falls(
    review: Review, cause: Literal["decided", "closed", "went-back"], setting: Setting, at: str
) -> Iterator[Happening]:
    """The panel is asked no more: in the review, in its cooperation, and in the funding that it is about."""
    yield Happening(review.key, ReviewCancelled(cause=cause, reason=None), at)
    cancelled = ReviewAnswered(review=review.id, question=review.question, outcome="cancelled")
    yield Happening(cooperation_stream(review.cooperation), cancelled, at)
    yield from subject_hears(review, "cancelled", setting, at)


def reviews_fall(
    funding: Funding,
    setting: Setting,
    at: str,
    *,
    amendment: str | None = None,
    cause: Literal["decided", "closed"] = "decided",
) -> Iterator[Happening]:
    """Nobody asks a panel any more: it was decided, or is asked for no more."""
    for review in open_reviews(funding, amendment, setting):
        yield from falls(review, cause, setting, at)


def dossiers_revised(funding: Funding, setting: Setting, at: str, rests_on: int) -> Iterator[Happening]:
    """The panels asked have a new version before them, which rests on the funding's entry ``rests_on``."""
    for review in open_reviews(funding, None, setting):
        revised = DossierRevised(
            dossier=review.dossier.number + 1,
            documents=review.dossier.documents,
            rests_on=rests_on,
            note=None,
        )
        yield Happening(review.key, revised, at)


def streams_of_silence(funding: Funding, setting: Setting) -> Iterator[str]:
    """The streams that hear of silence about a request, as far as is known."""
    yield cooperation_stream(funding.cooperation)
    yield from review_streams(funding, setting.read(Cooperation, cooperation_stream, funding.cooperation))


def told_of_silence(
    funding: Funding, own: Iterable[Happening], setting: Setting, at: str
) -> Iterator[Happening]:
    """What silence about a request means for others: it counted as a refusal."""
    refused = (one.event for one in own if isinstance(one.event, SilenceCounted))
    if funding.stage == "requested" and any(one.counts_as == "refused" for one in refused):
        yield answered(funding, "refused", at)
        yield from reviews_fall(funding, setting, at)
