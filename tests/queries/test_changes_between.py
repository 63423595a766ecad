"""What changed on a sheet between two days: the difference of two folds, and the entries that made it."""

from itertools import combinations

import pytest

from queries.as_of import Then
from queries.changes_between import ChangesBetween, changes_between
from queries.cooperation import cooperation_in_full
from queries.refused import Failure
from queries.sheet_facts import facts_of
from queries.visit import Visit
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of
from wording.sheet_facts import ASPECTS

SWANN, NOUR, ANDREA = person_of("swann"), person_of("nour"), person_of("andrea")
DAYS = ("2026-09-07", "2026-10-13", "2026-12-10", "2027-02-02", "2027-02-17", "2027-03-01")
"""Days on which something happened in Filature, the first one and the last among them."""


async def facts_on(visit: Visit, day: str) -> dict[tuple[str, str], object]:
    """What a fold as of the end of a day tells."""
    found = facts_of(await cooperation_in_full(visit, "filature", Then(as_of=day)))
    return {key: fact.value for key, fact in found.items()}


async def between(
    told: House, since: str, until: str, file: str = "filature", person: str = SWANN
) -> ChangesBetween:
    """What changed, as somebody sees it."""
    visit, _ = await look_into(told, person)
    return await changes_between(visit, file, since, until)


@pytest.mark.parametrize(("since", "until"), list(combinations(DAYS, 2)))
async def test_it_is_the_difference_of_two_folds(told: House, since: str, until: str) -> None:
    """What was there before, with what changed, is what is there after; and only what is another is told."""
    visit, _ = await look_into(told, SWANN)
    before, after = await facts_on(visit, since), await facts_on(visit, until)
    found = (await changes_between(visit, "filature", since, until)).changes
    for one in found:
        key = (one.aspect, one.of)
        was, now = (fact.value if fact else None for fact in (one.before, one.after))
        assert (before.get(key), after.get(key)) == (was, now)
        assert was != now
    changed = {(one.aspect, one.of) for one in found}
    assert {key for key in before | after if before.get(key) != after.get(key)} == changed


@pytest.mark.parametrize(("since", "until"), list(combinations(("2026-01-01", *DAYS), 2)))
async def test_every_change_names_what_did_it(told: House, since: str, until: str) -> None:
    """But of deadlines, which time alone moves on; nothing that had happened before, or came later."""
    for one in (await between(told, since, until)).changes:
        assert one.entries or one.aspect == "deadline", one
        assert all(since < entry.effective_at[:10] <= until for entry in one.entries)


async def test_money_is_told_with_the_entry_that_paid_it(told: House) -> None:
    """By what the instrument is called, before and after in words."""
    found = {one.aspect: one for one in (await between(told, "2026-12-31", "2027-03-01")).changes}
    paid = found["paid"]
    assert (paid.before, paid.after and paid.after.value) == (None, 1_500_000)
    assert "PaymentConfirmed" in {one.type for one in paid.entries}
    assert {one.file for one in paid.entries} == {paid.of}


async def test_before_it_was_opened_nothing_was_there(told: House) -> None:
    """All of the sheet is new."""
    found = (await between(told, "2020", "2026-09-30")).changes
    assert {one.before for one in found} == {None}
    assert "CooperationOpened" in {
        entry.type for one in found if one.aspect == "name" for entry in one.entries
    }


async def test_one_day_changes_nothing(told: House) -> None:
    """Between its evening and its evening."""
    assert (await between(told, "2027-02-17", "2027-02-17")).changes == []


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [
        ("2027-03-01", "2026-12-31", "period-reversed"),
        ("2026", "31/13", "bad-date"),
        ("2019", "2020", "not-known-then"),
    ],
)
async def test_days_that_make_no_span_are_refused(told: House, since: str, until: str, code: str) -> None:
    """The wrong way round, no days, before there was anything."""
    with pytest.raises(Failure, match=code):
        await between(told, since, until)


@pytest.mark.parametrize("name", ["filature", "nowhere"])
async def test_who_may_not_read_it_is_told_nothing(told: House, name: str) -> None:
    """As of a file that is not there."""
    with pytest.raises(Failure, match="not-readable"):
        await between(told, "2026", "2027", name, NOUR)


async def test_every_aspect_has_words(told: House) -> None:
    """Of all that the sheet tells."""
    visit, _ = await look_into(told, SWANN)
    assert {aspect for aspect, _ in await facts_on(visit, DAYS[-1])} <= ASPECTS.keys()
