"""The first page of a cooperation: where it stands, and what comes now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.kernel.moments import day_of
from language import Text, say
from projections.fundings import FundingLine
from queries.as_of import Then
from queries.cooperation import CooperationInFull, cooperation_in_full
from queries.history import LookedUp, entries_of
from queries.history_part import AT_ONCE, HistoryFilter, HistoryPart, Place, part_of
from queries.neighbours import neighbours
from queries.portfolio_choices import region_name
from queries.visit import Visit, reached
from web.entries import entries_shown
from web.pages.cooperation_head import file_page, head_of
from web.pages.my_mail import wish_of
from web.pages.phases import steps
from web.pages.public_sheet import sheet_page
from web.visiting import Visiting
from wording.details import called
from wording.pages import cooperation as words
from wording.pages import expected as expected_words
from wording.pages import history as history_words
from wording.pages import my_mail as mail_words
from wording.pages import portfolio as list_words
from wording.sleep import status_said
from wording.values import word

router = APIRouter()
_LAST_ENTRIES = 5


@router.get("/o/{organisation}/dossiers/{key}")
async def cooperation(
    request: Request, visit: Visiting, key: str, au: str = "", connu: str = "", liste: str = ""
) -> Response:
    """Now, or as it was on a day, within the list that one comes from; to those who read no more, its public sheet."""
    then = Then(au, connu)
    async with reached():
        if not then and not visit.may_read(await visit.seen(key)):
            return await sheet_page(request, visit, key)
        found = await cooperation_in_full(visit, key, then)
        recent = await entries_among(visit, found, then, HistoryFilter(), _LAST_ENTRIES)
    beside = await neighbours(visit, liste, key) if liste and not then else None
    return file_page(
        request,
        visit,
        "cooperation/overview.html",
        head_of(visit, found.view.file, then),
        recent.history.extent.position,
        words=words,
        expected_words=expected_words,
        history_words=history_words,
        found=found,
        region=say(region_name(visit, found.sheet.region)),
        standing=_standing(found),
        managers=", ".join(called(one, found.names) for one in found.sheet.managers),
        gate_lacks=_lacking(found),
        steps=steps(found.view.file, found.view.rulebook),
        essential=list(_essential(found)),
        money=money_of(found),
        recent=entries_shown(visit, recent),
        today=day_of(found.view.recorded_at, found.view.zone),
        beside=beside,
        wish=await wish_of(request, visit, key),
        mail_words=mail_words,
        list_words=list_words,
    )


def _standing(found: CooperationInFull) -> str:
    """How it stands, with a capital."""
    pauses = found.sheet.pauses
    said = status_said(found.sheet.status, pauses[-1].planned if pauses else None)
    return said[:1].upper() + said[1:]


def _lacking(found: CooperationInFull) -> int | None:
    """How many items the gate lacks; None where the phase has none, or the file does not go on."""
    if not found.sheet.gate or found.sheet.status != "active":
        return None
    return sum(one.held == "missing" for one in found.sheet.gate)


def _essential(found: CooperationInFull) -> Iterator[tuple[Text, str]]:
    """The sheet, line by line."""
    sheet = found.sheet
    yield words.OBJECT, sheet.object
    yield words.TERRITORY, words.territory(sheet.territory.name, sheet.territory.inhabitants)
    yield words.KIND, word(sheet.cooperation_type, "cooperation-type")
    yield words.ECONOMY, word(sheet.economic_model, "economic-model")
    yield words.ORIGIN, word(sheet.origin, "origin")
    if asked := sheet.completion:
        yield words.COMPLETION, found.private.of(asked.what) or say(words.ERASED)


@dataclass(frozen=True, slots=True)
class Money:
    """What the fundings that are shown come to, in cents."""

    fundings: Sequence[FundingLine]

    @property
    def granted_cents(self) -> int:
        """Granted, as amended."""
        return sum(one.granted_cents or 0 for one in self.fundings)

    @property
    def paid_cents(self) -> int:
        """Paid so far."""
        return sum(one.paid_cents for one in self.fundings)

    @property
    def left_cents(self) -> int:
        """Set aside and not paid."""
        return sum(one.reserved_cents for one in self.fundings)


def money_of(found: CooperationInFull) -> Money:
    """The fundings that their reader may see, and what they come to."""
    return Money(found.related.fundings)


async def entries_among(
    visit: Visit, found: CooperationInFull, then: Then, where: HistoryFilter, limit: int = AT_ONCE
) -> HistoryPart:
    """The last entries of a cooperation of some families, with those of its reviews and fundings."""
    file = found.view.file
    entries, read = await entries_of(visit, file, then)
    looked_up = LookedUp(file, list(found.related.states.values()), found.closed)
    return await part_of(visit, looked_up, entries, read, where, Place(), limit)
