"""The programmes of an organisation, and each version of their rulebooks in words."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from queries.programmes import list_programmes
from queries.visit import Visit
from web.failures import NoSuchPage
from web.page import page
from web.visiting import Visiting
from wording.pages import lists as words
from wording.rulebook.difference import GROUPS
from wording.rulebook.telling import told

router = APIRouter()


@router.get("/o/{organisation}/programmes")
async def programmes(request: Request, visit: Visiting) -> Response:
    """Every version, and how many open files run under it."""
    visit.needs_a_role()
    return page(request, "programmes/list.html", words=words, versions=await list_programmes(visit))


@router.get("/o/{organisation}/programmes/{rulebook}")
async def programme(request: Request, visit: Visiting, rulebook: str) -> Response:
    """A rulebook in words, group by group."""
    visit.needs_a_role()
    found = visit.rulebook(rulebook) if _known(visit, rulebook) else None
    if found is None:
        raise NoSuchPage
    lines = told(found)
    by_group = ((name, [one for one in lines if one.group == key]) for key, name in GROUPS.items())
    groups = [(name, within) for name, within in by_group if within]
    return page(request, "programmes/rulebook.html", words=words, rulebook=found, groups=groups)


def _known(visit: Visit, rulebook: str) -> bool:
    """Whether it is one of the organisation's."""
    return any(one.id == rulebook for one in visit.service.rulebooks.versions(visit.people))
