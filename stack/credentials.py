"""Passwords of the embedded PostgreSQL's roles: made once, kept in the data directory, for us only."""

import json
import os
import secrets
from pathlib import Path
from typing import NamedTuple, Self


class Credentials(NamedTuple):
    """One password for each role."""

    superuser: str
    owner: str
    service: str

    @classmethod
    def load_or_create(cls, path: Path) -> Self:
        """Read them from `path`, or make them and write them there (mode 0600)."""
        if not path.exists():
            made = cls(*(secrets.token_urlsafe(24) for _ in cls._fields))
            draft = path.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                json.dump(made._asdict(), file)
                file.flush()
                os.fsync(file.fileno())
            draft.rename(path)
        return cls(**json.loads(path.read_text()))
