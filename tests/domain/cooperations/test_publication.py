"""What the public may read of a file: what the rulebook publishes, from the phase it names, never what is private."""

from typing import get_args

from domain.cooperations.events.any import CooperationEvent
from domain.cooperations.publication import ENTRIES, SUBJECTS, public_subjects
from domain.kernel.values import Phase
from tests.domain.kit import file_of
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
    assert set(told) <= {kind.__name__ for kind in get_args(CooperationEvent)}
    assert len(told) == len(set(told))
    assert set(ENTRIES) <= set(SUBJECTS)
