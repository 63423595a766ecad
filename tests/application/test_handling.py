"""The one way in: once each, all or nothing, decided on what is, answered alike each time."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from domain.kernel.ledger import StoredEvent
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand
from tests.application.house import (
    FOUNDER,
    HOUSE,
    MANAGER,
    RULEBOOKS,
    SECOND,
    House,
    command,
    lesson,
    opening,
)

PAUSE = command("PauseCooperation", "pause", cooperation="rives", reason="Été.")


async def test_a_recorded_command_says_where(house: House) -> None:
    """Position and types of what it recorded."""
    before = house.book.head.position
    answer = await house.do(opening("deuxieme"))
    assert answer.model_dump(exclude_none=True) == {
        "command_id": "open/deuxieme",
        "outcome": "recorded",
        "repeated": False,
        "problems": (),
        "position": before + 2,
        "events": ("CooperationOpened", "PhaseEntered"),
    }


async def test_a_refused_command_says_why_and_leaves_only_its_outcome(house: House) -> None:
    """Code, sentence and remedy in two languages; no event."""
    before = house.book.head
    answer = await house.do(command("ResumeCooperation", "wake", cooperation="rives", reason="Enfin."))
    assert (answer.outcome, answer.position, answer.events) == ("refused", None, ())
    assert answer.refusal is not None
    assert answer.refusal.code == "not_paused"
    assert answer.refusal.message.fr == "Le dossier n’est pas en pause."
    assert answer.refusal.message.en == "The file is not paused."
    assert answer.refusal.remedy.en
    assert house.book.head == before


async def test_pressing_twice_does_it_once(house: House) -> None:
    """The second time is answered as the first was."""
    first = await house.do(PAUSE)
    position = house.book.head.position
    again = await house.do(PAUSE)
    assert again == first.model_copy(update={"repeated": True})
    assert house.book.head.position == position


async def test_a_refusal_repeats_too_though_it_would_pass_now(house: House) -> None:
    """After mending, a new id is used."""
    wake = command("ResumeCooperation", "wake", cooperation="rives", reason="Enfin.")
    first = await house.do(wake)
    await house.recorded(PAUSE)
    assert await house.do(wake) == first.model_copy(update={"repeated": True})
    anew = wake.model_copy(update={"command_id": "wake/2"})
    assert (await house.do(anew)).outcome == "recorded"


async def test_a_refusal_speaks_of_the_programme_by_its_names_each_time(house: House) -> None:
    """Also when it is told again from the stored outcome, by another process."""
    advance = command("AdvancePhase", "on", cooperation="rives", to="diagnosis")
    first = await house.do(advance)
    assert first.refusal is not None
    assert "Avis du jury ou de la commission (go / no-go)" in first.refusal.message.fr
    assert await house.beside().do(advance) == first.model_copy(update={"repeated": True})


async def test_an_id_serves_one_command(house: House) -> None:
    """Another content under a known id is invalid, whether the first was recorded or refused."""
    await house.do(lesson(1))
    other = command("RecordLesson", "lesson/rives/1", cooperation="rives", title="Autre chose")
    answer = await house.do(other)
    assert (answer.outcome, answer.refusal and answer.refusal.code) == ("invalid", "id_reused")
    assert len(house.book.streams["cooperation:rives"]) == 3


async def test_another_actor_is_another_content(house: House) -> None:
    """Nobody is told what somebody else's command did by guessing its id."""
    await house.do(lesson(1))
    answer = await house.do(lesson(1).model_copy(update={"actor": SECOND}))
    assert (answer.outcome, answer.refusal and answer.refusal.code) == ("invalid", "id_reused")


async def test_what_was_left_out_is_the_same_as_left_out_not_as_its_default(house: House) -> None:
    """The digest covers what the client sent: a default that changes later changes no digest."""
    await house.do(lesson(1))
    spelled = command("RecordLesson", "lesson/rives/1", cooperation="rives", title="Leçon 1", note=None)
    assert (await house.do(spelled)).refusal is not None
    assert (await house.do(lesson(1))).repeated


async def test_before_the_founding_there_is_nothing(house: House) -> None:
    """An unknown organisation is said to be so, to everybody who waits."""
    answers = await asyncio.gather(*(house.way.handle("ailleurs", lesson(number)) for number in range(3)))
    assert {(one.outcome, one.refusal and one.refusal.code) for one in answers} == {
        ("invalid", "not_founded")
    }
    assert (await house.do(lesson(1))).outcome == "recorded"


async def test_commands_that_arrive_together_are_decided_in_turn(house: House) -> None:
    """Each on what the one before left, with one append."""
    steps: list[AnyCommand] = [
        PAUSE,
        command("AdvancePhase", "on", cooperation="rives", to="diagnosis"),
        command("PauseCooperation", "again", cooperation="rives", reason="Encore."),
        command("ResumeCooperation", "wake", cooperation="rives", reason="Enfin."),
        lesson(1),
    ]
    answers = await asyncio.gather(*(house.do(step) for step in steps))
    assert [(one.outcome, one.refusal and one.refusal.code) for one in answers] == [
        ("recorded", None),
        ("refused", "file_paused"),
        ("refused", "already_paused"),
        ("recorded", None),
        ("recorded", None),
    ]
    assert [event.entry for event in house.book.streams["cooperation:rives"]] == [1, 2, 3, 4, 5]


async def test_copies_that_arrive_together_are_one(house: House) -> None:
    """Whatever else stands between them."""
    crowd = [lesson(number % 5) for number in range(100)]
    answers = await asyncio.gather(*(house.do(one) for one in crowd))
    assert {one.outcome for one in answers} == {"recorded"}
    assert sum(not one.repeated for one in answers) == 5
    assert len((await house.file()).entries) == 7


