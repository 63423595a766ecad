"""The published rulebooks: one YAML file each, read and validated once."""

import json
from collections.abc import Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError

from domain.rulebook import Rulebook


class RulebookInvalid(Exception):
    """A rulebook cannot be read; the message says which, where and why."""


class YamlRulebooks:
    """The rulebooks of a folder, by id (``tec@1``). Raises RulebookInvalid when one cannot be read."""

    def __init__(self, folder: Path) -> None:
        read = [_read(path) for path in sorted(folder.glob("*.yaml"))]
        self._by_id = {rulebook.id: rulebook for rulebook in read}
        self._current: dict[str, Rulebook] = {}
        for rulebook in sorted(read, key=lambda one: one.version):
            self._current[rulebook.programme] = rulebook

    def get(self, rulebook: str) -> Rulebook:
        """The rulebook of an id. Raises KeyError."""
        return self._by_id[rulebook]

    def current(self, programme: str) -> Rulebook | None:
        """The version under which a new cooperation opens; None for an unknown programme."""
        return self._current.get(programme)

    def programmes(self) -> Sequence[str]:
        """The programmes that there are."""
        return tuple(self._current)


def _read(path: Path) -> Rulebook:
    try:
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Rulebook.model_validate_json(json.dumps(tree, default=str))
    except (yaml.YAMLError, ValidationError, ValueError) as mistake:
        raise RulebookInvalid(f"{path.name}: {mistake}") from mistake
