"""The README's table of settings, made from ``config.Settings``: ``python -m tests.docs.settings_table``."""

import sys
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from config import Settings


def settings_rows() -> list[list[str]]:
    """Variable, default, meaning of every setting, in the order of the class."""
    return [
        [f"`{field.validation_alias or f'ESCALE_{name.upper()}'}`", _default(field), field.description or ""]
        for name, field in Settings.model_fields.items()
    ]


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "–"
    value: Any = field.default
    text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    if isinstance(value, bool):
        text = text.lower()
    if isinstance(value, Path):
        text = value.name
    return f"`{text}`" if text else "–"


if __name__ == "__main__":
    for row in settings_rows():
        sys.stdout.write(f"| {' | '.join(row)} |\n")
