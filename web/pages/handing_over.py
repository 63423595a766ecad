"""Handing over all that somebody has: from whom to whom, what stands in the way of each thing, what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import links.organisation
from domain.cooperations.state import Cooperation
from domain.files.file import KeptFile
from domain.kernel.ids import stream_of
from domain.kernel.values import Role
from domain.reviews.state import Review
from language import Text, say
from queries.handing_over import (
    HandOver,
    Item,
    foreseen,
    known_people,
    roles_of,
    tried,
    what_is_theirs,
)
from queries.reserved import needs_one_of
from queries.visit import Visit, reached
from web.entries import file_named
from web.forms.bulk import HAND_OVER, Attempt, found_job, go_on, job_named, jobs_of
from web.page import found_at, page
from web.posted import Posted, Posting
from web.visiting import Visiting
from wording import headings
from wording.pages import handing_over as words
from wording.regions import region_words
from wording.roles import ROLES
from workspace.jobs import Job, Outcome

router = APIRouter()
_ADMINISTRATORS = (Role.ADMINISTRATOR,)
_FIELDS = ("from", "to", "reason", "roles")
From = Annotated[str, Query(alias="de", max_length=40)]
To = Annotated[str, Query(alias="a", max_length=40)]


@dataclass(frozen=True, slots=True)
class ItemShown:
    """Something of theirs by its name, what it is, and where it is seen; ``why``: what stands in its way."""

    name: str
    kind: str
    address: str | None
    why: Text | None = None


@router.get("/o/{organisation}/personnes/passation")
async def ask(request: Request, visit: Visiting, from_person: From = "", to_person: To = "") -> Response:
    """From whom, to whom, why."""
    needs_one_of(visit, _ADMINISTRATORS)
    return await _form(request, visit, {"from": from_person, "to": to_person}, {})


@router.post("/o/{organisation}/personnes/passation")
async def sent(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Check it, for each thing; then do it."""
    needs_one_of(visit, _ADMINISTRATORS)
    values = {name: posted.one(name).strip() for name in _FIELDS}
    wrong = _faults(visit, values)
    if wrong or posted.one("do") == "edit":
        return await _form(request, visit, values, wrong)
    if posted.one("do") == "record":
        return await _begun(request, visit, values, posted)
    return await _checked(request, visit, values)


@router.get("/o/{organisation}/personnes/passation/{job}")
async def progress(request: Request, visit: Visiting, job: str) -> Response:
    """What came of each thing so far."""
    found = await found_job(request, visit, job, (HAND_OVER,))
    hand_over = _of(found.job, _first(found.typed))
    names = await _names(visit)
    return page(
        request,
        "people/handed_over.html",
        words=words,
        job=found,
        summary=words.from_to(names[hand_over.from_person], names[hand_over.to_person]),
        shown={one.file: await _named(visit, one.file) for one in found.items},
    )


@router.post("/o/{organisation}/personnes/passation/{job}")
async def resume(request: Request, visit: Visiting, posted: Posting, job: str) -> Response:
    """Go on where it stopped."""
    del posted
    found = await found_job(request, visit, job, (HAND_OVER,))
    await go_on(visit, jobs_of(request), found, _attempt(request, visit, found))
    return found_at(request, links.organisation.hand_over(visit.organisation, job))


async def _begun(request: Request, visit: Visit, values: Mapping[str, str], posted: Posted) -> Response:
    """Write the job down, then begin; sent twice, it is one job."""
    jobs, key = jobs_of(request), job_named(posted)
    hand_over = _of(key, values)
    theirs = await what_is_theirs(visit, hand_over.from_person)
    ending = roles_of(visit, hand_over.from_person) if hand_over.ends_roles else ()
    typed = {name: [value] for name, value in values.items()}
    items = [one.key for one in (*theirs, *ending)]
    async with reached():
        await jobs.make(visit.organisation, visit.person, key, HAND_OVER, typed, items)
    found = await found_job(request, visit, key, (HAND_OVER,))
    await go_on(visit, jobs, found, _attempt(request, visit, found))
    return found_at(request, links.organisation.hand_over(visit.organisation, key))


