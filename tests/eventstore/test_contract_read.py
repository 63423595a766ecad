"""How every store is read."""

from domain.ledger import Ledger
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
