"""Reading a document of a file: judged anew each time, and noted, whichever way it is asked for."""

from fastapi import Request

from queries.attachments import Document, document_of
from queries.visit import Visit, reached
from web.site import site_of


async def document_read(request: Request, visit: Visit, key: str, digest: str) -> Document:
    """A document of the file of a key, by its SHA-256 in hexadecimal digits. Raises Failure where it is not theirs."""
    async with reached():
        found = await document_of(visit, key, f"sha256:{digest}")
        await site_of(request).access.readings.note(
            visit.organisation, visit.person, "document", found.about.file
        )
    return found
