"""Looking around in a simulation from the machine that it runs on: without an account, before anybody is chosen."""

import re
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from starlette.requests import HTTPConnection

from access.session import Session
from domain.kernel.ledger import LedgerUnavailable
from queries.demonstration import shown_first
from queries.refused import Failure
from queries.visit import introduced, reached
from web.site import Site

_PAGE = re.compile(r"/o/([^/]+)/")
_LOCALHOST = "localhost"
_LASTS = timedelta(hours=1)
"""No longer than a page is open; the next request has the same session again."""


def from_this_machine(request: HTTPConnection, site: Site) -> bool:
    """Whether whoever asks sits at this machine, and came by an address of it.

    A proxy on the same machine sits there, too: so pages that people reach elsewhere are for nobody to look around in.
    """
    public = urlsplit(site.settings.public_url).hostname
    asked = request.url.hostname
    here = request.client is not None and is_loopback(request.client.host)
    return here and is_loopback(asked or "") and (public is None or is_loopback(public))


def is_loopback(host: str) -> bool:
    """Whether a host names this machine and no other."""
    try:
        return host == _LOCALHOST or ip_address(host).is_loopback
    except ValueError:
        return False


async def session_of_nobody(request: HTTPConnection, site: Site) -> Session | None:
    """The session of whoever opens a simulation of the embedded stack without one: as its first programme manager.

    It is kept nowhere, so that opening a page changes nothing. None for a real organisation, or from elsewhere.
    """
    found = _PAGE.match(request.url.path)
    if not (found and site.settings.public_url and from_this_machine(request, site)):
        return None
    organisation = unquote(found[1])
    try:
        async with reached():
            visit = await introduced(site.service, organisation, "", anybody=True)
        person = await shown_first(visit) if visit.simulation else None
    except (Failure, LedgerUnavailable):
        return None
    return _session(site, organisation, person) if person else None


def _session(site: Site, organisation: str, person: str) -> Session:
    now = datetime.now(UTC)
    return Session(
        id=b"",
        kind="demonstration",
        account=None,
        organisation=organisation,
        person=person,
        subject=None,
        language=None,
        csrf_secret=site.secret.key("looking around"),
        signed_in_at=now,
        proved_at=now,
        seen_at=now,
        ends_at=now + _LASTS,
        agent="",
    )
