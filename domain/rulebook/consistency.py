"""What the parts of a rulebook must have in common: every key named is defined somewhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.rulebook.whole import Rulebook


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a rulebook: where (keys and indexes from the top), and what, in both languages.

    A *mistake* keeps the rulebook from being published; a *warning* is for its author to judge.
    """

    path: tuple[str | int, ...]
    fr: str
    en: str
    kind: str = "mistake"
    given: str | None = None
    known: tuple[str, ...] = ()
    """What would be accepted in the place of ``given``."""


def mistakes(rulebook: Rulebook) -> tuple[Finding, ...]:
    """Everything that keeps the rulebook from being used."""
    return (*_deadlines(rulebook), *_ladders(rulebook))


def unknown(path: tuple[str | int, ...], given: str, known: Iterable[str], fr: str, en: str) -> Finding:
    """A key that nothing defines."""
    return Finding(path, f"{fr} inconnu : {given}", f"unknown {en}: {given}", given=given, known=tuple(known))


def _deadlines(rulebook: Rulebook) -> Iterator[Finding]:
    for index, rule in enumerate(rulebook.deadlines):
        if rule.ladder not in rulebook.ladders:
            yield unknown(("deadlines", index, "ladder"), rule.ladder, rulebook.ladders, "ladder", "ladder")
        for phase in rule.phases:
            known = rulebook.phases.get(phase)
            if rule.until and known and known.item(rule.until) is None:
                items = [item.item for item in known.gate]
                yield unknown(
                    ("deadlines", index, "until"), rule.until, items, "point de passage", "gate item"
                )


def _ladders(rulebook: Rulebook) -> Iterator[Finding]:
    for key, rungs in rulebook.ladders.items():
        if not rungs:
            yield Finding(
                ("ladders", key), "une échelle a au moins un échelon", "a ladder has at least one rung"
            )
        if len({rung.rung for rung in rungs}) < len(rungs):
            yield Finding(("ladders", key), "un échelon y est deux fois", "a rung is there twice")