def _attempt(request: Request, visit: Visit, job: Job) -> Attempt:
    """Handing one thing over; roles end when nothing that came before them was refused, or left."""
    hand_over, jobs = _of(job.job, _first(job.typed)), jobs_of(request)

    async def all_gone() -> bool:
        now = await jobs.find(visit.organisation, visit.person, job.job)
        return now is not None and now.number("refused") == 0

    async def attempt(key: str) -> tuple[Outcome, Text | None]:
        return await tried(visit, hand_over, key, all_gone)

    return attempt


async def _checked(request: Request, visit: Visit, values: Mapping[str, str]) -> Response:
    """All that is theirs, each with what stands in its way."""
    hand_over = _of(str(uuid4()), values)
    theirs = await what_is_theirs(visit, hand_over.from_person)
    ending = roles_of(visit, hand_over.from_person) if hand_over.ends_roles else ()
    found = await foreseen(visit, hand_over, (*theirs, *ending))
    names = await _names(visit)
    return page(
        request,
        "people/hand_over_check.html",
        words=words,
        values=values,
        job=hand_over.job,
        summary=words.from_to(names[hand_over.from_person], names[hand_over.to_person]),
        counted=words.counted([one.kind for one in theirs]),
        shown=[_shown(visit, one.item, one.why) for one in found],
        possible=sum(one.why is None for one in found),
    )


async def _form(
    request: Request, visit: Visit, values: Mapping[str, str], wrong: Mapping[str, Text]
) -> Response:
    names = await _names(visit)
    people = sorted(((one, names[one]) for one in known_people(visit)), key=lambda one: one[1].casefold())
    return page(
        request,
        "people/hand_over.html",
        422 if wrong else 200,
        words=words,
        people=people,
        values={name: values.get(name, "") for name in _FIELDS},
        wrong=wrong,
    )


def _faults(visit: Visit, values: Mapping[str, str]) -> dict[str, Text]:
    """What is wrong, by field, in their order."""
    whom = (("from", words.FROM_LACKING), ("to", words.TO_LACKING))
    wrong = {name: sentence for name, sentence in whom if values[name] not in visit.people.people}
    if not wrong and values["from"] == values["to"]:
        wrong["to"] = words.THE_SAME
    if not values["reason"]:
        wrong["reason"] = words.REASON_LACKING
    return wrong


def _of(job: str, values: Mapping[str, str]) -> HandOver:
    return HandOver(job, values["from"], values["to"], values["reason"], bool(values["roles"]))


def _first(typed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {name: (typed.get(name) or [""])[0] for name in _FIELDS}


async def _names(visit: Visit) -> Mapping[str, str]:
    async with reached():
        names = await visit.names()
    return {one: names.get(one) or say(headings.ERASED) for one in visit.people.people}


async def _named(visit: Visit, key: str) -> ItemShown:
    """An item of a job, by its key."""
    if ":" in key and not key.startswith("review:"):
        return _shown(visit, Item(key, "role"), None)
    async with reached():
        found = (await visit.states([stream_of(key)]))[stream_of(key)]
    file = found if isinstance(found, KeptFile) else None
    return _shown(visit, Item(key, "opinion" if isinstance(file, Review) else "file", file), None)


def _shown(visit: Visit, item: Item, why: Text | None) -> ItemShown:
    kind = say(words.KINDS[item.kind])
    if item.file is None:
        grant = visit.people.grants[item.grant]
        where = region_words(grant.region, visit.people.regions) if grant.region else words.EVERYWHERE
        return ItemShown(f"{say(ROLES[grant.role])} ({say(where)})", kind, None, why)
    name = item.file.name if isinstance(item.file, Cooperation) else file_named(visit, item.file)
    if isinstance(item.file, Review):
        name = f"{name}, {item.file.name}"
    return ItemShown(name, kind, links.file(visit.organisation, item.key), why)
