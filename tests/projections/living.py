"""A life to rebuild: so many things in so many files."""

from datetime import timedelta

from domain.cooperations.events.file import StakeholderAdded
from domain.cooperations.events.record import ContactRecorded
from domain.kernel.values import ContactKind, Role, Term
from domain.people.events import RoleRevoked
from tests.projections.making import CLEO, NOW, REASON, Writer

FILES = 12


async def some_life(writer: Writer, number: int, files: int = FILES) -> None:
    """One more thing happens in one of the files, which are opened as they come."""
    name = f"file-{number % files:02}"
    if number < files:
        await writer.open(name, recorded_at=NOW + timedelta(minutes=number))
        return
    happened = (
        ContactRecorded(kind=ContactKind.PHONE, stakeholders=(), note=REASON)
        if number % 2
        else StakeholderAdded(
            stakeholder=f"partner-{number}",
            name="Association",
            sector="association",
            role="Animation",
            term=Term(),
            carries_the_money=False,
        )
    )
    await writer.record(f"cooperation:{name}", happened, recorded_at=NOW + timedelta(minutes=number))


async def lived(writer: Writer, things: int) -> None:
    """An organisation in which so many things have happened."""
    await writer.found((CLEO, Role.BOARD, None), (CLEO, Role.JURY, None))
    await writer.record("organisation", RoleRevoked(grant="grant-0", reason=REASON))
    for number in range(things):
        await some_life(writer, number)
