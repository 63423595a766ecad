"""What every store does with commands; both stores keep the same rules."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.kernel.ledger import (
    Append,
    Appended,
    Conflict,
    Known,
    Ledger,
    LedgerKind,
    NewEvent,
    UnknownOrganisation,
    Unstorable,
)
from tests.eventstore.making import NOW, ORGANISATION, command, event, message, note, open_command, secret

LATER = NOW + timedelta(hours=1)


async def test_an_event_gets_the_next_position_and_its_bytes_come_back(ledger: Ledger) -> None:
    """Positions count from 1 and bodies are stored as they came."""
    first, second = note("c1", "a", 1, sens="été"), note("c2", "b", 1)
    answers = await ledger.append(ORGANISATION, [first, second], LATER)
    assert [answer.outcome.first_position for answer in answers if isinstance(answer, Appended)] == [1, 2]
    stored = await ledger.read(ORGANISATION, 0, 10)
    assert [(e.position, e.stream, e.entry, e.body, e.recorded_at) for e in stored] == [
        (1, "a", 1, first.events[0].body, LATER),
        (2, "b", 1, second.events[0].body, LATER),
    ]


async def test_time_never_goes_back_in_a_ledger(ledger: Ledger) -> None:
    """``recorded_at`` is the later of the clock and the head's."""
    await ledger.append(ORGANISATION, [note("c1", "a", 1)], LATER)
    await ledger.append(ORGANISATION, [note("c2", "a", 2)], NOW)
    assert [event.recorded_at for event in await ledger.read(ORGANISATION, 0, 10)] == [LATER, LATER]


async def test_a_stream_that_moved_on_is_a_conflict_and_records_nothing(ledger: Ledger) -> None:
    """The answer names the stream, what was expected and what is there."""
    await ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    stale = command("c2", {"b": 0, "a": 0}, event("b", 1))
    assert await ledger.append(ORGANISATION, [stale], NOW) == [Conflict("a", 0, 1)]
    assert (await ledger.head(ORGANISATION)).position == 1
    assert await ledger.outcome(ORGANISATION, "c2") is None


async def test_a_stream_that_was_only_read_is_checked_too(ledger: Ledger) -> None:
    """A decision rests on everything it read."""
    await ledger.append(ORGANISATION, [note("c1", "budget", 1)], NOW)
    reader = command("c2", {"a": 0, "budget": 2}, event("a", 1))
    assert await ledger.append(ORGANISATION, [reader], NOW) == [Conflict("budget", 2, 1)]


async def test_a_command_without_private_text_leaves_no_key(ledger: Ledger) -> None:
    """Beside one that has its key, in one call; both are known again with the digest they came with."""
    items = [open_command("c1", "a", 1), note("c2", "b", 1)]
    await ledger.append(ORGANISATION, items, NOW)
    answers = await ledger.append(ORGANISATION, items, LATER)
    assert [(answer.digest, answer.digest_key) for answer in answers if isinstance(answer, Known)] == [
        (items[0].digest, None),
        (items[1].digest, items[1].digest_key),
    ]


async def test_a_repeated_command_gets_its_first_outcome(ledger: Ledger) -> None:
    """Pressing twice does it once, in later calls and within one call."""
    item = note("c1", "a", 1)
    first, repeat = await ledger.append(ORGANISATION, [item, item], NOW)
    assert isinstance(first, Appended)
    assert repeat == Known(first.outcome, item.digest, item.digest_key)
    assert await ledger.append(ORGANISATION, [item], LATER) == [repeat]
    assert (await ledger.head(ORGANISATION)).position == 1


async def test_a_known_command_is_recognised_before_any_conflict(ledger: Ledger) -> None:
    """Its repeat was decided on an old state; that does not matter any more."""
    item = note("c1", "a", 1)
    await ledger.append(ORGANISATION, [item, note("c2", "a", 2)], NOW)
    [answer] = await ledger.append(ORGANISATION, [item], NOW)
    assert isinstance(answer, Known)


