"""The service knows that it was away, and takes nobody at a silence that they could not break."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import tests.life
from application.lives.assessment import LOOK_AGAIN_SECONDS
from application.lives.heartbeat import BEAT_SECONDS, OUTAGE_AFTER, Heartbeat, is_stale
from application.rulebooks.shelf import YamlRulebooks
from domain.kernel.ids import message_id, reminder_command_id, silence_command_id
from domain.registry.commands import AnyCommand
from domain.reminders.outcomes import TOLD
from domain.reminders.standing import DueReminder
from tests.application.house import HOUSE, MANAGER, SHEET, START, House, command

RULEBOOKS = YamlRulebooks(Path(tests.life.__file__).parent / "rulebooks")
OPINION = "opinion/p1"
DUE_DAY = datetime(2027, 5, 24, 6, 0, tzinfo=UTC)
"""Six months from 23 November 2026 are over on Sunday 23 May 2027; silence counts on Monday at eight in Paris."""
SILENCE = DueReminder(occurrence=OPINION, rung="met", kind="silence")


@pytest.fixture
async def house() -> House:
    """A house with a file that waits for an opinion."""
    made = House(rulebooks=RULEBOOKS)
    await made.found()
    sheet = {**SHEET, "programme": "opinion"}
    await made.recorded(command("OpenCooperation", "open", cooperation="rives", **sheet))
    return made


def heart(house: House, *, well: bool = True) -> Heartbeat:
    """The service's heart; Temporal answers or does not."""

    async def healthy() -> bool:
        return well

    return Heartbeat(house.clock, house.signs, house.way.act, healthy)


def rung(name: str) -> AnyCommand:
    """The service issues a rung."""
    issue = {"cooperation": "rives", "occurrence": OPINION, "rung": name}
    return command("IssueReminder", reminder_command_id("rives", OPINION, name), "escale", **issue)


def counting(more: str = "") -> AnyCommand:
    """The service counts the silence."""
    count = {"cooperation": "rives", "occurrence": OPINION}
    return command("CountSilence", silence_command_id("rives", OPINION) + more, "escale", **count)


async def told(house: House) -> None:
    """The reminder before the due day went out on Friday 23 April, and arrived."""
    house.clock.time = datetime(2027, 4, 23, 6, 0, tzinfo=UTC)
    await sent(house, "before")


async def sent(house: House, name: str) -> None:
    """A rung goes out and arrives."""
    await house.recorded(rung(name))
    report = {"message": message_id("rives", OPINION, name, MANAGER), "delivery": "sent"}
    await house.recorded(
        command("ReportDelivery", f"escale:sent/{name}", "escale", cooperation="rives", **report)
    )


async def test_a_first_sign_of_life_tells_of_no_outage(house: House) -> None:
    """Nobody was away before the service was there."""
    await heart(house).beat(HOUSE)
    assert await house.signs.last(HOUSE) == START
    assert not [one for one in house.book.events if "OutageRecorded" in one.body.decode()]


@pytest.mark.parametrize(
    ("away", "recorded"), [(OUTAGE_AFTER, False), (OUTAGE_AFTER + timedelta(seconds=1), True)]
)
async def test_a_quarter_of_an_hour_without_a_sign_is_an_outage(
    house: House, away: timedelta, *, recorded: bool
) -> None:
    """From the last sign to the return; a restart is none. Then the service is there again."""
    await heart(house).beat(HOUSE)
    house.wait(seconds=away.total_seconds())
    await heart(house).beat(HOUSE)
    found = (await house.files.organisation(HOUSE)).outages
    assert [(one.since, one.until) for one in found] == ([(START, START + away)] if recorded else [])
    assert await house.signs.last(HOUSE) == START + away
    await heart(house).beat(HOUSE)
    assert (await house.files.organisation(HOUSE)).outages == found


