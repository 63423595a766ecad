"""A full page from a template, or the way to another one."""

from typing import Any

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from queries.demonstration import roles_said
from web.forms.recorded import forget, told
from web.navigation import navigation
from web.security.csrf import token_of
from web.templating import ENVIRONMENT

PRIVATE = {"Cache-Control": "private, no-cache"}
"""A page is its reader's: no cache on the way keeps it, the browser asks again."""


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A template drawn with ``values``, and with what the layout needs."""
    state = request.state
    session, visit = getattr(state, "session", None), getattr(state, "visit", None)
    recorded = told(request)
    drawn = ENVIRONMENT.get_template(template).render(
        request=request,
        session=session,
        visit=visit,
        navigation=navigation(request, visit),
        seen_as=roles_said(visit, visit.person) if visit and visit.simulation else (),
        csrf_token=token_of(session) if session else "",
        recorded=recorded,
        is_training=getattr(state, "training", False),
        **values,
    )
    answer = HTMLResponse(drawn, status, headers=PRIVATE)
    return forget(answer) if recorded else answer


def found_at(_request: Request, address: str) -> Response:
    """303: what was asked for, or recorded, is seen there."""
    return RedirectResponse(address, 303, headers=PRIVATE)
