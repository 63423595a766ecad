"""A process that presses the same buttons as others do at the same time."""

import asyncio
import random
from dataclasses import dataclass

from domain.kernel.ledger import Appended, Conflict, Known, LedgerUnavailable, Outcome
from eventstore.pool import open_pool
from eventstore.postgres import PostgresLedger
from tests.eventstore.making import NOW, ORGANISATION, note


@dataclass(frozen=True)
class Presses:
    """Which commands to send, how many copies of each at once, and onto which streams."""

    dsn: str
    commands: int
    copies: int
    streams: int
    seed: int


def press(presses: Presses) -> list[Outcome]:
    """Send them all, repeating with the same id whenever the answer stays out; the outcomes received."""
    return asyncio.run(_press_all(presses))


async def _press_all(presses: Presses) -> list[Outcome]:
    pool = await open_pool(presses.dsn)
    ledger = PostgresLedger(pool)
    numbers = [number for number in range(presses.commands) for _ in range(presses.copies)]
    random.Random(presses.seed).shuffle(numbers)  # noqa: S311 - an order, not a secret
    outcomes = await asyncio.gather(
        *(_press_one(ledger, f"c{number}", f"stream-{number % presses.streams}") for number in numbers)
    )
    pool.terminate()
    return outcomes


async def _press_one(ledger: PostgresLedger, command_id: str, stream: str) -> Outcome:
    while True:
        try:
            found = await ledger.read_streams(ORGANISATION, {stream: 0})
            item = note(command_id, stream, len(found[stream]) + 1)
            [answer] = await ledger.append(ORGANISATION, [item], NOW)
        except LedgerUnavailable:
            continue
        match answer:
            case Appended(outcome) | Known(outcome):
                return outcome
            case Conflict():
                continue
        raise AssertionError(f"unexpected: {answer}")
