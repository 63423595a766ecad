"""How every store is read."""

import json

from domain.kernel.ledger import Append, Ledger, NewEvent
from tests.eventstore.making import NOW, ORGANISATION, command, event, note


async def _three_streams(ledger: Ledger) -> None:
    items = [note(f"{stream}{entry}", stream, entry) for entry in (1, 2, 3) for stream in ("a", "b")]
    await ledger.append(ORGANISATION, [*items, note("c1", "file:x", 1), note("c2", "file:ä", 1)], NOW)


async def test_streams_are_read_after_the_entry_that_is_known(ledger: Ledger) -> None:
    """Every stream asked for is answered, an unknown one with nothing."""
    await _three_streams(ledger)
    found = await ledger.read_streams(ORGANISATION, {"a": 2, "b": 0, "nowhere": 0})
    assert {stream: [e.entry for e in events] for stream, events in found.items()} == {
        "a": [3],
        "b": [1, 2, 3],
        "nowhere": [],
    }


async def test_the_ledger_is_read_in_pages(ledger: Ledger) -> None:
    """After a position, in order, no more than was asked for."""
    await _three_streams(ledger)
    pages = [await ledger.read(ORGANISATION, after, 3) for after in (0, 3, 6, 8)]
    assert [[event.position for event in page] for page in pages] == [[1, 2, 3], [4, 5, 6], [7, 8], []]


async def test_streams_are_found_by_how_they_begin(ledger: Ledger) -> None:
    """In the order of their bytes, each once."""
    await _three_streams(ledger)
    assert await ledger.streams(ORGANISATION, "file:") == ["file:x", "file:ä"]
    assert await ledger.streams(ORGANISATION, "") == ["a", "b", "file:x", "file:ä"]
    assert await ledger.streams(ORGANISATION, "%") == []


async def test_a_store_answers_what_became_of_a_command(ledger: Ledger) -> None:
    """For as long as the ledger lives; nothing for a command it never saw."""
    [appended] = await ledger.append(
        ORGANISATION, [command("c1", {"a": 0, "b": 0}, event("b", 1), event("a", 1))], NOW
    )
    outcome = await ledger.outcome(ORGANISATION, "c1")
    assert outcome is not None
    assert appended.outcome == outcome  # type: ignore[union-attr]
    assert (outcome.actor, outcome.stream, outcome.first_position, outcome.last_position) == (
        "person-1",
        "b",
        1,
        2,
    )
    assert await ledger.outcome(ORGANISATION, "c2") is None


async def test_an_organisation_without_a_ledger_reads_as_empty(ledger: Ledger) -> None:
    """Asking is no mistake."""
    assert await ledger.read("nobody", 0, 10) == []
    assert await ledger.read_streams("nobody", {"a": 0}) == {"a": []}
    assert await ledger.streams("nobody", "") == []
    assert await ledger.outcome("nobody", "c1") is None


def _under(rulebook: str | None, stream: str, entry: int, kind: str) -> Append:
    """An event of a type, recorded under a rulebook."""
    body = {"data": {}, "entry": entry, "rulebook": rulebook, "stream": stream, "type": kind, "version": 1}
    written = NewEvent(stream, entry, json.dumps(body).encode())
    return command(f"{stream}/{entry}", {stream: entry - 1}, written)


async def _two_programmes(ledger: Ledger) -> None:
    items = [
        _under("tec@1", "file:a", 1, "Opened"),
        _under("tec@2", "file:b", 1, "Opened"),
        _under("tec-2@1", "file:c", 1, "Opened"),
        _under(None, "organisation", 1, "Opened"),
        _under("tec@1", "file:a", 2, "Noted"),
        _under("tec@1", "file:a", 3, "Opened"),
        _under("tec@1", "file:d", 1, "Noted"),
    ]
    await ledger.append(ORGANISATION, items, NOW)


async def test_streams_are_found_by_what_happened_under_a_programme(ledger: Ledger) -> None:
    """Under any of its versions, and under no other whose name begins alike; each once, by name."""
    await _two_programmes(ledger)
    assert await ledger.streams_with(ORGANISATION, ["Opened"], "tec") == ["file:a", "file:b"]
    assert await ledger.streams_with(ORGANISATION, ["Noted", "Opened"], "tec") == [
        "file:a",
        "file:b",
        "file:d",
    ]
    assert await ledger.streams_with(ORGANISATION, ["Opened"], "te") == []
    assert await ledger.streams_with(ORGANISATION, [], "tec") == []
    assert await ledger.streams_with("nobody", ["Opened"], "tec") == []


async def test_streams_are_read_without_some_types(ledger: Ledger) -> None:
    """Every stream asked for is answered, in the order of its entries."""
    await _two_programmes(ledger)
    found = await ledger.read_without(ORGANISATION, ["file:a", "file:d", "nowhere"], ["Noted"])
    assert {stream: [e.entry for e in events] for stream, events in found.items()} == {
        "file:a": [1, 3],
        "file:d": [],
        "nowhere": [],
    }
    whole = await ledger.read_without(ORGANISATION, ["file:a"], [])
    assert [event.entry for event in whole["file:a"]] == [1, 2, 3]
