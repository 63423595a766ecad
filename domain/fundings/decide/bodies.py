"""By which role or panel somebody decides about money, and what a panel's review must say for that."""

from domain.fundings.asking import SAYS
from domain.fundings.circuit import bodies_of, is_role, level_deciding
from domain.fundings.commands.requests import DecideAmendment, DecideFunding
from domain.fundings.decide.context import Context
from domain.kernel.ids import SERVICE, review_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Body
from domain.reviews.panel import panel_of
from domain.reviews.state import Review


def deciding_body(
    command: DecideFunding | DecideAmendment, context: Context, cents: int, since: int
) -> Body | Refusal:
    """The body of the amount by which the actor decides; ``since`` is the entry that a panel must have had before it.

    A panel's decision is what a decisive review of it concluded. A role may cite any panel's advice. The service acts
    for panels only, never for a role.
    """
    funding = context.funding
    level = level_deciding(funding, context.instrument, cents)
    if level is None:
        return refuse("nobody_decides", instrument=funding.instrument, amount=cents)
    organisation, now = context.setting.organisation, context.setting.now
    if command.actor == SERVICE:
        bodies: tuple[Body, ...] = tuple(one for one in level.by if not is_role(one))
    else:
        bodies = tuple(bodies_of(level, command.actor, funding.region, context.rulebook, organisation, now))
    roles = [one for one in bodies if is_role(one)]
    if not bodies:
        return refuse("not_entitled", roles=level.by, region=funding.region)
    if command.review is None:
        return roles[0] if roles else refuse("review_needed", panels=bodies)
    review = _concluded(command, context, since)
    if isinstance(review, Refusal):
        return review
    if review.panel not in bodies:
        return roles[0] if roles else refuse("review_misfits", review=review.id, panels=bodies)
    return _as_it_says(command, review, context)


def _concluded(command: DecideFunding | DecideAmendment, context: Context, since: int) -> Review | Refusal:
    """The review, if it has answered about this very request or amendment, in its last version."""
    review = context.setting.read(Review, review_stream, command.review)
    amendment = command.amendment if isinstance(command, DecideAmendment) else None
    if review is None:
        return refuse("unknown_review", review=command.review)
    if (review.funding, review.amendment) != (context.funding.id, amendment):
        return refuse("review_of_another", review=review.id, funding=context.funding.id)
    if review.outcome is None or review.outcome.outcome not in SAYS:
        return refuse("review_not_concluded", review=review.id)
    if review.dossier.rests_on < since:
        return refuse("review_outdated", review=review.id)
    return review


def _as_it_says(command: DecideFunding | DecideAmendment, review: Review, context: Context) -> Body | Refusal:
    if panel_of(review, context.rulebook).mode != "decisive":
        return refuse("panel_advises", panel=review.panel)
    outcome = review.outcome.outcome if review.outcome else ""
    if SAYS[outcome] != command.decision:
        return refuse("review_says_otherwise", review=review.id, outcome=outcome, decision=command.decision)
    return review.panel
