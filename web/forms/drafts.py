"""Forms that are not recorded yet: kept for their person, also when the session is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

import links
from domain.kernel.command import Command
from queries.forms.about import Texts
from queries.forms.course import commands_with_forms
from queries.forms.parts import part_of, parts_of, with_part
from queries.refused import invalid
from queries.visit import Visit, reached
from web.forms.seal import opened
from web.forms.sent import Sent, kept, sent_with
from web.page import page
from web.posted import Posted
from web.security.seals import BACK_TO, sealed
from web.site import site_of
from wording.pages import forms as words
from workspace.drafts import Drafts


@dataclass(frozen=True)
class Found:
    """A form as it was left."""

    command_id: str
    texts: dict[str, Sequence[str]]
    kept_at: datetime


class Drafting:
    """The drafts of whoever asks."""

    def __init__(self, request: Request, visit: Visit) -> None:
        self._drafts = Drafts(site_of(request).service.pool)
        self._visit = visit

    async def find(self, command_id: str, command: str) -> Found | None:
        """The draft under an id, if it is theirs and of that form."""
        if not command_id:
            return None
        async with reached():
            draft = await self._drafts.find(self._visit.organisation, self._visit.person, command_id)
        if draft is None or draft.command != command:
            return None
        return Found(
            draft.command_id, {name: list(given) for name, given in draft.values.items()}, draft.kept_at
        )

    async def keep(self, command: str, sent: Sent) -> datetime:
        """Keep what is written; the instant. Raises Failure."""
        try:
            async with reached():
                await self._drafts.keep(
                    self._visit.organisation, self._visit.person, sent.command_id, command, kept(sent.texts)
                )
        except ValueError:
            raise invalid("bad-id", words.OUTCOME_NOTHING, words.OUTCOME_NOTHING_TEXT) from None
        return datetime.now(UTC)

    async def written(self, command: type[Command], sent: Sent) -> dict[str, Sequence[str]]:
        """What is written in a form by now: of a long one, which is sent part by part, the rest was kept."""
        if not parts_of(command):
            return sent.texts
        before = await self.find(sent.command_id, command.__name__)
        return written(command, before.texts if before else None, sent)

    async def drop(self, command_id: str) -> None:
        """It is recorded."""
        async with reached():
            await self._drafts.drop(self._visit.organisation, self._visit.person, command_id)


def written(command: type[Command], before: Texts | None, sent: Sent) -> dict[str, Sequence[str]]:
    """What was sent, with what was kept before of the other parts; the list of parts itself sends nothing."""
    part = part_of(command, sent.part)
    if before is None or (part is None and sent.texts):
        return sent.texts
    return with_part(before, part, sent.texts)


async def keep_for_later(
    request: Request, organisation: str, command: str, form: Posted, page_of_form: str = ""
) -> Response:
    """The session is gone: what was written is kept for whom the form was made, and shown to nobody.

    ``page_of_form``: where it stands, if that is no page of its own. Raises HTTPException 403 for one that is not ours.
    """
    site = site_of(request)
    owner = opened(site, form.one("seal"))
    sent = sent_with(form, commands_with_forms()[command])
    ours = owner and (owner.organisation, owner.command, owner.command_id) == (
        organisation,
        command,
        sent.command_id,
    )
    if owner is None or not ours:
        raise HTTPException(403)
    drafts, wanted = Drafts(site.service.pool), commands_with_forms()[command]
    async with reached():
        before = await drafts.find(owner.organisation, owner.person, owner.command_id)
        texts = written(wanted, before.values if before else None, sent)
        await drafts.keep(owner.organisation, owner.person, owner.command_id, command, kept(texts))
    back = page_of_form or links.draft(organisation, command, owner.command_id)
    way = links.sign_in(sealed(site, BACK_TO, back))
    return page(request, "form/kept.html", 401, words=words, way=way)
