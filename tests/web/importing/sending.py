"""Sending a sheet as a browser does, and what its page says."""

import re
from html import unescape

import httpx

from tests.imports.sheets import Cells, ods
from tests.web.files.reading import text_of

IMPORTER = "/o/demo/importer"
_TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


async def token(client: httpx.AsyncClient, address: str = IMPORTER) -> str:
    """What forms of this session carry."""
    page = await client.get(address)
    found = _TOKEN.search(page.text)
    assert found, page.text
    return unescape(found[1])


async def sent(
    client: httpx.AsyncClient, kind: str, rows: Cells | bytes, name: str = "feuille.ods"
) -> httpx.Response:
    """The answer to a sheet."""
    content = rows if isinstance(rows, bytes) else ods(rows)
    data = {"csrf": await token(client), "kind": kind}
    return await client.post(IMPORTER, data=data, files={"file": (name, content)})


async def tried(client: httpx.AsyncClient, kind: str, rows: Cells | bytes) -> str:
    """The address of a sheet that was taken in."""
    answer = await sent(client, kind, rows)
    assert answer.status_code == 303, text_of(answer.text)
    return answer.headers["location"]


async def pressed(client: httpx.AsyncClient, sheet: str, do: str, **more: str) -> str:
    """What the page of a sheet says after a button was pressed."""
    answer = await client.post(sheet, data={"csrf": await token(client), "do": do, **more})
    assert answer.status_code == 303, text_of(answer.text)
    return await said(client, sheet)


async def said(client: httpx.AsyncClient, sheet: str) -> str:
    """The text of its page."""
    answer = await client.get(sheet)
    assert answer.status_code == 200, text_of(answer.text)
    return text_of(answer.text)


def opening(name: str, insee: str | float = "13055") -> Cells:
    """The heading, and the row that opens a file."""
    return (
        (
            "Dossier", "Date", "Acte", "Quoi", "Note", "Territoire", "Codes INSEE", "Région", "Objet",
            "Type de coopération", "Modèle économique", "Origine", "Programme", "Suivi par",
        ),
        (
            name, "2020", None, None, None, "Quartier", insee, "paca-corse", "Un passage planté",
            "non modélisée", "non marchand", "appel d’habitants", "demarche-territoriale", "Nour Modèle",
        ),
    )  # fmt: skip
