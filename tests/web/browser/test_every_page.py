"""Every page that links lead to, on a telephone: nothing wider than the screen, nothing said as machines record it."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from starlette.routing import Route

from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.wording.readable import nothing_as_recorded
from web.app import ROUTERS

BASE = "/o/{organisation}"
NO_PAGES = ("telechargements", "modele", "pieces", "journal")
"""Parts of addresses that give files."""
ROUTES = [
    route
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, Route)
    and "GET" in (route.methods or ())
    and route.path.startswith(BASE)
    and not {*route.path.split("/")} & {*NO_PAGES}
]
OF_WHAT_IS_MADE = {
    f"{BASE}{rest}"
    for rest in (
        "/avis/{review}/mon-avis", "/dossiers/{key}/changements", "/dossiers/{key}/depots",
        "/dossiers/{key}/passage/{item}",
        "/faire/PublishRulebook", "/faire/ImportCooperation", "/formation", "/impression",
        "/importer/{job}", "/importer/{job}/resultat", "/lots", "/lots/{job}", "/organisation/webhooks/{named}",
        "/paiements/fichiers/{name}", "/paiements/lot/{job}", "/paiements/releve", "/paiements/releve/{job}",
        "/personnes/passation/{job}", "/programmes/et-si/{question}", "/programmes/{rulebook}/migration",
        "/recherche", "/suites/{command_id:path}",
    )
}  # fmt: skip
"""Pages that no link on the way leads to: of jobs, of answers, of what was just done or asked. Stories go there."""


async def test_every_page_that_links_lead_to(arrive: Arrive, demonstration: str) -> None:
    """One page of each route, by who administers and who pays; axe looks at each, as everywhere."""
    walked: dict[str, str] = {}
    for name in ("Ada Exemple", "Ange Épure"):
        visitor = await arrive(width=320)
        await visitor.see_as(demonstration, name)
        await _walk(visitor, f"/o/{demonstration}/", walked)
    assert {route.path for route in ROUTES} - walked.keys() == OF_WHAT_IS_MADE


async def _walk(visitor: Visitor, start: str, walked: dict[str, str]) -> None:
    """Go on by the links of each page to pages of routes that nobody saw yet."""
    to_see, seen = [start], set[str]()
    while to_see:
        address = to_see.pop(0)
        route = _route_of(address)
        if address in seen or route is None or (route in walked and address != start):
            continue
        seen.add(address)
        walked[route] = address
        await visitor.open(address)
        await visitor.no_scroll_sideways()
        nothing_as_recorded(await visitor.text())
        to_see += _links(await visitor.page.content())


def _links(page: str) -> Iterator[str]:
    return (unescape(one).partition("#")[0] for one in re.findall(r'href="(/o/[^"]*)"', page))


def _route_of(address: str) -> str | None:
    """The route that answers at an address; None for one that gives a file."""
    path = urlsplit(address).path
    return next((one.path for one in ROUTES if one.path_regex.match(path)), None)
