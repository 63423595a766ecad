"""What a decisive panel grants is what it saw: the request, or the proposal that it voted on; nobody chooses later."""

from domain.fundings.circuit import is_role
from domain.fundings.commands.requests import DecideFunding
from domain.fundings.decide.context import Context
from domain.kernel.ids import review_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Body
from domain.reviews.proposal import Condition, Proposal
from domain.reviews.state import Review


def seen_by(body: Body, command: DecideFunding, context: Context) -> Proposal | None:
    """What the panel that decides had before it; None where a role decides, which chooses within the rules."""
    review = context.setting.read(Review, review_stream, command.review)
    if is_role(body) or review is None:
        return None
    return review.dossier.proposal or Proposal(amount_cents=context.funding.request.amount_cents)


def other_than_seen(command: DecideFunding, seen: Proposal) -> Refusal | None:
    """Why what is recorded is not what the panel saw; what is left out is as it was seen."""
    amount = seen.amount_cents if command.amount_cents is None else command.amount_cents
    conditions = command.conditions or seen.conditions
    if amount == seen.amount_cents and set(conditions) == set(seen.conditions):
        return None
    return refuse(
        "panel_saw_otherwise",
        seen=seen.amount_cents,
        seen_conditions=_told(seen.conditions),
        given=amount,
        given_conditions=_told(conditions),
    )


def _told(conditions: tuple[Condition, ...]) -> tuple[str, ...] | str:
    return tuple(f"{one.condition} ({one.due})" for one in conditions) or "–"
