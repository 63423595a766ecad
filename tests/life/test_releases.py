"""A release is rolled over running lives: old and new workers side by side, nothing stuck, and back again."""

from collections.abc import Sequence

import pytest
from temporalio.client import Client

from application.lives.builds import Build, NotReleased
from bootstrap_temporal import builds_of, connect_temporal, release_build
from config import Settings
from domain.kernel.ids import workflow_id
from domain.kernel.ledger import LedgerKind
from tests.life.house import House, inhabited, working
from tests.life.panels import RULEBOOKS, ask, seat_jury
from tests.life.test_fundings import request
from tests.support.waiting import wait_until

FILE = "atelier"
LIVES = (FILE, "review:avis", "funding:aide")


async def _begin(house: House) -> None:
    """Open a file of every kind."""
    await seat_jury(house)
    await house.open(FILE, "advice")
    await ask(house, "avis", FILE)
    await house.do("RequestFunding", funding="aide", cooperation=FILE, request=request())
    await house.followed()


async def _news(house: House) -> None:
    """Have something happen of which every file hears, twice, and each workflow catch up with it."""
    await house.do("PauseCooperation", cooperation=FILE, reason="Crue")
    await house.followed()
    await house.do("ResumeCooperation", cooperation=FILE, reason="Décrue")
    await house.followed()


async def _lived_with(client: Client, house: House, files: Sequence[str] = LIVES) -> set[str]:
    """The builds with which lives went on last."""
    handles = [client.get_workflow_handle(workflow_id(house.organisation, file)) for file in files]
    told = [(await one.describe()).raw_description.workflow_execution_info for one in handles]
    return {one.versioning_info.deployment_version.build_id for one in told}


async def test_a_release_is_rolled_over_running_lives(settings: Settings) -> None:
    """The first build releases itself; the second gets lives once it is released, all of them; then the first ends."""
    first, second = (settings.model_copy(update={"build": build}) for build in ("1", "2"))
    client = await connect_temporal(settings)

    async def is_current(build: str) -> bool:
        return Build(build, "current") in await builds_of(settings)

    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        async with working(first, RULEBOOKS):
            await _begin(house)
            assert await _lived_with(client, house) == {"1"}
            async with working(second, RULEBOOKS):
                await wait_until(lambda: _is_known(settings, "2"), "is known")
                await _news(house)
                assert await _lived_with(client, house) == {"1"}, "it is there, and was not released"
                await release_build(settings, "2")
                await _news(house)

                async def all_went_over() -> bool:
                    await _news(house)
                    return await _lived_with(client, house) == {"2"}

                await wait_until(all_went_over, "all went over")
                await house.open("filature", "advice")
                await house.followed()
                assert await _lived_with(client, house, ["filature"]) == {"2"}
                await release_build(settings, "1")
                await wait_until(lambda: is_current("1"), "is current")
                await _news(house)
                await release_build(settings, "2")
        async with working(second, RULEBOOKS):
            await _news(house)
            assert await _lived_with(client, house) == {"2"}
            assert await _lived_with(client, house, ["filature"]) == {"2"}


async def _is_known(settings: Settings, build: str) -> bool:
    return build in {one.build for one in await builds_of(settings)}


async def test_lives_without_a_build_go_over_to_the_first_one_and_back(settings: Settings) -> None:
    """Whoever begins to tell builds apart loses nothing; nor does who gives it up."""
    client = await connect_temporal(settings)
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        async with working(settings, RULEBOOKS):
            await _begin(house)
        async with working(settings.model_copy(update={"build": "1"}), RULEBOOKS):
            await _news(house)
            assert await _lived_with(client, house) == {"1"}
        await release_build(settings, "")
        async with working(settings, RULEBOOKS):
            await _news(house)


async def test_what_no_worker_runs_is_not_released(settings: Settings) -> None:
    """Lives would wait for nobody."""
    with pytest.raises(NotReleased):
        await release_build(settings, "3")
    assert await builds_of(settings) == ()
