"""A house with a story, told once: questions change nothing of it."""

import pytest

from tests.application.house import House
from tests.queries.house import story_house
from tests.support.waiting import run_apart


@pytest.fixture(scope="package")
def told() -> House:
    """The house of the story."""
    return run_apart(story_house())
