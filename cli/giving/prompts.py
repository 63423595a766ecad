"""Asking a person for a command's fields, one by one, with what is expected and completion."""

import json
import readline
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from cli.giving.help import described
from cli.giving.key_names import Named, key_named
from cli.terminal.output import tell
from domain.kernel.command import Command
from domain.kernel.folded import folded
from language import say, t
from queries.command_form import Field
from queries.refused import Failure
from wording.problems import wanted


def _unnamed(_field: Field, _given: Mapping[str, Any]) -> Named:
    return ()


def ask(
    command: type[Command],
    missing: Sequence[Field],
    files: Mapping[str, Sequence[str]],
    names: Callable[[Field, Mapping[str, Any]], Named] = _unnamed,
) -> dict[str, Any]:
    """The values a person gives for ``missing`` fields, by name; an empty line leaves an optional one out.

    ``files`` are offered for completion, by the field that names one; ``names`` tells what the keys of a field are
    called, from what was given so far. Raises EOFError at the end of input.
    """
    given: dict[str, Any] = {}
    for field in missing:
        named = names(field, given)
        called = tuple(dict.fromkeys(say(name) for _, name in named))
        choices = called or tuple(files.get(field.name, field.words))
        _complete(choices)
        value = _one(command, field, choices, named)
        if value is not None:
            given[field.name] = value
    return given


def _one(command: type[Command], field: Field, choices: Sequence[str], named: Named) -> Any:
    while True:
        text = _line(command, field, choices).strip()
        if not text and not field.required:
            return None
        try:
            value = key_named(field, text, named) if named and text else field.read([text])
        except Failure as failure:
            tell(say(failure.text))
            if named:
                tell(say(failure.remedy))
            continue
        mistake = _mistake(command, field, value) if text else t("il faut une réponse", "an answer is needed")
        if mistake is None:
            return value
        tell(mistake)


def _line(command: type[Command], field: Field, choices: Sequence[str]) -> str:
    """What a person types after the prompt, which goes to standard error: standard output is for answers."""
    sys.stderr.write(described(command.__name__, field, choices) + "\n")
    sys.stderr.flush()
    return input(f"{field.name}> ")


def _mistake(command: type[Command], field: Field, value: Any) -> str | None:
    """What is wrong with one value, in the words of the model; None if it will do."""
    if field.person and any("@" in str(one) for one in (value if isinstance(value, list) else [value])):
        return None
    info = _info(command, field.name)
    try:
        accepted: Any = Annotated[info.annotation, info]
        TypeAdapter(accepted).validate_json(json.dumps(value))
    except ValidationError as error:
        problems = error.errors(include_input=False, include_url=False)
        return "; ".join(_said(one) for one in problems)
    return None


def _said(problem: ErrorDetails) -> str:
    """What would be accepted, and in which part of the value where it has parts."""
    place = ".".join(str(part) for part in problem["loc"])
    said = say(wanted(problem))
    return t(f"{place} : {said}", f"{place}: {said}") if place else said


def _info(model: type[BaseModel], name: str) -> FieldInfo:
    """The field of a name, or of a path through the models in a model."""
    first, _, rest = name.partition(".")
    info = model.model_fields[first]
    return _info(_model_in(info.annotation), rest) if rest else info


def _model_in(annotation: Any) -> type[BaseModel]:
    """The model that a field holds, be it optional."""
    return next(one for one in (annotation, *get_args(annotation)) if isinstance(one, type(BaseModel)))


def _complete(choices: Sequence[str]) -> None:
    def complete(text: str, state: int) -> str | None:
        begun = text.lstrip()
        blanks = text[: len(text) - len(begun)]
        matching = [blanks + one for one in choices if folded(one).startswith(folded(begun))]
        return matching[state] if state < len(matching) else None

    readline.set_completer(complete)
    readline.set_completer_delims(",\n")
    readline.parse_and_bind("tab: complete")
