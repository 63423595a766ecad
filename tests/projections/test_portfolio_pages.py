"""Cooperations are found by words and filters, stand in any order, and are read forwards and backwards."""

import unicodedata
from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.cooperations.events.lifecycle import CooperationPaused
from domain.cooperations.events.record import ContactRecorded
from domain.kernel.values import ContactKind
from domain.registry.reading_scope import ReadingScope, Regions
from projections.portfolio_pages import PortfolioCursor, PortfolioFilter, SortKey
from projections.read import ReadModels
from projections.runner import Runner
from projections.searching import looked_for
from tests.projections.making import ANNA, BASILE, ORGANISATION, REASON, Writer, opening
from tests.support.scopes import EVERYTHING

CONTACT = ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=None)
HERE = ReadingScope(in_full=Regions(frozenset({"occitanie"})))
IN_ORDER: dict[SortKey, list[str]] = {
    "name": ["atelier", "ecluse", "four", "zinc"],
    "due": ["atelier", "ecluse", "zinc", "four"],
    "contact": ["atelier", "ecluse", "zinc", "four"],
    "entry": ["ecluse", "atelier", "zinc", "four"],
}
"""The atelier has had no contact; that sorts before all days.."""


@pytest.fixture(autouse=True)
async def given(writer: Writer, runner: Runner) -> None:
    """Four files here, opened on different days, three of them with a contact; one elsewhere."""
    await writer.found()
    await named(writer, "zinc", "Zinc", at="2026-02-05")
    await named(writer, "ecluse", "Écluse de l’Aa", at="2026-01-03")
    await named(writer, "atelier", "atelier 974 des sœurs", at="2026-01-05", managers=(BASILE,))
    await named(writer, "four", "Four à pain", at="2026-03-01")
    await named(writer, "ailleurs", "Écluse d’ailleurs", at="2026-01-03", region="paca-corse")
    for file, day in (("ecluse", "2026-01-10"), ("zinc", "2026-02"), ("four", "2026-03-02")):
        await writer.record(f"cooperation:{file}", CONTACT, effective_at=day)
    await writer.record("cooperation:four", CooperationPaused(reason=REASON), effective_at="2026-03-02")
    await runner.catch_up(ORGANISATION)


async def named(writer: Writer, file: str, name: str, *, at: str, **more: Any) -> None:
    """A file is opened under a name."""
    opened, entered = opening(file, **more)
    renamed = opened.model_copy(update={"name": name})
    await writer.record(f"cooperation:{file}", renamed, entered, effective_at=at)


async def found(models: ReadModels, where: PortfolioFilter, scope: ReadingScope = HERE) -> list[str]:
    """The files of a page."""
    return [one.file for one in (await models.portfolio(ORGANISATION, scope, where)).rows]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ["name", "contact", "entry", "due"])
async def test_each_order_is_read_to_its_end_and_back(
    read_models: ReadModels, sort: SortKey, *, descending: bool
) -> None:
    """Page by page; from each page the way back leads to the one before, and at the ends there is none."""
    where = PortfolioFilter(sort=sort, descending=descending)
    whole = await found(read_models, where)
    assert whole == (IN_ORDER[sort][::-1] if descending else IN_ORDER[sort])
    pages, after = [], None
    for _ in whole:
        pages.append(await read_models.portfolio(ORGANISATION, HERE, where, after, 1))
        after = pages[-1].after
    assert [one.rows[0].file for one in pages] == whole
    assert (pages[0].before, pages[-1].after) == (None, None)
    for page, previous in zip(pages[1:], pages, strict=False):
        back = await read_models.portfolio(ORGANISATION, HERE, where, page.before, 1)
        assert back.rows == previous.rows
        assert back.after is not None
    first = await read_models.portfolio(ORGANISATION, HERE, where, pages[1].before, 2)
    assert (first.rows, first.before) == (pages[0].rows, None)


async def test_a_cursor_leads_to_nothing_that_may_not_be_read(read_models: ReadModels) -> None:
    """Whoever makes one up of a file elsewhere is shown their own files, before it or after it."""
    for backwards in (False, True):
        made_up = PortfolioCursor("ecluse d'ailleurs", "ailleurs", backwards)
        page = await read_models.portfolio(ORGANISATION, HERE, PortfolioFilter(), made_up)
        assert "ailleurs" not in {one.file for one in page.rows}
    assert await read_models.portfolio_neighbours(ORGANISATION, HERE, PortfolioFilter(), "ailleurs") is None


