"""The reference that the bank passes on: short enough, the same every time, never two alike."""

import re

from hypothesis import given
from hypothesis import strategies as st

from domain.fundings.decide.payment_files import end_to_end

slugs = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,3}", fullmatch=True)
payments = st.tuples(slugs, st.integers(1, 10_000))


@given(payments)
def test_it_fits_into_the_banks_file(payment: tuple[str, int]) -> None:
    """At most 35 characters of the SEPA set, neither beginning nor ending with a slash, none doubled."""
    reference = end_to_end(*payment)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*/[0-9]+", reference)
    assert len(reference) <= 35


@given(payments, payments)
def test_no_two_payments_share_one(one: tuple[str, int], other: tuple[str, int]) -> None:
    """Whatever the ids."""
    assert (end_to_end(*one) == end_to_end(*other)) == (one == other)


def test_long_ids_that_begin_alike_differ() -> None:
    """By a digest of the whole id."""
    alike = ["cooperation-des-rives-du-fleuve-et-de-la-mer-" + end for end in ("nord", "sud")]
    assert len({end_to_end(one, 10_000) for one in alike}) == 2
    assert {len(end_to_end(one, 10_000)) for one in alike} == {35}
