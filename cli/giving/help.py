"""Commands and their fields in words, for people; as JSON, the schema that they follow."""

from collections.abc import Sequence

from cli.terminal.drawing import write_table
from cli.terminal.output import console, write_json
from domain.organisation.commands import GrantRole
from domain.registry.commands import COMMANDS as ADAPTER
from language import say, t
from queries.command_form import Field, command_class, command_classes, fields_of
from wording.commands import COMMANDS
from wording.fields import label_of
from wording.reading import READ_BY_ROLE

MOST_SHOWN = 15
"""Choices that are listed; completion knows them all."""


def show_commands(*, as_json: bool) -> None:
    """The commands with what they do; as JSON, the schema that they follow."""
    if as_json:
        write_json(ADAPTER.json_schema())
        return
    write_table((), [(name, say(COMMANDS[name])) for name in command_classes()])


def show_command(name: str, *, as_json: bool) -> None:
    """What a command does and the fields that it asks for; as JSON, its schema. Raises Failure."""
    command = command_class(name)
    if as_json:
        write_json(command.model_json_schema())
        return
    console().print(say(COMMANDS[command.__name__]), markup=False)
    if command is GrantRole:
        console().print(say(READ_BY_ROLE), markup=False)
    write_table((), [(one.option, described(command.__name__, one, one.words)) for one in fields_of(command)])


def described(command: str, field: Field, choices: Sequence[str]) -> str:
    """What a field asks for, whether it may be left out, what it may hold or looks like."""
    shown = ", ".join([*choices[:MOST_SHOWN], "…"] if len(choices) > MOST_SHOWN else choices)
    looks = f" [{shown}]" if shown else f" {field.shape}".rstrip()
    optional = "" if field.required else t(" (facultatif)", " (optional)")
    return f"{say(label_of(command, field.name))}{optional}{looks}"
