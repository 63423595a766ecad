"""A person and the service who do the same act at the same time, in two processes' stead: it is done once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from application.commands.answer import Answer
from application.lives.assessment import acts_now, settled_now
from application.lives.service_acts import act_on
from bootstrap import Service, open_service
from config import Settings
from domain.cooperations.events.told import ReviewAsked
from domain.envelopes.events import FundsReserved
from domain.files.act_events import ActPerformed
from domain.fundings.events.requests import FundingGranted
from domain.kernel.ledger import LedgerKind
from domain.reminders.standing import DueReminder
from tests.life.house import House, at, inhabited, settings_for
from tests.life.panels import RULEBOOKS, give_opinion
from tests.life.test_fundings import request
from tests.support.postgres import Database

FILES = 10
FUNDINGS = 4


@pytest.fixture
def settings(tmp_path: Path, database: Database) -> Settings:
    """Settings for services alone: nobody works, no mail leaves."""
    return settings_for(tmp_path, database.service_dsn, ("127.0.0.1", 9))


@pytest.fixture
async def house(settings: Settings) -> AsyncIterator[House]:
    """An organisation whose council has a member, with money for the year; nobody works."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        await house.register("council", "regional-commission")
        await house.do("OpenEnvelope", "board", envelope="acting/aid/2026", commitments_cents=50_000_000)
        yield house


async def due(house: House, file: str) -> list[DueReminder]:
    """What the service is to do about a file now."""
    ruled = await house.service.files.ruled(house.organisation, file)
    assert ruled
    now = await house.service.clock.now(house.organisation)
    return [*settled_now(ruled, now), *acts_now(ruled, now)]


async def serve(house: House, service: Service, file: str) -> None:
    """Have the service do the first of it."""
    [first, *_] = await due(house, file)
    answer = await service.one_way_in.act(house.organisation, act_on(file, first))
    assert answer.outcome == "recorded", answer


async def both(
    house: House, service: Service, file: str, command: str, **fields: Any
) -> tuple[Answer, Answer]:
    """A person's command, and the service's for what it is to do about a file, at the same time."""
    [first, *_] = await due(house, file)
    doing = service.one_way_in.act(house.organisation, act_on(file, first))
    person, by_itself = await asyncio.gather(house.ask(command, **fields), doing)
    assert sorted((person.outcome, by_itself.outcome)) == ["recorded", "refused"], (person, by_itself)
    assert await due(house, file) == []
    return person, by_itself


async def test_a_question_is_put_once(settings: Settings, house: House) -> None:
    """By whoever is first; the other is told that it is done, and the service does not come back to it."""
    async with open_service(settings, RULEBOOKS) as other:
        for number in range(FILES):
            file = f"file-{number}"
            await house.open(file, "acting")
            await house.do("DeclareGateItem", cooperation=file, item="contacts")
            asking = {"review": f"avis-{number}", "cooperation": file, "question": "territory"}
            _, by_itself = await both(house, other, file, "OpenReview", **asking)
            assert len(await house.happened(file, ReviewAsked)) == 1
            assert len(await house.happened(file, ActPerformed)) == (by_itself.outcome == "recorded")


async def test_a_decision_is_recorded_once_and_its_money_reserved_once(
    settings: Settings, house: House
) -> None:
    """By a member of the council that concluded, or by the service that records it for them."""
    reviews: list[str] = []
    async with open_service(settings, RULEBOOKS) as other:
        for number in range(FUNDINGS):
            await house.open(f"file-{number}", "acting")
            about = {"funding": f"aide-{number}", "cooperation": f"file-{number}"}
            await house.do("RequestFunding", request=request(), **about)
            await serve(house, other, f"funding:aide-{number}")
            [performed] = await house.happened(f"funding:aide-{number}", ActPerformed)
            assert isinstance(performed.event, ActPerformed)
            reviews.append(str(performed.event.subject))
            await give_opinion(house, reviews[-1], "council")
            await serve(house, other, f"review:{reviews[-1]}")
            await serve(house, other, f"funding:aide-{number}")
        await house.service.clock_store.show(house.organisation, at("2026-03-09"))
        for number in range(FUNDINGS):
            funding = f"funding:aide-{number}"
            review = reviews[number]
            deciding = {"funding": f"aide-{number}", "decision": "granted", "review": review}
            await both(house, other, funding, "DecideFunding", who="council", **deciding)
            assert len(await house.happened(funding, FundingGranted)) == 1
        assert len(await house.happened("envelope:acting/aid/2026", FundsReserved)) == FUNDINGS