@pytest.mark.parametrize(
    ("typed", "files"),
    [
        ("écluse", ["ecluse"]),
        ("ECLUSE aa", ["ecluse"]),
        (unicodedata.normalize("NFD", "Écluse"), ["ecluse"]),
        ("éclu\u200fse", ["ecluse"]),
        ("l'écluse", ["ecluse"]),
        ("soeurs", ["atelier"]),
        ("74", []),
        ("97", []),
        ("974", ["atelier"]),
        ("31555", ["atelier", "ecluse", "four", "zinc"]),
        ("toul menui zin", ["zinc"]),
        ("%", ["atelier", "ecluse", "four", "zinc"]),
        ("écluse.*", ["ecluse"]),
        ("basile", ["atelier"]),
        ("atelier basile", ["atelier"]),
        ("zinc basile", []),
    ],
)
async def test_words_find_what_begins_alike_and_codes_what_is_equal(
    read_models: ReadModels, typed: str, files: list[str]
) -> None:
    """Accents, case and marks that nobody sees do not matter; every word has to be found, in the file or in a name."""
    words, either = looked_for(typed, {BASILE: "Basile", ANNA: "Anna"})
    where = PortfolioFilter(words=words, words_or_people=either)
    assert await found(read_models, where) == files


@pytest.mark.parametrize(
    ("where", "files"),
    [
        (PortfolioFilter(no_contact_since=date(2026, 3, 1)), ["atelier", "ecluse", "zinc"]),
        (PortfolioFilter(no_contact_since=date(2026, 2, 15)), ["atelier", "ecluse"]),
        (PortfolioFilter(contact_before=date(2026, 3, 1)), ["ecluse", "zinc"]),
        (PortfolioFilter(overdue_at=datetime(2026, 7, 7, tzinfo=UTC)), ["atelier"]),
        (PortfolioFilter(in_charge=BASILE), ["atelier"]),
        (PortfolioFilter(status="paused"), ["four"]),
        (PortfolioFilter(status="active", contact_before=date(2026, 2, 1), words=("% aa%",)), ["ecluse"]),
        (PortfolioFilter(call="appel"), []),
        (PortfolioFilter(region="paca-corse"), []),
    ],
)
async def test_filters_hold_together_and_counts_are_under_the_same(
    read_models: ReadModels, where: PortfolioFilter, files: list[str]
) -> None:
    """Of a month it is not known that nobody had contact after its last day."""
    assert await found(read_models, where) == files
    counted = await read_models.portfolio_counts(ORGANISATION, HERE, where)
    assert sum(one.files for one in counted) == len(files)


async def test_a_board_shows_each_phase_and_what_is_asleep(read_models: ReadModels) -> None:
    """By the soonest deadline; nothing that may not be read, nothing that the filters leave out."""
    cards = await read_models.board(ORGANISATION, HERE, PortfolioFilter())
    assert [(one.file, one.status) for one in cards] == [
        ("atelier", "active"),
        ("ecluse", "active"),
        ("zinc", "active"),
        ("four", "paused"),
    ]
    cards = await read_models.board(ORGANISATION, HERE, PortfolioFilter(status="paused"))
    assert [one.file for one in cards] == ["four"]
    assert len(await read_models.board(ORGANISATION, EVERYTHING, PortfolioFilter())) == 5


async def test_neighbours_are_those_of_the_list(read_models: ReadModels) -> None:
    """In its order, under its filters; at its ends there is nobody."""

    async def beside(file: str, where: PortfolioFilter) -> tuple[str | None, str | None, int, int] | None:
        found = await read_models.portfolio_neighbours(ORGANISATION, HERE, where, file)
        return (found.previous, found.next, found.number, found.files) if found else None

    by_name, by_contact = PortfolioFilter(), PortfolioFilter(sort="contact", descending=True)
    assert await beside("ecluse", by_name) == ("atelier", "four", 2, 4)
    assert await beside("atelier", by_name) == (None, "ecluse", 1, 4)
    assert await beside("ecluse", by_contact) == ("zinc", "atelier", 3, 4)
    assert await beside("ecluse", PortfolioFilter(status="active")) == ("atelier", "zinc", 2, 3)
    assert await beside("four", PortfolioFilter(status="active")) is None


async def test_filters_offer_what_stands_in_the_lines_that_may_be_read(read_models: ReadModels) -> None:
    """Each value once."""
    found = await read_models.portfolio_values(ORGANISATION, HERE)
    assert (found.regions, found.rulebooks, found.stages) == (("occitanie",), ("tec@1",), ())
    assert found.managers == (ANNA, BASILE)
    assert (await read_models.portfolio_values(ORGANISATION, ReadingScope())).regions == ()
