"""The fields of a command as a form asks for them, read off its pydantic model: names, widgets, limits.

A part of a field is named by a dot, a row of a list by its number in brackets: ``request.plan[0].cents``. In the name
of a shape the brackets are empty, for it is the same for every row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from domain.kernel.command import Command
from queries.command_form import GIVEN, NOT_ASKED, resolved
from queries.forms.derived import is_derived
from queries.forms.known import is_known
from queries.forms.widget import Widget, is_private, widget_of
from wording.values import of_field

_MUST = frozenset({"GrantRole.region"})
"""Fields to be filled in although their command may lack them: all regions are chosen by name."""
_ONE_LINE = frozenset(
    {"name", "email", "administrator_name", "administrator_email", "holder", "iban", "bic"}
)  # fmt: skip
"""Private texts of one line."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A field of a command, without a value: ``parts`` are those of a group, or of each row of a list."""

    command: str
    name: str
    widget: Widget
    required: bool
    private: bool
    schema: dict[str, Any]
    parts: tuple["Shape", ...] = ()

    @property
    def own_name(self) -> str:
        """Its name within its group."""
        return self.name.rpartition(".")[2].removesuffix("[]")

    @property
    def codes(self) -> tuple[str, ...]:
        """The values that the model lists."""
        return tuple(self.schema.get("items", self.schema).get("enum", ()))

    @property
    def said_of(self) -> str:
        """What its codes are said of."""
        return of_field(self.command, self.name.replace("[]", ""))

    @property
    def numbers(self) -> bool:
        """Whether its value, or each of its values, is a whole number."""
        return bool(self.schema.get("items", self.schema).get("type") == "integer")

    @property
    def longest(self) -> int | None:
        """The most characters that a text may have."""
        return self.schema.get("maxLength")


@cache
def shapes_of(command: type[Command]) -> tuple[Shape, ...]:
    """The fields that people fill in, in the order of the model; when it happened comes last."""
    schema = command.model_json_schema()
    found = list(_shapes(command.__name__, schema, schema.get("$defs", {}), ""))
    return tuple(sorted(found, key=lambda one: one.name == "effective_at"))


def leaves(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """Every shape that has a label: groups and rows, and what is in them."""
    for one in shapes:
        yield one
        yield from leaves(one.parts)


def _shapes(
    command: str, schema: dict[str, Any], definitions: dict[str, Any], within: str
) -> Iterator[Shape]:
    required = set(schema.get("required", ()))
    for own, part in schema["properties"].items():
        if within or own not in (*GIVEN, *NOT_ASKED):
            yield _shape(command, own, resolved(part, definitions), definitions, within, must=own in required)


def _shape(
    command: str, own: str, schema: dict[str, Any], definitions: dict[str, Any], within: str, *, must: bool
) -> Shape:
    name = within + own
    widget = widget_of(schema, own, known=is_known(command, name))
    if is_derived(command, name):
        widget = Widget.DERIVED
    private = is_private(schema) if widget in (Widget.PROSE, Widget.ANSWERS) else False
    if private and own in _ONE_LINE:
        widget = Widget.LINE
    inner, dot = (schema, ".") if widget is Widget.GROUP else (schema.get("items", {}), "[].")
    grouped = widget in (Widget.GROUP, Widget.ROWS)
    parts = tuple(_shapes(command, inner, definitions, name + dot)) if grouped else ()
    return Shape(command, name, widget, must or f"{command}.{name}" in _MUST, private, schema, parts)
