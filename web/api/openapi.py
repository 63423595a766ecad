"""The API as OpenAPI 3.1 describes it: made of the routes, of the models of what is answered and of commands."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute

from domain.kernel.prose import LONGEST_PROSE
from domain.registry.commands import COMMAND_TYPES
from queries.proof import is_weighty
from queries.scopes import scopes_for
from web.api import answers
from web.api.described import BYTES
from web.api.examples import ANSWER, BATCH, COMMAND
from wording import api as words
from wording.commands import COMMANDS as NAMES

_VERSION = "1"
_REF = "#/components/schemas/{model}"
_PROSE = {"type": "string", "minLength": 1, "maxLength": LONGEST_PROSE}
"""How private text is sent; where it was erased, null stands in its place."""
_GIVEN_ELSEWHERE = ("actor", "command_id")
"""What the token and the header say: a body may repeat it."""


def describe(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """The description of an API that has these routes."""
    told = get_openapi(
        title="Escale",
        version=_VERSION,
        openapi_version="3.1.0",
        description=words.DESCRIPTION.en,
        routes=routes,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        tags=[],
    )
    schemas = told["components"]["schemas"]
    _erasable(schemas)
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for model in (answers.ProblemDetails, answers.ProblemPlace):
        schemas |= models_json_schema([(model, "serialization")], ref_template=_REF)[1]["$defs"]
    schemas |= _apart(_commands(), schemas)
    for path, operation in _operations(told):
        _secured(operation)
        if path.endswith("/commands"):
            _takes(operation, {"$ref": _REF.format(model="Command")}, COMMAND, ANSWER)
        if path.endswith("/commands/batch"):
            _takes(operation, _batch(), BATCH, None)
        if path.endswith("/attachments"):
            operation["requestBody"] = {"required": True, "content": BYTES}
    return told


def _operations(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in told["paths"].items():
        for operation in methods.values():
            yield path, operation


def _secured(operation: dict[str, Any]) -> None:
    """Every route asks for a token, made for some scope."""
    operation["security"] = [{"token": [operation.pop("x-scope")]}]


def _takes(operation: dict[str, Any], schema: Any, example: Any, answer: Any) -> None:
    """A body, which we read ourselves: so that what is wrong in it is said in our words."""
    operation["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": schema, "example": example}},
    }
    if answer is not None:
        operation["responses"]["201"]["content"]["application/json"]["example"] = answer


def _batch() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["commands"],
        "properties": {
            "commands": {
                "type": "array",
                "minItems": 1,
                "maxItems": 500,
                "items": {"$ref": _REF.format(model="Command")},
            }
        },
    }


@cache
def _given_by_people() -> dict[str, Any]:
    """The commands that a token may give, by name."""
    return {
        name: one
        for name, one in COMMAND_TYPES.items()
        if one.by_the_service != "only" and not is_weighty(one)
    }


def _commands() -> dict[str, Any]:
    """The schema of each, told apart by ``type``."""
    kinds = _given_by_people()
    _, found = models_json_schema([(one, "validation") for one in kinds.values()], ref_template=_REF)
    schemas: dict[str, Any] = found["$defs"]
    for name, kind in kinds.items():
        own = schemas[name]
        own["required"] = [one for one in own.get("required", ()) if one not in _GIVEN_ELSEWHERE] + ["type"]
        own["required"] = list(dict.fromkeys(own["required"]))
        own["title"] = name
        own["description"] = f"{NAMES[name].en}. Scope: {', '.join(sorted(scopes_for(kind)))}."
    schemas["Command"] = {
        "title": "Command",
        "oneOf": [{"$ref": _REF.format(model=name)} for name in kinds],
        "discriminator": {
            "propertyName": "type",
            "mapping": {name: _REF.format(model=name) for name in kinds},
        },
    }
    return schemas


def _apart(sent: dict[str, Any], answered: dict[str, Any]) -> dict[str, Any]:
    """What is sent, under other names where something else is answered under the same."""
    differing = [name for name, schema in sent.items() if answered.get(name, schema) != schema]
    text = json.dumps(sent)
    for name in differing:
        text = text.replace(json.dumps(_REF.format(model=name)), json.dumps(_REF.format(model=f"{name}Sent")))
    renamed: dict[str, Any] = json.loads(text)
    for name in differing:
        renamed[f"{name}Sent"] = renamed.pop(name) | {"title": f"{name}Sent"}
    return renamed


def _erasable(value: Any) -> None:
    """In answers private text may have been erased."""
    match value:
        case dict():
            if _PROSE.items() <= value.items():
                value.pop("minLength")
                value["type"] = ["string", "null"]
            for inner in value.values():
                _erasable(inner)
        case list():
            for inner in value:
                _erasable(inner)
