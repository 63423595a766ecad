"""More time, money given back or reclaimed, and the end of a funding."""

from collections.abc import Iterator

from domain.files.events import DeadlineExtended
from domain.files.setting import Decision, Happening
from domain.fundings import budget
from domain.fundings.amending import pending
from domain.fundings.commands.requests import CloseFunding, ExtendFundingDeadline, ReclaimFunds, ReleaseFunds
from domain.fundings.deadlines import deadlines
from domain.fundings.decide.consequences import answered, heard_again, reviews_fall, told_again
from domain.fundings.decide.context import Context
from domain.fundings.decide.guards import at_stage
from domain.fundings.events.requests import AmendmentWithdrawn, FundingClosed, FundsGivenBack, FundsReclaimed
from domain.fundings.evolve.funding import CONDITION
from domain.fundings.request import Allocation
from domain.fundings.settling import unsettled
from domain.fundings.spending import without
from domain.kernel.refusal import Refusal, refuse


def extend_funding_deadline(command: ExtendFundingDeadline, context: Context) -> Decision:
    """Give an open deadline of the funding more time; ``subject`` says which, where there are several."""
    opened = deadlines(context.funding, context.rulebook)
    alike = [one for one in opened if one.key == command.deadline]
    if not alike:
        known = tuple(dict.fromkeys(one.key for one in opened)) or "–"
        in_rules = command.deadline in {
            *context.instrument.steps,
            *(["report"] if context.instrument.reports else []),
        }
        code = "deadline_not_open" if in_rules else "unknown_deadline"
        return refuse(code, deadline=command.deadline, known=known)
    meant = [one for one in alike if command.subject in (None, one.subject)]
    if len(meant) != 1:
        known = tuple(one.subject for one in alike if one.subject)
        return refuse("which_deadline", deadline=command.deadline, known=known)
    if command.until <= meant[0].due.day:
        return refuse("not_an_extension", deadline=command.deadline, due=meant[0].due.day)
    if refusal := _beyond_the_term(command, meant[0].subject, context):
        return refusal
    return (
        DeadlineExtended(
            deadline=command.deadline, occurrence=meant[0].base, until=command.until, reason=command.reason
        ),
    )


def _beyond_the_term(command: ExtendFundingDeadline, subject: str | None, context: Context) -> Refusal | None:
    """A condition of the decision is due within the funding's term."""
    since, until = context.funding.request.since, context.funding.until
    if command.deadline != CONDITION or until is None or command.until <= until:
        return None
    return refuse("condition_outside_term", condition=subject, due=command.until, since=since, until=until)


def release_funds(command: ReleaseFunds, context: Context) -> tuple[Happening, ...] | Refusal:
    """Give back all that is set aside and not paid; amendments that do not hold yet fall."""
    funding = context.funding
    if refusal := at_stage(funding, "granted"):
        return refusal
    fallen = tuple(one for one in (pending(funding),) if one)
    reserved = funding.allocations
    for one in fallen:
        reserved = without(reserved, one.allocations)
    if not reserved:
        return refuse("nothing_to_release", funding=funding.id)
    dropped = ("planned", "requested", "approved")
    given_back = FundsGivenBack(
        tranches=tuple(key for key, one in funding.tranches.items() if one.stage in dropped),
        released=reserved,
        reason=command.reason,
    )
    return (
        *(Happening(funding.key, _withdrawn(one.amendment, one.allocations), context.at) for one in fallen),
        Happening(funding.key, given_back, context.at),
        *budget.release(funding.allocations, funding.id, context.at),
        *_reviews_of(tuple(one.amendment for one in fallen), context),
    )


def reclaim_funds(command: ReclaimFunds, context: Context) -> tuple[Happening, ...] | Refusal:
    """Reclaim part of what was paid, and no more than that in all: also years after all was settled."""
    funding, at = context.funding, context.at
    if refusal := at_stage(funding, "granted", "closed"):
        return refusal
    left = funding.paid_cents - funding.reclaimed_cents
    if command.cents > left:
        return refuse("reclaims_too_much", asked=command.cents, left=left)
    own = Happening(funding.key, FundsReclaimed(cents=command.cents, reason=command.reason), at)
    return (own, *heard_again(funding, context.setting, at), *told_again(funding, at))


def close_funding(command: CloseFunding, context: Context) -> tuple[Happening, ...] | Refusal:
    """Close once nothing is owed any more, neither way, and every report is accepted."""
    funding = context.funding
    if refusal := at_stage(funding, "granted") or unsettled(funding, context.instrument):
        return refusal
    closed = FundingClosed(
        granted_cents=funding.amount_cents,
        paid_cents=funding.paid_cents,
        released_cents=funding.released_cents,
        refunded_cents=funding.refunded_cents,
        reason=command.reason,
    )
    kept = funding.paid_cents - funding.refunded_cents
    fallen = tuple(one for one in (pending(funding),) if one)
    return (
        *(Happening(funding.key, _withdrawn(one.amendment, ()), context.at) for one in fallen),
        Happening(funding.key, closed, context.at),
        answered(funding, "closed", context.at, kept),
        *_reviews_of(tuple(one.amendment for one in fallen), context),
    )


def _withdrawn(amendment: str, released: tuple[Allocation, ...]) -> AmendmentWithdrawn:
    return AmendmentWithdrawn(amendment=amendment, released=released, reason=None)


def _reviews_of(amendments: tuple[str, ...], context: Context) -> Iterator[Happening]:
    for one in amendments:
        yield from reviews_fall(context.funding, context.setting, context.at, amendment=one, cause="closed")
