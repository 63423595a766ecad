"""What the address of the list asks is read, said again and asked of the read models."""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people.state import Organisation
from projections.portfolio_pages import PortfolioCursor
from queries.portfolio_query import COLUMNS, FILTERS, USUAL, PortfolioQuery, read_pairs, read_text
from queries.visit import Visit
from tests.application.house import RULEBOOKS

VISIT = cast(
    "Visit",
    SimpleNamespace(
        now=datetime(2026, 8, 31, 9, tzinfo=UTC),
        zone=ZoneInfo("Europe/Paris"),
        people=Organisation(),
        service=SimpleNamespace(rulebooks=RULEBOOKS),
    ),
)
FUNNELLED = "fondation-territoriale-des-lumieres"
WHOLE = "region=occitanie&etat=active&q=%C3%A9cluse%20%26%20co&tri=-echeance&col=phase&col=etat&vue=phases"


def where(text: str) -> Any:
    """What read models are asked on 31 August 2026."""
    return read_text(text).where(VISIT, {"p-1": "Nour Modèle"})


def test_a_question_is_said_as_it_was_read() -> None:
    """In one order of its parts, without what goes without saying."""
    query = read_text(WHOLE)
    assert read_text(query.text) == query
    assert query.text == (
        "q=%C3%A9cluse%20%26%20co&region=occitanie&etat=active&tri=-echeance&col=phase&col=etat&vue=phases"
    )
    assert read_text("").text == ""
    assert read_text("tri=nom&vue=liste&etape=&col=").text == ""


def test_a_place_in_the_list_is_carried_but_not_kept() -> None:
    """A view begins at its beginning; so does whatever is narrowed down or sorted anew."""
    query = read_text("tri=echeance&apres=2026-12-31~noailles")
    assert query.place == PortfolioCursor(date(2026, 12, 31), "noailles")
    assert query.text == "tri=echeance&apres=2026-12-31~noailles"
    assert query.kept == "tri=echeance"
    back = read_text("avant=a~b~noailles").place
    assert back == PortfolioCursor("a~b", "noailles", backwards=True)
    for anew in (query.sorted_by("nom"), query.without("region"), query.narrowed({"etat": "active"})):
        assert anew.place is None
    assert read_text("tri=echeance&apres=demain~noailles").place is None


def test_a_column_sorts_upwards_first_then_downwards() -> None:
    """Another column begins upwards again."""
    query = read_text("tri=contact")
    assert [query.sorted_by(one).order for one in ("contact", "nom")] == ["-contact", "nom"]
    assert query.sorted_by("contact").sorted_by("contact").order == "contact"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("etat=ouverts", {"open": True, "status": None}),
        ("etat=en-sommeil", {"asleep": True, "status": None}),
        ("etat=paused", {"status": "paused", "open": None}),
        ("echeance=retard", {"overdue_at": VISIT.now, "due_by": None}),
        ("echeance=P1M", {"due_by": date(2026, 9, 30), "overdue_at": None}),
        ("contact=P6M", {"no_contact_since": date(2026, 2, 28)}),
        ("avant_le=2026-03-01", {"contact_before": date(2026, 3, 1)}),
        ("q=Nour+halle", {"words": ("% halle%",), "words_or_people": (" (?:nour|p-1 )",)}),
        ("q=%", {"words": None, "words_or_people": None}),
        ("etape=received", {"stages": ("received",)}),
        (f"programme={FUNNELLED}&atteint=received", {"stages": ("received", "shortlisted", "supported")}),
        (f"programme={FUNNELLED}&atteint=shortlisted", {"stages": ("shortlisted", "supported")}),
        ("atteint=shortlisted&etape=supported", {"stages": ("supported",)}),
        ("reglement=tec@1", {"rulebook": "tec@1"}),
        ("tri=-phase", {"sort": "entry", "descending": True}),
    ],
)
def test_what_is_asked_of_the_read_models(text: str, asked: dict[str, Any]) -> None:
    """Spans are counted from today, in the calendar."""
    found = where(text)
    assert {name: getattr(found, name) for name in asked} == asked


def test_what_nobody_knows_is_named_and_left_out() -> None:
    """Each once; the rest is asked all the same."""
    query = read_text("couleur=1&couleur=2&etat=mort&tri=couleur&col=couleur&region=occitanie&avant_le=hier")
    assert query.dropped == ("couleur", "etat", "col", "avant_le", "tri")
    assert replace(query, dropped=()) == PortfolioQuery({"region": "occitanie"})


@given(
    st.lists(st.tuples(st.sampled_from([*FILTERS, "tri", "col", "vue", "apres", "avant", "x"]), st.text()))
)
def test_whatever_an_address_holds_is_a_question(pairs: list[tuple[str, str]]) -> None:
    """Which is said so that it is read alike, and can be asked."""
    query = read_pairs(pairs)
    assert set(query.columns) <= set(COLUMNS)
    assert query.columns == USUAL or query.columns
    assert replace(read_pairs(query.pairs), dropped=()) == replace(query, dropped=())
    query.where(VISIT, {})
