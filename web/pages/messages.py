"""Letters about the files that somebody reads: which there are, and one with what became of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links
from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM, naming, stream_of
from domain.kernel.moments import day_of
from language import say
from mail.messages import Letter, LetterCursor
from queries.lists import Part
from queries.messages import list_messages, message_in_full
from queries.offers import Offer, offer_of
from queries.visit import Visit, reached
from web.entries import file_named
from web.failures import NoSuchPage
from web.page import page
from web.visiting import Visiting
from wording.commands import COMMANDS
from wording.details import called
from wording.pages import messages as words
from wording.values import word

router = APIRouter()
_AT_ONCE = 50
_HIDDEN = f"{links.door('')}…"
"""What stands for a link in a text."""
_SETTLE = "SettleDelivery"
_TO_SETTLE = ("unknown", "failed")


@router.get("/o/{organisation}/courrier")
async def messages(
    request: Request, visit: Visiting, dossier: str = "", apres: Annotated[list[str] | None, Query()] = None
) -> Response:
    """The newest first, in parts; of one file, if it is asked for."""
    found = await list_messages(visit, dossier, Part(_after(apres or []), _AT_ONCE))
    async with reached():
        about = await _about(visit, {one.file for one in found.rows})
    following = [found.after.created_at.isoformat(), found.after.id] if found.after else []
    return page(
        request,
        "messages/list.html",
        words=words,
        rows=found.rows,
        about=about,
        day=lambda at: day_of(at, visit.zone),
        person=lambda one: called(one, found.names),
        state=lambda one: word(one.state, "delivery"),
        dossier=dossier,
        following=links.messages(visit.organisation, dossier=dossier, apres=following) if following else None,
    )


@router.get("/o/{organisation}/courrier/{message}")
async def message(request: Request, visit: Visiting, message: str) -> Response:
    """To whom it went, when, what became of it, its text; what may be decided about it."""
    found = await message_in_full(visit, message)
    letter = found.letter
    async with reached():
        names = await visit.names({letter.recipient})
        about = await _about(visit, {letter.file})
        offer = await _settling(visit, letter)
    return page(
        request,
        "messages/message.html",
        words=words,
        letter=letter,
        text=found.text,
        links_hidden=bool(found.text and _HIDDEN in found.text),
        offer=offer,
        act=say(COMMANDS[_SETTLE]),
        recipient=called(letter.recipient, names),
        about=about[letter.file],
        has_page=letter.file != ORGANISATION_STREAM,
        day=lambda at: day_of(at, visit.zone),
    )


def _after(place: list[str]) -> LetterCursor | None:
    """Where the part begins. Raises NoSuchPage for what is no place."""
    if not place:
        return None
    try:
        at, key = place
        return LetterCursor(datetime.fromisoformat(at), key.replace("\0", ""))
    except ValueError:
        raise NoSuchPage from None


async def _settling(visit: Visit, letter: Letter) -> Offer | None:
    """Whether the person may say what becomes of it; None where nothing is to be said."""
    if letter.state not in _TO_SETTLE or letter.file == ORGANISATION_STREAM:
        return None
    named = {kind: str(key) for kind, key in naming(letter.file).items()}
    return await offer_of(visit, letter.file, _SETTLE, {**named, "message": letter.id})


async def _about(visit: Visit, keys: set[str]) -> Mapping[str, str]:
    """What letters are about, by the keys of their files."""
    streams = {key: stream_of(key) for key in keys if key != ORGANISATION_STREAM}
    states = await visit.states(streams.values()) if streams else {}
    found = {key: states.get(stream) for key, stream in streams.items()}
    said = {key: file_named(visit, one) if isinstance(one, KeptFile) else key for key, one in found.items()}
    return {ORGANISATION_STREAM: say(words.THE_ORGANISATION), **said}
