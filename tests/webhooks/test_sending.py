"""Events are told at least once, of each file in order, signed; whatever receivers and senders do."""

import asyncio
import json

import pytest

from domain.cooperations.events.record import ContactRecorded
from domain.kernel.values import ContactKind
from tests.projections.making import ORGANISATION, REASON
from tests.support.waiting import wait_until
from tests.webhooks.conftest import QUICK, Telling
from tests.webhooks.receiver import Heard, Receiver, receiving
from webhooks.deliveries import Deliveries

PHONED = ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=REASON)


async def heard(receiver: Receiver, number: int) -> list[Heard]:
    """Wait until so many requests have come."""

    async def all_there() -> bool:
        return len(receiver.heard) >= number

    await wait_until(all_there, f"{number} requests have come")
    return receiver.heard


async def test_what_happened_is_told_signed_and_without_private_text(telling: Telling) -> None:
    """Each event once, in the order of the ledger; the library for receivers verifies it; no note is in it."""
    async with receiving() as receiver, telling.sender():
        _, secret = await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor", PHONED)
        told = await heard(receiver, 3)
    assert [one.said["type"] for one in told] == [
        "escale.CooperationOpened",
        "escale.PhaseEntered",
        "escale.ContactRecorded",
    ]
    assert [one.id for one in told] == [f"evt_{ORGANISATION}_{number}" for number in (1, 2, 3)]
    assert all(one.verifies(secret) for one in told)
    contact = told[2].said
    assert contact["timestamp"] == "2026-03-02T08:00:00Z"
    data = contact["data"]
    assert (data["organisation"], data["stream"], data["file"], data["entry"], data["position"]) == (
        ORGANISATION,
        "cooperation:bafapatabor",
        "bafapatabor",
        3,
        3,
    )
    assert data["event"] == {"kind": "phone", "stakeholders": [], "occasion": None}
    assert "Une raison" not in "".join(one.body for one in told)
    assert "vault" not in "".join(one.body for one in told)


async def test_only_the_families_asked_for_and_only_what_its_owner_may_read(telling: Telling) -> None:
    """The one is never queued, the other is withheld when its turn comes."""
    async with receiving() as receiver, telling.sender():
        named, _ = await telling.subscribe(receiver.url, "meetings")
        telling.closed.add("cooperation:citees")
        await telling.writer.open("citees", PHONED)
        await telling.writer.open("bafapatabor", PHONED)
        told = await heard(receiver, 1)

        async def all_done() -> bool:
            return await telling.states(named) == {3: "withheld", 6: "delivered"}

        await wait_until(all_done, "both deliveries are done")
    assert [one.position for one in told] == [6]


async def test_a_failing_file_waits_and_holds_up_no_other(telling: Telling) -> None:
    """500 again and again: that event is tried again, what follows it in its file comes after it, others pass."""
    refusals = iter(range(3))
    async with receiving() as receiver, telling.sender():
        receiver.answers = lambda one: 500 if one.position == 1 and next(refusals, None) is not None else 204
        await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor")
        await telling.writer.open("citees")
        told = [one.position for one in await heard(receiver, 7)]
    assert told.count(1) == 4
    assert told.index(3) < told.index(4) < len(told)
    assert told.index(2) > max(index for index, one in enumerate(told) if one == 1)


async def test_a_receiver_that_is_down_is_told_when_it_is_back(telling: Telling) -> None:
    """Nobody answers at its address; later somebody does."""
    async with receiving() as gone:
        url = gone.url
    named, _ = await telling.subscribe(url)
    async with telling.sender():
        await telling.writer.open("bafapatabor")
        await wait_until(lambda: _has(telling, named, "unreachable"), "it was tried in vain")
        async with receiving(int(url.partition("127.0.0.1:")[2].partition("/")[0])) as back:
            told = await heard(back, 2)
    assert [one.position for one in told] == [1, 2]


async def test_a_slow_receiver_holds_up_nobody_and_is_told_again(telling: Telling) -> None:
    """It takes longer than a receiver may: that counts as no answer, and others hear meanwhile."""
    async with receiving() as slow, receiving() as other, telling.sender(seconds=0.3):
        slow.pause = asyncio.Event()
        named, _ = await telling.subscribe(slow.url)
        await telling.subscribe(other.url)
        await telling.writer.open("bafapatabor")
        assert [one.position for one in await heard(other, 2)] == [1, 2]
        await wait_until(lambda: _has(telling, named, "timeout"), "it took too long")
        slow.pause.set()
        told = await heard(slow, 3)
    assert [one.position for one in told][-2:] == [1, 2]


