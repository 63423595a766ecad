"""What a panel is asked to grant, where that is not just what was asked for: part of the question, like the dossier."""

from datetime import date

from domain.files.setting import Setting, effective_at
from domain.kernel.moments import day_of, earliest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.commands import OpenReview, ReviseDossier
from domain.reviews.proposal import Proposal
from domain.reviews.subject import Subject


def proposal_of(
    command: OpenReview | ReviseDossier, before: Proposal | None, setting: Setting, subject: Subject | None
) -> Proposal | Refusal | None:
    """What is put before the panel: as said now, else as before; None for the request as it is."""
    if command.amount_cents is None and command.conditions is None:
        return before
    request = subject.asked_for() if subject else None
    if subject is None or request is None:
        return refuse("proposal_of_nothing")
    asked = before or request
    proposal = Proposal(
        amount_cents=asked.amount_cents if command.amount_cents is None else command.amount_cents,
        conditions=asked.conditions if command.conditions is None else command.conditions,
    )
    return subject.unfit(proposal, setting.rulebook, _day(command, subject, setting)) or proposal


def _day(command: OpenReview | ReviseDossier, subject: Subject, setting: Setting) -> date:
    zone = setting.zone_of(subject.region)
    return day_of(earliest(effective_at(command, setting), zone), zone)
