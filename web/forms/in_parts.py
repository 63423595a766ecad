"""A long form as its list of parts and a page for each; what is written is kept as a draft from page to page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request
from starlette.responses import Response

import links
from application.commands.answer import RefusalAnswer
from language import Text, text_of
from queries.forms.about import About
from queries.forms.building import form_about
from queries.forms.faults_of_request import sums_written
from queries.forms.form import Form, FormField, every_field
from queries.forms.parts import Part, part_holding, parts_of
from queries.forms.task_list import by_part, fields_beside, fields_in, part_form, task_list
from web.forms.drawing import drawn
from web.forms.sent import Sent
from web.page import found_at
from web.security.seals import way_back
from web.site import site_of
from wording import form_parts
from wording.pages import forms as words
from wording.refused_fields import field_of_refusal

_NOTHING: Mapping[str, Text] = {}


async def list_drawn(
    request: Request,
    known: About,
    sent: Sent,
    status: int = 200,
    *,
    kept: bool,
    mistakes: Mapping[str, Text] = _NOTHING,
    remedy: Text | None = None,
) -> Response:
    """How far each part is. ``kept``: whether a draft holds what is written, and not the page itself."""
    tasks = await task_list(known, sent.command_id)
    return drawn(
        request,
        known,
        tasks.form,
        sent,
        status,
        template="form/parts.html",
        tasks=tasks,
        parts_words=form_parts,
        kept=kept,
        mistakes=by_part(tasks.form, parts_of(known.command), mistakes),
        remedy=remedy,
        address_of=addresses(request, known, sent, kept=kept),
    )


async def part_drawn(
    request: Request,
    known: About,
    part: Part,
    sent: Sent,
    *,
    kept: bool,
    mistakes: Mapping[str, Text] = _NOTHING,
    kept_at: datetime | None = None,
) -> Response:
    """One part; ``kept_at``: when it was kept just now. Where no draft holds the others yet, they go along unseen."""
    sent.part = part.key
    beside = [] if kept else fields_beside(await form_about(known), part)
    return drawn(
        request,
        known,
        await part_form(known, part, mistakes),
        sent,
        422 if mistakes and request.method == "POST" else 200,
        template="form/part.html",
        part=part,
        parts_words=form_parts,
        sums=sums_written(known) if part.key in ("object", "expenses", "resources") else None,
        beside=beside,
        list_address=addresses(request, known, sent, kept=kept)("", ""),
        notice=words.DRAFT_KEPT if kept_at else None,
        kept_at=kept_at,
    )


def to_list(request: Request, known: About, sent: Sent) -> Response:
    """Back to the list of what is kept."""
    return found_at(request, addresses(request, known, sent, kept=True)("", ""))


def addresses(request: Request, known: About, sent: Sent, *, kept: bool) -> Callable[[str, str], str]:
    """The address of the list, of a part by its name, or of a field in one, where its mistake is shown."""
    name = known.command.__name__
    carried = {"brouillon": sent.command_id} if kept else _without_part(request)
    if back := way_back(site_of(request), sent.back):
        carried["retour"] = back

    def address(part: str, field: str = "") -> str:
        asked = {**carried, "partie": part} if part else carried
        if not field:
            return links.form(known.visit.organisation, name, asked)
        return links.form(known.visit.organisation, name, {**asked, "revoir": "1"}) + f"#{field}"

    return address


async def field_addresses(request: Request, known: About, sent: Sent) -> Callable[[str], str]:
    """Where a field of the form is filled in, by its name."""
    form, address = await form_about(known), addresses(request, known, sent, kept=True)
    ids = {one.name: one.id for one in every_field(form.fields)}

    def of(name: str) -> str:
        part = part_holding(known.command, name)
        return address(part.key if part else "", ids.get(name, "main"))

    return of


@dataclass(frozen=True, slots=True)
class PartToRead:
    """A part as the check page shows it, with the way to change it."""

    title: Text
    fields: Sequence[FormField]
    address: str


def parts_to_read(request: Request, known: About, form: Form, sent: Sent) -> Sequence[PartToRead]:
    """The parts of a form in which anything is written; none of a form that has no parts."""
    address = addresses(request, known, sent, kept=True)
    found = [(one, fields_in(form, one)) for one in parts_of(known.command)]
    return [
        PartToRead(form_parts.TITLES[part.key], fields, address(part.key, ""))
        for part, fields in found
        if any(one.filled and not one.hidden for one in fields)
    ]


async def refused_at(known: About, refusal: RefusalAnswer) -> Mapping[str, Text]:
    """The rules' own sentence at the field that it concerns; at none, where the form has no such field."""
    form = await form_about(known)
    there = [one.name for one in every_field(form.fields) if not one.hidden]
    field = field_of_refusal(refusal.code, there)
    return {field or "": text_of(refusal.message)}


def _without_part(request: Request) -> dict[str, str]:
    return {one: text for one, text in request.query_params.items() if one not in ("partie", "revoir")}
