"""Whether a message may still leave: what the ledger knows of it counts, whatever the outbox says."""

from typing import Literal

from domain.files.file import KeptFile
from domain.reminders.due import still_due
from domain.rulebook import Rulebook

Rest = Literal["sent", "unknown", "failed", "withdrawn"]
"""Where a message is at rest."""
Withheld = tuple[Rest, str]
"""Where a message belongs that is not to be sent, and why (a code)."""

_RESTS: dict[str, Rest] = {
    "sent": "sent",
    "unknown": "unknown",
    "failed": "failed",
    "withdrawn": "withdrawn",
    "dropped": "withdrawn",
}


def withheld(
    file: KeptFile | None, rulebook: Rulebook | None, message: str, occurrence: str
) -> Withheld | None:
    """Why a message of a file is not to be sent; None if it is.

    Nobody claimed it in the ledger; the ledger knows already what became of it, and nobody decided that it goes out
    again; or its reason has gone.
    """
    claim = file.messages.get(message) if file else None
    if file is None or rulebook is None or claim is None or claim.occurrence != occurrence:
        return "withdrawn", "unclaimed"
    if claim.delivery in _RESTS:
        return _RESTS[claim.delivery], "known"
    return None if still_due(file, rulebook, occurrence) else ("withdrawn", "reason-gone")
