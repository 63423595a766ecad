"""The dossier before a panel as one of its readers sees it: what changed, note, documents, sheet, request."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.cooperations.state import Cooperation, Stakeholder
from domain.fundings.request import FundingRequest
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream, funding_stream
from domain.kernel.prose import Prose
from domain.kernel.values import Territory
from domain.registry.codec import decode_all
from domain.registry.folding import next_state
from domain.reviews.events import ReviewOpened
from domain.reviews.proposal import Proposal
from domain.reviews.state import Review
from domain.rulebook import Names
from queries.attachments import documents_before
from queries.review_told import VersionTold
from queries.services import Attachment
from queries.visit import Visit


@dataclass(frozen=True, slots=True)
class DocumentBefore:
    """A document before the panel; nothing is known of one that was erased, or that only a digest was given of."""

    digest: str
    about: Attachment | None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the dossier, since when it lies there."""

    number: int
    at: str
    note: Prose | None
    answers: Mapping[str, Prose]
    """To the points of the review that this one resubmits."""
    documents: tuple[DocumentBefore, ...]
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new in the last version, seen from an earlier one."""

    since: Version
    versions: tuple[Version, ...]
    """Those that came after it, the last one last."""

    @property
    def added(self) -> tuple[DocumentBefore, ...]:
        """Documents that were not there then."""
        return _without(self.versions[-1], self.since)

    @property
    def removed(self) -> tuple[DocumentBefore, ...]:
        """Documents that were there then and are no longer."""
        return _without(self.since, self.versions[-1])

    @property
    def proposes_otherwise(self) -> bool:
        """Whether the panel is asked to grant something else."""
        return self.since.proposal != self.versions[-1].proposal


@dataclass(frozen=True, slots=True)
class SheetBefore:
    """What any reader of a dossier sees of its cooperation: nothing private, and nobody named but the collective."""

    name: str
    territory: Territory
    object: str
    cooperation_type: str
    economic_model: str
    origin: str
    phase: Names | None
    stakeholders: tuple[Stakeholder, ...]


@dataclass(frozen=True, slots=True)
class DossierShown:
    """The last version, what changed since the reader looked, and what it is about as that stood then."""

    version: Version
    earlier: tuple[Version, ...]
    changes: Changes | None
    sheet: SheetBefore | None
    request: FundingRequest | None
    """What is asked for; None where it is not about money."""


async def dossier_shown(
    visit: Visit, review: Review, told: Sequence[VersionTold], seen: int | None
) -> DossierShown:
    """A dossier that the person may read, whose versions were told; ``seen``: that on which they gave an opinion."""
    known = await documents_before(visit, review)
    versions = [_version(one, known) for one in told]
    last = versions[-1]
    since = seen or max(last.number - 1, 1)
    newer = tuple(one for one in versions if one.number > since)
    before = next((one for one in versions if one.number == since), None)
    funding = await _as_it_rests(visit, review, funding_stream(review.funding) if review.funding else None)
    stream = cooperation_stream(review.cooperation)
    about = await _as_it_rests(visit, review, stream) if funding is None else await _now(visit, stream)
    return DossierShown(
        version=last,
        earlier=tuple(versions[:-1]),
        changes=Changes(before, newer) if before and newer else None,
        sheet=_sheet(visit, about) if isinstance(about, Cooperation) else None,
        request=funding.request if isinstance(funding, Funding) else None,
    )


def _version(told: VersionTold, known: Mapping[str, Attachment]) -> Version:
    event = told.event
    return Version(
        told.number,
        told.at,
        event.note,
        event.answers if isinstance(event, ReviewOpened) else {},
        tuple(DocumentBefore(one, known.get(one)) for one in event.documents),
        event.proposal,
    )


def _without(version: Version, other: Version) -> tuple[DocumentBefore, ...]:
    there = {one.digest for one in other.documents}
    return tuple(one for one in version.documents if one.digest not in there)


async def _as_it_rests(visit: Visit, review: Review, stream: str | None) -> object:
    """What the last version is about, as it stood at the entry on which that rests."""
    if stream is None:
        return None
    stored = await visit.service.ledger.read_streams(visit.organisation, {stream: 0})
    entries = decode_all(stored.get(stream, ()))
    return next_state(stream, None, [one for one in entries if one.entry <= review.dossier.rests_on])


async def _now(visit: Visit, stream: str) -> object:
    return (await visit.states([stream])).get(stream)


def _sheet(visit: Visit, file: Cooperation) -> SheetBefore:
    rulebook = visit.rulebook(file.rulebook)
    phase = rulebook.phases.get(file.current.phase) if rulebook else None
    return SheetBefore(
        name=file.name,
        territory=file.territory,
        object=file.object,
        cooperation_type=file.cooperation_type,
        economic_model=file.economic_model,
        origin=file.origin,
        phase=phase.name if phase else None,
        stakeholders=tuple(stakeholders_of(file)),
    )


def stakeholders_of(file: Cooperation) -> Iterator[Stakeholder]:
    """The members of a collective at present."""
    return (one for one in file.stakeholders.values() if not one.retired)
