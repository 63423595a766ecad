"""Silence on the real stack: counted at its very instant; after an outage, only once people had a working day."""

from datetime import datetime
from pathlib import Path

from application.rulebooks.shelf import YamlRulebooks
from config import Settings
from domain.files.events import ReminderIssued, SilenceCounted
from domain.kernel.event import Event
from domain.kernel.ids import ORGANISATION_STREAM
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.people.events import OutageRecorded
from domain.registry.codec import decode_all
from domain.reminders.outcomes import TOLD
from domain.rulebook import Rulebook
from tests.life.house import House, at, inhabited, working

FILE = "atelier"
RULEBOOKS = YamlRulebooks(Path(__file__).with_name("rulebooks"))
"""No opinion by Wednesday 2 September 2026 counts as a favourable one."""
COUNTED = SilenceCounted(occurrence="opinion/p1", deadline="opinion", counts_as="met", item="opinion")


async def outages(house: House) -> list[Event]:
    """Those that the organisation's ledger tells of."""
    read = await house.service.ledger.read_streams(house.organisation, {ORGANISATION_STREAM: 0})
    events = [one.event for one in decode_all(read[ORGANISATION_STREAM])]
    return [one for one in events if isinstance(one, OutageRecorded)]


async def silences(house: House) -> list[tuple[datetime, Event]]:
    """Those counted in the file, with their instant."""
    return [
        (one.recorded_at.astimezone(PARIS), one.event)
        for one in await house.events(FILE)
        if isinstance(one.event, SilenceCounted) and one.recorded_at
    ]


async def test_silence_counts_once_at_its_very_instant(settings: Settings) -> None:
    """Thursday at eight: the item is met, nobody is reminded any more; it is told, and that the gate is complete."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await house.open(FILE, "opinion")
        await house.advance_to(at("2026-09-03", 7))
        assert await silences(house) == []
        await house.advance_to(at("2026-12-01"))
        assert await silences(house) == [(at("2026-09-03"), COUNTED)]
        assert [(about, rung) for _, about, rung in await house.reminders(FILE)][2:] == [
            ("silence-counted", "told"),
            ("gate-complete", "told"),
        ]
        assert await outages(house) == []


async def test_an_answer_comes_before_silence(settings: Settings) -> None:
    """Declared in time, it is a declaration that counts."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house, working(settings, RULEBOOKS):
        await house.open(FILE, "opinion")
        await house.advance_to(at("2026-09-02"))
        await house.do("DeclareGateItem", cooperation=FILE, item="opinion")
        await house.advance_to(at("2026-12-01"))
        assert await silences(house) == []


async def test_after_an_outage_people_have_a_working_day_before_their_silence_counts(
    settings: Settings,
) -> None:
    """Away from 10 August to Thursday 10 September, over the day of the silence: it counts on Monday 14, not before.

    Whoever owes it is told first, late; somebody else a working day after that.
    """
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        async with working(settings, RULEBOOKS):
            await house.open(FILE, "opinion")
            await house.advance_to(at("2026-08-10"))
        back = at("2026-09-10", 10)
        await house.service.clock_store.show(house.organisation, back)
        async with working(settings, RULEBOOKS):
            await house.advance_to(at("2026-09-14", 7))
            assert await silences(house) == []
            await house.advance_to(at("2026-10-01"))
        assert await silences(house) == [(at("2026-09-14"), COUNTED)]
        away = OutageRecorded(since="2026-08-10T06:00:00Z", until="2026-09-10T08:00:00Z")
        assert await outages(house) == [away]
        issued = [
            (one.event.rung, one.event.late)
            for one in await house.events(FILE)
            if isinstance(one.event, ReminderIssued) and one.event.rung != TOLD
        ]
        assert issued == [("before", False), ("due", True), ("escalation", False)]
        assert await house.overtaken(FILE) == []


async def test_a_worker_that_is_away_while_no_time_passes_was_not_away(settings: Settings) -> None:
    """A simulation's clock stands still: its people missed nothing."""
    async with inhabited(settings, LedgerKind.SIMULATION, RULEBOOKS) as house:
        for day in ("2026-08-10", "2026-08-11"):
            async with working(settings, RULEBOOKS):
                await house.advance_to(at(day))
        assert await outages(house) == []


class TellingLate(YamlRulebooks):
    """The same rules, but people are first told on the day after the due day."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._shipped = {key: _telling_late(one) for key, one in self._shipped.items()}


def _telling_late(found: Rulebook) -> Rulebook:
    [*_, last] = found.ladders["asking"] if "asking" in found.ladders else found.ladders["quick"]
    only = last.model_copy(update={"offset": "P1D"})
    return found.model_copy(update={"ladders": dict.fromkeys(found.ladders, (only,))})


async def test_who_is_told_only_once_the_day_has_passed_has_a_working_day_to_answer(
    settings: Settings,
) -> None:
    """Told on Thursday 3 September, people have the Friday; their silence counts on Monday."""
    rulebooks = TellingLate(Path(__file__).with_name("rulebooks"))
    async with inhabited(settings, LedgerKind.SIMULATION, rulebooks) as house, working(settings, rulebooks):
        await house.open(FILE, "opinion")
        await house.advance_to(at("2026-10-01"))
        told = [(day, rung) for day, _, rung in await house.reminders(FILE) if rung != TOLD]
        assert told == [(at("2026-09-03").date(), "escalation")]
        assert await silences(house) == [(at("2026-09-07"), COUNTED)]
