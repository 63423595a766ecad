"""Acts: keys of their own, times that pass, ladders that are there; what each phase and instrument adds to that."""

from collections.abc import Iterator, Sequence

from domain.rulebook.consistent_deadlines import known_ladder, nobody_owes
from domain.rulebook.consistent_funding_acts import funding_act_mistakes
from domain.rulebook.consistent_phase_acts import phase_act_mistakes
from domain.rulebook.course import ActRule, AnyAct
from domain.rulebook.findings import Finding, Path, twice
from domain.rulebook.lengths import is_negative
from domain.rulebook.whole import Rulebook

Courses = Iterator[tuple[Path, Sequence[AnyAct]]]


def course_mistakes(rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the acts of the phases and of the instruments."""
    keys = {one.deadline: "deadline" for one in rulebook.deadlines}
    for path, course in courses(rulebook):
        for index, act in enumerate(course):
            where = (*path, index)
            yield from _own_key(where, act.act, keys)
            yield from _common(where, act, rulebook)
    for phase, rule in rulebook.phases.items():
        yield from phase_act_mistakes(("phases", str(phase), "course"), phase, rule, rulebook)
    for index, instrument in enumerate(rulebook.instruments):
        yield from funding_act_mistakes(("instruments", index, "course"), instrument, rulebook)


def courses(rulebook: Rulebook) -> Courses:
    """The acts of each phase and of each instrument, and where they stand."""
    for phase, rule in rulebook.phases.items():
        yield ("phases", str(phase), "course"), rule.course
    for index, instrument in enumerate(rulebook.instruments):
        yield ("instruments", index, "course"), instrument.course


def _own_key(path: Path, key: str, keys: dict[str, str]) -> Iterator[Finding]:
    """Acts and deadlines are told apart by their keys, in the whole rulebook."""
    taken = keys.setdefault(key, "act")
    if taken == "deadline":
        fr, en = f"{key} est aussi une échéance", f"{key} is a deadline as well"
        yield Finding((*path, "act"), fr, en)
    elif taken == "seen":
        yield Finding((*path, "act"), f"{key} y est déjà", f"{key} is there already")
    else:
        keys[key] = "seen"


def _common(path: Path, act: ActRule, rulebook: Rulebook) -> Iterator[Finding]:
    if is_negative(act.delay):
        fr, en = f"{act.delay} : on n’annonce pas après coup", f"{act.delay}: nothing is announced afterwards"
        yield Finding((*path, "delay"), fr, en)
    if act.ladder is not None:
        yield from known_ladder((*path, "ladder"), act.ladder, rulebook)
        yield from nobody_owes(path, act.ladder, rulebook)
    yield from twice((*path, "held_by"), act.held_by)