async def test_a_known_command_shows_the_digest_of_the_first_one(ledger: Ledger) -> None:
    """So that the caller can tell a repeat from another command under the same id."""
    item = note("c1", "a", 1)
    await ledger.append(ORGANISATION, [item], NOW)
    other = command("c1", {"z": 0}, event("z", 1))
    [answer] = await ledger.append(ORGANISATION, [other], NOW)
    assert isinstance(answer, Known)
    assert (answer.digest, answer.digest_key) == (item.digest, item.digest_key)


async def test_a_refusal_is_an_outcome_without_events(ledger: Ledger) -> None:
    """It holds the code, moves nothing, and is found again."""
    refused = command("c1", {"a": 0}, refusal='{"code":"gate_not_met"}')
    [answer] = await ledger.append(ORGANISATION, [refused], LATER)
    assert isinstance(answer, Appended)
    outcome = answer.outcome
    assert (outcome.first_position, outcome.last_position, outcome.stream) == (None, None, "a")
    assert (outcome.refusal, outcome.recorded_at) == ('{"code":"gate_not_met"}', LATER)
    assert await ledger.outcome(ORGANISATION, "c1") == outcome
    head = await ledger.head(ORGANISATION)
    assert (head.position, head.recorded_at) == (0, NOW)


async def test_several_streams_are_written_together_or_not_at_all(ledger: Ledger) -> None:
    """A decision and its envelope are one append."""
    both = command("c1", {"file": 0, "budget": 0}, event("file", 1), event("budget", 1), event("file", 2))
    [answer] = await ledger.append(ORGANISATION, [both], NOW)
    assert isinstance(answer, Appended)
    assert (answer.outcome.first_position, answer.outcome.last_position) == (1, 3)
    assert answer.outcome.stream == "file"
    found = await ledger.read_streams(ORGANISATION, {"file": 0, "budget": 0})
    assert {stream: [e.position for e in events] for stream, events in found.items()} == {
        "file": [1, 3],
        "budget": [2],
    }


async def test_later_commands_of_a_call_see_the_earlier_ones(ledger: Ledger) -> None:
    """They were decided in turn; one that did not reckon with its predecessor conflicts."""
    items = [
        note("c1", "a", 1),
        note("c2", "a", 2),
        command("c3", {"a": 2}, refusal='"x"'),
        note("c4", "a", 1),
    ]
    answers = await ledger.append(ORGANISATION, items, NOW)
    assert [type(answer) for answer in answers] == [Appended, Appended, Appended, Conflict]
    assert answers[3] == Conflict("a", 0, 2)
    assert [event.entry for event in await ledger.read(ORGANISATION, 0, 10)] == [1, 2]


FALLING = {
    "in conflict": command("falls", {"a": 0, "b": 5}, event("a", 1)),
    "known": note("before", "a", 1),
    "unfit for any ledger": command("falls", {"a": 0}, event("a", 1), refusal='"x"'),
    "unstorable": note("falls", "a", 1, text="\0"),
}


@pytest.mark.parametrize("first", FALLING.values(), ids=FALLING)
async def test_what_was_decided_on_a_command_that_fell_falls_with_it(ledger: Ledger, first: Append) -> None:
    """Somebody else's entry may have the number that was expected: the number alone must not let it pass.

    So does what was decided on that in turn, written or refused. What rests on neither is recorded.
    """
    await ledger.append(ORGANISATION, [note("before", "a", 1), note("other", "z", 1)], NOW)
    items = [
        first,
        command("second", {"a": 1, "c": 0}, event("a", 2), event("c", 1)),
        command("third", {"c": 1}, refusal='"x"'),
        note("apart", "z", 2),
        command("fourth", {"c": 0}, event("c", 1)),
    ]
    answers = await ledger.append(ORGANISATION, items, NOW)
    assert [type(answer) for answer in answers[1:]] == [Conflict, Conflict, Appended, Appended]
    assert [event.stream for event in await ledger.read(ORGANISATION, 0, 10)] == ["a", "z", "z", "c"]
    assert await ledger.outcome(ORGANISATION, "second") is None


