"""Documents of a file, for who may read it: judged anew each time, by the rules that open the file and its dossiers.

Whoever knows a digest knows nothing yet: a document is read as part of the file that it was handed in for, and one that
lies before a panel as part of that panel's dossier.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.cooperations.state import Cooperation
from domain.files.related import RelatedFile
from domain.kernel.ids import funding_stream, review_stream
from domain.kernel.prose import Altered
from domain.reviews.state import Review
from language import Text
from queries.dossiers import closed_documents, closed_files, closed_to, review_of
from queries.refused import Failure, FailureKind
from queries.services import Attachment
from queries.visit import Visit, no_such_file

_REVIEW = review_stream("")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the person may read, with its bytes."""

    about: Attachment
    content: bytes


async def document_of(visit: Visit, key: str, digest: str) -> Document:
    """A document of a file by the file's key, of a review from its dossier. Raises Failure if it is not theirs to read.

    One that was erased, or never handed in, is not told from one that is not theirs; an altered one is said to be so.
    """
    files = (
        await _in_dossier(visit, key, digest)
        if key.startswith(_REVIEW)
        else await _in_file(visit, key, digest)
    )
    known = await visit.service.attachments.about(visit.organisation, files, [digest])
    content = await visit.service.attachments.content(visit.organisation, digest) if known else None
    if content is None:
        raise no_such_file(digest)
    if isinstance(content, Altered):
        raise _altered()
    return Document(known[0], content)


async def documents_before(visit: Visit, review: Review) -> Mapping[str, Attachment]:
    """What is known of the documents of all versions of a dossier that the person may read, by digest."""
    digests = {one for version in review.dossiers for one in version.documents}
    if not digests:
        return {}
    found = await visit.service.attachments.about(visit.organisation, _files_of(review), digests)
    return {one.digest: one for one in reversed(found)}


async def _in_dossier(visit: Visit, key: str, digest: str) -> tuple[str, ...]:
    """The files that a document of a dossier may have been handed in for."""
    review = await review_of(visit, key)
    named = any(digest in version.documents for version in review.dossiers)
    if not named or await closed_to(visit, review):
        raise no_such_file(digest)
    return _files_of(review)


async def _in_file(visit: Visit, key: str, digest: str) -> tuple[str, ...]:
    """The file itself, unless the document, or all of the file, lies before a panel that closes it to the person."""
    file = await visit.kept(key)
    name = file.cooperation if isinstance(file, RelatedFile) else key
    cooperation = await visit.cooperation(name)
    if isinstance(cooperation, Cooperation) and (
        key in await closed_files(visit, cooperation) or digest in await closed_documents(visit, cooperation)
    ):
        raise no_such_file(digest)
    return (key,)


def _files_of(review: Review) -> tuple[str, ...]:
    """What a form that puts a dossier before a panel may be opened on."""
    about = (funding_stream(review.funding),) if review.funding else ()
    return (review.key, review.cooperation, *about)


def _altered() -> Failure:
    return Failure(
        FailureKind.REFUSED,
        "altered",
        Text(
            "Ce document n’est plus celui qui a été déposé\u00a0: il n’est pas montré.",
            "This document is no longer the one that was handed in: it is not shown.",
        ),
        Text(
            "Prévenez l’administration\u202f; déposez-le à nouveau si vous l’avez.",
            "Tell your administrators; hand it in again if you have it.",
        ),
    )
