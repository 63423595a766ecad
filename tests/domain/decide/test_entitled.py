"""Whose a decision was: every kind of decision has a command, and the rules of access name who may give it."""

import pytest

from domain.decide.entitled import decided_by
from queries.families import DECISIONS


@pytest.mark.parametrize("kind", sorted(DECISIONS))
def test_every_decision_has_its_command(kind: str) -> None:
    """A phase is entered in several ways, each by a command of its own."""
    ways = ("opened", "advanced", "back", "reopened", "migrated")
    given = [decided_by(kind, {"way": way}) for way in ways]
    assert None not in given
    assert len(set(given)) == (len(ways) if kind == "PhaseEntered" else 1)


def test_what_decides_nothing_has_none() -> None:
    """A contact is up to nobody."""
    assert decided_by("ContactRecorded", {}) is None
