"""The review room: the page of a review for one person, at the step that they have come to."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from language import Text
from queries.offers import Offer
from queries.room import Room, room_of
from queries.room_acts import leading_acts
from queries.visit import Visit, reached
from web.page import page
from web.pages.review_forms import ActForm, forms_of
from web.pages.review_told import telling
from web.visiting import Visiting
from wording.pages import forms as form_words
from wording.pages import review_room as words

router = APIRouter()


@dataclass(frozen=True, slots=True)
class StepShown:
    """One of the steps of a member, in their order."""

    name: Text
    done: bool
    current: bool


@router.get("/o/{organisation}/avis/{review}")
async def room(request: Request, visit: Visiting, review: str) -> Response:
    """What the person may see of it now."""
    async with reached():
        found = await room_of(visit, review, by_link=came_by_link(request))
    return await drawn(request, visit, found)


def came_by_link(request: Request) -> bool:
    """Whether whoever asks was let in to this review alone."""
    return bool(request.state.session.kind == "link")


async def drawn(
    request: Request,
    visit: Visit,
    found: Room,
    status: int = 200,
    *,
    given: ActForm | None = None,
    notice: Text | None = None,
) -> Response:
    """The room; ``given``: the form that was sent, as it came back."""
    acts: Sequence[Offer] = await leading_acts(visit, found.line.file) if found.leads else ()
    return page(
        request,
        "reviews/room.html",
        status,
        steps=steps_of(found),
        forms=await forms_of(request, visit, found, given),
        faulty=given.form if given and given.form.faulty else None,
        notice=notice,
        acts=acts,
        form_words=form_words,
        **telling(visit, found),
    )


def steps_of(room: Room) -> tuple[StepShown, ...]:
    """The steps of somebody who sits; none for others."""
    if room.seat is None or room.step not in ("interests", "opinion", "ended"):
        return ()
    given = room.opinion is not None and room.opinion.counts
    over = given or room.step == "ended"
    return (
        StepShown(words.INTERESTS, done=room.step != "interests", current=room.step == "interests"),
        StepShown(words.DOSSIER, done=over, current=False),  # whether it was read, nobody knows
        StepShown(words.OPINION, done=over, current=not over and room.step == "opinion"),
        StepShown(words.AFTER, done=False, current=over),
    )
