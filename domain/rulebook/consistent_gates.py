"""Gates: what their items point at is there, and no item waits for itself."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from domain.kernel.values import Sector
from domain.rulebook.findings import Finding, Path, twice, unknown
from domain.rulebook.gates import (
    CharterRule,
    CriteriaRule,
    EvaluationRule,
    FundingRule,
    GateItem,
    ItemsRule,
    OccasionsRule,
    ReviewRule,
    SelectedRule,
    StakeholdersRule,
)
from domain.rulebook.lengths import is_positive
from domain.rulebook.whole import PhaseRule, Rulebook

_LONGEST_WAY = 10


def gate_mistakes(rulebook: Rulebook) -> Iterator[Finding]:
    """What is wrong with the phases and their gates."""
    for phase, rule in rulebook.phases.items():
        path = ("phases", str(phase))
        yield from twice((*path, "gate"), [one.item for one in rule.gate], "item")
        yield from twice((*path, "stages"), [one.stage for one in rule.stages], "stage")
        if rule.expected is not None:
            yield from must_last((*path, "expected"), rule.expected)
        items = dict.fromkeys(one.item for one in rule.gate)
        for index, item in enumerate(rule.gate):
            yield from _item((*path, "gate", index, "needs"), item, items, rulebook)
        yield from _circles((*path, "gate"), rule)


def must_last(path: Path, duration: str | None) -> Iterator[Finding]:
    """A duration that is one must be longer than nothing."""
    if duration is not None and not is_positive(duration):
        yield Finding(path, f"{duration} ne dure pas", f"{duration} lasts no time")


def _item(path: Path, item: GateItem, here: Mapping[str, None], rulebook: Rulebook) -> Iterator[Finding]:
    match item.needs:
        case CriteriaRule(of=criteria, at_least=least):
            yield from _k_of_n(path, least, len(criteria))
        case ItemsRule(of=items, at_least=least):
            for index, other in enumerate(items):
                if other not in here:
                    others = [one for one in here if one != item.item]
                    yield unknown(
                        (*path, "of", index), other, others, "pas d’autre point ici", "no other item here"
                    )
            yield from twice((*path, "of"), items)
            yield from _k_of_n(path, least, len(items))
        case StakeholdersRule(sectors=sectors) if sectors > len(Sector):
            fr, en = f"il n’y a que {len(Sector)} secteurs", f"there are only {len(Sector)} sectors"
            yield Finding((*path, "sectors"), fr, en)
        case CharterRule(term=term):
            yield from must_last((*path, "term"), term)
        case OccasionsRule(occasion=occasion, within=within):
            if occasion not in rulebook.occasions:
                yield unknown_occasion((*path, "occasion"), occasion, rulebook)
            yield from must_last((*path, "within"), within)
        case EvaluationRule(not_older_than=age):
            yield from must_last((*path, "not_older_than"), age)
            if rulebook.evaluation is None:
                yield no_grid((*path, "rule"))
        case SelectedRule(stage=stage):
            stages = [one.stage for one in rulebook.calls.funnel] if rulebook.calls else []
            if stage not in stages:
                yield unknown((*path, "stage"), stage, stages, "pas d’étape d’appel", "no stage of a call")
        case ReviewRule(review=review):
            reviews = [one.review for one in rulebook.reviews]
            if review not in reviews:
                yield unknown((*path, "review"), review, reviews, "pas d’avis à rendre", "no review")
        case FundingRule(instrument=instrument):
            instruments = [one.instrument for one in rulebook.instruments]
            if instrument not in instruments:
                yield unknown(
                    (*path, "instrument"), instrument, instruments, "pas d’instrument", "no instrument"
                )


def unknown_occasion(path: Path, given: str, rulebook: Rulebook) -> Finding:
    """A kind of occasion that the rulebook does not have."""
    return unknown(path, given, rulebook.occasions, "pas d’occasion", "no occasion")


def no_grid(path: Path) -> Finding:
    """An evaluation is asked for, and there is no grid on which to evaluate."""
    fr = "on n’évalue que sur une grille : ajoutez evaluation"
    en = "an evaluation needs a grid: add evaluation"
    return Finding(path, fr, en, given="evaluation")


def _k_of_n(path: Path, least: int, number: int) -> Iterator[Finding]:
    if least > number:
        fr, en = f"il n’y en a que {number} : jamais {least}", f"there are only {number}: never {least}"
        yield Finding((*path, "at_least"), fr, en)


def _circles(path: Path, phase: PhaseRule) -> Iterator[Finding]:
    """Items that wait for each other in a circle: none of them could ever be met."""
    waits = {one.item: one.needs.of for one in phase.gate if isinstance(one.needs, ItemsRule)}
    places = {one.item: index for index, one in enumerate(phase.gate)}
    while circle := _circle(waits):
        first = min(circle, key=lambda item: places[item])
        begins = circle.index(first)
        way = [*circle[begins:], *circle[:begins], first]
        told = " → ".join(way if len(way) <= _LONGEST_WAY else [*way[:_LONGEST_WAY], "…"])
        fr, en = f"ils s’attendent en cercle : {told}", f"they wait in a circle: {told}"
        yield Finding((*path, places[first], "needs", "of"), fr, en)
        waits = {item: of for item, of in waits.items() if item not in circle}


def _circle(waits: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Items of which each waits for the next one and the last for the first, if there are such."""
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[:0:-1]
    return []
