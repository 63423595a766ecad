"""Asking a person for a command's fields, one by one, with what is expected and completion."""

import json
import readline
import sys
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from application.problem_words import wanted
from cli.catalogue import Field
from cli.failures import Failure
from cli.language import say, t
from cli.output import tell
from cli.words.fields import FIELDS
from cli.words.values import word
from domain.commands import Command
from stack.texts import Text

MOST_SHOWN = 15
"""Choices that a prompt lists; completion knows them all."""


def ask(command: type[Command], missing: Sequence[Field], files: Sequence[str]) -> dict[str, Any]:
    """The values a person gives for ``missing`` fields, by name; an empty line leaves an optional one out.

    ``files`` are the cooperations offered for completion. Raises EOFError at the end of input.
    """
    given: dict[str, Any] = {}
    for field in missing:
        choices = tuple(files) if field.name == "cooperation" else field.choices
        _complete(choices)
        value = _one(command, field, choices)
        if value is not None:
            given[field.name] = value
    return given


def _one(command: type[Command], field: Field, choices: Sequence[str]) -> Any:
    while True:
        text = _line(field, choices).strip()
        if not text and not field.required:
            return None
        try:
            value = field.read([text])
        except Failure as failure:
            tell(say(failure.text))
            continue
        mistake = _mistake(command, field, value) if text else t("il faut une réponse", "an answer is needed")
        if mistake is None:
            return value
        tell(mistake)


def _line(field: Field, choices: Sequence[str]) -> str:
    """What a person types after the prompt, which goes to standard error: standard output is for answers."""
    label = FIELDS[field.name]
    named = [f"{one} ({word(one)})" if word(one) != one else one for one in choices[:MOST_SHOWN]]
    shown = ", ".join([*named, "…"] if len(choices) > MOST_SHOWN else named)
    optional = "" if field.required else t(" (facultatif)", " (optional)")
    sys.stderr.write(f"{say(label)}{optional}" + (f" [{shown}]" if shown else "") + "\n")
    sys.stderr.flush()
    return input(f"{field.name}> ")


def _mistake(command: type[Command], field: Field, value: Any) -> str | None:
    """What is wrong with one value, in the words of the model; None if it will do."""
    if field.person and any("@" in str(one) for one in (value if isinstance(value, list) else [value])):
        return None
    first, _, rest = field.name.partition(".")
    info: FieldInfo = command.model_fields[first]
    if rest:
        info = info.annotation.model_fields[rest]  # type: ignore[union-attr] # parts belong to models
    try:
        accepted: Any = Annotated[info.annotation, info]
        TypeAdapter(accepted).validate_json(json.dumps(value))
    except ValidationError as error:
        problems = error.errors(include_input=False, include_url=False)
        return "; ".join(say(Text(*wanted(one))) for one in problems)
    return None


def _complete(choices: Sequence[str]) -> None:
    def complete(text: str, state: int) -> str | None:
        matching = [one for one in choices if one.startswith(text)]
        return matching[state] if state < len(matching) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" ,\n")
    readline.parse_and_bind("tab: complete")
