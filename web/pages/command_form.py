"""The form of any command: shown, continued, checked, recorded."""

from dataclasses import replace
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
from application.commands.answer import RefusalAnswer
from domain.kernel.command import Command
from domain.kernel.ledger import LedgerUnavailable
from domain.registry.commands import AnyCommand
from language import text_of
from queries.forms.about import About, about
from queries.forms.building import form_about
from queries.forms.course import FROM_FILES, commands_with_forms
from queries.forms.following import following
from queries.forms.form import Form
from queries.forms.judged import judged
from queries.forms.made import command_of
from queries.forms.money_foreseen import balances_of_decision
from queries.forms.parts import part_of, parts_of
from queries.forms.present import as_it_stands
from queries.forms.reading import tidied
from queries.forms.refusing import mistakes_of_whole, refused_form
from queries.forms.sending import noted, send
from queries.forms.shape import shapes_of
from queries.forms.task_list import mistakes_so_far, mistakes_within
from queries.forms.worded import entry_of
from queries.refused import Failure, FailureKind, out_of_reach
from queries.visit import Visit
from web.account_letters import welcoming
from web.failures import NoSuchPage
from web.forms.amendments import changes_shown
from web.forms.deposits import hand_in
from web.forms.drafts import Drafting, keep_for_later
from web.forms.drawing import drawn
from web.forms.in_parts import field_addresses, list_drawn, part_drawn, parts_to_read, refused_at, to_list
from web.forms.recorded import tell
from web.forms.sent import BUTTON, HIDDEN, Sent, kept, sent_with
from web.page import found_at, page
from web.posted import Posted, belongs_to, read_form
from web.proving import must_prove, to_proof
from web.security.seals import BACK_TO, sealed, way_back
from web.site import site_of
from web.visiting import Visiting, visit_of
from wording.commands import COMMANDS
from wording.pages import forms as words
from wording.pages.forms import recorded_words

router = APIRouter()
_ADDRESS = "/o/{organisation}/faire/{command}"
_CHANGED = "changed_since"
"""The code of what others did meanwhile."""
_PASSED_BY = frozenset({"retour", "brouillon", "partie", "revoir"})


@router.get(_ADDRESS)
async def shown(request: Request, visit: Visiting, command: str) -> Response:
    """The form, with what its address says already, or as somebody left it."""
    wanted = _wanted(command)
    drafting = Drafting(request, visit)
    draft = await drafting.find(request.query_params.get("brouillon", ""), command)
    asked = request.query_params
    names = {one.name for one in shapes_of(wanted)}
    texts = (
        draft.texts
        if draft
        else {
            name: asked.getlist(name)
            for name in asked
            if name.partition(".")[0] in names and name not in _PASSED_BY
        }
    )
    known = await about(visit, wanted, texts)
    if draft is None:
        known = replace(known, texts={**as_it_stands(known), **texts})
    sent = Sent(draft.command_id if draft else str(uuid4()), dict(known.texts), back=_came_from(request))
    notice = words.DRAFT_FOUND if draft else None
    kept_on = draft.kept_at if draft else None
    form = await form_about(known)
    if parts_of(wanted) and not form.asks_first:
        return await _part_or_list(request, known, sent, kept=draft is not None)
    balances = await balances_of_decision(known)
    return drawn(request, known, form, sent, notice=notice, kept_at=kept_on, balances=balances)


async def _part_or_list(request: Request, known: About, sent: Sent, *, kept: bool) -> Response:
    """Of a long form, the part that is asked for, with what is wrong in it where one comes to mend it; or the list."""
    part = part_of(known.command, request.query_params.get("partie", ""))
    if part is None:
        return await list_drawn(request, known, sent, kept=kept)
    mending = "revoir" in request.query_params
    wrong = await mistakes_so_far(known, sent.command_id) if mending else {}
    return await part_drawn(request, known, part, sent, kept=kept, mistakes=wrong)


