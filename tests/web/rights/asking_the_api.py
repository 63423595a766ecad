"""Asking every address of the API as somebody: what is answered, and what lists and answers never name."""

import re

import httpx

from tests.support.imported import person_of
from tests.web.api.described import Described
from tests.web.api.tokens import token_of
from tests.web.house import BASE as HOST
from tests.web.house import SiteHouse
from tests.web.rights.api_cells import LISTS, ROUTES
from tests.web.rights.readers import NAMES, REVIEWS, Reader
from web.api.app import make_api


async def asked_by(site: SiteHouse, reader: Reader, described: Described) -> int:
    """How many addresses somebody asked for, each of which answered as it should."""
    asked, nothing = 0, {}
    transport = httpx.ASGITransport(make_api(site.site), raise_app_exceptions=False)
    sent = {"authorization": f"Bearer {await token_of(site, person_of(reader.alias))}"}
    async with httpx.AsyncClient(transport=transport, base_url=HOST, headers=sent) as client:
        for route, cells in ROUTES.items():
            for cell in cells(reader):
                answer = await client.get(cell.path.format(organisation="demo"))
                asked += 1
                said = f"{reader.alias} {cell.path} {answer.status_code}"
                if reader.role is None:
                    assert answer.status_code == 401, said
                    continue
                assert answer.status_code == cell.status, said
                assert not (wrong := described.conforms(route, "get", answer)), f"{said}: {wrong}"
                if not cell.there:
                    if cell.nowhere not in nothing:
                        nothing[cell.nowhere] = (
                            await client.get(cell.nowhere.format(organisation="demo"))
                        ).text
                    assert answer.text == nothing[cell.nowhere], said
                elif cell.path in LISTS:
                    _names_nothing_unreadable(reader, cell.path, answer)
    return asked


def _names_nothing_unreadable(reader: Reader, path: str, answer: httpx.Response) -> None:
    """Neither keys nor names; who has a seat is told what it is about. What is counted is what is shown."""
    unreadable = {key for key in NAMES if reader.level(key) == "nothing"}
    for key in unreadable - {about for review, about in REVIEWS.items() if reader.sits_on(review)}:
        assert not re.search(rf"\b{key}\b|{NAMES[key]}", answer.text), (reader.alias, path, key)
    told = answer.json()
    rows = told.get("rows", told.get("payments"))
    assert "total" not in told or told["total"] == len(rows), (reader.alias, path)
    if path.startswith(LISTS[0]):
        shown = {one["file"] for one in rows}
        assert shown == set(NAMES) - unreadable, (reader.alias, shown)
