"""A rulebook checked at its lines, compared with the version in force, and published; what is typed is never lost."""

from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

import links
from application.rulebooks.parsing import LARGEST_RULEBOOK
from domain.kernel.ledger import LedgerUnavailable
from domain.organisation.commands import PublishRulebook
from domain.rulebook import Rulebook
from language import Text
from queries.forms.sending import send
from queries.programmes import needs_to_work_on_rules
from queries.publishing import Publishing, next_version_text, publishing
from queries.refused import Failure, FailureKind, out_of_reach
from queries.rehearsals import life_asked
from queries.visit import Visit
from web.forms.drafts import Drafting, keep_for_later
from web.forms.recorded import tell
from web.forms.seal import Seal, seal
from web.forms.sent import Sent
from web.page import found_at, page
from web.posted import Posted, belongs_to, read_form
from web.proving import must_prove, to_proof
from web.rehearsing.asked import Shown
from web.rehearsing.running import CameToNothing, TookTooLong, life_rehearsed
from web.site import site_of
from web.visiting import Visiting, visit_of
from wording.commands import COMMANDS
from wording.pages import forms as form_words
from wording.pages import publishing as words
from wording.pages import rehearsal as rehearsal_words
from wording.pages.forms import recorded_words

router = APIRouter()
_ADDRESS = "/o/{organisation}/programmes/verifier"
_COMMAND = PublishRulebook.__name__


@router.get(_ADDRESS)
async def form(request: Request, visit: Visiting, brouillon: str = "", depuis: str = "") -> Response:
    """Which rulebook; one that somebody left is read again, or begun from a version that there is (``depuis``)."""
    needs_to_work_on_rules(visit)
    draft = await Drafting(request, visit).find(brouillon, _COMMAND)
    if draft is None:
        begun = next_version_text(visit, depuis)
        sent = Sent(str(uuid4()), {"content": [begun]} if begun else {})
        return _drawn(request, visit, sent, notice=words.BEGUN if begun else None)
    sent = Sent(draft.command_id, draft.texts)
    read = await publishing(visit, _one(sent, "content"), _one(sent, "reason"), sent.command_id)
    return _drawn(request, visit, sent, read, notice=words.DRAFT)


@router.post(_ADDRESS)
async def check(request: Request, organisation: str) -> Response:
    """Say what is wrong with it, or what it changes; publish it when that is what was pressed."""
    posted = await read_form(request, with_files=True)
    try:
        if request.state.store_away:
            raise out_of_reach()
        if not belongs_to(request.state.session, posted):
            back = links.programmes(organisation, "verifier", brouillon=posted.one("command_id"))
            return await keep_for_later(request, organisation, _COMMAND, posted, back)
        visit = await visit_of(request, organisation)
        needs_to_work_on_rules(visit)
        return await _answered(request, visit, posted)
    except (LedgerUnavailable, Failure) as failure:
        if isinstance(failure, Failure) and failure.kind is not FailureKind.UNKNOWN:
            raise
        return _nobody_knows(request, organisation, posted)


async def _answered(request: Request, visit: Visit, posted: Posted) -> Response:
    text = await _text(posted)
    given = text if isinstance(text, str) else posted.one("content")
    sent = Sent(
        posted.one("command_id") or str(uuid4()), {"content": [given], "reason": [posted.one("reason")]}
    )
    if isinstance(text, Text):
        return _drawn(request, visit, sent, mistake=text, status=422)
    read = await publishing(visit, text, posted.one("reason").strip(), sent.command_id)
    if read.rulebook and posted.one("do") == "rehearse":
        shown, stopped = await _tried_out(visit, read.rulebook)
        return _drawn(
            request, visit, sent, read, shown=shown, mistake=stopped, status=503 if stopped else 200
        )
    if read.command is None or read.refusal or posted.one("do") != "record":
        return _drawn(request, visit, sent, read, status=200 if read.rulebook else 422)
    return await _published(request, visit, sent, read)


async def _published(request: Request, visit: Visit, sent: Sent, read: Publishing) -> Response:
    """Record it, with the password given again; the way back leads to the text as it was."""
    drafting = Drafting(request, visit)
    if must_prove(request, PublishRulebook):
        await drafting.keep(_COMMAND, sent)
        return to_proof(request, links.programmes(visit.organisation, "verifier", brouillon=sent.command_id))
    if read.command is None or read.rulebook is None:
        return _drawn(request, visit, sent, read, status=422)
    answer = await send(visit, [read.command])
    if answer.refusal is not None:
        refused = Publishing(read.faults, read.rulebook, read.in_force, read.changes, refusal=answer.refusal)
        return _drawn(request, visit, Sent(str(uuid4()), sent.texts), refused, status=409)
    await drafting.drop(sent.command_id)
    said = recorded_words(_COMMAND, answer.events[-1], repeated=answer.repeated)
    there = links.programme(visit.organisation, read.rulebook.id)
    return tell(found_at(request, there), site_of(request), said)


async def _tried_out(visit: Visit, rulebook: Rulebook) -> tuple[Shown | None, Text | None]:
    """A life as it should be, under rules that nobody published yet; or why it was not lived to its end."""
    try:
        content = await life_rehearsed(rulebook, life_asked(visit, rulebook, {}))
    except TookTooLong:
        return None, rehearsal_words.TOO_LONG
    except CameToNothing:
        return None, rehearsal_words.NOTHING_CAME
    return Shown.model_validate_json(content), None


async def _text(posted: Posted) -> str | Text:
    """The text of the chosen file, else what was pasted; or why there is none."""
    file = posted.files.get("file")
    if isinstance(file, UploadFile) and file.filename:
        content = await file.read(LARGEST_RULEBOOK + 1)
    else:
        content = posted.one("content").replace("\r\n", "\n").encode()
    if not 0 < len(content) <= LARGEST_RULEBOOK:
        return words.NOTHING_TO_CHECK
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return words.NO_TEXT


def _drawn(
    request: Request,
    visit: Visit,
    sent: Sent,
    read: Publishing | None = None,
    *,
    status: int = 200,
    **more: Shown | Text | None,
) -> Response:
    """``more``: a ``mistake`` or a ``notice``, and a life as it was ``shown``."""
    site = site_of(request)
    return page(
        request,
        "programmes/check.html",
        status,
        words=words,
        read=read,
        shown=more.get("shown"),
        rehearsal_words=rehearsal_words,
        mistakes=[one for one in read.faults if one.found.kind == "mistake"] if read else [],
        warnings=[one for one in read.faults if one.found.kind != "mistake"] if read else [],
        mistake=more.get("mistake"),
        notice=more.get("notice"),
        content=_one(sent, "content"),
        reason=_one(sent, "reason"),
        command_id=sent.command_id,
        seal=seal(site, Seal(visit.organisation, visit.person, _COMMAND, sent.command_id)),
    )


def _one(sent: Sent, name: str) -> str:
    return next(iter(sent.texts.get(name, ())), "")


def _nobody_knows(request: Request, organisation: str, posted: Posted) -> Response:
    """The store went away: the text is still there, to be sent again under the same id."""
    return page(
        request,
        "form/unknown.html",
        503,
        words=form_words,
        title=COMMANDS[_COMMAND],
        sent=[(name, text) for name, given in posted.texts.items() for text in given if name != "do"],
        written=[posted.one("content")],
        address=links.programmes(organisation, "verifier"),
        way=links.outcome(organisation, posted.one("command_id")),
    )