@router.post(_ADDRESS)
async def posted(request: Request, organisation: str, command: str) -> Response:
    """Go on, check or record; what is written is never lost, whoever is still signed in."""
    wanted = _wanted(command)
    form = await read_form(request, with_files=True)
    try:
        if request.state.store_away:
            raise out_of_reach()
        if not belongs_to(request.state.session, form):
            return await keep_for_later(request, organisation, command, form)
        visit = await visit_of(request, organisation)
        return await _answered(request, visit, wanted, form)
    except (LedgerUnavailable, Failure) as failure:
        if isinstance(failure, Failure) and failure.kind is not FailureKind.UNKNOWN:
            raise
        return _nobody_knows(request, organisation, command, form)


async def _answered(request: Request, visit: Visit, wanted: type[Command], form: Posted) -> Response:
    sent = sent_with(form, wanted)
    drafting = Drafting(request, visit)
    sent.texts = await drafting.written(wanted, sent)
    known = await about(visit, wanted, sent.texts)
    if sent.pressed == "judge":
        return await _judged(request, known, sent)
    digests, untaken = await hand_in(site_of(request), known, form.files)
    for name, digest in digests.items():
        sent.texts[name] = [*sent.texts.get(name, ()), digest]
    if sent.records or (sent.part and sent.pressed == "continue"):
        sent.texts = tidied(shapes_of(wanted), sent.texts)
    known = replace(known, texts=sent.texts)
    form_now = await form_about(known, untaken)
    if parts_of(wanted) and not form_now.asks_first and not sent.records:
        return await _kept_in_part(request, known, sent)
    if sent.pressed == "draft":
        kept_at = await drafting.keep(wanted.__name__, sent)
        return drawn(request, known, form_now, sent, notice=words.DRAFT_KEPT, kept_at=kept_at)
    if not sent.records or form_now.asks_first or untaken:
        balances = await balances_of_decision(known)
        return drawn(request, known, form_now, sent, 422 if untaken else 200, balances=balances)
    return await _tried(request, known, form_now, sent)


async def _judged(request: Request, known: About, sent: Sent) -> Response:
    """What is wrong with what was written in a field that was just left, as on sending; nothing is kept."""
    wrong = await judged(known, sent.command_id, sent.on)
    return drawn(request, known, await form_about(replace(known, texts=kept(known.texts)), wrong), sent)


async def _kept_in_part(request: Request, known: About, sent: Sent) -> Response:
    """A part of a long form that was filled in: kept as it is, and shown again as long as something is wrong in it."""
    part = part_of(known.command, sent.part)
    kept_at = await Drafting(request, known.visit).keep(known.command.__name__, sent)
    if part is None:
        return to_list(request, known, sent)
    if sent.pressed != "continue":
        return await part_drawn(request, known, part, sent, kept=True, kept_at=kept_at)
    wrong = await mistakes_within(known, part, sent.command_id)
    if not wrong:
        return to_list(request, known, sent)
    return await part_drawn(request, known, part, sent, kept=True, mistakes=wrong)


async def _tried(request: Request, known: About, form: Form, sent: Sent) -> Response:
    """Make the command of the form; check it first where it has two steps."""
    made = await command_of(known, sent.command_id, sent.seen)
    in_parts = bool(parts_of(known.command))
    if made.mistakes and in_parts:
        await Drafting(request, known.visit).keep(known.command.__name__, sent)
        return await list_drawn(request, known, sent, 422, kept=True, mistakes=made.mistakes)
    if made.mistakes:
        shown = replace(known, texts=kept(known.texts))
        wrong = mistakes_of_whole(await form_about(shown, made.mistakes), made.mistakes)
        return drawn(request, known, wrong, sent, 422)
    if form.steps > 1 and sent.pressed == "check":
        return await _checked(request, known, form, sent, made.commands[0])
    if must_prove(request, known.command):
        visit, name = known.visit, known.command.__name__
        await Drafting(request, visit).keep(name, sent)
        return to_proof(request, links.form(visit.organisation, name, {"brouillon": sent.command_id}))
    answer = await send(known.visit, made.commands)
    if answer.refusal is not None:
        renewed = Sent(str(uuid4()), sent.texts, seen=sent.seen, back=sent.back)
        if answer.refusal.code == _CHANGED:
            return _overtaken(request, known, form, renewed, answer.refusal)
        if in_parts:
            await Drafting(request, known.visit).drop(sent.command_id)
            return await _refused_in_parts(request, known, renewed, answer.refusal)
        return drawn(
            request,
            known,
            await refused_form(replace(known, texts=kept(known.texts)), answer.refusal),
            renewed,
            409,
        )
    recorded = await _recorded(request, known, sent, repeated=answer.repeated)
    if not answer.repeated:
        recorded.background = welcoming(site_of(request), known.visit.organisation, made.commands[0])
    return recorded


