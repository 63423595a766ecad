"""Lists taken away as sheets: each as its page is asked, whole."""

from collections.abc import Awaitable, Callable, Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.visit import Visit
from web.downloads import announced, audit, files, letters, money, portfolio, registers, results, waiting
from web.downloads.answer import table_given_out
from web.downloads.table import Table
from web.failures import NoSuchPage
from web.personal import note_addresses
from web.visiting import Visiting

router = APIRouter()
TABLES: Mapping[str, Callable[[Visit, Request], Awaitable[Table]]] = {
    "dossiers": portfolio.table,
    "avis": files.reviews,
    "financements": files.fundings,
    "enveloppes": registers.envelopes,
    "agenda": waiting.agenda,
    "taches": waiting.tasks,
    "personnes": registers.people,
    "courrier": letters.messages,
    "lots": results.results,
    "paiements": money.payments,
    "comptes": money.accounts,
    "refus": audit.refused,
    "connexions": audit.sign_ins,
    "lectures": audit.readings,
    "annonces": announced.deliveries,
}
"""Every list that can be taken away, by its name in addresses."""
_SUFFIXES = ("xlsx", "csv")


@router.get("/o/{organisation}/telechargements/{name}")
async def download(request: Request, visit: Visiting, name: str) -> Response:
    """A list by its name, with the question of its page; ``format``: *xlsx* or *csv*. Addresses of people are noted."""
    suffix = request.query_params.get("format", "xlsx")
    if name not in TABLES or suffix not in _SUFFIXES:
        raise NoSuchPage
    table = await TABLES[name](visit, request)
    if table.personal:
        await note_addresses(request, visit)
    return await table_given_out(visit, name, table, suffix)
