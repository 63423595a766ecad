"""The clock of a complete gate: since its last item holds, until somebody goes on."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.cooperations.clocks import latest_known
from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.deadlines.rules import OwnRule
from domain.deadlines.terms import Count, Term
from domain.kernel.calendar import due_after
from domain.kernel.moments import earliest
from domain.rulebook import Rulebook
from domain.rulebook.complete_gate import GOING_ON, GOING_ON_NAME, CompleteGate


def gate_terms(file: Cooperation, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    """Where the rulebook has somebody reminded; not at the end while money is open: that waits itself."""
    phase = file.current.phase
    rule = rulebook.phases.get(phase)
    if rule is None or rule.complete is None:
        return
    if rulebook.phase_after(phase) is None and file.granted_fundings:
        return
    if since := complete_since(file, rulebook, zone):
        due = due_after(since, rule.complete.within, zone)
        yield Term(_rule(rule.complete), Count(f"p{file.pass_number}", since, due))


def complete_since(file: Cooperation, rulebook: Rulebook, zone: ZoneInfo) -> datetime | None:
    """When the last item of the present gate came to hold; None while one misses, and for a gate that has none.

    Judged when the file is last known to have lived. What an import brought complete is known to whoever brought it.
    """
    if file.status != "active" or file.completion_pending or not file.begun:
        return None
    items = gate(file, rulebook, latest_known(file, zone))
    if not items or any(one.held == "missing" for one in items):
        return None
    shown = [file.entries[entry] for one in items for entry in one.entries]
    imported = max((one.number for one in file.by_type.get("CooperationImported", ())), default=0)
    if imported and all(one.number < imported for one in shown):
        return None
    entered = earliest(file.current.entered_at, zone)
    return max((entered, *(earliest(one.at, zone) for one in shown)))


def _rule(complete: CompleteGate) -> OwnRule:
    return OwnRule(
        deadline=GOING_ON, name=GOING_ON_NAME, after=GOING_ON, within=complete.within, ladder=complete.ladder
    )