async def test_two_workers_that_come_back_record_one_outage(house: House) -> None:
    """The second one learns that it is known."""
    await heart(house).beat(HOUSE)
    house.wait(hours=3)
    other = house.beside()
    other.clock.time = house.clock.time + timedelta(seconds=2)
    await other.signs.leave(HOUSE, START)
    await heart(house).beat(HOUSE)
    await heart(other).beat(HOUSE)
    [one] = (await house.files.organisation(HOUSE)).outages
    assert one.until == START + timedelta(hours=3)
    assert await other.signs.last(HOUSE) == other.clock.time


async def test_there_is_no_sign_of_life_while_temporal_does_not_answer(house: House) -> None:
    """Nothing could be sent: the outage is recorded once it answers."""
    for well, sign in ((False, None), (True, START)):
        beating = asyncio.create_task(heart(house, well=well).run(HOUSE))
        done, _ = await asyncio.wait({beating}, timeout=0.05)
        assert not done
        beating.cancel()
        assert await house.signs.last(HOUSE) == sign
    assert timedelta(seconds=BEAT_SECONDS) < OUTAGE_AFTER


async def test_stock_finds_a_silence_due_and_leaves_out_its_rungs(house: House) -> None:
    """It waits for it; on the day it is due before anything else, and no rung of it is."""
    await told(house)
    standing = await house.stock()
    assert standing.due == ()
    house.clock.time = DUE_DAY - timedelta(hours=1)
    await house.signs.leave(HOUSE, house.clock.time)
    assert (await house.stock()).due == ()
    assert (await house.stock()).wait_seconds == 3600
    house.clock.time = DUE_DAY
    await house.signs.leave(HOUSE, DUE_DAY)
    assert (await house.stock()).due == (SILENCE,)
    await house.recorded(counting())
    assert {one.rung for one in (await house.stock()).due} == {TOLD}, (
        "those in charge hear what it counted as"
    )
    assert (await house.do(counting())).repeated
    again = await house.do(counting("/2"))
    assert again.refusal is not None
    assert again.refusal.code == "no_silence_counts"


@pytest.mark.parametrize("sign", [None, DUE_DAY - OUTAGE_AFTER - timedelta(seconds=1)], ids=["none", "old"])
async def test_stock_withholds_a_silence_until_the_service_knows_whether_it_was_away(
    house: House, sign: datetime | None
) -> None:
    """It looks again soon; the rung that is due goes out meanwhile."""
    await told(house)
    if sign:
        await house.signs.leave(HOUSE, sign)
    house.clock.time = DUE_DAY
    standing = await house.stock()
    assert standing.due == (DueReminder(occurrence=OPINION, rung="due"),)
    await sent(house, "due")
    standing = await house.stock()
    assert (standing.due, standing.wait_seconds) == ((), LOOK_AGAIN_SECONDS)
    await house.signs.leave(HOUSE, DUE_DAY)
    assert (await house.stock()).due == (SILENCE,)


async def test_after_an_outage_the_silence_waits_for_a_working_day(house: House) -> None:
    """Back on Monday at eight, it counts on Wednesday at eight: Tuesday belongs to those who may answer."""
    await told(house)
    house.clock.time = datetime(2027, 5, 21, 6, 0, tzinfo=UTC)
    await heart(house).beat(HOUSE)
    house.clock.time = DUE_DAY
    await heart(house).beat(HOUSE)
    assert (await house.stock()).due == (DueReminder(occurrence=OPINION, rung="due"),)
    refused = await house.do(counting())
    assert refused.refusal is not None
    assert refused.refusal.code == "silence_after_outage"
    house.clock.time = datetime(2027, 5, 26, 6, 0, tzinfo=UTC)
    await house.signs.leave(HOUSE, house.clock.time)
    assert (await house.stock()).due == (SILENCE,)
    await house.recorded(counting("/2"))


def test_a_sign_of_life_grows_old() -> None:
    """After a quarter of an hour; one that was never left is old."""
    assert is_stale(None, START)
    assert not is_stale(START, START + OUTAGE_AFTER)
    assert is_stale(START, START + OUTAGE_AFTER + timedelta(microseconds=1))
