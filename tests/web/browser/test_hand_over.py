"""Story 17: all that somebody has goes to somebody else; killed in the middle it goes on, and no file goes twice."""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from bootstrap import open_service
from domain.registry.codec import decode
from tests.cli.house import ADMINISTRATOR, CAMILLE, NOUR
from tests.support.imported import person_of
from tests.support.waiting import wait_until
from tests.web.browser.conftest import Arrive
from tests.web.browser.visitor import Visitor
from tests.web.browser.web_process import WebProcess, web_process, world_settings
from tests.web.browser.world import World

ANDREA = person_of("andrea")
FILES = [f"dossier-{number:02}" for number in range(1, 42)]
BLOCKED = "dossier-d-ailleurs"
"""Of a region in which Andréa holds no role."""
REVIEWS = [f"avis-{number}" for number in range(1, 4)]
ITEMS = len(FILES) + 1 + len(REVIEWS)
STUDIES = ("regional-commission", "occitanie")
"""Who is asked for an opinion, where; Andréa joins them once the panels are made up."""
MIDDLE = 20
"""The file that was handed over, and not yet noted as such, when the process is killed."""
_HOLD = "SELECT file FROM workspace.job_items WHERE organisation = $1 AND number = $2 FOR UPDATE"
_WAITING = "SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))"


async def test_all_that_somebody_has(arrive: Arrive, world: World) -> None:
    """42 files and 3 opinions: one file stands in the way and says so; killed, then resumed, 41 and 3 go, once each."""
    organisation = await world.found("passation")
    _give_roles(world, organisation, (NOUR, "programme-manager", "grand-est"), (NOUR, *STUDIES))
    _open_files(world, organisation)
    _give_roles(world, organisation, (ANDREA, "programme-manager", "paca-corse"), (ANDREA, *STUDIES))
    await world.caught_up(organisation)
    async with web_process(world) as web:
        ada = await arrive(width=320, address=web.address)
        await ada.see_as(organisation, "Ada Exemple")
        await _checked(ada, organisation)
        await _killed_in_the_middle(ada, web, organisation, world)
        told = await _told(world, organisation)
        assert sum("ManagersChanged" in one for one in told.values()) == MIDDLE
        await web.starts()
        await ada.open(f"/o/{organisation}/")
        await ada.follow("Passer la main")
        await ada.sees(f"{MIDDLE - 1} passés, 0 pas passé, {ITEMS - MIDDLE + 1} à faire")
        await ada.press("Reprendre")
        await ada.sees("44 passés, 1 pas passé")
        await ada.no_scroll_sideways()
    told = await _told(world, organisation)
    moved = {
        one: types.count("ManagersChanged") + types.count("MemberReplaced") for one, types in told.items()
    }
    assert moved == dict.fromkeys(told, 1) | {f"cooperation:{BLOCKED}": 0}


def _give_roles(world: World, organisation: str, *roles: tuple[str, str, str]) -> None:
    """To whom, which, where."""
    grants = [
        {"type": "GrantRole", "person": person, "role": role, "region": region}
        for person, role, region in roles
    ]
    world.do(organisation, ADMINISTRATOR, *grants)


def _open_files(world: World, organisation: str) -> None:
    """Nour's, and three of Camille's on each of which a panel is asked."""
    own = [_opening(one, "paca-corse", NOUR) for one in FILES]
    world.do(organisation, "nour.modele@example.org", *own, _opening(BLOCKED, "grand-est", NOUR))
    theirs = [_opening(f"etude-{number}", "occitanie", CAMILLE) for number in range(1, 4)]
    asked = [
        {
            "type": "OpenReview",
            "cooperation": file["cooperation"],
            "question": "commission_study",
            "review": review,
        }
        for file, review in zip(theirs, REVIEWS, strict=True)
    ]
    world.do(organisation, "camille.exemple@example.org", *theirs, *asked)


def _opening(key: str, region: str, manager: str) -> dict[str, Any]:
    return {
        "type": "OpenCooperation",
        "cooperation": key,
        "name": key.replace("-", " ").capitalize(),
        "territory": {"name": "Marseille"},
        "region": region,
        "object": "Planter ensemble (inventé)",
        "cooperation_type": "modelled",
        "economic_model": "hybrid",
        "origin": "collective-asks",
        "programme": "macif-territorial-cooperations",
        "managers": [manager],
    }


async def _checked(ada: Visitor, organisation: str) -> None:
    """As far as the page that lists everything, from the person who leaves."""
    await ada.open(f"/o/{organisation}/personnes")
    await ada.follow("Nour Modèle")
    await ada.follow("Passer la main")
    await ada.choose("À", "Andréa Canevas")
    await ada.fill("Raison", "Congé (inventé)")
    await ada.press("Vérifier")
    await ada.sees("42 dossiers, 3 avis dus. Rien n’est encore enregistré")
    blocked = ada.page.get_by_role("row").filter(has_text="pas possible")
    assert await blocked.count() == 1
    told = await blocked.inner_text()
    assert "Dossier d ailleurs" in told
    assert "Andréa Canevas" in told, told
    await ada.no_scroll_sideways()


async def _killed_in_the_middle(ada: Visitor, web: WebProcess, organisation: str, world: World) -> None:
    """Once a file is handed over, and before that is noted: the row where it is noted is held until then."""
    connection = await asyncpg.connect(world_settings(world).database_url.get_secret_value())
    try:
        async with connection.transaction():
            await ada.page.get_by_role("button", name="Passer ce qui peut l’être (44)").click(
                no_wait_after=True
            )
            await wait_until(lambda: _held(connection, organisation), "the job is written down")
            await wait_until(lambda: _waited_for(connection), "it stands in the middle")
            await web.is_killed()
            for one in await connection.fetch(_WAITING):
                await connection.execute("SELECT pg_terminate_backend($1)", one["pid"])
    finally:
        await connection.close()


async def _held(connection: "asyncpg.Connection[asyncpg.Record]", organisation: str) -> bool:
    return await connection.fetchval(_HOLD, organisation, MIDDLE) is not None


async def _waited_for(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    return bool(await connection.fetch(_WAITING))


async def _told(world: World, organisation: str) -> Mapping[str, Sequence[str]]:
    """The types of the events of each file and each review."""
    streams = [f"cooperation:{one}" for one in (*FILES, BLOCKED)] + [f"review:{one}" for one in REVIEWS]
    async with open_service(world_settings(world)) as service:
        stored = await service.ledger.read_streams(organisation, dict.fromkeys(streams, 0))
    return {one: [decode(event).event.type for event in stored[one]] for one in streams}
