"""What the life of a review or a funding is at: the step that its workflow lives through."""

from datetime import datetime

from domain.files.file import KeptFile
from domain.fundings.conditions import agreement_awaited
from domain.fundings.state import Funding
from domain.reminders.standing import Step
from domain.reviews.readiness import ready
from domain.reviews.state import Review
from domain.rulebook import Rulebook


def step_of(file: KeptFile, rulebook: Rulebook, now: datetime) -> Step | None:
    """The step; None for a cooperation, which has phases, and for what has ended."""
    if file.ended:
        return None
    match file:
        case Review():
            return "conclusion" if ready(file, rulebook, now) else "opinions"
        case Funding():
            return _step_of_funding(file, rulebook)
    return None


def _step_of_funding(funding: Funding, rulebook: Rulebook) -> Step:
    instrument = rulebook.instrument(funding.instrument)
    if funding.granted is None or instrument is None:
        return "decision"
    if agreement_awaited(funding, instrument):
        return "agreement"
    if any(one.stage not in ("paid", "released") for one in funding.tranches.values()):
        return "tranches"
    accepted = {key for key, one in funding.reports.items() if one.stage == "accepted"}
    owed = {one.report for one in instrument.reports} - accepted
    return "reports" if owed else "closing"
