"""What is settled for the whole organisation, and the way to the pages that settle more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

import links.organisation
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.values import Role
from domain.people.roles import holders
from language import Text, say
from queries.audit import AUDITED_FOR
from queries.beginning import beginning
from queries.offers import offer_of
from queries.reserved import SETTLED_FOR, holds_one_of, needs_one_of
from queries.training import TRAINED_BY
from queries.visit import reached
from web.account_letters import post
from web.api import addresses
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posting
from web.site import site_of
from web.visiting import Visiting
from wording import headings
from wording.offers import reserved_for
from wording.pages import beginning as beginning_words
from wording.pages import layout
from wording.pages import organisation as words
from wording.pages import tokens as token_words
from wording.pages import training as training_words
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
async def organisation(request: Request, visit: Visiting, envoye: str = "") -> Response:
    """For those who lead, manage or audit it."""
    needs_one_of(visit, SETTLED_FOR)
    site, session = site_of(request), request.state.session
    async with reached():
        names = await visit.names()
        naming = await offer_of(visit, ORGANISATION_STREAM, "NameRegion", {})
        trainings = await site.access.trainings.of_origin(visit.organisation)
    return page(
        request,
        "organisation/organisation.html",
        words=words,
        training_words=training_words,
        beginning=await beginning(visit),
        beginning_words=beginning_words,
        administrators=[
            (one, names.get(one) or say(headings.ERASED))
            for one in holders(visit.people, Role.ADMINISTRATOR, None, visit.now)
        ],
        provider=site.settings.oidc_name if site.settings.oidc_issuer else None,
        sender=site.settings.mail_sender,
        naming=naming,
        has_account=session.account is not None,
        may_train=holds_one_of(visit, TRAINED_BY),
        whose_training=reserved_for(TRAINED_BY),
        trainings=[one for one in trainings if one.account == session.account],
        posted=bool(envoye),
        sections=[one for one in SECTIONS if holds_one_of(visit, one.roles)],
    )


@router.post("/o/{organisation}/organisation")
async def test_letter(request: Request, visit: Visiting, posted: Posting) -> Response:
    """Send whoever asks a letter, the way that all letters go."""
    del posted
    needs_one_of(visit, SETTLED_FOR)
    site, key = site_of(request), request.state.session.account
    account = await site.access.accounts.find(key) if key else None
    if account is None:
        raise NoSuchPage
    await post(site, account, "sign-in")
    return found_at(request, f"{links.organisation.settings(visit.organisation)}?envoye=1")
