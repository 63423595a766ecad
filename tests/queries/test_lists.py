"""Lists tell everybody of the files that they may read, and of no other; now, as of a date, and in parts."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from asyncpg.connection import LoggedQuery

from bootstrap import Service
from domain.cooperations.events.lifecycle import CooperationPaused
from domain.cooperations.events.record import ContactRecorded
from domain.kernel.values import ContactKind, Role
from language import say
from projections.agenda import AgendaFilter
from projections.fundings import FundingFilter
from projections.portfolio import PortfolioLine
from projections.portfolio_pages import PortfolioFilter
from projections.reviews import ReviewFilter
from projections.runner import Runner
from queries.agenda import count_agenda, list_agenda
from queries.as_of import Then
from queries.fundings import count_fundings, list_fundings, list_fundings_then
from queries.lists import Listed, Part
from queries.portfolio import count_portfolio, list_portfolio
from queries.portfolio_query import PortfolioQuery, read_text
from queries.portfolio_then import list_portfolio_then
from queries.reviews import count_reviews, list_reviews, list_reviews_then
from queries.tasks import list_tasks
from queries.visit import Visit
from tests.projections.asking import asks, granted, opened
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, REASON, Writer
from tests.queries.visits import NOBODY, visit_of

FAR = datetime(2031, 1, 1, tzinfo=UTC)
THEN = Then(as_of="2026-03-02")
HERE, THERE = "occitanie", "grand-est"

Ask = Callable[[Visit], Awaitable[Listed[Any, Any]]]
LISTS: dict[str, Ask] = {
    "portfolio": lambda visit: list_portfolio(visit, PortfolioFilter()),
    "portfolio then": lambda visit: list_portfolio_then(visit, PortfolioQuery({}), THEN),
    "tasks": lambda visit: list_tasks(visit, everybody=True),
    "agenda": lambda visit: list_agenda(visit, FAR),
    "reviews": lambda visit: list_reviews(visit, ReviewFilter()),
    "reviews then": lambda visit: list_reviews_then(visit, ReviewFilter(), THEN),
    "fundings": lambda visit: list_fundings(visit, FundingFilter()),
    "fundings then": lambda visit: list_fundings_then(visit, FundingFilter(), THEN),
}

STATEMENTS = {
    "portfolio": 2,
    "portfolio then": 5,
    "tasks": 4,
    "agenda": 3,
    "reviews": 2,
    "reviews then": 4,
    "fundings": 2,
    "fundings then": 4,
}
"""What each list takes: one to wait for the read models, then its own."""


@pytest.fixture(autouse=True)
async def files(writer: Writer, runner: Runner) -> None:
    """In each of two regions a cooperation, money asked for in it, and a review; Anna and Cléo are in charge of one.

    Basile holds no role at present and sits in the review here.
    """
    await writer.found((ANNA, Role.PROGRAMME_MANAGER, HERE), (CLEO, Role.PROGRAMME_MANAGER, THERE))
    for region, who in ((HERE, ANNA), (THERE, CLEO)):
        await in_region(writer, region, who)
    await runner.catch_up(ORGANISATION)


async def in_region(writer: Writer, region: str, who: str, name: str = "") -> None:
    """A cooperation that somebody is in charge of, with a funding and a review."""
    key = name or region
    about: dict[str, Any] = {"cooperation": key, "region": region, "managers": (who,)}
    await writer.open(key, region=region, managers=(who,))
    await writer.record(f"funding:{key}", asks(**about), granted(), effective_at="2026-03-01")
    await writer.record(f"review:{key}", opened(BASILE if region == HERE else CLEO, **about))


def keys(found: Listed[Any, Any]) -> Sequence[str]:
    """The files of rows, each once."""
    return sorted({one.file for one in found.rows})


def of(region: str) -> set[str]:
    """All that there is in a region."""
    return {region, f"funding:{region}", f"review:{region}"}


async def test_everybody_is_told_of_their_own_region_only(service: Service) -> None:
    """Of each region something is shown to whom it concerns; who holds no role and no seat is shown nothing."""
    for name, ask in LISTS.items():
        for region, who in ((HERE, ANNA), (THERE, CLEO)):
            found = keys(await ask(await visit_of(service, who)))
            assert found, (name, region)
            assert set(found) <= of(region), (name, region)
        assert not keys(await ask(await visit_of(service, NOBODY))), name


async def test_who_sits_in_a_review_is_told_of_it_and_of_nothing_else(service: Service) -> None:
    """Neither of the cooperation nor of its money; but they are asked to give their opinion."""
    visit = await visit_of(service, BASILE)
    for name, ask in LISTS.items():
        assert set(keys(await ask(visit))) <= {f"review:{HERE}"}, name
    for name in ("reviews", "reviews then"):
        assert keys(await LISTS[name](visit)) == [f"review:{HERE}"], name


async def test_counts_tell_of_as_many_as_lists_do(service: Service) -> None:
    """No number tells of what is not shown."""
    for who in (ANNA, BASILE, CLEO, NOBODY):
        visit = await visit_of(service, who)
        files = await count_portfolio(visit, PortfolioFilter())
        assert sum(one.files for one in files) == len(keys(await LISTS["portfolio"](visit)))
        reviews = await count_reviews(visit, ReviewFilter())
        assert sum(reviews.values()) == len(keys(await LISTS["reviews"](visit)))
        fundings = await count_fundings(visit, FundingFilter())
        assert sum(one.fundings for one in fundings) == len(keys(await LISTS["fundings"](visit)))
        deadlines = await count_agenda(visit, AgendaFilter(FAR, visit.now))
        assert deadlines.deadlines == len((await LISTS["agenda"](visit)).rows)


PHONED = ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=REASON)
PAUSED = CooperationPaused(reason=REASON)
QUESTIONS = (
    *("", "region=grand-est", "phase=diagnosis", "phase=exploration", "etat=ouverts", "etat=en-sommeil"),
    *("etat=active", "etat=closed", f"charge={ANNA}", f"charge={CLEO}", "echeance=retard", "echeance=P1M"),
    *("contact=P3M", "contact=P1Y", "avant_le=2026-03-02", "avant_le=2026-03-03", "appel=autre", "etape=x"),
    *("q=occ", "q=ccit", "q=autre", "tri=-nom", "tri=echeance", "tri=-contact", "tri=-phase"),
)


async def test_the_portfolio_answers_the_same_questions_of_the_past(
    service: Service, writer: Writer, runner: Runner
) -> None:
    """Each filter and order, asked of today as of the present and folded from the ledger, names the same files."""
    for name in ("autre", "tierce"):
        await in_region(writer, HERE, ANNA, name)
    await writer.record("cooperation:autre", PHONED, effective_at="2026-03-02")
    await writer.record("cooperation:tierce", PAUSED, effective_at="2026-03-02")
    await runner.catch_up(ORGANISATION)
    visit = await visit_of(service, ANNA)
    names, answers = await visit.names(), {}
    for question in QUESTIONS:
        query = read_text(question)
        assert not query.dropped, question
        now = await list_portfolio(visit, query.where(visit, names), Part(limit=9))
        then = await list_portfolio_then(visit, query, THEN)
        answers[question] = [one.file for one in then.rows]
        assert answers[question] == [one.file for one in now.rows], question
        if question == "":
            assert [_lasting(one) for one in then.rows] == [_lasting(one) for one in now.rows]
    assert {len(one) for one in answers.values()} == {0, 1, 2, 3}
    assert (await list_portfolio_then(visit, PortfolioQuery({}), Then("2020"))).rows == []


def _lasting(line: PortfolioLine) -> dict[str, Any]:
    """A line without what tells how it was looked at."""
    return line.model_dump(exclude={"position", "recorded_at"})


async def test_filters_hold_now_and_then(service: Service) -> None:
    """What the read models answer and what is folded from the ledger is the same."""
    visit = await visit_of(service, ANNA)
    for reviews, found in (
        (ReviewFilter(), 1),
        (ReviewFilter(region=THERE), 0),
        (ReviewFilter(open=True), 1),
        (ReviewFilter(open=False), 0),
        (ReviewFilter(panel="other"), 0),
        (ReviewFilter(status="open", panel="small_jury"), 1),
    ):
        there = await list_reviews_then(visit, reviews, THEN)
        assert keys(await list_reviews(visit, reviews)) == keys(there), reviews
        assert len(there.rows) == found, reviews
    for fundings, found in (
        (FundingFilter(), 1),
        (FundingFilter(region=THERE), 0),
        (FundingFilter(status="closed"), 0),
        (FundingFilter(instrument="grant"), 1),
    ):
        past = await list_fundings_then(visit, fundings, THEN)
        assert keys(await list_fundings(visit, fundings)) == keys(past), fundings
        assert len(past.rows) == found, fundings


async def test_a_list_is_read_in_parts_or_whole(service: Service, writer: Writer, runner: Runner) -> None:
    """A part says where the next one begins; whoever names none is given all."""
    for name in ("autre", "tierce"):
        await in_region(writer, HERE, ANNA, name)
    await runner.catch_up(ORGANISATION)
    visit = await visit_of(service, ANNA)
    whole = await list_portfolio(visit, PortfolioFilter())
    assert whole.after is None
    first = await list_portfolio(visit, PortfolioFilter(), Part(limit=2))
    second = await list_portfolio(visit, PortfolioFilter(), Part(first.after, limit=2))
    assert first.after is not None
    assert second.after is None
    assert [*first.rows, *second.rows] == list(whole.rows)
    assert set(first.phases) == {one.file for one in first.rows}


async def test_deadlines_name_what_they_are_about(service: Service) -> None:
    """A condition, by what the file calls it."""
    found = await list_agenda(await visit_of(service, ANNA), FAR)
    assert {say(one) for one in found.subjects.values()} == {"Un local"}
    assert set(found.subjects) == {one.occurrence for one in found.rows if one.subject}


async def test_who_was_erased_is_named_in_no_list(service: Service) -> None:
    """Their tasks are still told, without a name; of others only those are named of whom there is something to tell."""
    visit = await visit_of(service, ANNA)
    assert (await list_tasks(visit, everybody=True)).names == {ANNA: "Anna", BASILE: "Basile"}
    await service.vault.erase(ORGANISATION, BASILE)
    visit.look_again()
    assert (await list_tasks(visit, everybody=True)).names == {ANNA: "Anna"}


async def test_a_list_costs_as_many_statements_with_more_files(
    service: Service, writer: Writer, runner: Runner, said: list[LoggedQuery]
) -> None:
    """Nothing is asked file by file."""
    visit = await visit_of(service, ANNA)
    few = await costs(visit, said)
    for name in ("autre", "tierce"):
        await in_region(writer, HERE, ANNA, name)
    await runner.catch_up(ORGANISATION)
    many = await costs(visit, said)
    for name, (statements, files) in many.items():
        assert statements == few[name][0], name
        assert files > few[name][1], name
    assert {name: statements for name, (statements, _) in many.items()} == STATEMENTS


async def costs(visit: Visit, said: list[LoggedQuery]) -> dict[str, tuple[int, int]]:
    """How many statements each list takes, and of how many files it tells."""
    found = {}
    for name, ask in LISTS.items():
        visit.look_again()
        said.clear()
        files = len(keys(await ask(visit)))
        found[name] = len(said), files
    return found
