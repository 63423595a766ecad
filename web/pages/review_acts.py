"""What people do in the review room: read and recorded as any form is, and drawn in the room again."""

from datetime import datetime
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.command import Command
from domain.kernel.ids import review_stream
from language import Text
from queries.forms.about import About, about
from queries.forms.building import form_about
from queries.forms.form import Form
from queries.forms.made import command_of
from queries.forms.reading import tidied
from queries.forms.refusing import mistakes_of_whole, refused_form
from queries.forms.sending import noted, send
from queries.forms.shape import shapes_of
from queries.refused import Failure, FailureKind
from queries.room import Room, room_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.forms.drafts import Drafting, keep_for_later
from web.forms.recorded import tell
from web.forms.sent import Sent, sent_with
from web.page import found_at, page
from web.pages.review_forms import ACTS, act_form, settled_in
from web.pages.review_room import came_by_link, drawn
from web.posted import Posted, belongs_to, read_form
from web.site import site_of
from web.visiting import visit_of
from wording.pages import forms as form_words
from wording.pages.forms import recorded_words

router = APIRouter()


@router.post("/o/{organisation}/avis/{review}/faire/{command}")
async def posted(request: Request, organisation: str, review: str, command: str) -> Response:
    """Keep, go on, or record; what is written is never lost, whoever is still signed in."""
    if command not in ACTS:
        raise NoSuchPage
    form = await read_form(request)
    if not belongs_to(request.state.session, form):
        room = links.file(organisation, review_stream(review))
        return await keep_for_later(request, organisation, command, form, room)
    visit = await visit_of(request, organisation)
    async with reached():
        found = await room_of(visit, review, by_link=came_by_link(request))
    return await _answered(request, visit, found, ACTS[command], form)


async def _answered(
    request: Request, visit: Visit, room: Room, command: type[Command], form: Posted
) -> Response:
    sent = sent_with(form, command)
    sent.texts = settled_in(room, command, sent.texts)
    if sent.pressed == "draft":
        kept_at = await Drafting(request, visit).keep(command.__name__, sent)
        drawn_form = await form_about(await about(visit, command, sent.texts))
        return await _again(
            request, visit, room, drawn_form, sent, notice=form_words.DRAFT_KEPT, kept_at=kept_at
        )
    if sent.records:
        sent.texts = tidied(shapes_of(command), sent.texts)
    known = await about(visit, command, sent.texts)
    drawn_form = await form_about(known)
    if not sent.records or drawn_form.asks_first:
        return await _again(request, visit, room, drawn_form, sent)
    return await _tried(request, known, room, sent)


async def _tried(request: Request, known: About, room: Room, sent: Sent) -> Response:
    made = await command_of(known, sent.command_id)
    visit = known.visit
    if made.mistakes:
        wrong = mistakes_of_whole(await form_about(known, made.mistakes), made.mistakes)
        return await _again(request, visit, room, wrong, sent, 422)
    try:
        answer = await send(visit, made.commands)
    except Failure as failure:
        if failure.kind is not FailureKind.UNKNOWN:
            raise
        return await _nobody_knows(request, known, room, sent)
    if answer.refusal is not None:
        renewed = Sent(str(uuid4()), sent.texts)
        return await _again(request, visit, room, await refused_form(known, answer.refusal), renewed, 409)
    await Drafting(request, visit).drop(sent.command_id)
    there = await noted(visit, sent.command_id)
    said = recorded_words(known.command.__name__, there.event if there else "", repeated=answer.repeated)
    return tell(found_at(request, links.file(visit.organisation, room.line.file)), site_of(request), said)


async def _nobody_knows(request: Request, known: About, room: Room, sent: Sent) -> Response:
    """The store is away: what was written is still there, to be sent again under the same id."""
    act = act_form(request, known.visit, room, await form_about(known), sent)
    return page(
        request,
        "form/unknown.html",
        503,
        words=form_words,
        form=act.form,
        hidden=act.hidden,
        address=act.address,
    )


async def _again(  # noqa: PLR0913 - a form that came back, and how
    request: Request,
    visit: Visit,
    room: Room,
    form: Form,
    sent: Sent,
    status: int = 200,
    *,
    notice: Text | None = None,
    kept_at: datetime | None = None,
) -> Response:
    """The room as it stands, with the form as it was sent."""
    given = act_form(request, visit, room, form, sent, kept_at, given=True)
    return await drawn(request, visit, room, status, given=given, notice=notice)
