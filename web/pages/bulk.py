"""One act for several files: what it is to be, what it would come to, doing it, and what came of it."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from domain.kernel.command import Command
from queries.bulk import BULK_COMMANDS, Meant, chosen, foreseen, of_file, tried
from queries.forms.about import about
from queries.forms.building import form_about
from queries.forms.course import commands_with_forms
from queries.forms.reading import tidied
from queries.forms.refusing import mistakes_of_whole
from queries.forms.shape import shapes_of
from queries.visit import Visit, reached
from web.failures import NoSuchPage
from web.forms.bulk import Attempt, found_job, go_on, job_named, jobs_of
from web.forms.sent import Sent, sent_with
from web.page import found_at, page
from web.posted import Posted, Posting
from web.visiting import Visiting
from wording.commands import COMMANDS
from wording.pages import bulk as words
from wording.pages import forms as form_words
from workspace.jobs import Job

router = APIRouter()
_CARRIED = frozenset({"file", "all", "command", "job", "cooperation"})
"""What the form of a job carries besides the fields of its command."""


@router.get("/o/{organisation}/lots")
async def choose(request: Request, visit: Visiting) -> Response:
    """Which act, then its form; for the files that the address names."""
    asked = request.query_params
    meant = await chosen(visit, asked.getlist("file"), asked.get("all", ""))
    name = asked.get("command", "")
    if not meant or not name:
        return page(
            request,
            "bulk/choose.html",
            words=words,
            meant=meant,
            everything=asked.get("all", ""),
            acts=[(one, COMMANDS[one]) for one in BULK_COMMANDS],
        )
    wanted = _wanted(name)
    known: dict[str, Sequence[str]] = {
        one: asked.getlist(one) for one in asked if one in wanted.model_fields and one not in _CARRIED
    }
    return await _form(request, visit, wanted, meant, asked.get("all", ""), Sent("", known))


@router.post("/o/{organisation}/lots")
async def sent(request: Request, visit: Visiting, posted: Posting) -> Response:
    """From the list: to the choice of an act. From the form: check it, for each file; then do it."""
    files, everything = posted.all("file"), posted.one("all")
    if not posted.one("command"):
        return found_at(
            request, links.bulk(visit.organisation, file=[] if everything else list(files), all=everything)
        )
    wanted = _wanted(posted.one("command"))
    form = sent_with(posted, wanted)
    form.texts = {name: given for name, given in form.texts.items() if name not in _CARRIED}
    meant = await chosen(visit, files, everything)
    if not meant:
        return found_at(request, links.bulk(visit.organisation))
    if not form.records:
        return await _form(request, visit, wanted, meant, everything, form)
    form.texts = tidied(shapes_of(wanted), form.texts)
    if form.pressed == "record" and posted.one("job"):
        return await _begun(request, visit, wanted, meant, form, posted)
    return await _checked(request, visit, wanted, meant, everything, form)


@router.get("/o/{organisation}/lots/{job}")
async def progress(request: Request, visit: Visiting, job: str) -> Response:
    """What came of each file so far."""
    found = await found_job(request, visit, job, BULK_COMMANDS)
    meant = {one.file: one.name for one in await chosen(visit, [one.file for one in found.items], "")}
    return page(request, "bulk/job.html", words=words, job=found, names=meant, title=COMMANDS[found.command])


@router.post("/o/{organisation}/lots/{job}")
async def resume(request: Request, visit: Visiting, posted: Posting, job: str) -> Response:
    """Go on where it stopped."""
    del posted
    found = await found_job(request, visit, job, BULK_COMMANDS)
    await go_on(visit, jobs_of(request), found, _attempt(visit, found, _wanted(found.command)))
    return found_at(request, links.job(visit.organisation, job))


async def _begun(
    request: Request, visit: Visit, wanted: type[Command], meant: Sequence[Meant], form: Sent, posted: Posted
) -> Response:
    """Write the job down, then begin; sent twice, it is one job."""
    jobs, key = jobs_of(request), job_named(posted)
    files = [one.file for one in meant]
    async with reached():
        await jobs.make(visit.organisation, visit.person, key, wanted.__name__, form.texts, files)
    found = await found_job(request, visit, key, BULK_COMMANDS)
    await go_on(visit, jobs, found, _attempt(visit, found, wanted))
    return found_at(request, links.job(visit.organisation, key))


def _attempt(visit: Visit, job: Job, command: type[Command]) -> Attempt:
    """Giving the command of a file."""
    return lambda file: tried(visit, command, job.typed, job.job, file)


async def _form(
    request: Request,
    visit: Visit,
    wanted: type[Command],
    meant: Sequence[Meant],
    everything: str,
    form: Sent,
    mistakes: Any = None,
) -> Response:
    """The form of the command, as it is for the first of the files."""
    known = await about(visit, wanted, {**form.texts, "cooperation": [meant[0].file]})
    drawn = await form_about(known, mistakes) if mistakes else await form_about(known)
    if mistakes:
        drawn = mistakes_of_whole(drawn, mistakes)
    return page(
        request,
        "bulk/form.html",
        422 if mistakes else 200,
        words=words,
        form_words=form_words,
        form=drawn,
        meant=meant,
        everything=everything,
        fields=[one for one in drawn.fields if one.name != "cooperation"],
    )


async def _checked(
    request: Request,
    visit: Visit,
    wanted: type[Command],
    meant: Sequence[Meant],
    everything: str,
    form: Sent,
) -> Response:
    """For which files it would be recorded, for which not and why; from here on the files are settled."""
    key = str(uuid4())
    _, made = await of_file(visit, wanted, form.texts, key, meant[0].file)
    if made.mistakes:
        return await _form(request, visit, wanted, meant, everything, form, made.mistakes)
    found = await foreseen(visit, wanted, form.texts, key, meant)
    return page(
        request,
        "bulk/check.html",
        words=words,
        title=COMMANDS[wanted.__name__],
        command=wanted.__name__,
        texts=form.texts,
        job=key,
        possible=[one for one in found if one.why is None],
        others=[one for one in found if one.why is not None],
    )


def _wanted(name: str) -> type[Command]:
    """A command that may be given for several files. Raises NoSuchPage."""
    if name not in BULK_COMMANDS:
        raise NoSuchPage
    return commands_with_forms()[name]
