"""What people outside hand in by a link: the links of a file for whoever may record it, and the door for the others.

Nothing that comes is recorded: whoever is in charge opens the command that takes it in, filled with what came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from fastapi import APIRouter, Request
from starlette.responses import Response

import links
import links.deposits
from access.deposits import Deposited, DepositLink
from domain.files.related import RelatedFile
from domain.kernel.ids import funding_stream
from domain.kernel.moments import day_of
from language import Text
from mail.addresses import one_line
from mail.deposits import message_of
from queries.deposits import Wanted, lasts_until, may_take, meant, near, wanted_for
from queries.visit import Visit, reached
from web.deposit_letters import Addressee, addressee, reached_at, send
from web.failures import NoSuchPage
from web.page import found_at, page
from web.posted import Posted, Posting
from web.site import site_of
from web.visiting import Visiting
from wording.pages import deposits as words
from wording.punctuation import capitalised
from wording.values import word

router = APIRouter()
OTHER, BY_HAND = "other", "by-hand"
"""Whom a link goes to, beside people who are known: another address, or nobody, for it is shown."""


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link with what came by it; ``taking_in``: the form that records it, None where that is not the reader's."""

    file: str
    name: Text
    open: bool
    ends_on: date
    came: Sequence[Deposited]
    taking_in: str | None
    closing: str
    letter: str
    """Where the letter that brings it is looked at; empty where none does."""
    stands: str
    """What became of that letter."""
    not_brought: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody posted: a link for what, and whom it goes to."""

    posted: Posted

    @property
    def kind(self) -> str:
        """What is to be handed in."""
        return self.posted.one("kind")

    @property
    def part(self) -> str:
        """Which of its kind."""
        return self.posted.one("part")

    @property
    def to(self) -> str:
        """A person by their id, another address, or nobody: then the link is shown."""
        return self.posted.one("to")

    @property
    def name(self) -> str:
        """Of somebody outside."""
        return one_line(self.posted.one("name"))

    @property
    def address(self) -> str:
        """Theirs."""
        return self.posted.one("address").strip()


@router.get("/o/{organisation}/financements/{key}/depots")
async def of_funding(request: Request, visit: Visiting, key: str) -> Response:
    """The links of a funding."""
    return await _drawn(request, visit, funding_stream(key))


@router.get("/o/{organisation}/dossiers/{key}/depots")
async def of_cooperation(request: Request, visit: Visiting, key: str) -> Response:
    """Those of a cooperation."""
    return await _drawn(request, visit, key)


@router.post("/o/{organisation}/financements/{key}/depots")
async def ask_for_funding(request: Request, visit: Visiting, key: str, posted: Posting) -> Response:
    """Make a link, which a letter brings, or which is shown once."""
    return await _asked(request, visit, funding_stream(key), posted)


@router.post("/o/{organisation}/dossiers/{key}/depots")
async def ask_for_cooperation(request: Request, visit: Visiting, key: str, posted: Posting) -> Response:
    """The same for what was asked of a cooperation."""
    return await _asked(request, visit, key, posted)


@router.post("/o/{organisation}/depots/{deposit}")
async def close(request: Request, visit: Visiting, deposit: str, posted: Posting) -> Response:
    """Close a link of a file that the person may record for."""
    del posted  # its token was checked
    deposits = site_of(request).deposits
    async with reached():
        link = await deposits.one(visit.organisation, deposit)
        if link is None or await may_take(visit, link) is None:
            raise NoSuchPage
        await _close(request, visit, link)
    return found_at(request, links.deposits.of_file(visit.organisation, link.file))


async def _asked(request: Request, visit: Visit, key: str, posted: Posted) -> Response:
    site, asked = site_of(request), Asked(posted)
    async with reached():
        file, wanted = await wanted_for(visit, key)
        one = next((one for one in wanted if (one.kind, one.part) == (asked.kind, asked.part)), None)
        if one is None:
            raise NoSuchPage
        to = await _addressee(visit, asked, await near(visit, file))
        if to is None and asked.to != BY_HAND:
            return await _drawn(request, visit, key, asked=asked, mistake=words.NO_ADDRESS)
        for earlier in await site.deposits.of_files(visit.organisation, [file.key]):
            if (earlier.kind, earlier.part) == (one.kind, one.part) and earlier.not_brought:
                await _close(request, visit, earlier)
        link = _link(visit, file.key, one)
        await site.deposits.ask(link)
        if to is not None:
            await send(site, visit, link, one.name, to)
            return found_at(request, links.deposits.of_file(visit.organisation, file.key))
        token = await site.deposits.draw(visit.organisation, link.deposit)
    made = links.absolute(site.address, links.deposits.by_link(token))
    return await _drawn(request, visit, key, made=made)


async def _addressee(visit: Visit, asked: Asked, known: Mapping[str, str]) -> Addressee | None:
    """Whom the link goes to; None where nobody is named whom a letter could reach."""
    if asked.to == OTHER:
        return reached_at(Addressee("", asked.name, asked.address)) if asked.name else None
    return await addressee(visit, asked.to) if asked.to in known else None


def _link(visit: Visit, file: str, wanted: Wanted) -> DepositLink:
    return DepositLink(
        organisation=visit.organisation,
        deposit=uuid4().hex,
        file=file,
        kind=wanted.kind,
        part=wanted.part,
        asked_by=visit.person,
        asked_at=visit.now,
        ends_at=lasts_until(visit.now),
    )


async def _close(request: Request, visit: Visit, link: DepositLink) -> None:
    """Nothing more comes by it, and its letter, if it did not arrive, waits for nobody any more."""
    site = site_of(request)
    await site.deposits.take(visit.organisation, link.deposit, visit.person)
    if link.not_brought:
        await site.service.outbox.settle(visit.organisation, message_of(link.deposit), "drop", 1)


async def _drawn(
    request: Request,
    visit: Visit,
    key: str,
    *,
    made: str = "",
    asked: Asked | None = None,
    mistake: Text | None = None,
) -> Response:
    async with reached():
        file, wanted = await wanted_for(visit, key)
        every = await site_of(request).deposits.of_files(visit.organisation, [file.key])
        key_of_all = file.cooperation if isinstance(file, RelatedFile) else file.key
        cooperation = await visit.cooperation(key_of_all)
        shown = [await _shown(visit, one, wanted) for one in every]
        people = await near(visit, file) if wanted else {}
    answer = page(
        request,
        "deposits/of_file.html",
        422 if mistake else 200,
        words=words,
        key=file.key,
        name=cooperation.name if cooperation else "",
        wanted=wanted,
        found=[one for one in shown if one],
        made=made,
        people=people,
        other=OTHER,
        by_hand=BY_HAND,
        asked=asked,
        mistake=mistake,
        zone=visit.zone,
    )
    if made:
        answer.headers["Cache-Control"] = "no-store"
    return answer


async def _shown(visit: Visit, link: DepositLink, wanted: Sequence[Wanted]) -> LinkShown | None:
    """None for a link by which nothing came, and of which nothing is awaited any more."""
    one = next((one for one in wanted if (one.kind, one.part) == (link.kind, link.part)), None)
    known = one or await meant(visit, link)
    if known is None and not link.came:
        return None
    return LinkShown(
        file=link.file,
        name=capitalised(known.name) if known else words.OVER,
        open=link.open_at(visit.now) and known is not None,
        ends_on=day_of(link.ends_at, visit.zone),
        came=link.came,
        taking_in=_taking_in(visit, one, link) if one else None,
        closing=links.deposits.take(visit.organisation, link.deposit),
        letter=links.message(visit.organisation, message_of(link.deposit)) if link.letter else "",
        stands=word(link.letter, "delivery") if link.letter else "",
        not_brought=link.not_brought,
    )


def _taking_in(visit: Visit, wanted: Wanted, link: DepositLink) -> str:
    """The form of the command, with the last document that came, where the command names one."""
    document = {"document": link.came[-1].digest} if link.came and wanted.kind == "report" else {}
    return links.form(visit.organisation, wanted.command, {**wanted.fields, **document})
