"""Everything that may be done about a file: what is possible by family, then what is not, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.fundings.state import Funding
from domain.kernel.ids import funding_stream
from language import Text
from queries.dossiers import opened
from queries.families_of_commands import ACT_FAMILIES, act_family_of
from queries.offers import Offer, offers_on
from queries.visit import Visit, reached
from web.page import page
from web.visiting import Visiting
from wording.commands import COMMANDS
from wording.pages import acts as words

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Family:
    """Acts of one family."""

    name: Text
    offers: Sequence[Offer]


@router.get("/o/{organisation}/dossiers/{key}/actes")
async def of_cooperation(request: Request, visit: Visiting, key: str) -> Response:
    """About a cooperation."""
    async with reached():
        name = (await visit.file(key)).name
    return await _acts(request, visit, key, name)


@router.get("/o/{organisation}/financements/{key}/actes")
async def of_funding(request: Request, visit: Visiting, key: str) -> Response:
    """About a funding."""
    async with reached():
        funding = await opened(visit, funding_stream(key))
        name = (await visit.file(funding.cooperation)).name if isinstance(funding, Funding) else ""
    return await _acts(request, visit, funding_stream(key), name)


async def _acts(request: Request, visit: Visit, key: str, name: str) -> Response:
    async with reached():
        offers = await offers_on(visit, key)
    possible = [one for one in offers if one.state == "possible"]
    others = [one for one in offers if one.state != "possible"]
    return page(
        request,
        "acts/acts.html",
        words=words,
        commands=COMMANDS,
        file=key,
        name=name,
        possible=_by_family(possible, key),
        others=_by_family(others, key),
    )


def _by_family(offers: Sequence[Offer], key: str) -> list[Family]:
    found = (
        (one, [offer for offer in offers if act_family_of(offer.command, key) == one]) for one in ACT_FAMILIES
    )
    return [Family(words.FAMILIES[family], acts) for family, acts in found if acts]
