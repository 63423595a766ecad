"""Documents that come with a form: handed in at once, so that the form goes on with their digests."""

from collections.abc import Mapping

from starlette.datastructures import UploadFile

from language import Text
from queries.forms.about import About
from vault.media import LARGEST, AttachmentRefused
from web.site import Site
from wording.pages.forms import NOT_TAKEN


async def hand_in(
    site: Site, known: About, files: Mapping[str, UploadFile]
) -> tuple[dict[str, str], dict[str, Text]]:
    """The digests of the documents by field, and why some are not taken."""
    digests: dict[str, str] = {}
    mistakes: dict[str, Text] = {}
    subject = known.subject
    for name, file in files.items():
        content = await file.read(LARGEST + 1)
        if not file.filename or subject is None:
            continue
        try:
            digests[name] = await site.service.attachments.deposit(
                known.visit.organisation,
                subject.key,
                file.filename,
                content,
                by=known.visit.person,
                at=known.visit.now,
            )
        except AttachmentRefused as refused:
            mistakes[name] = NOT_TAKEN[refused.reason]
    return digests, mistakes
