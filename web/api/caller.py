"""Who asks the API: the person of a token, with the rights that they hold at this moment, within its scopes."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import structlog
from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from access.tokens import Token
from queries.refused import Failure
from queries.scopes import Scope
from queries.visit import Visit, introduced, reached
from web.api.problems import Problem, not_there
from web.site import Site, site_of
from wording import api as words
from wording.pages.failures import CROWDED

log = structlog.get_logger("web.api")

AT_ONCE = 4
"""Requests that are answered at once, the others wait: half of the connections to the store stay with the pages."""
PATIENCE = 20
"""Seconds that a request waits for its turn."""
A_MINUTE, MOST = 60, 600
"""Requests of one token within a minute."""

BEARER = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    bearerFormat="esc_…",
    description="A token that a person made in their own page. It does no more than they may do themselves.",
)


class Pace:
    """Counts the requests of the present minute, by token, in this process."""

    def __init__(self) -> None:
        self._minute = 0
        self._asked: Counter[str] = Counter()

    def allows(self, token: str) -> bool:
        """Count one more; whether it is within what is allowed."""
        minute = int(time.monotonic() // A_MINUTE)
        if minute != self._minute:
            self._minute = minute
            self._asked.clear()
        self._asked[token] += 1
        return self._asked[token] <= MOST


async def caller(
    request: Request,
    organisation: str,
    sent: Annotated[HTTPAuthorizationCredentials | None, Security(BEARER)],
) -> AsyncIterator[Visit]:
    """The visit of the person whose token it is. Raises Problem 401, 404 for another organisation, 429, 503."""
    site = site_of(request)
    async with _turn(request.app.state.turns):
        async with reached():
            token = await site.access.tokens.find(sent.credentials) if sent else None
        if token is None:
            raise _nobody()
        if not request.app.state.pace.allows(token.id):
            raise Problem(
                429, "too-fast", words.TOO_FAST, words.TOO_FAST, words.TOO_FAST_REMEDY,
                headers={"Retry-After": str(A_MINUTE)},
            )  # fmt: skip
        if token.organisation != organisation:
            raise not_there()
        request.state.scopes = token.scopes
        yield await _visit(site, token)


@asynccontextmanager
async def _turn(turns: asyncio.Semaphore) -> AsyncIterator[None]:
    """A place among those that are answered at once. Raises Problem 503 after a while without one."""
    try:
        async with asyncio.timeout(PATIENCE):
            await turns.acquire()
    except TimeoutError:
        raise Problem(
            503, "crowded", words.CROWDED, CROWDED, words.TOO_FAST_REMEDY, headers={"Retry-After": "30"}
        ) from None
    try:
        yield
    finally:
        turns.release()


async def _visit(site: Site, token: Token) -> Visit:
    """Of the token's person. Who holds no role any more has no tokens either: it ends with the first request."""
    try:
        async with reached():
            if await _is_theirs_no_more(site, token):
                raise _nobody()
            visit = await introduced(site.service, token.organisation, token.person)
            if not visit.scope.member:
                await site.access.tokens.end(token.id, token.organisation)
                log.info("token_ended", organisation=token.organisation, token=token.id, reason="no-role")
                raise _nobody()
    except Failure as failure:
        if failure.code in {"unknown-organisation", "unknown-person"}:
            raise _nobody() from None
        raise
    return visit


async def _is_theirs_no_more(site: Site, token: Token) -> bool:
    """Whether the account that made it is that person no more: their address is another's."""
    if token.account is None:
        return False
    return await site.access.memberships.person_of(token.account, token.organisation) != token.person


def _nobody() -> Problem:
    return Problem(
        401, "not-signed-in", words.NOT_SIGNED_IN, words.NOT_SIGNED_IN, words.NOT_SIGNED_IN_REMEDY,
        headers={"WWW-Authenticate": "Bearer"},
    )  # fmt: skip


def within(request: Request, needed: frozenset[Scope]) -> None:
    """Raise Problem 403 where the token was not made for all that is needed."""
    lacking = ", ".join(sorted(needed - request.state.scopes))
    if lacking:
        said, challenge = words.OUT_OF_SCOPE, f'Bearer error="insufficient_scope", scope="{lacking}"'
        raise Problem(
            403, "out-of-scope", said, said, words.out_of_scope(lacking),
            headers={"WWW-Authenticate": challenge},
        )  # fmt: skip


async def reader(request: Request, visit: Annotated[Visit, Depends(caller)]) -> Visit:
    """The same, for a token that reads."""
    within(request, frozenset({"read"}))
    return visit


Acting = Annotated[Visit, Depends(caller)]
Reading = Annotated[Visit, Depends(reader)]
