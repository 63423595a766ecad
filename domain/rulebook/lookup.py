"""The parts of a rulebook by their keys."""

from domain.rulebook import Instrument, Rulebook
from domain.rulebook import Review as Question


def instrument_of(rulebook: Rulebook, key: str) -> Instrument | None:
    """The instrument of that key; None if the rulebook has none."""
    return next((one for one in rulebook.instruments if one.instrument == key), None)


def question_of(rulebook: Rulebook, key: str) -> Question | None:
    """The question of that key."""
    return next((one for one in rulebook.reviews if one.review == key), None)
