"""A panel is asked on the real stack: invited, reminded, heard out, and concluded by its rule, once."""

import asyncio
from datetime import UTC, datetime, timedelta

from temporalio.client import WorkflowExecutionStatus

from bootstrap_temporal import connect_temporal
from config import Settings
from domain.files.events import ReminderIssued, SilenceCounted
from domain.kernel.ids import ORGANISATION_STREAM, workflow_id
from domain.kernel.ledger import LedgerKind
from domain.people.state import Organisation
from tests.life.house import House, at, inhabited, working
from tests.life.panels import RULEBOOKS, answers, ask, conclusions, give_opinion, seat_jury
from tests.mail.relay import serve_relay
from tests.support.smtp import SmtpCatcher
from tests.support.waiting import wait_until

FILE = "atelier"


async def told(house: House, key: str) -> list[tuple[str, str, str]]:
    """Who was told of what, and on which day."""
    names = {person: name for name, person in house.people.items()}
    return [
        (f"{one.recorded_at:%Y-%m-%d}", one.event.rung, names[one.event.recipient])
        for one in await house.events(key)
        if isinstance(one.event, ReminderIssued) and one.recorded_at
    ]


async def test_a_review_is_invited_reminded_and_concluded_by_its_deadline_and_rule(
    settings: Settings, smtp_catcher: SmtpCatcher
) -> None:
    """Asked on 2 March; two of three answer; on Tuesday 17 at eight the jury has had its fortnight."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE)
        await house.advance_to(at("2026-03-04"))
        await give_opinion(house, "avis", "jury")
        await give_opinion(house, "avis", "juror-2")
        await house.advance_to(at("2026-03-17", 7))
        assert await conclusions(house, key) == []
        await house.advance_to(at("2026-04-15"))
        assert await told(house, key) == [
            ("2026-03-02", "invitation", "jury"),
            ("2026-03-02", "invitation", "juror-2"),
            ("2026-03-02", "invitation", "juror-3"),
            ("2026-03-13", "before", "juror-3"),
            ("2026-03-16", "due", "juror-3"),
            ("2026-03-17", "told", "manager"),
        ]
        [(when, minutes)] = await conclusions(house, key)
        assert when == at("2026-03-17")
        assert (minutes.outcome, minutes.by) == ("favourable", "majority")
        assert (minutes.counts.effective, minutes.counts.present, minutes.counts.quorum) == (3, 2, 2)
        assert await answers(house, FILE) == [("avis", "favourable")]
        assert len(smtp_catcher.mails) == 7, "one more says that the gate is complete"
        handle = (await connect_temporal(settings)).get_workflow_handle(workflow_id(house.organisation, key))
        assert (await handle.describe()).status == WorkflowExecutionStatus.COMPLETED


async def test_a_review_is_concluded_as_soon_as_nobody_owes_an_opinion(settings: Settings) -> None:
    """The last opinion comes on Wednesday morning: nobody waits for the deadline, nor for another mail."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE)
        await house.advance_to(at("2026-03-04", 10))
        for who, opinion in (
            ("jury", "favourable"),
            ("juror-2", "unfavourable"),
            ("juror-3", "unfavourable"),
        ):
            await give_opinion(house, "avis", who, opinion)
        await concluded(house, key)
        [(when, minutes)] = await conclusions(house, key)
        assert when == at("2026-03-04", 10)
        assert (minutes.outcome, minutes.points) == ("unfavourable", ("budget",))


async def test_an_opinion_that_comes_on_a_day_off_is_concluded_on_the_next_working_day(
    settings: Settings,
) -> None:
    """On Saturday nobody works: Monday at eight."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE)
        await house.advance_to(at("2026-03-07", 22))
        for who in ("jury", "juror-2", "juror-3"):
            await give_opinion(house, "avis", who)
        await house.advance_to(at("2026-03-09", 7))
        assert await conclusions(house, key) == []
        await house.advance_to(at("2026-03-20"))
        assert [when for when, _ in await conclusions(house, key)] == [at("2026-03-09")]


async def test_silence_counts_as_the_panel_says_and_concludes(settings: Settings) -> None:
    """Nobody answers: at the deadline silence is counted, then the review is concluded, at the same instant."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE, "charter")
        await house.advance_to(at("2026-05-01"))
        [silence] = await house.happened(key, SilenceCounted)
        [(when, minutes)] = await conclusions(house, key)
        assert silence.recorded_at == when == at("2026-03-17")
        assert (minutes.outcome, minutes.counts.silent) == ("favourable", 3)
        assert await answers(house, FILE) == [("avis", "favourable")]


