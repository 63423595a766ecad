"""A house that is founded and has one file."""

import pytest

from tests.application.house import House, opening


@pytest.fixture
async def house() -> House:
    """Lend a house with the file ``rives``."""
    made = House()
    await made.found()
    await made.recorded(opening("rives"))
    return made
