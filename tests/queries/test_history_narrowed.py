"""A history narrowed: to a span, to somebody, to kinds of entries, by the words that people see."""

import pytest

from projections.timeline import TimelineEntry
from queries.as_of import Then
from queries.families import family_of
from queries.history import history_of
from queries.history_narrowed import EVERYTHING, Narrowing
from queries.history_part import HistoryFilter, Place, history_part
from queries.refused import Failure
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of

SWANN = person_of("swann")


async def narrowed(told: House, asked: Narrowing) -> list[TimelineEntry]:
    """The entries of Filature that are wanted."""
    visit, _ = await look_into(told, SWANN)
    return list((await history_of(visit, "filature", Then(), asked)).entries)


async def test_a_span_has_its_first_and_its_last_day(told: House) -> None:
    """Nothing before, nothing after; what is left out on both sides is all the rest."""
    whole = await narrowed(told, EVERYTHING)
    days = sorted({one.effective_at[:10] for one in whole})
    since, until = days[1], days[-2]
    found = await narrowed(told, Narrowing(since, until))
    assert {one.effective_at[:10] for one in found} == set(days[1:-1])
    before = await narrowed(told, Narrowing(until=days[0]))
    after = await narrowed(told, Narrowing(since=days[-1]))
    assert len(before) + len(found) + len(after) == len(whole)


@pytest.mark.parametrize("by", ["Swann Ébauche", "swann", "SWANN EBAUCHE", SWANN])
async def test_somebody_is_known_by_the_name_or_a_part_of_it(told: House, by: str) -> None:
    """With accents or without; the id does too."""
    found = await narrowed(told, Narrowing(by=by))
    assert {one.actor for one in found} == {SWANN}
    assert len(found) < len(await narrowed(told, EVERYTHING))


@pytest.mark.parametrize("words", ["Contact", "ContactRecorded", "contact"])
async def test_kinds_are_named_by_what_entries_are_called(told: House, words: str) -> None:
    """In either language, or as JSON names them."""
    found = await narrowed(told, Narrowing(types=(words,)))
    assert {one.type for one in found} == {"ContactRecorded"}


@pytest.mark.parametrize("words", ["argent", "money"])
async def test_a_family_has_all_of_its_kinds(told: House, words: str) -> None:
    """And nothing else."""
    found = await narrowed(told, Narrowing(types=(words,)))
    whole = await narrowed(told, EVERYTHING)
    assert found == [one for one in whole if family_of(one.type) == "money"] != []


@pytest.mark.parametrize(
    ("asked", "accepted"),
    [
        (Narrowing(by="Personne d’autre"), "Swann Ébauche"),
        (Narrowing(by="–"), "Swann Ébauche"),
        (Narrowing(types=("argent", "licornes")), "carnet"),
        (Narrowing(types=("licornes",)), "Contact"),
        (Narrowing(since="31/13"), "2026-11-22"),
        (Narrowing(until="32"), "2026-11-22"),
    ],
)
async def test_what_means_nothing_there_is_told_what_would_do(
    told: House, asked: Narrowing, accepted: str
) -> None:
    """People who appear there, kinds of entries that it has, how dates are written."""
    with pytest.raises(Failure) as refused:
        await narrowed(told, asked)
    assert accepted in refused.value.remedy.fr


async def test_several_kinds_stand_with_commas_between(told: House) -> None:
    """Also where one has a comma in its own name."""
    found = await narrowed(
        told,
        Narrowing(
            types=(
                "contact",
                "Payment failed, returned or cancelled",
            )
        ),
    )
    assert {one.type for one in found} == {"ContactRecorded"}
    both = await narrowed(told, Narrowing(types=("contact, dossier ouvert",)))
    assert {one.type for one in both} == {"ContactRecorded", "CooperationOpened"}


async def test_a_page_narrows_in_the_same_way_and_counts_the_rest(told: House) -> None:
    """Kinds that are named are wanted, of whatever family."""
    visit, _ = await look_into(told, SWANN)
    where = HistoryFilter(frozenset(), narrowing=Narrowing(types=("money",)))
    found = await history_part(visit, "filature", Then(), where, Place())
    assert found.total == len(found.history.entries) == found.counts["money"]
    assert found.counts["steps"] > 0
