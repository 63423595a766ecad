"""Founding an organisation: its ledger, its clock if it is a simulation, its first administrator."""

from datetime import datetime

from application.commands.answer import Answer
from application.commands.one_way_in import OneWayIn
from application.ports import ClockStore
from domain.kernel.ledger import Ledger, LedgerKind
from domain.organisation.commands import FoundOrganisation


async def found(
    organisation: str,
    command: FoundOrganisation,
    ledger: Ledger,
    clocks: ClockStore,
    one_way_in: OneWayIn,
    now: datetime,
) -> Answer:
    """Create the ledger and record the founding; done twice, it changes nothing.

    ``now`` is where a simulation's clock begins. Raises ValueError if the ledger exists with another kind.
    """
    await ledger.found(organisation, command.kind, now)
    if command.kind is LedgerKind.SIMULATION:
        await clocks.create(organisation, now)
    return await one_way_in.handle(organisation, command)
