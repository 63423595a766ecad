"""All files of somebody who leaves go to another in one act: all of them or none."""

import asyncio

from domain.registry.commands import AnyCommand
from tests.application.house import FOUNDER, MANAGER, SECOND, House, command, lesson, opening

EVERYTHING: AnyCommand = command(
    "HandOverAllFiles", "leave", FOUNDER, from_person=MANAGER, to_person=SECOND, reason="Départ."
)


async def test_all_open_files_change_hands_in_one_append(house: House) -> None:
    """One command, one run of positions, an entry in each file."""
    for name in ("deux", "trois"):
        await house.recorded(opening(name))
    closing = {"outcome": "handed-over", "handed_to": "La ville", "reason": "Relais."}
    await house.recorded(command("CloseCooperation", "close", cooperation="trois", **closing))
    answer = await house.do(EVERYTHING)
    assert answer.events == ("FilesHandedOver", "ManagersChanged", "ManagersChanged")
    assert {name: (await house.file(name)).managers for name in ("rives", "deux", "trois")} == {
        "rives": (SECOND,),
        "deux": (SECOND,),
        "trois": (MANAGER,),
    }
    positions = [event.position for event in house.book.events[-3:]]
    assert answer.position == positions[-1]
    assert [event.stream for event in house.book.events[-3:]] == [
        "organisation",
        "cooperation:deux",
        "cooperation:rives",
    ]


async def test_a_file_that_cannot_change_hands_keeps_all_where_they_are(house: House) -> None:
    """The other must be fit for each region."""
    role = {"person": MANAGER, "role": "programme-manager", "region": "grand-est"}
    await house.recorded(command("GrantRole", "role/east", FOUNDER, **role))
    east = opening("est").model_copy(update={"region": "grand-est"})
    await house.recorded(east)
    answer = await house.do(EVERYTHING)
    assert answer.refusal is not None
    assert answer.refusal.code == "unfit_managers"
    assert (await house.file()).managers == (MANAGER,)


async def test_a_file_that_is_written_at_the_same_time_is_decided_again(house: House) -> None:
    """The other process's word is not lost, and the handing over holds."""
    other = house.beside()
    await other.file()
    await asyncio.gather(house.do(EVERYTHING), *(other.do(lesson(number)) for number in range(10)))
    file = await house.file()
    assert file.managers == (SECOND,)
    assert sum(one.type == "LessonRecorded" for one in file.entries.values()) == 10


async def test_a_file_opened_just_before_in_the_same_instant_goes_too(house: House) -> None:
    """What a batch has reached counts."""
    opened, left = await asyncio.gather(house.do(opening("neuve")), house.do(EVERYTHING))
    assert (opened.outcome, left.outcome) == ("recorded", "recorded")
    assert (await house.file("neuve")).managers == (SECOND,)


async def test_two_handings_over_at_once_are_one_after_the_other(house: House) -> None:
    """The second finds nothing left."""
    again = EVERYTHING.model_copy(update={"command_id": "leave/2"})
    first, second = await asyncio.gather(house.do(EVERYTHING), house.beside().do(again))
    assert (first.outcome, second.refusal and second.refusal.code) == ("recorded", "no_files")


async def test_more_files_than_are_kept_change_hands_too(house: House) -> None:
    """A process that keeps three states hands six files over, and still knows who speaks afterwards."""
    names = [f"dossier-{number}" for number in range(6)]
    for name in names:
        await house.recorded(opening(name))
    small = house.beside(kept=3)
    left, told = await asyncio.gather(small.do(EVERYTHING), small.do(lesson(1, names[0])))
    assert (left.outcome, told.outcome) == ("recorded", "recorded")
    assert {(await house.file(name)).managers for name in names} == {(SECOND,)}
