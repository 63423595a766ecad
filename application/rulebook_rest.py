"""What can still be judged of a rulebook while parts of it cannot be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from application.rulebook_problems import Problem, problems_of
from application.safe_yaml import Path
from domain.rulebook import Finding, Rulebook


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as far as it is a rulebook: what could be read, without what had to be left out."""

    rulebook: Rulebook | None
    problems: tuple[Problem, ...]
    tree: Any
    left_out: frozenset[Path]

    def origin(self, path: Path) -> Path:
        """Where in the file something lies that the rulebook has at ``path``."""
        value: Any = self.tree
        found: Path = ()
        for step in path:
            if isinstance(value, list) and isinstance(step, int):
                kept = [index for index in range(len(value)) if (*found, index) not in self.left_out]
                value, found = value[kept[step]], (*found, kept[step])
            elif isinstance(value, dict) and step in value:
                value, found = value[step], (*found, step)
            else:
                break
        return found

    def depends_on_what_is_missing(self, finding: Finding, origin: Path) -> bool:
        """Whether what was left out could explain the finding: it names it, or judges what held it."""
        if any(path[: len(origin)] == origin for path in self.left_out):
            return True
        return finding.given is not None and finding.given in self._words_left_out()

    def _words_left_out(self) -> set[str]:
        return {word for path in self.left_out for word in (str(path[-1]), *_words(_at(self.tree, path)))}


def read_tree(tree: Any) -> Reading:
    """Read ``tree`` as a rulebook, leaving out what is wrong until the rest can be read, if it can."""
    problems: tuple[Problem, ...] = ()
    left_out: frozenset[Path] = frozenset()
    while True:
        rest = _without(tree, left_out)
        try:
            return Reading(Rulebook.model_validate_json(json.dumps(rest)), problems, tree, left_out)
        except ValidationError as errors:
            found = problems_of(rest, errors.errors(include_url=False))
        problems = problems or tuple(found)
        unread = Reading(None, problems, tree, left_out)
        lost = {unread.origin(one.lost) for one in found}
        if () in lost:
            return unread
        left_out |= lost


def _without(value: Any, left_out: frozenset[Path], path: Path = ()) -> Any:
    match value:
        case dict():
            pairs = [(key, one) for key, one in value.items() if (*path, key) not in left_out]
            return {key: _without(one, left_out, (*path, key)) for key, one in pairs}
        case list():
            kept = [(index, one) for index, one in enumerate(value) if (*path, index) not in left_out]
            return [_without(one, left_out, (*path, index)) for index, one in kept]
    return value


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _words(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, one in value.items():
                yield key
                yield from _words(one)
        case list():
            for one in value:
                yield from _words(one)
        case str():
            yield value
