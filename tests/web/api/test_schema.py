"""The API held to its description by schemathesis: whatever is sent, no fault of ours, and answers as described."""

import os

import pytest

from tests.cli.house import House
from tests.web.api.fuzzing import PEOPLE, fuzz

EXAMPLES = int(os.environ.get("EXAMPLES", "1"))
"""Requests of each kind and operation; ``make api-tests`` asks for many more."""
SEED = int(os.environ.get("SEED", "0"))
"""Which requests are drawn: another number draws others."""


@pytest.mark.parametrize("person", PEOPLE)
def test_whatever_is_sent_is_answered_as_described(house: House, person: str) -> None:
    """As somebody who may do much, and as somebody who may read no file: valid and invalid requests alike."""
    report = fuzz(house, person, EXAMPLES, SEED)
    assert report.failures == []
    assert report.statuses[200] >= EXAMPLES * 5, report.statuses
    assert report.statuses[422], "what is not described is refused"
