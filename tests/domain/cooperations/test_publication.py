"""What the public may read of a file: what the rulebook publishes, from the phase it names, never what is private."""

from typing import get_args

import pytest

from domain.cooperations.events.told import FileEvent
from domain.cooperations.publication import ENTRIES, SUBJECTS, public_grant, public_subjects
from domain.kernel.values import Phase
from tests.domain.kit import file_of
from tests.domain.paying import awarded, funded, funding_of, instrument, request, requested
from tests.domain.rules import RULES, rulebook
from tests.domain.vocabulary import BEGUN, IN_DIAGNOSIS, entered

PUBLISHES = rulebook(
    publication={"published": ["sheet", "lessons"], "private": ["problems"], "since": "diagnosis"}
)


def test_nothing_is_public_unless_the_rulebook_says_so() -> None:
    """A rulebook without a word about it publishes nothing."""
    assert public_subjects(file_of(*IN_DIAGNOSIS), RULES) == frozenset()


def test_a_file_becomes_public_in_the_phase_that_the_rulebook_names() -> None:
    """Not before; and going back takes nothing out of the public's hands."""
    back = (*IN_DIAGNOSIS, entered(Phase.EXPLORATION, 3, "back"))
    assert public_subjects(file_of(*BEGUN), PUBLISHES) == frozenset()
    assert public_subjects(file_of(*IN_DIAGNOSIS), PUBLISHES) == {"sheet", "lessons"}
    assert public_subjects(file_of(*back), PUBLISHES) == {"sheet", "lessons"}


def test_what_is_private_stays_so_even_if_it_is_also_published() -> None:
    """The narrower word wins."""
    both = rulebook(publication={"published": ["sheet", "problems"], "private": ["problems"]})
    assert public_subjects(file_of(*BEGUN), both) == {"sheet"}


def test_every_subject_told_by_entries_names_events_that_exist() -> None:
    """And no event tells two subjects."""
    told = [kind for kinds in ENTRIES.values() for kind in kinds]
    assert set(told) <= {kind.__name__ for kind in get_args(FileEvent)}
    assert len(told) == len(set(told))
    assert set(ENTRIES) <= set(SUBJECTS)


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
