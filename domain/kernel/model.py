"""The base of every value, command and event: frozen, strict, without unknown fields."""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Model(BaseModel):
    """A frozen value that refuses unknown fields and does not coerce types.

    Its validator is built when it is first used: a program that looks something up uses a few of some three hundred.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The schema, with what the text below a field says of it: read when asked for, since few ask."""
        found = handler(schema)
        fields = handler.resolve_ref_schema(found).get("properties", {})
        for name, said in _said_of_fields(cls).items():
            if name in fields:
                fields[name].setdefault("description", said)
        return found


@cache
def _said_of_fields(model: type[Model]) -> dict[str, str]:
    """What is written below the fields of a model and of those that it is made of, by field."""
    return {
        name: said
        for one in reversed(model.__mro__)
        if one is not Model and issubclass(one, Model)
        for name, said in _below_fields(one)
    }


def _below_fields(model: type[Model]) -> Iterator[tuple[str, str]]:
    [written] = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    lines = written.body if isinstance(written, ast.ClassDef) else []
    for field, below in pairwise(lines):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as said)):
                yield name, inspect.cleandoc(said)
