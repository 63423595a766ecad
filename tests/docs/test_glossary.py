"""The glossary has the words that the code uses."""

from enum import StrEnum

import pytest

from domain.kernel.values import ClosingOutcome, CooperationType, EconomicModel, Origin, Phase, Role
from tests.architecture.rooms import rooms
from tests.docs.pages import ROOT, quoted, tables

_GLOSSARY = (ROOT / "docs" / "glossary.md").read_text()


@pytest.mark.parametrize("vocabulary", [Phase, Role, CooperationType, EconomicModel, Origin])
def test_every_value_of_a_vocabulary_is_in_the_glossary(vocabulary: type[StrEnum]) -> None:
    """A value that people may meet in the code has its French word and its meaning."""
    assert {one.value for one in vocabulary} <= set(quoted(_GLOSSARY))


def test_every_way_of_closing_is_in_the_glossary() -> None:
    """The three ends of a life are named."""
    [closing] = [row for row in tables(_GLOSSARY, "English") if row[0].startswith("close:")]
    assert all(one.value.replace("-", " ") in closing[0] for one in ClosingOutcome)


def test_every_room_is_in_the_glossary() -> None:
    """A room that is added gets its line."""
    named = {name for row in tables(_GLOSSARY, "room") for name in quoted(row[0])}
    assert {one.partition("/")[0] for one in rooms()} <= named
