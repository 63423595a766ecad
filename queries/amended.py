"""What an amendment may change, as it stands before one: the other half of *before and after*."""

from typing import Any

from pydantic_core import to_jsonable_python

from domain.fundings.state import Funding


def as_it_stands(funding: Funding) -> dict[str, Any]:
    """The amount, the end of the term, the parties, the plan and the schedule of payments, as JSON has them."""
    return {
        "amount_cents": funding.amount_cents,
        "until": str(funding.until or funding.request.until),
        "parties": to_jsonable_python(funding.agreement.parties if funding.agreement else ()),
        "plan": to_jsonable_python(funding.plan),
        "schedule": [{"tranche": one.tranche, "cents": one.cents} for one in funding.tranches.values()],
    }
