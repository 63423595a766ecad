"""A row of the table of tasks as the database gives it."""

import json
from typing import Any

from pydantic import field_validator

from domain.tasks.task import TaskLine


class StoredTask(TaskLine):
    """A row; what is kept as JSON is read."""

    cooperation: str = ""
    """The id of the cooperation that its file is, or belongs to; empty: it is about none."""
    file_name: str = ""
    """What that is called."""

    @field_validator("offers", mode="before")
    @classmethod
    def _stored(cls, offers: Any) -> Any:
        """Columns of type jsonb come as text."""
        return json.loads(offers) if isinstance(offers, str) else offers