UNSTORABLE = {
    "NUL in a body": note("bad", "bad", 1, text="\0"),
    "NUL in an id": note("b\0ad", "bad", 1),
    "a lone surrogate": note("bad\ud800", "bad", 1),
    "no stream read": command("bad", {}, event("bad", 1)),
    "a stream written unread": command("bad", {"a": 0}, event("bad", 1)),
    "entries out of order": command("bad", {"bad": 0}, event("bad", 2)),
    "neither events nor refusal": command("bad", {"bad": 0}),
    "both events and refusal": command("bad", {"bad": 0}, event("bad", 1), refusal='"x"'),
    "a refusal that leaves a message": command("bad", {"bad": 0}, refusal='"x"', messages=(message("m1"),)),
    "a body that is no JSON": command("bad", {"bad": 0}, NewEvent("bad", 1, b"{")),
    "a secret that exists": command("bad", {"bad": 0}, event("bad", 1), secrets=(secret("s0"),)),
    "a message that exists": command("bad", {"bad": 0}, event("bad", 1), messages=(message("m0"),)),
}


@pytest.mark.parametrize("bad", UNSTORABLE.values(), ids=UNSTORABLE)
async def test_what_cannot_be_stored_harms_no_other(ledger: Ledger, bad: Append) -> None:
    """Its neighbours in the call are recorded, it is not, and the next command works."""
    kept = command("c0", {"kept": 0}, event("kept", 1), secrets=(secret("s0"),), messages=(message("m0"),))
    await ledger.append(ORGANISATION, [kept], NOW)
    items = [note("c1", "a", 1), note("c2", "b", 1), bad, note("c3", "a", 2), note("c4", "bad", 1)]
    answers = await ledger.append(ORGANISATION, items, NOW)
    expected = [Appended, Appended, Unstorable, Appended, Appended]
    assert [type(answer) for answer in answers] == expected
    assert [(e.stream, e.entry) for e in await ledger.read(ORGANISATION, 1, 10)] == [
        ("a", 1),
        ("b", 1),
        ("a", 2),
        ("bad", 1),
    ]


async def test_a_reason_never_quotes_what_somebody_wrote(ledger: Ledger) -> None:
    """Reasons end up in logs."""
    private = replace(secret("s1"), value="Camille\0")
    [answer] = await ledger.append(
        ORGANISATION, [command("c1", {"a": 0}, event("a", 1), secrets=(private,))], NOW
    )
    assert isinstance(answer, Unstorable)
    assert "Camille" not in answer.reason


async def test_a_ledger_that_nobody_founded_takes_nothing(ledger: Ledger) -> None:
    """There is no ledger by accident."""
    with pytest.raises(UnknownOrganisation):
        await ledger.append("nobody", [note("c1", "a", 1)], NOW)
    with pytest.raises(UnknownOrganisation):
        await ledger.head("nobody")
    assert await ledger.organisations() == [ORGANISATION]


async def test_founding_twice_changes_nothing(ledger: Ledger) -> None:
    """And a ledger never becomes one of another kind."""
    await ledger.append(ORGANISATION, [note("c1", "a", 1)], NOW)
    assert await ledger.found(ORGANISATION, LedgerKind.REAL, LATER) is False
    with pytest.raises(ValueError, match="founded as"):
        await ledger.found(ORGANISATION, LedgerKind.SIMULATION, LATER)
    assert (await ledger.head(ORGANISATION)).position == 1


async def test_ledgers_do_not_meet(ledger: Ledger) -> None:
    """The same ids and streams mean something else to another organisation, and so do the hashes."""
    await ledger.found("autre", LedgerKind.SIMULATION, NOW)
    for organisation in (ORGANISATION, "autre"):
        [answer] = await ledger.append(organisation, [note("c1", "a", 1)], NOW)
        assert isinstance(answer, Appended)
    [ours], [theirs] = await ledger.read(ORGANISATION, 0, 9), await ledger.read("autre", 0, 9)
    assert (ours.position, ours.body) == (theirs.position, theirs.body)
    assert ours.hash != theirs.hash
