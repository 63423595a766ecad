"""Documents by the API: handed in for a file once, as forms take them, by whom and for what a form would."""

from typing import Any

import httpx
import pytest

from tests.support.imported import person_of
from tests.vault.documents import PDF, PNG
from tests.web.api.described import Described
from tests.web.api.tokens import program_of
from tests.web.house import SiteHouse
from vault.attachments import digest_of
from vault.media import LARGEST
from web.api.described import BASE

NOUR, CAMILLE = person_of("nour"), person_of("camille")


async def handed_in(
    program: httpx.AsyncClient, content: bytes, file: str = "noailles", name: str = "budget.pdf"
) -> httpx.Response:
    """A document for a file."""
    asked = {"file": file, "name": name}
    answer = await program.post("attachments", params=asked, content=content)
    assert Described().conforms(f"{BASE}/attachments", "post", answer) is None, answer.text
    return answer


async def test_a_document_is_handed_in_once(site_house: SiteHouse) -> None:
    """201, then 200 with the first name; its bytes are where ``Location`` says."""
    async with program_of(site_house, NOUR) as program:
        first = await handed_in(program, PDF)
        again = await handed_in(program, PDF, name="copie.pdf")
        read = await program.get(first.headers["location"].partition("/demo/")[2])
    assert (first.status_code, again.status_code, read.status_code) == (201, 200, 200)
    assert first.json() == again.json()
    assert first.json() == {
        "digest": digest_of(PDF),
        "file": "noailles",
        "name": "budget.pdf",
        "media_type": "application/pdf",
        "size": len(PDF),
    }
    assert read.content == PDF


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        ("budget.exe", PDF, 422, "Ce genre de document n’est pas accepté"),
        ("budget.pdf", PNG, 422, "n’est pas ce que dit son nom"),
        ("budget.pdf", b"", 422, "vide"),
        ("budget.pdf", b"%PDF-" + b"0" * LARGEST, 413, "15 Mo"),
        (" ", PDF, 422, "name"),
    ],
)
async def test_what_forms_do_not_take_is_refused(
    site_house: SiteHouse, name: str, content: bytes, status: int, said: str
) -> None:
    """By kind, by what it holds, by size: with the sentence of the form."""
    async with program_of(site_house, NOUR) as program:
        answer = await handed_in(program, content, name=name)
    assert answer.status_code == status
    assert said in answer.text


async def test_a_document_is_for_a_file_that_its_person_reads(site_house: SiteHouse) -> None:
    """For any other file it is as if there were none, and nothing is kept."""
    content = PDF + b"secret"
    async with program_of(site_house, CAMILLE) as program:
        told = [
            (await handed_in(program, content, file)).text.replace(file, "…")
            for file in ("noailles", "nulle-part", "organisation")
        ]
    assert len(set(told)) == 1
    assert '"status":404' in told[0]
    attachments = site_house.site.service.attachments
    assert await attachments.content("demo", digest_of(content)) is None


@pytest.mark.parametrize(
    ("scopes", "file", "status"),
    [
        (("read", "act:reviews", "money"), "noailles", 403),
        (("act:cooperations",), "noailles", 201),
        (("act:cooperations",), "funding:rien", 403),
        (("act:fundings",), "funding:rien", 404),
    ],
)
async def test_a_token_hands_in_for_files_of_its_scopes(
    site_house: SiteHouse, scopes: Any, file: str, status: int
) -> None:
    """It acts on files of that kind; what is lacking is named."""
    async with program_of(site_house, NOUR, scopes) as program:
        answer = await handed_in(program, PDF + str((scopes, file)).encode(), file)
    assert answer.status_code == status
