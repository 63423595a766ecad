"""The API held to its description by schemathesis: whatever is sent, no fault of ours, and answers as described."""

import pytest

from tests.cli.house import House
from tests.web.api.fuzzing import PEOPLE, fuzz


@pytest.mark.parametrize("person", PEOPLE)
def test_whatever_is_sent_is_answered_as_described(house: House, person: str) -> None:
    """As an administrator, a manager, a member of a panel, an auditor: valid and invalid requests alike."""
    report = fuzz(house, person, examples=4)
    assert report.failures == []
    assert report.asked >= 100
