"""States between batches: always those after the batch, whatever the ledger holds beyond it."""

import asyncpg

from application.rulebooks.shelf import YamlRulebooks
from domain.cooperations.events.record import ContactRecorded, GateItemDeclared
from domain.kernel.values import ContactKind, Role
from domain.registry.codec import decode_all
from eventstore.postgres import PostgresLedger
from projections.folder import Folder
from tests.projections.making import ANNA, BASILE, ORGANISATION, Writer

CONTACT = ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=None)
DECLARED = GateItemDeclared(item="go", evidence=(), note=None)


async def test_a_batch_in_the_middle_of_a_ledger_shows_the_states_after_it(
    writer: Writer, pool: asyncpg.Pool, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> None:
    """What a file did before comes from the ledger; what it did later is not there yet."""
    await writer.found()
    await writer.open("bafapatabor", CONTACT, DECLARED, CONTACT)
    events = decode_all(await ledger.read(ORGANISATION, 0, 100))
    folder = Folder(ORGANISATION, ledger, rulebooks)
    for last in (7, 9, 6, 8):
        batch = await folder.fold(events[last - 1 : last])
        view = batch.files["bafapatabor"]
        assert (view.position, view.file.entry) == (last, last - 4)
        assert set(view.file.entries) == set(range(1, last - 3))


async def test_people_too_are_those_after_the_batch(
    writer: Writer, pool: asyncpg.Pool, ledger: PostgresLedger, rulebooks: YamlRulebooks
) -> None:
    """Folding backwards and forwards through the grants."""
    await writer.found((ANNA, Role.BOARD, None), (BASILE, Role.JURY, None))
    events = decode_all(await ledger.read(ORGANISATION, 0, 100))
    folder = Folder(ORGANISATION, ledger, rulebooks)
    for last, grants in ((6, ["grant-1"]), (5, ["grant-0"]), (6, ["grant-1"])):
        batch = await folder.fold(events[last - 1 : last])
        assert batch.people is not None
        assert len(batch.people.people) == 3
        assert list(batch.people.grants) == [f"grant-{number}" for number in range(last - 4)]
        assert grants == [list(batch.people.grants)[-1]]
