"""How a route of the API is described: by which name, what it answers, what it may end with instead."""

from types import UnionType
from typing import Any

from pydantic import BaseModel

from web.api.addresses import API
from web.api.answers import ProblemDetails
from web.api.problems import MEDIA_TYPE

BASE = f"{API}/o/{{organisation}}"
BYTES: dict[str, Any] = {
    "application/octet-stream": {"schema": {"type": "string", "contentMediaType": "application/octet-stream"}}
}
"""The content of a document, as OpenAPI has it."""
_ENDINGS = {
    401: "No valid token.",
    403: "Not within the token's scopes, or not theirs to do.",
    404: "Not there, or not theirs to read: the same answer.",
    409: "Refused by the rules, or for want of a role.",
    422: "What was sent cannot be read; `problems` says where.",
    429: "Too many requests within a minute; `Retry-After`.",
    503: "The ledger does not answer; `Retry-After`.",
}
"""What every route may end with."""


def answering(
    name: str,
    model: type[BaseModel] | UnionType | None,
    summary: str,
    scope: str = "read",
    **more: Any,
) -> dict[str, Any]:
    """The arguments of a route: its name for clients, the model of its answer, the scope of the token."""
    told = {
        "operation_id": name,
        "summary": summary,
        "responses": problems() | ({200: {"model": model}} if model else {}),
        "response_model": None,
        "openapi_extra": {"x-scope": scope},
    }
    return told | more


def problems(**others: str) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may end with, as OpenAPI has them."""
    endings = _ENDINGS | {int(status[1:]): said for status, said in others.items()}
    return {
        status: {"description": said, "content": {MEDIA_TYPE: {"schema": ProblemDetails.reference()}}}
        for status, said in endings.items()
    }
