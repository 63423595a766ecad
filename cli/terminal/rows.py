"""Rows of a list as JSON."""

from collections.abc import Mapping
from typing import Any, TypeVar

from cli.terminal.output import write_json
from domain.kernel.model import Model
from projections.pages import ACursor
from queries.lists import Listed
from queries.visit import Visit, simulated

AModel = TypeVar("AModel", bound=Model)


def write_rows(visit: Visit, found: Listed[AModel, ACursor], then: Mapping[str, Any] | None = None) -> None:
    """What a list answered, as JSON; ``then`` says as of which date, as known on which."""
    rows = [one.model_dump(mode="json") for one in found.rows]
    write_json(simulated(visit) | dict(then or {}) | {"behind": found.behind, "rows": rows})
