"""The application: every router and every middleware, in one list each."""

from functools import cache

from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from web.api.app import make_api
from web.api.entrance import Entrance
from web.failures import HANDLERS
from web.feeds import calendar
from web.pages import (
    accounts,
    acts,
    agenda,
    ask_link,
    attachments,
    audit,
    bank_statement,
    bulk,
    changes,
    clock,
    collective,
    command_form,
    cooperation,
    criteria,
    deadlines,
    decision_letters,
    demonstration,
    deposit_door,
    deposits,
    document,
    downloads,
    envelopes,
    explaining,
    file_commands,
    first_run,
    funding,
    fundings,
    gate,
    guide,
    handing_over,
    health,
    history,
    home,
    importing,
    journal,
    mailed_link,
    me,
    messages,
    migration,
    my_calendars,
    my_mail,
    my_tokens,
    notebook,
    organisation,
    outcome,
    payment_file,
    payments,
    people,
    person,
    portfolio,
    printing,
    programmes,
    proof,
    provider,
    publishing,
    rehearsal,
    review_acts,
    review_minutes,
    review_room,
    reviews,
    search,
    sign_in,
    static,
    tasks,
    tokens,
    training,
    tranches_in_bulk,
    unsubscribe,
    webhooks,
    what_if,
)
from web.security.headers import SecurityHeaders
from web.security.origin import SameOrigin
from web.security.turns import Turns
from web.signed_in import SignedIn
from web.site import Site

ROUTERS = (
    health.router,
    static.router,
    guide.router,
    home.router,
    sign_in.router,
    ask_link.router,
    mailed_link.router,
    proof.router,
    provider.router,
    first_run.router,
    me.router,
    my_calendars.router,
    calendar.router,
    my_tokens.router,
    tokens.router,
    webhooks.router,
    my_mail.router,
    unsubscribe.router,
    demonstration.router,
    clock.router,
    tasks.router,
    portfolio.router,
    bulk.router,
    downloads.router,
    importing.router,
    search.router,
    agenda.router,
    reviews.router,
    review_room.router,
    review_acts.router,
    review_minutes.router,
    attachments.router,
    decision_letters.router,
    deposit_door.router,
    deposits.router,
    cooperation.router,
    history.router,
    explaining.router,
    changes.router,
    journal.router,
    file_commands.router,
    command_form.router,
    outcome.router,
    gate.router,
    criteria.router,
    acts.router,
    funding.router,
    publishing.router,
    rehearsal.router,
    migration.router,
    what_if.router,
    programmes.router,
    fundings.router,
    messages.router,
    people.router,
    handing_over.router,
    person.router,
    organisation.router,
    training.router,
    audit.router,
    envelopes.router,
    payments.router,
    tranches_in_bulk.router,
    bank_statement.router,
    payment_file.router,
    accounts.router,
    document.router,
    printing.router,
    notebook.router,
    deadlines.router,
    collective.router,
)

WORTH_ZIPPING = 1000
"""Bytes from which an answer is compressed; the tokens in it are masked anew each time (BREACH)."""


def make_app(site: Site) -> FastAPI:
    """The application of a site."""
    app = FastAPI(
        title="Escale",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        middleware=[
            Middleware(GZipMiddleware, minimum_size=WORTH_ZIPPING, compresslevel=5),
            Middleware(SecurityHeaders, site=site),
            Middleware(Entrance, api=make_api(site)),
            Middleware(SameOrigin),
            Middleware(SignedIn, site=site),
            Middleware(Turns),
        ],
        exception_handlers=dict(HANDLERS),
        routes=list(_routes()),
    )
    app.state.site = site
    return app


@cache
def _routes() -> tuple[BaseRoute, ...]:
    """The pages of every site: what FastAPI finds out about them takes long, and they know of no site."""
    all_of_them = APIRouter()
    for router in ROUTERS:
        all_of_them.include_router(router, include_in_schema=False)
    return tuple(all_of_them.routes)
