"""Whether a funding can be closed: nothing is owed any more, neither way, and every report is accepted."""

from domain.fundings.state import Funding
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument


def reports_owed(funding: Funding, instrument: Instrument) -> tuple[str, ...]:
    """The reports of the instrument; none where money was granted and nothing was paid."""
    if funding.amount_cents and not funding.paid_cents:
        return ()
    return tuple(one.report for one in instrument.reports)


def unsettled(funding: Funding, instrument: Instrument) -> Refusal | None:
    """Why it cannot be closed yet: every granted cent is paid or released, every reclaimed one refunded."""
    settled = funding.paid_cents + funding.released_cents
    if funding.reserved_cents or settled != funding.amount_cents:
        return refuse("money_unsettled", granted=funding.amount_cents, settled=settled)
    if refund_owed(funding):
        return refuse(
            "refunds_outstanding", reclaimed=funding.reclaimed_cents, refunded=funding.refunded_cents
        )
    accepted = {key for key, one in funding.reports.items() if one.stage == "accepted"}
    missing = [one for one in reports_owed(funding, instrument) if one not in accepted]
    return refuse("reports_outstanding", reports=missing) if missing else None


def refund_owed(funding: Funding) -> int:
    """What was reclaimed and has not come back, in cents."""
    return funding.reclaimed_cents - funding.refunded_cents
