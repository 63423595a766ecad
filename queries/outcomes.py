"""Whose the outcome of a command is to look up, for pages and shell alike."""

from domain.kernel.ids import file_of
from domain.kernel.ledger import Outcome
from queries.dossiers import why_closed
from queries.visit import Visit


async def outcome_of(visit: Visit, command_id: str) -> Outcome | None:
    """What became of a command, for its actor and for whoever reads what it is about; else as if there were none.

    Raises LedgerUnavailable.
    """
    outcome = await visit.service.ledger.outcome(visit.organisation, command_id)
    return outcome if outcome and await is_theirs(visit, outcome) else None


async def is_theirs(visit: Visit, outcome: Outcome) -> bool:
    """Whether the person may look it up. Raises LedgerUnavailable."""
    if outcome.actor == visit.person:
        return True
    key = file_of(outcome.stream)
    if key is None:
        return visit.scope.member
    file = await visit.service.files.file(visit.organisation, key)
    return file is not None and visit.may_read(file) and await why_closed(visit, file) is None
