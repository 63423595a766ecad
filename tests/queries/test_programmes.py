"""Programmes are known to everybody; the files that run under them count as far as one may read them."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, cast

import pytest

from application.commands.migration_preview import Migrations
from domain.kernel.refusal import Refusal
from domain.registry.reading_scope import ReadingScope
from projections.portfolio_pages import Counted, PortfolioFilter
from queries.migration import Planned, Wish, planned_migrations
from queries.programmes import list_programmes
from queries.refused import Failure
from queries.visit import Visit
from tests.application.house import RULEBOOKS, House
from tests.queries.house import look_into
from tests.support.imported import person_of

NOUR, CAMILLE = person_of("nour"), person_of("camille")
"""In charge of ``noailles``, and of files of another region."""


class Counts:
    """Two open files under the first rulebook, in two phases; it notes with which scope it was asked."""

    def __init__(self) -> None:
        self.asked: list[ReadingScope] = []

    async def __call__(
        self, organisation: str, scope: ReadingScope, where: PortfolioFilter
    ) -> Sequence[Counted]:
        """As the read model answers."""
        assert where == PortfolioFilter(open=True)
        self.asked.append(scope)
        return [Counted("tec@1", phase, "active", 1) for phase in ("exploration", "experimentation")]


async def test_open_files_count_as_far_as_one_may_read_them(
    told: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One question for all programmes, under the scope of whoever asks; versions that nobody uses are told too."""
    visit, _ = await look_into(told, NOUR)
    counts = Counts()
    monkeypatch.setattr(cast("Any", visit.service).read_models, "portfolio_counts", counts, raising=False)
    found = {one.rulebook.id: one for one in await list_programmes(visit)}
    assert counts.asked == [visit.scope]
    assert set(found) == {one.id for one in RULEBOOKS.versions(visit.people)}
    assert (found["tec@1"].open_files, found["tec@1"].origin) == (2, "shipped")
    assert sum(one.open_files for one in found.values()) == 2
    assert found["tec@1"].as_json()["digest"] == found["tec@1"].rulebook.digest


async def planned(visit: Visit, *files: str) -> list[Planned]:
    """What would become of some files."""
    service = cast("Any", visit.service)
    service.migrations = Migrations(service.files, RULEBOOKS)
    wish = Wish(files=files, every=False, programme="", to="tec@1", phase="", reason="")
    found: AsyncIterator[Planned] = planned_migrations(visit, wish)
    return [one async for one in found]


async def test_what_a_migration_would_change_is_told_of_files_that_one_may_read(told: House) -> None:
    """Of others, not even that they are there."""
    visit, _ = await look_into(told, NOUR)
    [one] = await planned(visit, "noailles")
    assert isinstance(one.seen, Refusal)
    assert (one.file, one.command, one.seen.code) == ("noailles", None, "not_entitled")
    stranger, _ = await look_into(told, CAMILLE)
    for name in ("noailles", "nowhere"):
        with pytest.raises(Failure, match="not-readable"):
            await planned(stranger, name)
