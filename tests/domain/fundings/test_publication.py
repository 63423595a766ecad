"""What the public may read of a funding: what the law publishes, and what the rulebook does."""

import pytest

from domain.fundings.publication import public_grant
from tests.domain.paying import awarded, funded, funding_of, instrument, request, requested


@pytest.mark.parametrize(
    ("publication", "cents", "public"),
    [
        ({}, 2_300_000, False),
        ({}, 2_300_001, True),
        ({"published": ["conventions"], "conventions_above_cents": 1_000_000}, 1_000_001, True),
        ({"published": ["conventions"], "conventions_above_cents": 9_000_000}, 2_300_001, True),
        ({"conventions_above_cents": 1_000_000}, 1_000_001, False),
        ({"private": ["conventions"]}, 9_000_000, False),
    ],
)
def test_a_grant_is_public_above_23_000_euros(
    publication: dict[str, object], cents: int, *, public: bool
) -> None:
    """Or above the lower amount from which the rulebook publishes agreements; where it keeps them private, never."""
    rules = funded(instrument("grant"), publication=publication)
    asked = request("grant", cents)
    assert public_grant(funding_of(*awarded(asked)), rules) is public
    assert not public_grant(funding_of(requested(asked)), rules)
