"""Answers held to the description of the API."""

from typing import Any

import httpx
import jsonschema_rs

from web.api.app import described


class Described:
    """What an API says of itself."""

    def __init__(self) -> None:
        self._told = described()
        self._validators: dict[str, Any] = {}

    def conforms(self, route: str, method: str, answer: httpx.Response) -> str | None:
        """What is wrong with an answer of a route; None if it is as described."""
        operation = self._told["paths"][route.replace(":path", "")][method]
        described = operation["responses"].get(str(answer.status_code))
        if described is None:
            return f"{answer.status_code} is not described"
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if kind not in described.get("content", {}):
            return f"{kind} is not described"
        if not kind.endswith("json"):
            return None
        validator = self._validator(described["content"][kind]["schema"])
        return next(
            (f"{one.instance_path}: {one.message}" for one in validator.iter_errors(answer.json())), None
        )

    def _validator(self, schema: dict[str, Any]) -> Any:
        name = str(schema)
        if name not in self._validators:
            whole = schema | {"components": self._told["components"]}
            self._validators[name] = jsonschema_rs.validator_for(whole, validate_formats=True)
        return self._validators[name]
