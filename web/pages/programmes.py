"""The programmes of an organisation, each version of their rulebooks in words, two of them compared."""

from collections.abc import Sequence
from typing import TypeVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.text import Bilingual
from domain.rulebook import Rulebook
from queries.programme_page import programme_page
from queries.programmes import list_programmes, version_of, works_on_rules
from queries.visit import Visit
from web.failures import NoSuchPage
from web.page import page
from web.visiting import Visiting
from wording.deadlines import line_name
from wording.pages import envelopes as envelope_words
from wording.pages import programmes as words
from wording.rulebook.difference import GROUPS, Change, differences
from wording.rulebook.telling import Line, told

router = APIRouter()
_TOLD_ABOVE = frozenset({"source"})
AGrouped = TypeVar("AGrouped", Line, Change)


@router.get("/o/{organisation}/programmes")
async def programmes(request: Request, visit: Visiting) -> Response:
    """Every version, and how many open files run under it."""
    visit.needs_a_role()
    found = await list_programmes(visit)
    return page(
        request, "programmes/list.html", words=words, versions=found, works_on_rules=works_on_rules(visit)
    )


@router.get("/o/{organisation}/programmes/comparer")
async def comparison(request: Request, visit: Visiting, de: str = "", a: str = "") -> Response:
    """What one version says otherwise than another."""
    visit.needs_a_role()
    before, after = version_of(visit, de), version_of(visit, a)
    versions = await list_programmes(
        visit, after.programme if after else before.programme if before else None
    )
    open_files = next((one.open_files for one in versions if before and one.rulebook.id == before.id), 0)
    return page(
        request,
        "programmes/comparison.html",
        words=words,
        before=before,
        after=after,
        versions=versions,
        open_files=open_files,
        works_on_rules=works_on_rules(visit),
        groups=grouped(differences(before, after)) if before and after else [],
    )


@router.get("/o/{organisation}/programmes/{rulebook}")
async def programme(request: Request, visit: Visiting, rulebook: str) -> Response:
    """A rulebook in words, what stands where under it, and what is to come."""
    visit.needs_a_role()
    found = await programme_page(visit, known_version(visit, rulebook))
    return page(
        request,
        "programmes/programme.html",
        words=words,
        envelope_words=envelope_words,
        found=found,
        rulebook=found.rulebook,
        groups=grouped(told(found.rulebook, without=_TOLD_ABOVE)),
        line_name=line_name,
        works_on_rules=works_on_rules(visit),
    )


def known_version(visit: Visit, rulebook: str) -> Rulebook:
    """A version of one of the organisation's programmes. Raises NoSuchPage."""
    found = version_of(visit, rulebook)
    if found is None:
        raise NoSuchPage
    return found


def grouped(lines: Sequence[AGrouped]) -> list[tuple[Bilingual, list[AGrouped]]]:
    """What rulebooks say, by what it is about; groups of which nothing is said are left out."""
    by_group = ((name, [one for one in lines if one.group == key]) for key, name in GROUPS.items())
    return [(name, within) for name, within in by_group if within]
