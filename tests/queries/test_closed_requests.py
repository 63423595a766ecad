"""A request for money is closed, on every road, to whom a conflict of interest keeps from it, and to nobody else."""

from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import Any

import pytest

from bootstrap import Service
from domain.cooperations.events.told import FundingAsked, ReviewAsked
from domain.kernel.event import Event
from domain.kernel.values import Role
from exports.document_text import markdown
from projections.fundings import FundingFilter
from projections.runner import Runner
from queries.agenda import list_agenda
from queries.as_of import Then
from queries.cooperation import cooperation_in_full
from queries.document import document_of
from queries.dossiers import opened
from queries.explaining import then_of, why
from queries.funding import funding_in_full
from queries.fundings import count_fundings, list_fundings, list_fundings_then
from queries.history import history_of
from queries.lists import caught_up
from queries.money_lines import money_lines
from queries.readable import readable
from queries.refusals import refusals_of
from queries.refused import Failure
from queries.tasks import list_tasks
from queries.visit import Visit
from tests.projections.asking import ENVELOPE, FILE, FUNDING, REVIEW, asks, cancelled, declared, granted
from tests.projections.asking import opened as asked
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, Writer
from tests.projections.test_beside import filled
from tests.queries.visits import visit_of

FAR = datetime(2031, 1, 1, tzinfo=UTC)
BEFORE = Then(as_of="2026-03-02")
"""A day on which nobody had asked the panel yet."""
ROADS = frozenset(
    {
        "list",
        "list then",
        "counts",
        "agenda",
        "tasks",
        "readable",
        "cooperation",
        "cooperation then",
        "document",
        "document then",
        "history",
        "refusals",
        "explained",
        "lines of money",
        "page",
        "forms and acts",
    }
)


@pytest.fixture(autouse=True)
async def request_for_money(writer: Writer) -> None:
    """Money was asked for, and granted; Basile and Cléo read everything, and Basile has a seat on the jury."""
    board = ((one, Role.BOARD, None) for one in (BASILE, CLEO))
    await writer.found((ANNA, Role.PROGRAMME_MANAGER, None), (BASILE, Role.JURY, None), *board)
    await writer.open("bafapatabor", managers=(ANNA,))
    await writer.record(FUNDING, asks(1_234_567), granted(1_234_567), effective_at="2026-03-02")
    await writer.record(FILE, FundingAsked(funding="aide", instrument="grant"), effective_at="2026-03-02")
    await writer.record(f"envelope:{ENVELOPE}", *filled())
    await writer.refuse(FUNDING, "CloseFunding", "not_entitled")


async def told(service: Service, runner: Runner, person: str) -> set[str]:
    """The roads on which somebody learns of the request."""
    await runner.catch_up(ORGANISATION)
    visit = await visit_of(service, person)
    await caught_up(visit)
    now, then = await _cooperation(visit, Then()), await _cooperation(visit, BEFORE)
    history = await history_of(visit, "bafapatabor", Then())
    refusals = await refusals_of(visit, history.looked_up, Then())
    found = {
        "list": (await list_fundings(visit, FundingFilter())).rows,
        "list then": (await list_fundings_then(visit, FundingFilter(), BEFORE)).rows,
        "counts": await count_fundings(visit, FundingFilter()),
        "agenda": [one for one in (await list_agenda(visit, FAR)).rows if one.file == FUNDING],
        "tasks": [one for one in (await list_tasks(visit, everybody=True)).rows if one.file == FUNDING],
        "readable": await readable(visit, {FUNDING}),
        "cooperation": "1234567" in now,
        "cooperation then": "1234567" in then,
        "document": "345,67" in await _document(visit, ""),
        "document then": "345,67" in await _document(visit, "2026-03-02"),
        "history": [one for one in history.entries if one.file == FUNDING and one.details],
        "refusals": [one for one in refusals.rows if one.file == FUNDING],
        "explained": await _explained(visit),
        "lines of money": await money_lines(visit, history.looked_up, Then()),
        "page": await _is_shown(funding_in_full(visit, "aide", Then())),
        "forms and acts": await _is_shown(opened(visit, FUNDING)),
    }
    assert found.keys() == ROADS
    return {road for road, shown in found.items() if shown}


async def _explained(visit: Visit) -> bool:
    """Whether the content of the grant, or what it hangs on, is told when somebody asks why and what then."""
    found = [await way(visit, "bafapatabor", f"{FUNDING}#2", Then()) for way in (why, then_of)]
    return any(one.entry.details or one.steps or one.decided or one.closed is None for one in found)


async def _cooperation(visit: Visit, then: Then) -> str:
    return str((await cooperation_in_full(visit, "bafapatabor", then)).as_json())


async def _document(visit: Visit, as_of: str) -> str:
    return markdown(await document_of(visit, "bafapatabor", "", as_of, public=False))


async def _is_shown(asking: Awaitable[Any]) -> bool:
    try:
        await asking
    except Failure as failure:
        return failure.code != "dossier-closed"
    return True


async def panel(writer: Writer, *events: Event) -> None:
    """The jury is asked about the request, and what Basile says of his interests."""
    await writer.record(REVIEW, asked(BASILE, funding="aide"), effective_at="2026-03-05")
    heard = ReviewAsked(review="avis", question="opinion", funding="aide", resubmits=None)
    await writer.record(FILE, heard, effective_at="2026-03-05")
    if events:
        await writer.record(REVIEW, *events, actor=BASILE, effective_at="2026-03-06")


async def test_nothing_is_closed_before_a_panel_is_asked(service: Service, runner: Runner) -> None:
    """Whoever reads the file learns of the request on every road."""
    assert await told(service, runner, BASILE) == ROADS


@pytest.mark.parametrize(
    "events",
    [(), (declared(BASILE, conflict=True),), (declared(BASILE, conflict=True), cancelled())],
    ids=["not declared", "in conflict", "in conflict, the review over"],
)
async def test_who_is_kept_from_it_learns_nothing_of_it(
    service: Service, runner: Runner, writer: Writer, events: tuple[Event, ...]
) -> None:
    """Neither now nor as it was before; others who read the file learn what they did."""
    await panel(writer, *events)
    assert await told(service, runner, BASILE) == set()
    assert await told(service, runner, CLEO) == ROADS


@pytest.mark.parametrize(
    "events", [(declared(BASILE),), (cancelled(),)], ids=["declared", "not declared, the review over"]
)
async def test_it_is_open_again_to_who_has_no_conflict(
    service: Service, runner: Runner, writer: Writer, events: tuple[Event, ...]
) -> None:
    """Once they said so, or once nobody asks them any more."""
    await panel(writer, *events)
    assert await told(service, runner, BASILE) == ROADS
