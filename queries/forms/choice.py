"""A value that may be chosen, in words."""

from dataclasses import dataclass

from language import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a field and what it is called; ``group`` is what it is listed under, where that helps."""

    value: str
    label: Text
    group: Text | None = None


def named(value: str, name: str, group: Text | None = None) -> Choice:
    """A value with a name that people gave it: the same in both languages."""
    return Choice(value, Text(name, name), group)
