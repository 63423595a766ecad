"""The deadlines of a funding's course: clocks that run, ladders that are there, silence where it may count."""

from collections.abc import Iterator

from domain.rulebook.consistent_deadlines import known_ladder
from domain.rulebook.consistent_gates import must_last
from domain.rulebook.findings import Finding, Path
from domain.rulebook.funding import Instrument, Step
from domain.rulebook.lengths import is_negative, is_positive, lies_before
from domain.rulebook.whole import Rulebook

_MAY_BE_AT_ONCE = frozenset({"condition", "renewal"})
"""Steps that have a day of their own: a deadline may fall on it."""


def step_mistakes(path: Path, instrument: Instrument, rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the steps of an instrument."""
    for name, step in instrument.steps.items():
        where = (*path, name)
        yield from known_ladder((*where, "ladder"), step.ladder, rulebook)
        if name not in _MAY_BE_AT_ONCE or is_negative(step.within):
            yield from must_last((*where, "within"), step.within)
        if step.silence and name != "decision":
            fr = "le silence ne vaut refus que pour la décision"
            yield Finding((*where, "silence"), fr, "silence refuses only where a decision is awaited")
        elif step.silence:
            yield from _told(where, step, rulebook)


def _told(path: Path, step: Step, rulebook: Rulebook) -> Iterator[Finding]:
    """Nobody's silence counts who was never reminded."""
    rungs = rulebook.ladders.get(step.ladder)
    if rungs and not any(
        not is_positive(rung.offset) and not lies_before(rung.offset, step.within) for rung in rungs
    ):
        fr = "personne n’est relancé avant que le silence compte : ajoutez un échelon avant l’échéance"
        en = "nobody is reminded before silence counts: add a rung before the due date"
        yield Finding((*path, "silence"), fr, en)
