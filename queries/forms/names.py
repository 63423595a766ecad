"""The names of fields as forms send them, and as JSON pointers say them: ``request.plan[0].cents``."""

import re
from collections.abc import Iterator, Mapping, Sequence

SOUGHT = "seek."
"""Before the name of a field: the words by which its choices are looked for. They are no field of a command."""
_ROW = re.compile(r"^(?P<list>[a-z_.]+)\[(?P<number>[0-9]{1,4})\](?P<rest>(\.[a-z_]+)*)$")


def pointed_at(pointer: str) -> str:
    """The name of the field that a JSON pointer points at: of ``/request/plan/0/cents`` the name above."""
    name = ""
    for part in pointer.split("/")[1:]:
        name += f"[{part}]" if part.isdigit() else f".{part}" if name else part
    return name


def row(name: str, number: int) -> str:
    """The name of one row of a list."""
    return f"{name}[{number}]"


def numbers_of(texts: Mapping[str, Sequence[str]], name: str) -> list[int]:
    """The rows of a list that were sent, in order."""
    found = (_ROW.match(one) for one in texts)
    return sorted({int(one["number"]) for one in found if one and one["list"] == name})


def without_row(texts: Mapping[str, Sequence[str]], name: str, number: int) -> dict[str, Sequence[str]]:
    """The same without one row; those after it move up."""
    return dict(
        _moved(texts, name, {one: one - (one > number) for one in numbers_of(texts, name) if one != number})
    )


def without_empty_rows(texts: Mapping[str, Sequence[str]], name: str) -> dict[str, Sequence[str]]:
    """The same without the rows in which nothing is written; the others move up."""
    filled = [one for one in numbers_of(texts, name) if _is_filled(texts, row(name, one))]
    return dict(_moved(texts, name, {one: number for number, one in enumerate(filled)}))


def _is_filled(texts: Mapping[str, Sequence[str]], start: str) -> bool:
    return any(
        text.strip() for name, given in texts.items() if name.startswith(f"{start}.") for text in given
    )


def _moved(
    texts: Mapping[str, Sequence[str]], name: str, numbers: Mapping[int, int]
) -> Iterator[tuple[str, Sequence[str]]]:
    for one, given in texts.items():
        found = _ROW.match(one)
        if not found or found["list"] != name:
            yield one, given
        elif (number := int(found["number"])) in numbers:
            yield row(name, numbers[number]) + found["rest"], given
