"""What a panel is asked to grant, where that is not just what was asked for: part of the question, like the dossier."""

from datetime import date

from domain.files.setting import Setting, effective_at
from domain.fundings.decide.terms_of_grant import unfit_amount, unfit_conditions
from domain.fundings.request import Proposal
from domain.fundings.state import Funding
from domain.kernel.moments import day_of, earliest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.commands import OpenReview, ReviseDossier


def proposal_of(
    command: OpenReview | ReviseDossier, before: Proposal | None, setting: Setting, funding: Funding | None
) -> Proposal | Refusal | None:
    """What is put before the panel: as said now, else as before; None for the request as it is."""
    if command.amount_cents is None and command.conditions is None:
        return before
    if funding is None or funding.stage != "requested":
        return refuse("proposal_of_nothing")
    asked = before or Proposal(amount_cents=funding.request.amount_cents)
    amount = asked.amount_cents if command.amount_cents is None else command.amount_cents
    conditions = asked.conditions if command.conditions is None else command.conditions
    instrument = setting.rulebook.instrument(funding.instrument) if setting.rulebook else None
    refusal = unfit_amount(amount, funding, instrument) if instrument else None
    refusal = refusal or unfit_conditions(conditions, funding, _day(command, funding, setting))
    return refusal or Proposal(amount_cents=amount, conditions=conditions)


def _day(command: OpenReview | ReviseDossier, funding: Funding, setting: Setting) -> date:
    zone = setting.zone_of(funding.region)
    return day_of(earliest(effective_at(command, setting), zone), zone)
