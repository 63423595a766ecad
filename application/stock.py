"""Taking stock of a file: where it stands at a position of the ledger, what is due, how long nothing will be."""

from application.files import Files
from application.ports import Clock
from domain.deadlines import deadlines
from domain.due import due_rungs, next_instant
from domain.ledger import Ledger
from domain.standing import LONGEST_WAIT_SECONDS, DueReminder, Standing


class UnknownCooperation(Exception):
    """The ledger has no such file: it was restored to before its opening, or never opened it."""


async def take_stock(
    ledger: Ledger, files: Files, clock: Clock, organisation: str, cooperation: str
) -> Standing:
    """The standing of a file, with everything up to the position it names. Raises UnknownCooperation."""
    head = await ledger.head(organisation)
    ruled = await files.ruled(organisation, cooperation)
    if ruled is None:
        raise UnknownCooperation(f"{organisation}/{cooperation} at position {head.position}")
    file, rulebook = ruled.file, ruled.rulebook
    now = await clock.now(organisation)
    due = due_rungs(file, rulebook, now)
    following = next_instant(file, rulebook, now)
    wait = LONGEST_WAIT_SECONDS
    if following is not None and not clock.simulated(organisation):
        wait = min(wait, max(0.0, (following - now).total_seconds()))
    awaited = next(iter(deadlines(file, rulebook)), None)
    return Standing(
        position=head.position,
        phase=file.current.phase,
        pass_number=file.current.number,
        status=file.status,
        due=tuple(DueReminder(occurrence=one.deadline.occurrence, rung=one.rung.name) for one in due),
        wait_seconds=wait,
        awaits=awaited.key if awaited else None,
        until=awaited.due.day if awaited else None,
    )
