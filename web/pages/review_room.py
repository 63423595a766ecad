"""The review room: the page of a review for one person, at the step that they have come to."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from language import Text
from queries.room import Room, room_of
from queries.visit import reached
from web.page import page
from web.pages.review_told import telling
from web.visiting import Visiting
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
        found = await room_of(visit, review)
    return page(request, "reviews/room.html", steps=steps_of(found), **telling(visit, found))


def steps_of(room: Room) -> tuple[StepShown, ...]:
    """The steps of somebody who sits; none for others."""
    if room.seat is None or room.step not in ("interests", "opinion", "ended"):
        return ()
    given = room.opinion is not None and room.opinion.counts
    reached_now = 0 if room.step == "interests" else 3 if room.step == "ended" or given else 2
    names = (words.INTERESTS, words.DOSSIER, words.OPINION, words.AFTER)
    return tuple(
        StepShown(one, done=number < reached_now, current=number == reached_now)
        for number, one in enumerate(names)
    )
