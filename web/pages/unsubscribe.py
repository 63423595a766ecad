"""The way out of letters that nobody has to get (RFC 8058): looking changes nothing, a POST ends them at once.

Providers of mail post by themselves, from anywhere and with no session: the token alone says for whom.
"""

from typing import Annotated

from fastapi import APIRouter, Header, Request
from starlette.responses import PlainTextResponse, Response

from access.unsubscribing import Unwanted, unwanted_by
from language import say
from web.page import page
from web.posted import DoorPosting
from web.signing_in import NO_STORE
from web.site import site_of
from wording.pages import my_mail as words

router = APIRouter()
_UNSEEN = NO_STORE | {"Referrer-Policy": "no-referrer"}


@router.get("/desabonnement/{token}")
async def look(request: Request, token: str) -> Response:
    """Which letters it is about."""
    unwanted = unwanted_by(site_of(request).secret, token)
    return await _shown(request, unwanted, done=False)


@router.post("/desabonnement/{token}")
async def leave(
    request: Request, token: str, _posted: DoorPosting, accept: Annotated[str, Header()] = ""
) -> Response:
    """No more of them, from now on; a page to who looks, a line to a provider of mail."""
    site = site_of(request)
    unwanted = unwanted_by(site.secret, token)
    if unwanted is not None:
        preferences, whose = site.mail_preferences, (unwanted.organisation, unwanted.person)
        if unwanted.cooperation:
            await preferences.wish(*whose, unwanted.cooperation, "mute")
        else:
            await preferences.end_digest(*whose)
        if "text/html" not in accept:
            return PlainTextResponse(words.left(unwanted.cooperation), headers=_UNSEEN)
    return await _shown(request, unwanted, done=True)


async def _shown(request: Request, unwanted: Unwanted | None, *, done: bool) -> Response:
    title, said = words.OVER_TITLE, say(words.OVER)
    if unwanted is not None:
        people = await site_of(request).service.files.organisation(unwanted.organisation)
        about = words.about(people.name, unwanted.cooperation)
        title = words.LEFT_TITLE if done else words.LEAVE_TITLE
        said = words.left(unwanted.cooperation) if done else about
    answer = page(
        request,
        "access/unsubscribe.html",
        200 if unwanted else 404,
        words=words,
        title=title,
        said=said,
        asks=unwanted is not None and not done,
    )
    answer.headers.update(_UNSEEN)
    return answer
