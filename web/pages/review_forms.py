"""The forms of the review room: what its reader may do at their step, each with what it carries unseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from fastapi import Request

import links
from domain.kernel.command import Command
from domain.kernel.ids import SERVICE
from domain.reviews.commands import ConfirmOpinion, DeclareInterests, DelegateOpinion, GiveOpinion
from language import say
from queries.forms.about import about
from queries.forms.building import form_about
from queries.forms.form import Form
from queries.room import Room
from queries.visit import Visit, reached
from web.forms.seal import Seal, seal
from web.forms.sent import Sent
from web.site import site_of
from wording.pages import review_room as words
from workspace.drafts import Draft, Drafts

ACTS: Mapping[str, type[Command]] = {
    one.__name__: one for one in (DeclareInterests, GiveOpinion, ConfirmOpinion, DelegateOpinion)
}
"""What people do in the room for themselves, by name."""

_UNASKED = frozenset({"review", "dossier"})
"""What the room settles: it goes along unseen."""
_NOT_HERE = frozenset({"effective_at"})
"""What nobody says in the room: they act now."""
_NEEDED: Mapping[str, Sequence[str]] = {
    "unfavourable": ("points", "reasons", "would_change"),
    "favourable-with-conditions": ("conditions",),
}
"""What the rules want of an opinion besides, by what it is."""


@dataclass(frozen=True, slots=True)
class ActForm:
    """A form in the room. ``kept_at``: the hour at which what is written in it was kept; empty if it was not."""

    form: Form
    hidden: Mapping[str, str]
    address: str
    kept_at: str = ""
    given: bool = False
    """Whether it is the one that was just sent."""


async def forms_of(
    request: Request, visit: Visit, room: Room, given: ActForm | None = None
) -> Mapping[str, ActForm]:
    """The forms of the reader's step, by command; ``given`` as it came back, the others as they are first shown."""
    offered = list(_offered(room))
    drafts = await _drafts(request, visit, room) if GiveOpinion in offered else {}
    found = {}
    for command in offered:
        name = command.__name__
        if given is not None and given.form.command == name:
            found[name] = given
            continue
        draft = drafts.get(name)
        texts = _texts(room, command) | (dict(draft.values) if draft else {})
        kept_at = draft.kept_at if draft else None
        sent = Sent(draft.command_id if draft else str(uuid4()), texts | _settled(room, command))
        known = await about(visit, command, sent.texts)
        found[name] = act_form(request, visit, room, await form_about(known), sent, kept_at)
    return found


def act_form(
    request: Request,
    visit: Visit,
    room: Room,
    form: Form,
    sent: Sent,
    kept_at: datetime | None = None,
    *,
    given: bool = False,
) -> ActForm:
    """A form with what it carries; the review and the version of the dossier go along unseen."""
    owner = Seal(visit.organisation, visit.person, form.command, sent.command_id)
    said = (sent.texts.get("opinion") or [""])[-1] if form.command == GiveOpinion.__name__ else ""
    needed = _NEEDED.get(said, ())
    fields = tuple(
        replace(one, hidden=one.name in _UNASKED, required=one.required or one.name in needed)
        for one in form.fields
        if one.name not in _NOT_HERE
    )
    return ActForm(
        form=replace(form, fields=fields),
        hidden={"command_id": sent.command_id, "seal": seal(site_of(request), owner)},
        address=links.in_room(visit.organisation, room.line.file, form.command),
        kept_at=say(words.clock(kept_at.astimezone(visit.zone))) if kept_at else "",
        given=given,
    )


def settled_in(
    room: Room, command: type[Command], texts: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """What was sent, about this review whatever else it said; the version is the one that was shown."""
    return {**_settled(room, command), **texts, "review": [room.line.review]}


def _offered(room: Room) -> Sequence[type[Command]]:
    """What is open to whoever sits, in the order in which they would do it."""
    if room.step == "interests":
        return (DeclareInterests,)
    if room.step != "opinion" or room.seat is None:
        return ()
    opinion = room.opinion
    to_confirm = opinion is not None and not opinion.counts and opinion.told.by != SERVICE
    entrusts = not room.seat.delegate
    return (
        *((ConfirmOpinion,) if to_confirm else ()),
        GiveOpinion,
        *((DelegateOpinion,) if entrusts else ()),
        DeclareInterests,
    )


def _settled(room: Room, command: type[Command]) -> dict[str, Sequence[str]]:
    """What is not asked: which review, which version was seen."""
    told: dict[str, Sequence[str]] = {"review": [room.line.review]}
    if "dossier" in command.model_fields and room.dossier:
        told["dossier"] = [str(room.dossier.version.number)]
    return told


def _texts(room: Room, command: type[Command]) -> dict[str, Sequence[str]]:
    """What stands, for who changes their opinion."""
    said = room.opinion.told.said if room.opinion else None
    if command is not GiveOpinion or said is None:
        return {}
    prose = {"conditions": said.conditions, "reasons": said.reasons, "would_change": said.would_change}
    texts: dict[str, Sequence[str]] = {
        name: [text] for name, one in prose.items() if (text := room.private.of(one))
    }
    if said.points:
        texts["points"] = ["\n".join(said.points)]
    return {
        "opinion": [said.opinion],
        **{f"scores.{line}": [str(score)] for line, score in said.scores.items()},
        **texts,
    }


async def _drafts(request: Request, visit: Visit, room: Room) -> Mapping[str, Draft]:
    """What the reader had begun about this review, the last touched of each form."""
    async with reached():
        begun = await Drafts(site_of(request).service.pool).of(visit.organisation, visit.person)
    about_it = [one for one in begun if one.values.get("review") == [room.line.review]]
    return {one.command: one for one in reversed(about_it)}
