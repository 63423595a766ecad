"""The deadlines that files ever had, folded beside their states: a state alone no longer knows them."""

from collections.abc import Callable

from domain.files.file import KeptFile
from domain.files.setting import State
from domain.kernel.recorded import Recorded
from domain.reminders.occurrences import Occurrences
from domain.rulebook import Rulebook

Known = Occurrences | Exception
"""Those of one stream; or why they cannot be told, which is nobody's trouble but of who asks for them."""

NONE: Known = Occurrences()


def known_after(
    known: Known, state: State, recorded: Recorded, rulebook_of: Callable[[str], Rulebook]
) -> Known:
    """Those of a stream after an event, of which ``state`` is the state."""
    if isinstance(known, Exception) or not isinstance(state, KeptFile) or not state.begun:
        return known
    if recorded.recorded_at is None:
        return ValueError(f"entry {recorded.entry} of {recorded.stream} is not in the ledger")
    try:
        return known.after(state, rulebook_of(state.rulebook), recorded.recorded_at)
    except Exception as error:  # noqa: BLE001 - whatever it is, it concerns one read model alone
        return error
