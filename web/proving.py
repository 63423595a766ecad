"""Asking for the password once more before what is weighty, if it was given longer ago than ten minutes."""

from datetime import UTC, datetime, timedelta

from fastapi import Request
from starlette.responses import Response

import links
from access.session import Session
from domain.kernel.command import Command
from queries.proof import is_weighty
from web.page import found_at
from web.security.seals import BACK_TO, sealed
from web.site import site_of

LASTS = timedelta(minutes=10)
"""How long a password that was given counts."""


def must_prove(request: Request, command: type[Command]) -> bool:
    """Whether the password is asked for before this command is recorded."""
    return is_weighty(command) and must_prove_again(request)


def must_prove_again(request: Request) -> bool:
    """Whether the password was given too long ago for what is weighty; in a demonstration there is none."""
    session: Session | None = request.state.session
    return session is not None and session.kind != "demonstration" and not _is_fresh(session)


def to_proof(request: Request, back_to: str) -> Response:
    """303: to where the password is given, and back to an address of ours."""
    return found_at(request, links.proof(sealed(site_of(request), BACK_TO, back_to)))


def _is_fresh(session: Session) -> bool:
    return session.proved_at is not None and datetime.now(UTC) - session.proved_at < LASTS