async def test_silence_is_no_opinion_of_who_left_until_somebody_takes_their_place(settings: Settings) -> None:
    """A juror leaves and nobody answers: from the day on which another takes the seat, the others' silence counts."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE, "charter")
        left = house.people["juror-3"]
        await house.do("RevokeRole", "administrator", grant=await granted_to(house, left), reason="Départ")
        await house.advance_to(at("2026-04-01"))
        assert await house.happened(key, SilenceCounted) == []
        place = {"member": left, "substitute": await house.register("juror-4", "jury"), "reason": "Départ"}
        await house.do("ReplaceMember", review="avis", **place)
        await house.advance_to(at("2026-05-15"))
        counted = [one.recorded_at for one in await house.happened(key, SilenceCounted)]
        [(when, minutes)] = await conclusions(house, key)
        assert counted == [at("2026-04-01"), when]
        assert (minutes.outcome, minutes.counts.silent) == ("favourable", 3)


async def test_a_paused_cooperation_silences_its_review_which_goes_on_afterwards(settings: Settings) -> None:
    """From 5 March to 2 April: nobody is reminded, nothing concluded; the fortnight is as long as before."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await seat_jury(house)
        await house.open(FILE, "advice")
        key = await ask(house, "avis", FILE)
        await house.advance_to(at("2026-03-05"))
        await give_opinion(house, "avis", "jury")
        await give_opinion(house, "avis", "juror-2")
        await house.do("PauseCooperation", cooperation=FILE, reason="Crue")
        await house.advance_to(at("2026-04-02"))
        assert {day for day, _, _ in await told(house, key)} == {"2026-03-02"}
        assert await conclusions(house, key) == []
        await house.do("ResumeCooperation", cooperation=FILE, reason="Décrue")
        await house.advance_to(at("2026-05-15"))
        assert [(day, rung) for day, rung, _ in await told(house, key)][3:] == [
            ("2026-04-10", "before"),
            ("2026-04-13", "due"),
            ("2026-04-14", "told"),
        ]
        assert [when for when, _ in await conclusions(house, key)] == [at("2026-04-14")]


async def test_an_outage_over_the_deadline_gives_the_panel_a_working_day_before_it_is_passed_over(
    settings: Settings,
) -> None:
    """Away from 10 March to Thursday 19: who has not answered has Friday; concluded on Monday 23."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        async with working(settings, RULEBOOKS):
            await seat_jury(house)
            await house.open(FILE, "advice")
            key = await ask(house, "avis", FILE)
            await house.advance_to(at("2026-03-04"))
            await give_opinion(house, "avis", "jury")
            await give_opinion(house, "avis", "juror-2")
            await house.advance_to(at("2026-03-10"))
        await house.service.clock_store.show(house.organisation, at("2026-03-19", 10))
        async with working(settings, RULEBOOKS):
            await house.advance_to(at("2026-03-23", 7))
            assert await conclusions(house, key) == []
            await house.advance_to(at("2026-04-15"))
        assert [when for when, _ in await conclusions(house, key)] == [at("2026-03-23")]


async def test_in_real_time_a_message_that_arrives_lets_silence_count(settings: Settings) -> None:
    """Told within the last second, heard out, counted and concluded by real timers; nobody gives a command."""
    async with inhabited(settings, LedgerKind.REAL, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await house.open(FILE, "swift")
        key = await ask(house, "avis", FILE, "urgent")
        await concluded(house, key)
        [opened, *_] = await house.events(key)
        [(when, minutes)] = await conclusions(house, key)
        assert opened.recorded_at
        assert when >= opened.recorded_at + timedelta(seconds=5)
        assert (minutes.outcome, minutes.counts.silent) == ("unfavourable", 1)


async def test_in_real_time_silence_waits_for_a_message_that_is_late_and_counts_once_it_arrives(
    settings: Settings,
) -> None:
    """The mail server takes longer than the panel has: nobody is passed over untold, and nothing sleeps on."""
    async with serve_relay() as relay:
        relay.data.append("hold")
        slow = {"smtp_host": relay.server.host, "smtp_port": relay.server.port}
        there = settings.model_copy(update=slow)
        async with inhabited(there, LedgerKind.REAL, RULEBOOKS) as house, working(there, RULEBOOKS):
            await house.open(FILE, "swift")
            key = await ask(house, "avis", FILE, "urgent")
            await asyncio.wait_for(relay.holding.wait(), 30)
            [opened, *_] = await house.events(key)
            assert opened.recorded_at
            over = opened.recorded_at + timedelta(seconds=8)

            async def it_is_over() -> bool:
                return datetime.now(UTC) > over

            await wait_until(it_is_over, "the panel's time is over")
            assert await conclusions(house, key) == []
            relay.go_on.set()
            await concluded(house, key)


async def granted_to(house: House, person: str) -> str:
    """The grant of somebody's role."""
    states = await house.service.files.fresh(house.organisation, (ORGANISATION_STREAM,))
    people = states[ORGANISATION_STREAM]
    assert isinstance(people, Organisation)
    return next(key for key, one in people.grants.items() if one.person == person)


async def concluded(house: House, key: str) -> None:
    """Wait until a review is."""

    async def it_is() -> bool:
        return bool(await conclusions(house, key))

    await wait_until(it_is, "concluded")