async def test_a_worker_killed_while_it_sends_leaves_it_to_another(telling: Telling) -> None:
    """What was on its way is sent again under the same id, once the minute is over for which it was taken."""
    async with receiving() as receiver:
        receiver.pause = asyncio.Event()
        await telling.subscribe(receiver.url)
        async with telling.sender():
            await telling.writer.open("bafapatabor")
            await heard(receiver, 1)
        receiver.pause.set()
        assert await Deliveries(telling.pool).take(QUICK.taken) is None
        await telling.passes(QUICK.taken)
        async with telling.sender():
            told = await heard(receiver, 3)
    assert [one.id for one in told] == [f"evt_{ORGANISATION}_{number}" for number in (1, 1, 2)]


async def test_who_fails_for_five_days_is_told_nothing_until_somebody_resumes(telling: Telling) -> None:
    """What waited is then sent in its order."""
    async with receiving() as receiver, telling.sender():
        receiver.answers = lambda _: 503
        named, _ = await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor")

        async def is_off() -> bool:
            return (await telling.one(named)).stopped_for == "failing"

        await heard(receiver, 3)
        assert not await is_off()
        await telling.passes(QUICK.ends)
        await wait_until(is_off, "it is off")
        before = len(receiver.heard)
        receiver.answers = lambda _: 204
        await telling.subscriptions.resume(ORGANISATION, named)
        told = await heard(receiver, before + 2)
    assert [one.position for one in told[before:]] == [1, 2]


async def test_who_says_gone_is_told_nothing_more(telling: Telling) -> None:
    """410 ends it at once."""
    async with receiving() as receiver, telling.sender():
        receiver.answers = lambda _: 410
        named, _ = await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor")

        async def is_off() -> bool:
            return (await telling.one(named)).stopped_for == "gone"

        await wait_until(is_off, "it is off")
    assert len(receiver.heard) == 1


async def test_a_redirect_is_not_followed(telling: Telling) -> None:
    """It counts as a failure."""
    async with receiving() as receiver, telling.sender():
        receiver.answers = lambda _: 307
        named, _ = await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor")
        await heard(receiver, 2)
        [first, *_] = await telling.subscriptions.deliveries(ORGANISATION, named)
    assert (first.status, first.state) == (307, "queued")


async def test_two_secrets_hold_while_one_takes_the_place_of_the_other(telling: Telling) -> None:
    """Receivers that know either verify what is sent; a trial tells of nothing."""
    async with receiving() as receiver, telling.sender():
        named, old = await telling.subscribe(receiver.url)
        new = await telling.subscriptions.rotate(ORGANISATION, named)
        await telling.subscriptions.ping(ORGANISATION, named)
        [ping] = await heard(receiver, 1)
    assert new != old
    assert ping.verifies(old)
    assert ping.verifies(new)
    assert json.loads(ping.body)["type"] == "escale.Ping"
    assert ping.id.startswith("ping_")


async def test_all_from_a_position_on_is_told_once_more(telling: Telling) -> None:
    """Under the same ids; what came before stays told once."""
    async with receiving() as receiver, telling.sender():
        named, _ = await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor", PHONED)
        await heard(receiver, 3)
        await telling.subscriptions.replay(ORGANISATION, named, 2)
        told = await heard(receiver, 5)
    assert [one.id for one in told[3:]] == [f"evt_{ORGANISATION}_{number}" for number in (2, 3)]


@pytest.mark.parametrize("loopback", [True, False])
async def test_a_receiver_on_this_machine_is_told_only_where_the_setting_says_so(
    telling: Telling, *, loopback: bool
) -> None:
    """Otherwise not a byte leaves."""
    async with receiving() as receiver, telling.sender(loopback=loopback):
        named, _ = await telling.subscribe(receiver.url)
        await telling.writer.open("bafapatabor")

        async def tried() -> bool:
            found = await telling.subscriptions.deliveries(ORGANISATION, named)
            return any(one.attempts and (one.problem or one.status) for one in found)

        await wait_until(tried, "it was tried")
    assert bool(receiver.heard) is loopback


async def _has(telling: Telling, named: str, problem: str) -> bool:
    """Whether an attempt ended with a problem."""
    found = await telling.subscriptions.deliveries(ORGANISATION, named)
    return any(one.problem == problem for one in found)
