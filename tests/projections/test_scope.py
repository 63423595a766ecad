"""Every list shows of its rows exactly those whose files its reader may read, page by page, and counts no other."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.bank.access import KEEP_BANK_DETAILS
from domain.files.file import KeptFile
from domain.files.reading import READ_EVERYWHERE, Reading, may_read, reading
from domain.fundings.state import Funding
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.values import Role
from domain.people.identity import one_of
from domain.people.roles import roles_anywhere
from domain.people.state import Organisation
from domain.registry.codec import decode_all
from domain.registry.folding import next_state
from domain.registry.reading_scope import ReadingScope, reading_scope
from domain.reviews.reading import closes_request, involved_in
from domain.reviews.state import Review
from eventstore.postgres import PostgresLedger
from projections.agenda import AgendaFilter
from projections.envelopes import EnvelopeFilter
from projections.fundings import FundingFilter
from projections.pages import ACursor, AFilter, Asking
from projections.portfolio_pages import PortfolioFilter
from projections.read import ReadModels
from projections.reviews import ReviewFilter
from projections.runner import Runner
from projections.tasks import TaskFilter
from tests.projections.asking import asks, cancelled, declared, delegated, opened, opinion
from tests.projections.making import ANNA, BASILE, CLEO, ORGANISATION, Writer
from tests.projections.test_beside import DETAILS, filled
from tests.support.readers import INSTANTS, REGIONS, organisations
from tests.support.scopes import EVERYTHING, AnOf, rows

LATER = datetime(2026, 4, 10, 12, tzinfo=UTC)
EVERYWHERE = (*REGIONS, "grand-est")
"""The last region is one that neither a role nor a rulebook names."""
DEADLINES = AgendaFilter(datetime(2031, 1, 1, tzinfo=UTC))
TWINS = {CLEO: BASILE}
HIDDEN = {
    "object": "",
    "cooperation_type": "",
    "economic_model": "",
    "origin": "",
    "managers": (),
    "last_contact_at": None,
    "next_deadline": None,
    "next_deadline_fr": None,
    "next_deadline_en": None,
    "next_due_on": None,
    "next_overdue_from": None,
    "last_contact_on": None,
    "closing": None,
    "call": None,
    "stage": None,
    "whole": False,
}
"""What a line does not tell of a public sheet."""
FOUND_BY_WHAT_NO_SHEET_TELLS = (
    PortfolioFilter(in_charge=ANNA),
    PortfolioFilter(due_by=date(2040, 1, 1), sort="due"),
    PortfolioFilter(no_contact_since=date(2040, 1, 1), sort="contact", descending=True),
    PortfolioFilter(words=("% menuiserie%",)),
    PortfolioFilter(words_or_people=(f" {ANNA} ",), sort="entry"),
)
"""Each finds every file that is read in full."""
DECIDING = st.sampled_from([frozenset[str](), frozenset({"reunion-0", "occitanie-1"})])
"""The cooperations in which a decision waits: that puts none of their rows into any list but that of tasks."""
SEATS = {"occitanie": (BASILE,), "reunion": (CLEO,), "polynesie": (BASILE, CLEO), "grand-est": (ANNA,)}


@pytest.fixture
async def files(writer: Writer, runner: Runner, ledger: PostgresLedger) -> dict[str, KeptFile]:
    """Files of all kinds in several regions, by key, as the ledger has them; envelopes and bank details beside them."""
    board = ((one, Role.BOARD, None) for one in (BASILE, CLEO))
    jury = ((one, Role.JURY, None) for one in (ANNA, BASILE, CLEO))
    await writer.found((ANNA, Role.ADMINISTRATOR, None), *board, *jury)
    for region in EVERYWHERE:
        for number in range(3):
            named = (ANNA, (ANNA, BASILE, CLEO)[number])
            await writer.open(
                f"{region}-{number}", region=region, at=f"2026-0{number + 1}-05", managers=named
            )
        about: dict[str, Any] = {"cooperation": f"{region}-0", "region": region}
        await writer.record(f"funding:{region}", asks(**about))
        await writer.record(f"funding:{region}-own", asks(**about, managers=(ANNA, CLEO)))
        await writer.record(f"review:{region}", opened(*SEATS[region], funding=region, **about))
        await writer.record(f"review:{region}-free", opened(ANNA, **about), effective_at="2026-03-04")
    await writer.record("review:reunion", declared(CLEO), opinion(CLEO, "favourable"), actor=CLEO)
    await _conflicts(writer)
    await writer.record("envelope:tec/grant/2026", *filled())
    await writer.record("envelope:tec/grant/2027", *filled()[:1])
    await writer.record("account:w123456789", DETAILS)
    await runner.catch_up(ORGANISATION)
    streams = await ledger.streams(ORGANISATION, "")
    stored = await ledger.read_streams(ORGANISATION, dict.fromkeys(streams, 0))
    states = [next_state(stream, None, decode_all(some)) for stream, some in stored.items() if ":" in stream]
    return {one.key: one for one in states if isinstance(one, KeptFile)}


async def _conflicts(writer: Writer) -> None:
    """Of Basile, besides interests that he has not declared where a panel is asked.

    One declared for good, one that is over with its review, one that is over with a delegation.
    """
    declares = opened(BASILE, cooperation="reunion-0", region="reunion", funding="reunion-own")
    await writer.record("review:reunion-own", declares, declared(BASILE, conflict=True), actor=BASILE)
    await writer.record("review:reunion-own", cancelled())
    over = opened(BASILE, cooperation="occitanie-0", funding="occitanie-own")
    await writer.record("review:occitanie-own", over, cancelled())
    await writer.record("review:grand-est", delegated(ANNA, BASILE, date(2026, 3, 1)))


def lets_through(
    files: dict[str, KeptFile],
    people: Organisation,
    who: str,
    now: datetime,
    key: str,
    deciding: frozenset[str] = frozenset(),
) -> bool:
    """The rule, asked file by file."""
    held = roles_anywhere(people, who, now)
    if key == ORGANISATION_STREAM:
        return Role.ADMINISTRATOR in held
    if key.startswith("account:"):
        return bool(held & {*KEEP_BANK_DETAILS, *READ_EVERYWHERE})
    file = files[key]
    if isinstance(file, Funding):
        asked = [
            one for one in files.values() if isinstance(one, Review) and f"funding:{one.funding}" == file.key
        ]
        return may_read(people, who, file, now, deciding) and closes_request(people, who, asked, now) is None
    seated = isinstance(file, Review) and one_of(people, who, involved_in(file))
    return seated or may_read(people, who, file, now, deciding)


EACH_READER = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@EACH_READER
@given(people=organisations(ANNA, BASILE, CLEO), now=INSTANTS, deciding=DECIDING)
async def test_a_list_shows_what_the_rule_lets_through_file_by_file(
    files: dict[str, KeptFile],
    read_models: ReadModels,
    people: Organisation,
    now: datetime,
    deciding: frozenset[str],
) -> None:
    """Whoever reads, whenever; in the order of the whole list."""
    scope = reading_scope(people, BASILE, now, deciding)

    async def holds(ask: Asking[AFilter, ACursor, AnOf], where: AFilter) -> None:
        everything = await rows(ask, EVERYTHING, where, 1_000)
        assert await rows(ask, scope, where, 3) == [
            one for one in everything if lets_through(files, people, BASILE, now, one.file)
        ]

    await holds(read_models.fundings, FundingFilter())
    await holds(read_models.reviews, ReviewFilter())
    await holds(read_models.agenda, DEADLINES)
    envelopes = await rows(read_models.envelopes, EVERYTHING, EnvelopeFilter(), 1_000)
    assert len(envelopes) == 2
    assert await rows(read_models.envelopes, scope, EnvelopeFilter(), 1) == (
        envelopes if scope.member else []
    )


@EACH_READER
@given(people=organisations(ANNA, BASILE, CLEO), now=INSTANTS, deciding=DECIDING)
async def test_the_portfolio_tells_of_each_cooperation_as_much_as_the_rule_lets_through(
    files: dict[str, KeptFile],
    read_models: ReadModels,
    people: Organisation,
    now: datetime,
    deciding: frozenset[str],
) -> None:
    """In full, as a public sheet, or nothing; a sheet is found by nothing that it does not tell."""
    scope = reading_scope(people, BASILE, now, deciding)
    judged = {key: reading(people, BASILE, file, now) for key, file in files.items()}
    everything = await rows(read_models.portfolio, EVERYTHING, PortfolioFilter(), 1_000)
    shown = await rows(read_models.portfolio, scope, PortfolioFilter(), 3)
    assert [one.file for one in shown] == [one.file for one in everything if judged[one.file]]
    in_full = {one.file: one for one in everything}
    for line in shown:
        whole = judged[line.file] is Reading.IN_FULL
        assert line == (in_full[line.file] if whole else in_full[line.file].model_copy(update=HIDDEN))
    cards = await read_models.board(ORGANISATION, scope, PortfolioFilter())
    assert {one.file: one.model_dump() for one in cards} == {one.file: one.model_dump() for one in shown}
    for where in FOUND_BY_WHAT_NO_SHEET_TELLS:
        found = await rows(read_models.portfolio, scope, where, 3)
        assert sorted(one.file for one in found) == sorted(one.file for one in shown if one.whole)
    by_name = await rows(read_models.portfolio, scope, PortfolioFilter(words=("% occitanie%",)), 3)
    assert by_name == [one for one in shown if one.file.startswith("occitanie")]


@EACH_READER
@given(people=organisations(ANNA, BASILE, CLEO), now=INSTANTS, deciding=DECIDING)
async def test_tasks_show_what_the_rule_lets_through_file_by_file(
    files: dict[str, KeptFile],
    read_models: ReadModels,
    people: Organisation,
    now: datetime,
    deciding: frozenset[str],
) -> None:
    """One’s own and everybody’s, each once, longest first; interests that stand in the way of something too."""
    scope = reading_scope(people, BASILE, now, deciding)
    for whose in (None, BASILE):
        known = replace(await read_models.people(ORGANISATION), twins=people.twins)
        where = TaskFilter(LATER, whose, known)
        everything = await rows(read_models.tasks, EVERYTHING, where, 1_000)
        shown = await rows(read_models.tasks, scope, where, 3)
        assert Counter(shown) == Counter(
            one for one in everything if lets_through(files, people, BASILE, now, one.file, deciding)
        )
        assert [one.since for one in shown] == sorted(one.since for one in shown)


@EACH_READER
@given(people=organisations(ANNA, BASILE, CLEO), now=INSTANTS, deciding=DECIDING)
async def test_counts_count_what_the_pages_show(
    files: dict[str, KeptFile],
    read_models: ReadModels,
    people: Organisation,
    now: datetime,
    deciding: frozenset[str],
) -> None:
    """By status and phase, with and without a filter."""
    assert files
    scope = reading_scope(people, BASILE, now, deciding)
    for where in (
        PortfolioFilter(),
        PortfolioFilter(region="reunion"),
        PortfolioFilter(phase="exploration"),
        PortfolioFilter(in_charge=CLEO),
    ):
        lines = await rows(read_models.portfolio, scope, where, 5)
        counted = await read_models.portfolio_counts(ORGANISATION, scope, where)
        assert Counter({(one.rulebook, one.phase, one.status): one.files for one in counted}) == Counter(
            (one.rulebook, one.phase, one.status) for one in lines
        )
    reviews = await rows(read_models.reviews, scope, ReviewFilter(open=True), 5)
    assert await read_models.review_counts(ORGANISATION, scope, ReviewFilter(open=True)) == Counter(
        one.status for one in reviews
    )
    fundings = await rows(read_models.fundings, scope, FundingFilter(), 5)
    sums = await read_models.funding_counts(ORGANISATION, scope)
    assert sum(one.fundings for one in sums) == len(fundings)
    assert sum(one.requested_cents for one in sums) == sum(one.requested_cents for one in fundings)
    deadlines = await rows(read_models.agenda, scope, DEADLINES, 5)
    at = datetime(2026, 8, 1, tzinfo=UTC)
    assert await read_models.agenda_counts(ORGANISATION, scope, DEADLINES, at) == (
        len(deadlines),
        sum(one.overdue_from <= at for one in deadlines),
    )
    for programme in {one.rulebook.partition("@")[0] for one in deadlines}:
        coming = await read_models.to_come(ORGANISATION, scope, programme, at, 1_000)
        assert {(one.file, one.occurrence) for one in coming} == {
            (one.file, one.occurrence)
            for one in deadlines
            if one.rulebook.startswith(f"{programme}@")
            and not one.silent
            and one.next_rung_at is not None
            and one.next_rung_at <= at
        }


async def test_who_sits_on_a_panel_hears_what_they_are_to_declare_wherever_the_money_is(
    files: dict[str, KeptFile], read_models: ReadModels
) -> None:
    """The request itself is not theirs to read, and not shown."""
    seated = ReadingScope(ids=frozenset({BASILE}))
    assert not seated.reads(files["funding:occitanie"])
    where = TaskFilter(LATER, BASILE)
    shown = {(one.file, one.kind) for one in await rows(read_models.tasks, seated, where, 1)}
    assert ("review:occitanie", "interests") in shown
    assert {file for file, kind in shown if kind == "interests"} == {
        "review:occitanie",
        "review:occitanie-own",
        "review:polynesie",
    }
    assert all(file.startswith("review:") for file, _ in shown)
