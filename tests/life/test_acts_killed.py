"""Power cuts during acts: at whatever step the worker is killed, what the service does by itself is done once."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from config import Settings
from domain.cooperations.events.told import FundingAnswered, ReviewAsked
from domain.files.act_events import ActPerformed
from domain.fundings.events.bodies import DecisionAsked
from domain.fundings.events.requests import FundingGranted
from domain.kernel.event import Event
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.people.state import Organisation
from domain.reviews.events import ReviewConcluded
from tests.life.house import House, inhabited
from tests.life.panels import RULEBOOKS, give_opinion
from tests.life.test_decided_once import Cut
from tests.life.test_fundings import request
from tests.support.waiting import wait_until

STEPS = ("request recorded", "put to decision", "decided")


def always_at_work() -> dict[str, Any]:
    """The programme that acts; its people work every day and at every hour, and no decision is announced."""
    current = RULEBOOKS.current(Organisation(), "acting")
    assert current
    tree: dict[str, Any] = json.loads(json.dumps(current.written()))
    tree["calendar"] = {"days": "every-day", "holidays": "none", "zone": "Europe/Paris"}
    for one in tree["instruments"][0]["course"]:
        one.pop("delay", None)
    return tree


async def has(house: House, key: str, kind: type[Event]) -> bool:
    """Whether something has happened in a file."""
    return bool(await house.happened(key, kind))


async def decided_by_itself(house: House, cut: Cut, name: str) -> None:
    """A request that the service puts to the council, and whose decision it records; the council only answers."""
    key = f"funding:{name}"
    await house.open(name, "acting")
    await house.do("RequestFunding", funding=name, cooperation=name, request=request())
    await cut.at("request recorded")
    await cut.at("put to decision", lambda: has(house, key, ActPerformed))
    await wait_until(lambda: has(house, key, ActPerformed), "put")
    [put] = await house.happened(key, ActPerformed)
    assert isinstance(put.event, ActPerformed)
    review = str(put.event.subject)
    await give_opinion(house, review, "council")
    await cut.at("decided", lambda: has(house, key, FundingGranted))
    await wait_until(lambda: has(house, key, FundingGranted), "decided")


async def test_a_worker_killed_at_any_step_of_acts_leaves_them_done_once(
    settings: Settings, tmp_path: Path
) -> None:
    """As soon as what an act waits for is recorded, and as soon as it is done: another worker goes on."""
    async with inhabited(settings, LedgerKind.REAL) as house:
        await house.register("council", "regional-commission")
        await house.do("PublishRulebook", "administrator", rulebook=always_at_work(), reason="Essai")
        envelope = f"acting/aid/{datetime.now(UTC).astimezone(PARIS).year}"
        await house.do("OpenEnvelope", "board", envelope=envelope, commitments_cents=50_000_000)
        cut = Cut(settings, tmp_path / "worker.log", "")
        cut.start()
        try:
            for number, cut.step in enumerate(STEPS):
                await decided_by_itself(house, cut, f"aide-{number}")
            await house.followed()
        finally:
            cut.stop()
        for number in range(len(STEPS)):
            name, key = f"aide-{number}", f"funding:aide-{number}"
            assert [len(await house.happened(name, one)) for one in (ReviewAsked, FundingAnswered)] == [1, 1]
            assert [len(await house.happened(key, one)) for one in (DecisionAsked, FundingGranted)] == [1, 1]
            acts = [one.event for one in await house.happened(key, ActPerformed)]
            assert [one.does for one in acts if isinstance(one, ActPerformed)] == [
                "put-to-decision",
                "record-decision",
            ]
            [put, _] = acts
            assert len(await house.happened(f"review:{getattr(put, 'subject', '')}", ReviewConcluded)) == 1