async def _refused_in_parts(request: Request, known: About, sent: Sent, refusal: RefusalAnswer) -> Response:
    """What the rules say of a long form, above the list of its parts; it is kept to be mended."""
    await Drafting(request, known.visit).keep(known.command.__name__, sent)
    wrong = await refused_at(known, refusal)
    remedy = text_of(refusal.remedy)
    return await list_drawn(request, known, sent, 409, kept=True, mistakes=wrong, remedy=remedy)


def _overtaken(request: Request, known: About, form: Form, renewed: Sent, refusal: RefusalAnswer) -> Response:
    """Somebody else decided something meanwhile: what, and the form to be recorded all the same."""
    file = known.subject
    renewed.seen = file.entry if file else None
    numbers = [int(one) for one in refusal.params["entries"].split(", ")]
    news = [
        (links.entry(known.visit.organisation, file.key, one), entry_of(known, file, one))
        for one in numbers
        if file and one in file.entries
    ]
    said = text_of(refusal.message)
    return drawn(request, known, form, renewed, 409, template="form/changed.html", news=news, said=said)


async def _checked(request: Request, known: About, form: Form, sent: Sent, command: AnyCommand) -> Response:
    """What will be recorded and what follows; what the rules would refuse is said now, and nothing is recorded."""
    foreseen = await following(known, command)
    in_parts = bool(parts_of(known.command))
    if foreseen.refusal and in_parts:
        return await _refused_in_parts(request, known, sent, foreseen.refusal)
    if foreseen.refusal:
        return drawn(request, known, await refused_form(known, foreseen.refusal), sent, 409)
    if in_parts:
        await Drafting(request, known.visit).keep(known.command.__name__, sent)
    mend = await field_addresses(request, known, sent) if in_parts else None
    return drawn(
        request,
        known,
        form,
        sent,
        template="form/check.html",
        foreseen=foreseen,
        mend=mend,
        parts=parts_to_read(request, known, form, sent),
        **changes_shown(known, foreseen.money),
    )


async def _recorded(request: Request, known: About, sent: Sent, *, repeated: bool) -> Response:
    """To where it is seen, saying what was recorded; to what else waits, from a file that a decision closes again."""
    visit = known.visit
    await Drafting(request, visit).drop(sent.command_id)
    there = await noted(visit, sent.command_id)
    file = there.file if there else None
    path = (
        links.entry(visit.organisation, file, there.entry)
        if there and file
        else links.tasks(visit.organisation)
    )
    back = way_back(site_of(request), sent.back)
    if known.file and not visit.scope.lists(known.file):
        back, path = None, links.tasks(visit.organisation)
    said = recorded_words(known.command.__name__, there.event if there else "", repeated=repeated)
    return tell(found_at(request, back or path), site_of(request), said)


def _nobody_knows(request: Request, organisation: str, command: str, form: Posted) -> Response:
    """The store went away: what was sent is still there, to be sent again under the same id."""
    return page(
        request,
        "form/unknown.html",
        503,
        words=words,
        title=COMMANDS[command],
        sent=[(name, text) for name, given in form.texts.items() for text in given if name != BUTTON],
        written=[text for name, given in form.texts.items() if name not in HIDDEN for text in given if text],
        address=links.form(organisation, command),
        way=links.outcome(organisation, form.one("command_id")),
    )


def _came_from(request: Request) -> str:
    """The address to go back to, signed; only one of ours is."""
    asked = request.query_params.get("retour", "")
    ours = asked.startswith("/o/") and "//" not in asked and "\\" not in asked
    return sealed(site_of(request), BACK_TO, asked) if ours else ""


def _wanted(command: str) -> type[Command]:
    """The command of a name. Raises NoSuchPage for one that people do not give in a form."""
    found = commands_with_forms().get(command)
    if found is None or command in FROM_FILES:
        raise NoSuchPage
    return found
