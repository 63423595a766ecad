"""A cooperation on paper: by a template of its rulebook, or whole; what is public, or all that its reader may see."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from exports.document_text import markdown
from language import say
from queries.as_of import Then
from queries.document import document_of
from queries.visit import reached
from web.documents import blocks
from web.pages.cooperation_head import file_page, head_of, position_of
from web.visiting import Visiting
from wording.pages import document as words

router = APIRouter()


@router.get("/o/{organisation}/dossiers/{key}/document")
async def document(
    request: Request,
    visit: Visiting,
    key: str,
    modele: str = "",
    au: str = "",
    public: str = "",
) -> Response:
    """As a page, and for print."""
    async with reached():
        present = await visit.file(key)
        found = await document_of(visit, key, modele, au, public=bool(public))
        position = await position_of(visit)
    return file_page(
        request,
        visit,
        "cooperation/document.html",
        head_of(visit, present, Then(au), "document"),
        position,
        words=words,
        blocks=blocks(markdown(found)),
        templates=[
            ("", say(words.EVERYTHING)),
            *((one.document, say(one.name)) for one in found.rulebook.documents),
        ],
        chosen=modele,
        public=bool(public),
    )
