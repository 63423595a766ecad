"""What can still be judged of a rulebook while parts of it cannot be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from application.rulebooks.problems import Problem, problems_of
from application.rulebooks.safe_yaml import Path
from domain.rulebook import Rulebook, mistakes

MOST = 200
"""So many mistakes are told of; who made more has probably written something else."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as far as it is a rulebook: what could be read, without what had to be left out."""

    rulebook: Rulebook | None
    problems: tuple[Problem, ...]
    tree: Any
    left_out: frozenset[Path]
    more: int = 0
    """So many mistakes were not looked at any more."""

    def origin(self, path: Path) -> Path:
        """Where in the file something lies that the rulebook has at ``path``."""
        value: Any = self.tree
        found: Path = ()
        for step in path:
            if isinstance(value, list) and isinstance(step, int):
                index = self._index(found, step)
                value, found = value[index], (*found, index)
            elif isinstance(value, dict) and step in value:
                value, found = value[step], (*found, step)
            else:
                break
        return found

    def _index(self, path: Path, index: int) -> int:
        """The place in the file's list of what stands at ``index`` in the rulebook's."""
        gone = sorted(one[-1] for one in self.left_out if one[:-1] == path and isinstance(one[-1], int))
        for other in gone:
            index += other <= index
        return index

    def judged(self) -> list[Problem]:
        """What the parts that could be read have wrong in common, unless what was left out may explain it."""
        if self.rulebook is None:
            return []
        words = self._words_left_out()
        whole_section = any(len(path) == 1 for path in self.left_out)
        found = [(one, self.origin(one.path)) for one in mistakes(self.rulebook)[: MOST + 1]]
        return [
            Problem(replace(one, path=origin), origin)
            for one, origin in found
            if one.given is None or (not whole_section and one.given not in words)
            if not any(path[: len(origin)] == origin for path in self.left_out)
        ]

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
            told = errors.errors(include_url=False)
            found = problems_of(rest, told[:MOST])
        problems = problems or tuple(found)
        unread = Reading(None, problems, tree, left_out, max(0, len(told) - MOST))
        if unread.more:
            return unread
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
