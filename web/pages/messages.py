"""Letters about the files that somebody reads: which there are, and one with what became of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links
import links.deposits
from domain.files.file import KeptFile
from domain.kernel.ids import ORGANISATION_STREAM, naming
from domain.kernel.moments import day_of
from domain.reminders.names import clock_name
from language import Text, text_of
from mail.messages import Letter, LetterCursor
from queries.lists import Part
from queries.messages import (
    TO_SETTLE,
    count_to_settle,
    letters_asked,
    list_messages,
    message_in_full,
)
from queries.offers import Offer, offer_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.letters_about import letters_about
from web.page import page
from web.visiting import Visiting
from wording.codes import CODES, code_words
from wording.pages import messages as words
from wording.pages.came_back import in_short, remedy
from wording.values import word

router = APIRouter()
_AT_ONCE = 50
_HIDDEN = (f"{links.door('')}…", f"{links.deposits.by_link('')}…")
"""What stands for a link in a text."""
_SETTLE = "SettleDelivery"


@router.get("/o/{organisation}/courrier")
async def messages(
    request: Request, visit: Visiting, apres: Annotated[list[str] | None, Query()] = None
) -> Response:
    """The newest first, in parts: of one file, in one state, to somebody; what is to be settled above."""
    asked = letters_asked(request.query_params)
    found = await list_messages(visit, asked, Part(_after(apres or []), _AT_ONCE))
    counts = await count_to_settle(visit)
    async with reached():
        about = await letters_about(visit, {one.file for one in found.rows})
        everybody = await visit.names() if visit.scope.member else found.names
    narrowed = {"dossier": asked.file, "etat": "".join(asked.states), "personne": asked.recipient}
    following = [found.after.created_at.isoformat(), found.after.id] if found.after else []
    return page(
        request,
        "messages/list.html",
        words=words,
        rows=found.rows,
        about=about,
        asked=narrowed,
        counts=[(state, number) for state in TO_SETTLE if (number := counts.get(state, 0))],
        states=[(one, Text(*said)) for one, said in CODES["delivery"].items()],
        people=sorted(
            ((one, Text(name, name)) for one, name in everybody.items()), key=lambda one: one[1].fr
        ),
        day=lambda at: day_of(at, visit.zone),
        person=lambda one: words.recipient(one, found.names),
        state=_in_short,
        following=links.messages(visit.organisation, **narrowed, apres=following) if following else None,
    )


@router.get("/o/{organisation}/courrier/{message}")
async def message(request: Request, visit: Visiting, message: str) -> Response:
    """To whom it went, when, what became of it, its text; what may be decided about it."""
    found = await message_in_full(visit, message)
    letter = found.letter
    async with reached():
        names = await visit.names({letter.recipient})
        about = await letters_about(visit, {letter.file})
        offers = await _settling(visit, letter)
        file = await visit.looked_up(letter.file) if letter.file != ORGANISATION_STREAM else None
    return page(
        request,
        "messages/message.html",
        words=words,
        letter=letter,
        text=found.text,
        links_hidden=any(one in (found.text or "") for one in _HIDDEN),
        offers=offers,
        why=_why(visit, letter, file),
        entry=file.messages[letter.id].entry if file and letter.id in file.messages else None,
        recipient=words.recipient(letter.recipient, names),
        deposits=links.deposits.of_file(visit.organisation, letter.file)
        if letter.purpose == "deposit"
        else None,
        recipient_has_page=visit.scope.member and letter.recipient in visit.people.people,
        remedy=remedy(letter.reason, letter.purpose) if letter.state == "failed" else "",
        about=about[letter.file],
        has_page=letter.file != ORGANISATION_STREAM,
        day=lambda at: day_of(at, visit.zone),
    )


def _in_short(letter: Letter) -> str:
    """What became of it: why it came back, if it did."""
    came_back = in_short(letter.reason) if letter.state == "failed" else ""
    return came_back or word(letter.state, "delivery")


def _after(place: list[str]) -> LetterCursor | None:
    """Where the part begins. Raises NoSuchPage for what is no place."""
    if not place:
        return None
    try:
        at, key = place
        return LetterCursor(datetime.fromisoformat(at), key.replace("\0", ""))
    except ValueError:
        raise NoSuchPage from None


async def _settling(visit: Visit, letter: Letter) -> Sequence[tuple[Text, Offer]]:
    """What may be decided about it, each by its button; nothing where nothing is to be said."""
    if letter.state not in TO_SETTLE or letter.purpose != "reminder":
        return ()
    named = {kind: str(key) for kind, key in naming(letter.file).items()} | {"message": letter.id}
    tried = [
        (said, await offer_of(visit, letter.file, _SETTLE, {**named, "decision": decision}))
        for decision, said in words.DECISIONS.items()
    ]
    return [(said, one) for said, one in tried if one]


def _why(visit: Visit, letter: Letter, file: KeptFile | None) -> str:
    """Why it went: which deadline or news, on which rung of its ladder."""
    known = file.messages.get(letter.id) if file else None
    if file is None or known is None:
        return ""
    name = clock_name(letter.occurrence, visit.rulebook(file.rulebook))
    rung = code_words(known.rung, "rung")
    return words.why(text_of(name) if name else None, Text(*rung) if rung else None)
