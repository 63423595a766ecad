"""What the parts of a rulebook share: names, percentages, amounts, numbers that bound each other."""

from decimal import Decimal
from typing import Annotated, Self, TypeVar

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from domain.kernel.model import Model
from domain.kernel.values import Label

Part = TypeVar("Part")


def defined(part: Part | None) -> Part:
    """A part that is known to be there: what a rulebook names in one place, it defines in another.

    Raises LookupError if it is not.
    """
    if part is None:
        raise LookupError("the rulebook defines no such part")
    return part


def contradiction(fr: str, en: str) -> PydanticCustomError:
    """What makes the fields of one part impossible together, in both languages."""
    return PydanticCustomError("contradiction", "{en}", {"fr": fr, "en": en})


class Names(Model):
    """A name in the languages of the service."""

    fr: Label
    en: Label


def _read_percentage(value: object) -> object:
    """Rulebooks bring ``50``, or ``12.5`` as text; never a float, which would not be exact."""
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        try:
            return Decimal(value)
        except ArithmeticError:
            pass
    raise PydanticCustomError("percentage_expected", "a percentage from 0 to 100: 50 or 12.5")


Percentage = Annotated[
    Decimal,
    BeforeValidator(_read_percentage),
    Field(ge=0, le=100, max_digits=5, decimal_places=2),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "minimum": 0,
            "maximum": 100,
            "pattern": r"^[0-9]{1,3}(\.[0-9]{1,2})?$",
        }
    ),
]
"""An exact share, in hundredths of the whole: 50 is one half."""

Count = Annotated[int, Field(ge=1, le=1_000_000)]


class Bounds(Model):
    """At least so many, at most so many, or both."""

    at_least: Count | None = None
    at_most: Count | None = None

    @model_validator(mode="after")
    def _bounds_something(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise contradiction("donnez at_least, at_most ou les deux", "give at_least, at_most or both")
        if self.at_least is not None and self.at_most is not None and self.at_most < self.at_least:
            raise contradiction("at_most est en dessous de at_least", "at_most is below at_least")
        return self

    def hold(self, number: int) -> bool:
        """Whether ``number`` lies within the bounds, both inclusive."""
        low, high = self.at_least, self.at_most
        return (low is None or number >= low) and (high is None or number <= high)
