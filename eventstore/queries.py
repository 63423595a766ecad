"""Named queries from ``.sql`` files, each after a line ``-- name: …`` and a comment that describes it."""

import re
from pathlib import Path

_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


def load_queries(path: Path) -> dict[str, str]:
    """The queries of ``path`` by name. Raises ValueError if two share a name or none is there."""
    _, *parts = _NAME.split(path.read_text(encoding="utf-8"))
    names, statements = parts[::2], parts[1::2]
    if not names or len(set(names)) < len(names):
        raise ValueError(f"{path} holds no query, or two of one name")
    return {name: statement.strip() for name, statement in zip(names, statements, strict=True)}
