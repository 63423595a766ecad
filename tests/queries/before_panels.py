"""The house of the story, in which the jury is shown a second version of the dossier of Noailles, with a document."""

from tests.application.house import House, command
from tests.queries.documents import MemoryAttachments
from tests.queries.house import story_house
from tests.support.imported import person_of
from tests.vault.documents import PDF

NOUR, SWANN = person_of("nour"), person_of("swann")
"""In charge in Provence, where the review is, and in Hauts-de-France."""
CHARLIE, ANDREA = person_of("charlie"), person_of("andrea")
"""Of the jury that is asked: Charlie has declared interests and given an opinion on version 1; Andréa neither."""
REVIEW = "noailles-avis"


async def revised_house() -> tuple[House, MemoryAttachments, str]:
    """The house, the documents, and the digest of the one before the panel."""
    house, documents = await story_house(), MemoryAttachments()
    digest = documents.hand_in(f"review:{REVIEW}", "portrait.pdf", PDF, NOUR)
    fields = {"documents": [digest], "note": "Un collectif d’habitants s’est formé (inventé)."}
    await house.recorded(command("ReviseDossier", "revised", NOUR, review=REVIEW, **fields))
    return house, documents, digest
