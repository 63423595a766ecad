"""Pages as text: what a reader sees, with ordinary spaces."""

import re
from html import unescape

from tests.web.house import SiteHouse

_TAG, _BLANK = re.compile(r"<[^>]+>"), re.compile(r"\s+")
_WITHOUT_TEXT = re.compile(r"<(head|script|style)\b.*?</\1>", re.DOTALL)


def text_of(html: str) -> str:
    """What is read, without markup."""
    return _BLANK.sub(" ", unescape(_TAG.sub(" ", _WITHOUT_TEXT.sub(" ", html))).replace("\u202f", " "))


async def read(pages: SiteHouse, person: str, path: str, status: int = 200, language: str = "fr") -> str:
    """The page of an address as somebody sees it."""
    async with pages.client_as(person) as client:
        answer = await client.get(path, headers={"accept-language": language})
    assert answer.status_code == status, (path, answer.status_code, text_of(answer.text)[:500])
    return answer.text
