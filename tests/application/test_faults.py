"""When the store fails: nobody is told what is not so, and the next command works."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest

from domain.kernel.ledger import Append, AppendResult, Conflict, LedgerUnavailable, Unstorable
from domain.registry.commands import AnyCommand
from eventstore.memory import MemoryLedger
from tests.application.house import House, command, lesson, opening
from tests.support.waiting import LONG_ENOUGH


class FailingLedger(MemoryLedger):
    """A ledger that fails as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.failures: list[Exception] = []
        self.after_writing = False
        self.unstorable: set[str] = set()
        self.conflicts = 0
        self.appends: list[int] = []

    async def append(
        self, organisation: str, items: Sequence[Append], now: datetime
    ) -> Sequence[AppendResult]:
        """Fail before or after writing, or find some items unstorable."""
        self.appends.append(len(items))
        if self.failures and not self.after_writing:
            raise self.failures.pop(0)
        if self.conflicts:
            self.conflicts -= 1
            return [Conflict(next(iter(one.expected)), 0, 1) for one in items]
        results = [
            Unstorable("made so")
            if one.command_id in self.unstorable
            else (await super(FailingLedger, self).append(organisation, [one], now))[0]
            for one in items
        ]
        if self.failures:
            raise self.failures.pop(0)
        return results


@pytest.fixture
async def ledger() -> FailingLedger:
    """Lend a ledger that can fail."""
    return FailingLedger()


@pytest.fixture
async def house(ledger: FailingLedger) -> House:
    """Lend a house that stands on it."""
    made = House(ledger, ledger)
    await made.found()
    await made.recorded(opening("rives"))
    return made


async def test_a_store_out_of_reach_is_said_to_be_so(house: House, ledger: FailingLedger) -> None:
    """Nothing was recorded; repeated with the same id, it is."""
    ledger.failures = [LedgerUnavailable("away")]
    with pytest.raises(LedgerUnavailable):
        await house.do(lesson(1))
    answer = await house.do(lesson(1))
    assert (answer.outcome, answer.repeated) == ("recorded", False)


async def test_what_was_recorded_before_the_connection_died_is_found(
    house: House, ledger: FailingLedger
) -> None:
    """The answer was lost, not the command: no state is left behind, nothing is done twice."""
    ledger.failures, ledger.after_writing = [LedgerUnavailable("cut")], True
    with pytest.raises(LedgerUnavailable):
        await house.do(lesson(1))
    assert len((await house.file()).entries) == 3
    again = await house.do(lesson(1))
    assert (again.outcome, again.repeated) == ("recorded", True)
    await house.recorded(lesson(2))
    assert ledger.appends[-1] == 1
    assert len((await house.file()).entries) == 4


async def test_a_failure_is_told_to_those_who_wait_and_to_nobody_else(
    house: House, ledger: FailingLedger
) -> None:
    """All of one batch, none of the next."""
    ledger.failures = [LedgerUnavailable("away")]
    answers = await asyncio.gather(*(house.do(lesson(number)) for number in range(5)), return_exceptions=True)
    assert [type(one) for one in answers] == [LedgerUnavailable] * 5
    assert (await house.do(lesson(1))).outcome == "recorded"


async def test_a_fault_that_nobody_foresaw_leaves_no_stale_state(house: House, ledger: FailingLedger) -> None:
    """Even if what failed had been written."""
    ledger.failures, ledger.after_writing = [RuntimeError("a fault")], True
    with pytest.raises(RuntimeError, match="a fault"):
        await house.do(lesson(1))
    assert (await house.do(lesson(2))).outcome == "recorded"
    assert len((await house.file()).entries) == 4


async def test_one_that_cannot_be_stored_does_not_take_the_others_down(
    house: House, ledger: FailingLedger
) -> None:
    """It is invalid; those decided on top of it are decided again."""
    pause = command("PauseCooperation", "pause", cooperation="rives", reason="Été.")
    wake = command("ResumeCooperation", "wake", cooperation="rives", reason="Enfin.")
    ledger.unstorable = {"pause"}
    first, second, third = await asyncio.gather(house.do(pause), house.do(wake), house.do(lesson(1)))
    assert (first.outcome, first.refusal and first.refusal.code) == ("invalid", "unstorable")
    assert (second.outcome, second.refusal and second.refusal.code) == ("refused", "not_paused")
    assert third.outcome == "recorded"
    ledger.unstorable = set()
    assert (await house.do(pause)).outcome == "recorded"


async def test_a_command_that_cannot_be_decided_fails_alone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its neighbours in the batch are recorded."""
    draft = house.way._drafter.draft

    async def faulty(organisation: str, asked: AnyCommand, *rest: Any) -> Any:
        if asked.command_id == "lesson/rives/2":
            raise RuntimeError("a fault in the rules")
        return await draft(organisation, asked, *rest)

    monkeypatch.setattr(house.way._drafter, "draft", faulty)
    answers = await asyncio.gather(
        *(house.do(lesson(number)) for number in (1, 2, 3)), return_exceptions=True
    )
    assert [getattr(one, "outcome", type(one)) for one in answers] == ["recorded", RuntimeError, "recorded"]
    with pytest.raises(RuntimeError):
        await house.do(lesson(2))


async def test_who_gave_up_waiting_harms_nobody(house: House, ledger: FailingLedger) -> None:
    """A caller that goes away leaves the others their answers, however the batch ends."""
    ledger.conflicts = 50
    impatient = asyncio.create_task(house.do(lesson(1)))
    patient = asyncio.create_task(house.do(lesson(2)))
    await asyncio.sleep(0)
    impatient.cancel()
    async with asyncio.timeout(LONG_ENOUGH):
        with pytest.raises(LedgerUnavailable, match="too many other writers"):
            await patient
    with pytest.raises(asyncio.CancelledError):
        await impatient
    assert (await house.do(lesson(3))).outcome == "recorded"


async def test_a_few_conflicts_are_nobodys_business(house: House, ledger: FailingLedger) -> None:
    """The command is decided again until it fits."""
    ledger.conflicts = 49
    assert (await house.do(lesson(1))).outcome == "recorded"


async def test_a_crowd_is_taken_in_groups(house: House, ledger: FailingLedger) -> None:
    """At most 256 in one append; no more appends than needed."""
    ledger.appends.clear()
    answers = await asyncio.gather(*(house.do(lesson(number)) for number in range(600)))
    assert {one.outcome for one in answers} == {"recorded"}
    assert ledger.appends == [256, 256, 88]
    assert house.book.head.position == len(house.book.events)
