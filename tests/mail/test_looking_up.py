"""Looking messages up: page after page, and one by its id."""

from dataclasses import replace
from datetime import timedelta

from eventstore.postgres import PostgresLedger
from mail.messages import Letter
from mail.outbox import Outbox
from tests.eventstore.making import NOW
from tests.mail.making import ORGANISATION, outgoing, queue


async def test_pages_bring_each_message_once_though_many_were_written_at_once(
    ledger: PostgresLedger, outbox: Outbox
) -> None:
    """The newest first; those of one instant by their id."""
    await queue(
        ledger, *(replace(outgoing(one), created_at=NOW + timedelta(days=one // 4)) for one in range(1, 8))
    )
    whole = await outbox.letters(ORGANISATION)
    assert len(whole) == 7
    assert list(whole) == sorted(whole, key=lambda one: (-one.created_at.timestamp(), one.id))
    found: list[Letter] = []
    after = None
    while page := await outbox.letters(ORGANISATION, after=after, limit=3):
        found += page
        after = page[-1].cursor
    assert found == list(whole)


async def test_one_is_found_by_its_id_in_its_organisation(ledger: PostgresLedger, outbox: Outbox) -> None:
    """Elsewhere it is not there."""
    message = outgoing(1)
    await queue(ledger, message)
    found = await outbox.letter(ORGANISATION, message.id)
    assert found is not None
    assert (found.id, found.state) == (message.id, "queued")
    assert await outbox.letter("elsewhere", message.id) is None