async def test_two_processes_meet_on_a_file(house: House) -> None:
    """The one that comes second decides again on what the first recorded."""
    other = house.beside()
    await other.do(lesson(1))
    await house.do(PAUSE)
    answer = await other.do(command("AdvancePhase", "on", cooperation="rives", to="diagnosis"))
    assert answer.refusal is not None
    assert answer.refusal.code == "file_paused"


async def test_what_was_decided_on_a_command_that_fell_is_decided_again(house: House) -> None:
    """Another process took the entry on which the second one rests: it may not pass on the number alone."""
    other = house.beside()
    await other.do(lesson(1))
    await house.do(lesson(2))
    wake = command("ResumeCooperation", "wake", cooperation="rives", reason="Enfin.")
    answers = await asyncio.gather(other.do(PAUSE), other.do(wake))
    assert {one.outcome for one in answers} == {"recorded"}
    types = [decode(event).event.type for event in house.book.streams["cooperation:rives"]]
    assert types[-3:] == ["LessonRecorded", "CooperationPaused", "CooperationResumed"]


async def test_a_state_that_others_moved_is_read_on_from_where_it_was(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not from the beginning: a busy envelope is long."""
    other = house.beside()
    await other.do(lesson(1))
    await house.do(lesson(2))
    asked: list[Mapping[str, int]] = []
    read = house.memory.read_streams

    async def reading(organisation: str, after: Mapping[str, int]) -> Mapping[str, Sequence[StoredEvent]]:
        asked.append(after)
        return await read(organisation, after)

    monkeypatch.setattr(house.memory, "read_streams", reading)
    await other.recorded(lesson(3))
    assert [one["cooperation:rives"] for one in asked if "cooperation:rives" in one] == [3]
    assert len((await other.file()).entries) == 5


async def test_a_ledger_restored_from_an_older_copy_is_read_anew(house: House) -> None:
    """What is kept of entries that are no more is dropped once an append shows it."""
    await house.recorded(lesson(1))
    book = house.book
    lost = book.streams["cooperation:rives"].pop()
    book.events.remove(lost)
    book.head = replace(book.head, position=lost.position - 1, hash=book.events[-1].hash)
    await house.recorded(lesson(2))
    assert [event.entry for event in book.streams["cooperation:rives"]] == [1, 2, 3]


async def test_many_processes_lose_nothing(house: House) -> None:
    """Entries without gaps, each command once, the chain whole."""
    houses = [house, *(house.beside() for _ in range(4))]
    await house.recorded(opening("autre"))
    work = [
        each.do(lesson(number, file))
        for number in range(40)
        for file in ("rives", "autre")
        for each in houses
    ]
    answers = await asyncio.gather(*work)
    assert {one.outcome for one in answers} == {"recorded"}
    assert sum(not one.repeated for one in answers) == 80
    for name in ("rives", "autre"):
        stream = house.book.streams[f"cooperation:{name}"]
        assert [event.entry for event in stream] == list(range(1, 43))
    walked = [step async for step in house.memory.verify(HOUSE)]
    assert walked[-1] == house.book.head.position


async def test_every_event_says_who_when_why_and_under_which_rules(house: House) -> None:
    """Actor, cause, correlation, rulebook, and two times."""
    house.wait(hours=1)
    told = command("RecordContact", "call", cooperation="rives", kind="phone", effective_at="2026-10")
    await house.recorded(told)
    stored = house.book.events[-1]
    body = json.loads(stored.body)
    assert {
        key: body[key] for key in ("actor", "command_id", "cause", "correlation", "rulebook", "effective_at")
    } == {
        "actor": MANAGER,
        "command_id": "call",
        "cause": "call",
        "correlation": "call",
        "rulebook": (await house.file()).rulebook,
        "effective_at": "2026-10",
    }
    assert stored.recorded_at == house.clock.time


async def test_private_text_goes_to_the_vault_and_nowhere_else(house: House) -> None:
    """Events hold a reference and a digest; outcomes hold codes."""
    confided = "Camille est épuisée."
    await house.do(command("RecordLesson", "note", cooperation="rives", title="Tuilage", note=confided))
    await house.do(command("ResumeCooperation", "no", cooperation="rives", reason=confided))
    kept = [one.value for one, _ in house.book.secrets.values()]
    assert kept.count(confided) == 1
    written = b"".join(event.body for event in house.book.events)
    told = "".join(outcome.refusal or "" for outcome, _ in house.book.outcomes.values())
    for private in (confided, "Ada", "ada@example.org", "manager@example.org"):
        assert private.encode() not in written
        assert private not in told


async def test_who_may_not_is_refused_by_name_of_role(house: House) -> None:
    """The access rule stands before every other."""
    answer = await house.do(command("PauseCooperation", "stop", FOUNDER, cooperation="rives", reason="Non."))
    assert answer.refusal is not None
    assert answer.refusal.code == "not_entitled"
    assert "programme manager" in answer.refusal.message.en


async def test_a_file_whose_rulebook_is_gone_says_so(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused; it does not fail, and the next command works."""
    monkeypatch.setattr(RULEBOOKS, "_shipped", {})
    answer = await house.do(lesson(1))
    assert (answer.outcome, answer.refusal and answer.refusal.code) == ("refused", "unknown_programme")
    monkeypatch.undo()
    assert (await house.do(lesson(2))).outcome == "recorded"
