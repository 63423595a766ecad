"""The files in question are found in the ledger, and read as far as their decisions need it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from application.what_if.histories import FILES_AT_ONCE, asked_streams, replay_streams
from application.what_if.question import Found
from domain.files.events import SilenceCounted
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.ledger import Append, Appended, LedgerKind
from domain.kernel.recorded import Recorded
from domain.registry.codec import encode
from domain.rulebook import Rulebook
from eventstore.memory import MemoryLedger
from tests.domain.kit import Given, history, on
from tests.domain.rules import RULES
from tests.domain.sample_people import FOUNDED
from tests.what_if.kit import deciding, gated, item, past, question, replayed, told
from tests.what_if.pasts import COMPLETED, SILENCE

LONG_BEFORE = datetime(2020, 1, 1, tzinfo=UTC)


async def _ledger(**files: Given) -> MemoryLedger:
    """The people of the tests, and files as ``past`` has them."""
    ledger = MemoryLedger()
    await ledger.found("essai", LedgerKind.REAL, LONG_BEFORE)
    await _write(ledger, ORGANISATION_STREAM, history(*FOUNDED))
    for file, given in files.items():
        await _write(ledger, cooperation_stream(file), past(*given))
    return ledger


async def _write(ledger: MemoryLedger, stream: str, events: Sequence[Recorded]) -> None:
    for one in events:
        rulebook = None if stream == ORGANISATION_STREAM else one.rulebook
        written = encode(replace(one, stream=stream, rulebook=rulebook), 0, lambda: bytes(32)).new
        append = Append(f"{stream}/{one.entry}", "escale", b"", None, {stream: one.entry - 1}, (written,))
        [answer] = await ledger.append("essai", [append], one.recorded_at or LONG_BEFORE)
        assert isinstance(answer, Appended)


async def _asked(ledger: MemoryLedger, other: Rulebook) -> Found:
    asked, found = question(other), Found()
    streams = await asked_streams(ledger, asked)
    async for _, some in replay_streams(ledger, asked, streams):
        found += some
    return found


async def test_what_the_ledger_has_comes_out_as_what_happened() -> None:
    """Written, read back and replayed, a life is what it was."""
    ledger = await _ledger(rives=COMPLETED)
    assert await _asked(ledger, RULES) == Found(1, 5, ())
    other = gated("capitalisation", item("lessons", rule="lessons", at_least=2))
    assert told(await _asked(ledger, other)) == told(replayed(other, COMPLETED))


async def test_a_silence_is_judged_by_the_reminders_that_went_out() -> None:
    """They are read, though no gate asks for them."""
    ledger = await _ledger(muette=SILENCE, rives=COMPLETED)
    assert (await _asked(ledger, deciding("P3M", silence={"counts_as": "met"}))).differences == ()
    found = await _asked(ledger, deciding("P4M", silence={"counts_as": "met"}))
    assert [(one.file, one.refusal.code) for one in found.differences] == [("muette", "silence_too_early")]
    assert (found.files, found.decisions) == (2, 7)


async def test_files_are_read_a_few_at_a_time() -> None:
    """Each once, and it is told how many were just replayed."""
    files = {f"file{number}": COMPLETED for number in range(FILES_AT_ONCE + 1)}
    ledger, asked = await _ledger(**files), question(RULES)
    streams = await asked_streams(ledger, asked)
    told_of = [one async for one in replay_streams(ledger, asked, streams)]
    assert [(files, found.files, found.decisions) for files, found in told_of] == [
        (FILES_AT_ONCE, FILES_AT_ONCE, 5 * FILES_AT_ONCE),
        (1, 1, 5),
    ]


async def test_nothing_is_found_where_nobody_decided() -> None:
    """Under another programme, or before anything happened."""
    ledger = await _ledger(rives=COMPLETED)
    assert await asked_streams(ledger, question(RULES, programme="autre")) == []
    assert await _asked(await _ledger(), RULES) == Found()


async def test_reviews_and_fundings_are_not_replayed() -> None:
    """Silence about an opinion or a request is counted in their streams, and is none of a cooperation's decisions."""
    ledger = await _ledger(rives=COMPLETED)
    silent = SilenceCounted(occurrence="opinions/e1", deadline="opinions", counts_as="favourable", item=None)
    for stream in ("review:avis", "funding:aide"):
        [recorded] = past(on("2026-04-09", silent, "escale"))
        await _write(ledger, stream, [recorded])
    assert list(await asked_streams(ledger, question(RULES))) == [cooperation_stream("rives")]
    assert await _asked(ledger, RULES) == replayed(RULES, COMPLETED)
