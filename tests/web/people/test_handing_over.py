"""Handing over: each thing is told with what stands in its way, judged alone, resumed after a death, never twice."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.values import Role
from domain.people.roles import roles_anywhere
from domain.registry.codec import decode
from domain.reviews.state import Review
from tests.cli.house import CAMILLE, CHARLIE, NOUR, House, house_of_examples
from tests.support.imported import person_of
from tests.support.postgres import PostgresForTests
from tests.web.files.reading import text_of
from tests.web.house import ORGANISATION, SiteHouse
from tests.web.people.test_people import PEOPLE, administrator
from tests.web.reviews.making import give
from workspace.jobs import Jobs

PAGE = f"{PEOPLE}/passation"
LOU, SWANN = person_of("lou"), person_of("swann")
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
FIELDS = {"from": NOUR, "to": CAMILLE, "reason": "Congé (inventé)"}


@pytest.fixture
def house(postgres: PostgresForTests, tmp_path: Path) -> Iterator[House]:
    """The people and two cooperations of the examples, both Nour’s; each test changes them."""
    with house_of_examples(postgres, tmp_path) as made:
        yield made


async def pressed(
    client: httpx.AsyncClient, page: httpx.Response, address: str, **typed: str
) -> httpx.Response:
    """The form of a page, sent with a button of it."""
    main = page.text.partition("<main")[2]
    hidden = {name: unescape(value) for name, value in _HIDDEN.findall(main)}
    return await client.post(address, data=hidden | typed)


async def checked(client: httpx.AsyncClient, **fields: str) -> httpx.Response:
    """As far as the page that lists everything."""
    return await pressed(client, await client.get(PAGE), PAGE, do="check", **FIELDS | fields)


async def done(client: httpx.AsyncClient, check: httpx.Response) -> str:
    """Do it; what the page of the job says."""
    answer = await pressed(client, check, PAGE, do="record")
    assert answer.status_code == 303, text_of(answer.text)
    return text_of((await client.get(answer.headers["location"])).text)


async def managers(site: SiteHouse, key: str) -> Any:
    """Who is in charge of a cooperation."""
    file = await site.site.service.files.file(ORGANISATION, key)
    assert file is not None
    return file.managers


async def in_paca(site: SiteHouse, ada: str, person: str, role: Role = Role.PROGRAMME_MANAGER) -> None:
    """Let somebody hold a role where Nour's files are."""
    await give(site, ada, "GrantRole", person=person, role=role, region="paca-corse", review=None)


async def test_killed_in_the_middle_it_goes_on_and_hands_nothing_over_twice(
    site_house: SiteHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It died after a file was recorded, before that was noted; pressed twice it is one job."""
    ada, settle = await administrator(site_house), Jobs.settle
    await in_paca(site_house, ada, CAMILLE)

    async def dies(*_words: object) -> None:
        raise LedgerUnavailable("killed")

    async with site_house.client_as(ada) as client:
        check = await checked(client)
        monkeypatch.setattr(Jobs, "settle", dies)
        assert (await pressed(client, check, PAGE, do="record")).status_code == 503
        monkeypatch.setattr(Jobs, "settle", settle)
        job = f"{PAGE}/{dict(_HIDDEN.findall(check.text))['job']}"
        page = await client.get(job)
        assert "0 passé, 0 pas passé, 2 à faire" in text_of(page.text)
        await pressed(client, page, job)
        assert "2 passés, 0 pas passé" in text_of((await client.get(job)).text)
        assert "2 passés" in await done(client, check)
    for key in ("noailles", "citees"):
        assert CAMILLE in await managers(site_house, key)
        stored = await site_house.site.service.ledger.read_streams(ORGANISATION, {f"cooperation:{key}": 0})
        told = [decode(one).event.type for one in stored[f"cooperation:{key}"]]
        assert told.count("ManagersChanged") == 1


async def test_roles_end_once_nothing_is_left(site_house: SiteHouse) -> None:
    """As long as a file stands in the way they do not; then they do."""
    ada = await administrator(site_house)
    await in_paca(site_house, ada, CAMILLE)
    async with site_house.client_as(ada) as client:
        check = await checked(client, roles="1")
        await in_paca(site_house, ada, LOU)
        assert "3 passés, 0 pas passé" in await done(client, check)
        people = await site_house.site.service.files.organisation(ORGANISATION)
        assert not roles_anywhere(people, NOUR, await site_house.site.service.clock.now(ORGANISATION))
        await site_house.fold()
        blocked = {"from": CAMILLE, "to": SWANN, "roles": "1"}
        said = await done_anyway(client, await checked(client, **blocked))
    assert "0 passé, 4 pas passés" in said
    assert "ses rôles ne prennent pas fin" in said
    people = await site_house.site.service.files.organisation(ORGANISATION)
    assert roles_anywhere(people, CAMILLE, await site_house.site.service.clock.now(ORGANISATION))


async def done_anyway(client: httpx.AsyncClient, check: httpx.Response) -> str:
    """Press the button, which is there for the roles alone."""
    assert 'value="record"' in check.text
    return await done(client, check)


async def test_opinions_and_delegations_go_to_who_may_sit(site_house: SiteHouse) -> None:
    """A seat is given up for good; what Charlie had handed on goes on until the day that was set."""
    ada, andrea = await administrator(site_house), person_of("andrea")
    asked = {"documents": [], "note": "Inventé"}
    territory = {"cooperation": "noailles", "question": "choice_of_territory"}
    await give(site_house, NOUR, "OpenReview", **territory, **asked)
    await give(site_house, ada, "GrantRole", person=NOUR, role="jury", review=None)
    await give(site_house, CHARLIE, "DelegateOpinion", to=NOUR, until="2026-12-31", reason="Absence")
    await in_paca(site_house, ada, NOUR, Role.REGIONAL_COMMISSION)
    study = {"cooperation": "citees", "question": "commission_study", "review": "autre"}
    await give(site_house, NOUR, "OpenReview", **study, **asked)
    await give(site_house, ada, "GrantRole", person=andrea, role="jury", review=None)
    await in_paca(site_house, ada, andrea, Role.REGIONAL_COMMISSION)
    await site_house.fold()
    async with site_house.client_as(ada) as client:
        check = await checked(client, to=andrea)
        assert "2 dossiers, 1 avis dû, 1 délégation" in text_of(check.text)
        assert "2 passés, 2 pas passés" in await done(client, check)
    first, other = [await review_of(site_house, key) for key in ("review:territoire", "review:autre")]
    handed = first.members[CHARLIE].delegation
    assert handed is not None
    assert (handed.to, handed.until.isoformat()) == (andrea, "2026-12-31")
    assert other.members[NOUR].replaced_by == andrea


async def review_of(site: SiteHouse, key: str) -> Review:
    """A review as the ledger has it."""
    review = await site.site.service.files.file(ORGANISATION, key)
    assert isinstance(review, Review)
    return review
