"""The API held to its description by schemathesis: whatever is sent, no fault of ours, and answers as described."""

import os

import pytest

from tests.cli.house import House
from tests.web.api.fuzzing import PEOPLE, fuzz

EXAMPLES = int(os.environ.get("EXAMPLES", "1"))
"""Requests of each kind and operation; ``make api-tests`` asks for many more."""


@pytest.mark.parametrize("person", PEOPLE)
def test_whatever_is_sent_is_answered_as_described(house: House, person: str) -> None:
    """As an administrator, a manager, a member of a panel, an auditor: valid and invalid requests alike."""
    report = fuzz(house, person, EXAMPLES)
    assert report.failures == []
    assert report.statuses[200] >= EXAMPLES * 5, report.statuses
    assert report.statuses[422], "what is not described is refused"
