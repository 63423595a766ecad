"""What is counted of a command, and what the lines of the log carry while something is dealt with."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pytest
import structlog
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from application.commands.answer import Answer
from application.observability.causes import Causes
from application.observability.instruments import Instruments, apart
from application.observability.metrics import NoMetrics
from application.observability.tracing import NoTracing, Origin
from domain.kernel.ledger import Append, AppendResult, LedgerUnavailable
from tests.application.house import HOUSE, House, command, lesson, opening
from tests.application.test_faults import FailingLedger

log = structlog.get_logger()


@dataclass
class Counted(NoMetrics):
    """Remembers which commands were counted."""

    commands: list[tuple[str, str, str]] = field(default_factory=list)
    acts: list[tuple[str, str, str]] = field(default_factory=list)

    def command(self, organisation: str, kind: str, outcome: str) -> None:
        """Count one."""
        self.commands.append((organisation, kind, outcome))

    def service_act(self, organisation: str, kind: str, outcome: str) -> None:
        """Count one."""
        self.acts.append((organisation, kind, outcome))


async def _house(ledger: FailingLedger) -> tuple[House, Counted]:
    house, counted = House(ledger, ledger), Counted()
    await house.found()
    house.way._instruments = Instruments(counted, NoTracing())
    return house, counted


async def test_a_command_is_counted_once_by_what_it_was_answered() -> None:
    """Recorded, repeated, refused, or out of reach."""
    ledger = FailingLedger()
    house, counted = await _house(ledger)
    await house.do(opening("rives"))
    await house.do(opening("rives"))
    await house.do(lesson(1, "nowhere"))
    ledger.failures.append(LedgerUnavailable("away"))
    with pytest.raises(LedgerUnavailable):
        await house.do(lesson(2))
    assert counted.commands == [
        (HOUSE, "OpenCooperation", "recorded"),
        (HOUSE, "OpenCooperation", "repeated"),
        (HOUSE, "RecordLesson", "refused"),
        (HOUSE, "RecordLesson", "unavailable"),
    ]
    assert counted.acts == []


async def test_what_the_service_could_not_do_is_counted_as_refused_though_it_is_recorded() -> None:
    """Its own commands are counted apart, by what became of the act."""
    counted = Counted()
    instruments = Instruments(counted, NoTracing())
    act = command(
        "PerformAct", "escale:act/rives/1", "escale", cooperation="rives", act="ask", occurrence="ask/p1"
    )
    for events in (("ReviewOpened", "ActPerformed"), ("ActRefused",)):
        with instruments.command(HOUSE, act) as watch:
            watch.answered(Answer(command_id=act.command_id, outcome="recorded", events=events))
    assert counted.commands == [(HOUSE, "PerformAct", "recorded")] * 2
    assert counted.acts == [(HOUSE, "PerformAct", "recorded"), (HOUSE, "PerformAct", "refused")]


async def test_lines_of_the_log_carry_what_they_are_about_and_nothing_afterwards() -> None:
    """Organisation, file and command; of a message its id; what serves many commands carries none of them."""
    instruments = Instruments(NoMetrics(), NoTracing())
    with capture_logs(processors=[merge_contextvars]) as lines:
        with instruments.command(HOUSE, opening("rives")):
            log.info("deciding")
            apart().run(log.info, "serving many")
            await asyncio.create_task(_say("deep down"))
        async with instruments.message("send", HOUSE, "rives", "m-1"):
            log.info("sending")
        with instruments.organisation("work_for", HOUSE):
            log.info("working")
            async with instruments.wake(HOUSE, "rives"):
                log.info("waking")
        log.info("done")
    about = {"organisation": HOUSE, "file": "rives"}
    given = {**about, "command": opening("rives").command_id}
    carried = {line.pop("event"): {k: v for k, v in line.items() if k != "log_level"} for line in lines}
    assert carried == {
        "deciding": given,
        "deep down": given,
        "serving many": {},
        "sending": {**about, "message": "m-1"},
        "working": {"organisation": HOUSE, "activity": "work_for"},
        "waking": {**about, "activity": "work_for"},
        "done": {},
    }


class TellingLedger(FailingLedger):
    """A ledger that logs each append."""

    async def append(
        self, organisation: str, items: Sequence[Append], now: datetime
    ) -> Sequence[AppendResult]:
        """Say so."""
        log.info("appending")
        return await super().append(organisation, items, now)


async def test_what_is_done_for_many_commands_at_once_is_said_of_none_of_them() -> None:
    """They share an append; the line about it carries neither the first one's id nor its file."""
    ledger = TellingLedger()
    house = House(ledger, ledger)
    await house.found()
    with capture_logs(processors=[merge_contextvars]) as lines:
        await asyncio.gather(house.do(opening("rives")), house.do(opening("halle")))
    assert [line for line in lines if {"command", "file"} & line.keys()] == []
    assert "appending" in {line["event"] for line in lines}


async def _say(what: str) -> None:
    log.info(what)


async def test_what_follows_from_what_is_found_in_the_ledger() -> None:
    """A file's present follows from its last command; reminders are passed over; what is not there has no cause."""
    house = House()
    await house.found()
    await house.recorded(opening("rives"))
    causes = Causes(house.ledger)
    assert await causes.of_file(HOUSE, "rives") == Origin(HOUSE, opening("rives").command_id)
    await house.recorded(lesson(1))
    assert await causes.of_file(HOUSE, "rives") == Origin(HOUSE, lesson(1).command_id)
    house.wait(days=400)
    [due, *_] = (await house.stock()).due
    reminding = command(
        "IssueReminder",
        f"escale:remind/rives/{due.occurrence}/{due.rung}",
        "escale",
        cooperation="rives",
        occurrence=due.occurrence,
        rung=due.rung,
    )
    await house.recorded(reminding)
    [message] = list((await house.file()).messages)[:1]
    assert await causes.of_file(HOUSE, "rives") == Origin(HOUSE, lesson(1).command_id)
    await house.recorded(lesson(2))
    assert await causes.of_message(HOUSE, "rives", message) == Origin(HOUSE, lesson(1).command_id)
    assert await causes.of_file(HOUSE, "rives") == Origin(HOUSE, lesson(2).command_id)
    assert await causes.of_file(HOUSE, "nowhere") is None
    assert await causes.of_file("nobody", "rives") is None
    assert await causes.of_message(HOUSE, "rives", "no-such-message") is None


def test_traces_of_two_organisations_differ() -> None:
    """Two may give the same id; the same one makes the same trace, wherever it is made."""
    one, other = Origin("une", "act-1"), Origin("autre", "act-1")
    assert one.trace_id == Origin("une", "act-1").trace_id
    assert one.trace_id != other.trace_id
    assert 0 < one.trace_id < 2**128
    assert 0 < one.span_id < 2**64
