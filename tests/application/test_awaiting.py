"""Files that wait for others: both hear of it in one append, whoever writes in them at the same time."""

import asyncio
from typing import Any

import pytest

from domain.kernel.values import Phase
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand
from tests.application.house import FOUNDER, HOUSE, MANAGER, RULEBOOKS, House, command, lesson, opening

CLOSING: dict[str, Any] = {"outcome": "handed-over", "handed_to": "La ville", "reason": "Relais."}


@pytest.fixture(autouse=True)
async def others(house: House) -> None:
    """Two more files, and somebody who may waive what their gates ask for."""
    for name in ("nord", "sud"):
        await house.recorded(opening(name))
    for role in ("steering-committee", "board"):
        grant = {"person": MANAGER, "role": role, "region": "occitanie"}
        await house.recorded(command("GrantRole", f"role/{role}", FOUNDER, **grant))


def waiting(file: str, awaited: str) -> AnyCommand:
    """A file begins to wait for another."""
    return command("AwaitFile", f"wait/{file}/{awaited}", cooperation=file, awaited=awaited)


async def ready(house: House, file: str) -> AnyCommand:
    """Everything waived that keeps a file in its phase; what takes it to the next."""
    state = await house.file(file)
    rulebook = RULEBOOKS.get(await house.files.organisation(HOUSE), state.rulebook)
    for item in rulebook.phases[state.current.phase].gate:
        waive = command(
            "WaiveGateItem", f"waive/{file}/{item.item}", cooperation=file, item=item.item, reason="Oui."
        )
        await house.recorded(waive)
    return command("AdvancePhase", f"advance/{file}", cooperation=file, to="diagnosis")


def told(house: House, count: int) -> list[tuple[str, str]]:
    """The streams and types of the ledger's last events."""
    return [(one.stream.partition(":")[2], decode(one).event.type) for one in house.book.events[-count:]]


async def test_a_wait_is_told_in_both_files_at_once(house: House) -> None:
    """One command, one append."""
    answer = await house.recorded(waiting("rives", "nord"))
    assert answer.events == ("FileAwaited", "AwaitedFileMoved", "FileAwaitedBy")
    assert told(house, 3) == [
        ("rives", "FileAwaited"),
        ("rives", "AwaitedFileMoved"),
        ("nord", "FileAwaitedBy"),
    ]
    assert (await house.file("nord")).awaited_by == ("rives",)


async def test_a_step_is_told_to_every_file_that_waits(house: House) -> None:
    """In the append of the step; a closed file is left in peace."""
    for file in ("rives", "sud"):
        await house.recorded(waiting(file, "nord"))
    await house.recorded(command("CloseCooperation", "close", cooperation="sud", **CLOSING))
    answer = await house.recorded(await ready(house, "nord"))
    assert answer.events == ("PhaseEntered", "AwaitedFileMoved")
    assert told(house, 2) == [("nord", "PhaseEntered"), ("rives", "AwaitedFileMoved")]
    assert (await house.file("rives")).awaited["nord"].phase is Phase.DIAGNOSIS


async def test_a_step_is_decided_again_when_somebody_began_to_wait_meanwhile(house: House) -> None:
    """The process that takes the step had not heard of it."""
    advance, other = await ready(house, "nord"), house.beside()
    await house.file("nord")
    await other.recorded(waiting("rives", "nord"))
    answer = await house.recorded(advance)
    assert answer.events == ("PhaseEntered", "AwaitedFileMoved")
    assert (await house.file("rives")).awaited["nord"].phase is Phase.DIAGNOSIS


async def test_a_step_is_decided_again_when_the_waiting_file_was_written_meanwhile(house: House) -> None:
    """Nothing is lost, nothing is told twice, however their appends cross."""
    await house.recorded(waiting("rives", "nord"))
    advance, other = await ready(house, "nord"), house.beside()
    await other.file("rives")
    answers = await asyncio.gather(house.do(advance), *(other.do(lesson(number)) for number in range(10)))
    assert {one.outcome for one in answers} == {"recorded"}
    rives = await house.file("rives")
    assert rives.awaited["nord"].phase is Phase.DIAGNOSIS
    assert len(rives.by_type["AwaitedFileMoved"]) == 2
    assert len(rives.by_type["LessonRecorded"]) == 10


async def test_two_files_never_come_to_wait_for_each_other(house: House) -> None:
    """Also through a third, also when two processes begin at the same instant."""
    await house.recorded(waiting("nord", "sud"))
    other = house.beside()
    for file in ("rives", "nord", "sud"):
        await other.file(file)
    answers = await asyncio.gather(house.do(waiting("sud", "rives")), other.do(waiting("rives", "nord")))
    codes = sorted(one.refusal.code if one.refusal else one.outcome for one in answers)
    assert codes == ["awaits_each_other", "recorded"]


async def test_a_file_that_reopens_hears_what_it_missed(house: House) -> None:
    """What it waits for may have moved for the last time while it was closed."""
    await house.recorded(waiting("rives", "nord"))
    await house.recorded(command("CloseCooperation", "close", cooperation="rives", **CLOSING))
    await house.recorded(await ready(house, "nord"))
    reopen = command("ReopenCooperation", "reopen", cooperation="rives", reason="Reprise.")
    answer = await house.recorded(reopen)
    assert answer.events == ("CooperationReopened", "PhaseEntered", "AwaitedFileMoved")
    assert (await house.file("rives")).awaited["nord"].phase is Phase.DIAGNOSIS


async def test_a_file_that_is_not_there_is_not_waited_for(house: House) -> None:
    """Nothing is written."""
    answer = await house.do(waiting("rives", "nulle-part"))
    assert answer.refusal is not None
    assert answer.refusal.code == "unknown_cooperation"
    assert "nulle-part" in answer.refusal.message.fr
