"""A review at the site of the examples: what its people have done before a test looks at its pages."""

import json
import re
from html import unescape
from typing import Any
from uuid import uuid4

import httpx

from application.commands.answer import Answer
from domain.kernel.ids import SERVICE
from domain.registry.commands import COMMANDS
from tests.support.imported import person_of
from tests.vault.documents import PDF
from tests.web.house import ORGANISATION, SiteHouse

NOUR, CHARLIE, ANDREA, SWANN = (person_of(one) for one in ("nour", "charlie", "andrea", "swann"))
"""Nour leads; Charlie and Andréa sit on the jury; Swann is in charge in another region."""
REVIEW = "territoire"
ROOM = f"/o/{ORGANISATION}/avis/{REVIEW}"
NOTE = "Le portrait sensible est joint (inventé)."

_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


async def give(site: SiteHouse, actor: str, kind: str, **fields: Any) -> Answer:
    """A command about the review, which must be recorded."""
    told = {
        "type": kind,
        "command_id": f"test/{uuid4()}",
        "actor": actor,
        "review": REVIEW,
    } | fields
    told = {name: value for name, value in told.items() if value is not None}
    command = COMMANDS.validate_json(json.dumps(told))
    door = site.site.service.one_way_in
    answer = await (door.act if actor == SERVICE else door.handle)(ORGANISATION, command)
    assert answer.outcome == "recorded", answer
    return answer


async def put_before_the_jury(site: SiteHouse) -> str:
    """Ask the jury about the territory of Noailles, with a document; its digest."""
    digest = await site.site.service.attachments.deposit(
        ORGANISATION,
        "noailles",
        "Portrait sensible.pdf",
        PDF,
        by=NOUR,
        at=await site.site.service.clock.now(ORGANISATION),
    )
    people = await site.site.service.files.organisation(ORGANISATION)
    if ANDREA not in {one.person for one in people.grants.values() if one.role == "jury"}:
        await give(site, next(iter(people.people)), "GrantRole", person=ANDREA, role="jury", review=None)
    asked = {"cooperation": "noailles", "question": "choice_of_territory", "documents": [digest]}
    await give(site, NOUR, "OpenReview", note=NOTE, **asked)
    return digest


def read(answer: httpx.Response) -> str:
    """The words of a page, in one line."""
    body = answer.text.partition("<main")[2]
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", body))).replace("\u00a0", " ").replace("\u202f", " ")


def unseen(answer: httpx.Response, command: str) -> dict[str, str]:
    """What the form of a command carries unseen."""
    form = answer.text.partition(f'action="{ROOM}/faire/{command}"')[2].partition("</form>")[0]
    return dict(_HIDDEN.findall(form))


async def send(client: httpx.AsyncClient, command: str, **fields: object) -> httpx.Response:
    """Fill a form of the room in as it stands, and press its button."""
    form = unseen(await client.get(ROOM), command)
    assert form, command
    return await client.post(f"{ROOM}/faire/{command}", data=form | {"do": "record"} | fields)
