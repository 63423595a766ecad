"""What is settled for the whole organisation, and the way to the pages that settle more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links.organisation
from domain.kernel.values import Role
from language import Text
from queries.audit import AUDITED_FOR
from queries.reserved import SETTLED_FOR, holds_one_of, needs_one_of
from web.api import addresses
from web.page import page
from web.visiting import Visiting
from wording.pages import layout
from wording.pages import organisation as words
from wording.pages import tokens as token_words
from wording.pages import webhooks as webhook_words

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Section:
    """A page of its own that this one leads to: its name, what is settled there, its address, whose it is."""

    name: Text
    what: Text
    address: Callable[[str], str]
    roles: Sequence[Role] = SETTLED_FOR


SECTIONS = (
    Section(layout.PEOPLE, words.PEOPLE_WHAT, links.people),
    Section(layout.MESSAGES, words.MESSAGES_WHAT, links.messages),
    Section(layout.AUDIT, words.AUDIT_WHAT, links.organisation.audit, AUDITED_FOR),
    Section(token_words.TITLE, token_words.OF_EVERYBODY_WHAT, addresses.tokens, (Role.ADMINISTRATOR,)),
    Section(webhook_words.TITLE, webhook_words.WHAT, links.organisation.webhooks, (Role.ADMINISTRATOR,)),
)
"""Whoever adds a page about the whole organisation adds it here."""


@router.get("/o/{organisation}/organisation")
async def organisation(request: Request, visit: Visiting) -> Response:
    """For those who lead, manage or audit it."""
    needs_one_of(visit, SETTLED_FOR)
    return page(
        request,
        "organisation/organisation.html",
        words=words,
        sections=[one for one in SECTIONS if holds_one_of(visit, one.roles)],
    )
