"""Figures of a rulebook as its YAML writes them: found by a dotted path, asserted, changed."""

import copy
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from programmes import FOLDER

Figure = int | str
"""A number, an ISO 8601 duration, a percentage or an ISO date."""

COUNT = "#"
"""The last step of a path to how many elements there are."""

NAMED_BY = (
    "item",
    "deadline",
    "rung",
    "instrument",
    "call",
    "stage",
    "panel",
    "review",
    "programme",
    "tranche",
    "report",
    "expense",
    "kind",
    "role",
    "document",
)
"""The field that names an element of a list, where it has one; else its index does."""


def written(programme: str) -> dict[str, Any]:
    """The rulebook of a programme as its YAML file writes it."""
    tree: dict[str, Any] = yaml.safe_load((FOLDER / f"{programme}.yaml").read_text(encoding="utf-8"))
    return tree


def assert_figures(
    programme: str, figures: Mapping[str, Figure], tree: Mapping[str, Any] | None = None
) -> None:
    """Every figure stands in the rulebook, at its path: ``phases.diagnosis.gate.charter.needs.term``.

    Elements of lists are named by their key field, or by their index; ``calls.funnel.#`` is how many there are.
    ``tree`` stands in for the YAML file.
    """
    there = tree if tree is not None else written(programme)
    for path, value in figures.items():
        found = figure(there, path)
        assert found == value, f"{programme}: {path} is {found!r}, the field says {value!r}"


def figure(tree: Any, path: str) -> Any:
    """What stands at a path; dates as ISO text."""
    holder, key = _place(tree, path)
    value = len(holder) if key == COUNT else holder[key]
    return value.isoformat() if isinstance(value, date) else value


def with_other(tree: Mapping[str, Any], path: str) -> dict[str, Any]:
    """A copy of a rulebook in which the figure at a path is another one."""
    changed = copy.deepcopy(dict(tree))
    holder, key = _place(changed, path)
    if key == COUNT:
        del holder[next(iter(holder)) if isinstance(holder, dict) else 0]
    else:
        value = holder[key]
        holder[key] = value + 1 if isinstance(value, int) else f"other than {value}"
    return changed


def name_of(element: Any) -> str | None:
    """What names an element of a list: the value of its key field; None if it has none."""
    if not isinstance(element, dict):
        return None
    return next((str(element[key]) for key in NAMED_BY if key in element), None)


def _place(tree: Any, path: str) -> tuple[Any, str | int]:
    """The mapping or list that holds a figure, and under which key or index."""
    *way, last = path.split(".")
    holder = tree
    for step in way:
        holder = holder[_key(holder, step, path)]
    return holder, _key(holder, last, path)


def _key(holder: Any, step: str, path: str) -> str | int:
    if step == COUNT:
        return step
    if isinstance(holder, dict):
        assert step in holder, f"{path}: no {step} among {', '.join(map(str, holder))}"
        return step
    assert isinstance(holder, list), f"{path}: nothing lies below {step}"
    for index, one in enumerate(holder):
        if name_of(one) == step:
            return index
    assert step.isdigit(), f"{path}: no {step} in the list"
    assert int(step) < len(holder), f"{path}: only {len(holder)} in the list"
    return int(step)
