"""What of a funding the public may read, as the law and the rulebook say."""

from domain.fundings.state import Funding
from domain.rulebook import Rulebook

PUBLIC_BY_LAW_ABOVE = 2_300_000
"""Cents: subsidies above 23 000 € are published (France: law 2000-321, article 10; decree 2017-779)."""


def public_grant(funding: Funding, rulebook: Rulebook) -> bool:
    """Whether the public may read that a subsidy was granted, to whom and how much: never who judged it, nor how.

    By law above 23 000 €, from the decision on; above the amount that the rulebook names where it publishes agreements.
    A rulebook that keeps them private is not that of a public body, which could not.
    """
    publication, instrument = rulebook.publication, rulebook.instrument(funding.instrument)
    if funding.granted is None or "conventions" in publication.private:
        return False
    bound = publication.conventions_above_cents if "conventions" in publication.published else None
    above = min(PUBLIC_BY_LAW_ABOVE if bound is None else bound, PUBLIC_BY_LAW_ABOVE)
    return (instrument is None or instrument.kind != "label") and funding.amount_cents > above
