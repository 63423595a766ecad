"""Gate items that can never be met, or not in the time that the programme gives."""

from collections.abc import Iterator
from datetime import timedelta

from domain.kernel.values import Phase
from domain.rulebook.base import defined
from domain.rulebook.findings import Finding, Path, warning
from domain.rulebook.gates import (
    ExperimentsRule,
    FilesRule,
    FundingRule,
    GateItem,
    ItemsRule,
    OccasionsRule,
    SelectedRule,
    StakeholdersRule,
)
from domain.rulebook.lengths import is_longer, lengths
from domain.rulebook.whole import PhaseRule, Rulebook


def gate_warnings(rulebook: Rulebook) -> Iterator[Finding]:
    """What is strange about the gates."""
    for phase, rule in rulebook.phases.items():
        ways = _one_way_of_several(rule)
        for index, item in enumerate(rule.gate):
            path = ("phases", str(phase), "gate", index, "needs")
            yield from _numbers(path, item, rule, rulebook)
            if item.item not in ways:
                yield from _others(path, item, phase, rulebook)


def _one_way_of_several(phase: PhaseRule) -> set[str]:
    """Items that need not be met, because another item asks for fewer than all of its ways."""
    rules = (one.needs for one in phase.gate if isinstance(one.needs, ItemsRule))
    return {way for rule in rules if rule.at_least < len(rule.of) for way in rule.of}


def _numbers(path: Path, item: GateItem, phase: PhaseRule, rulebook: Rulebook) -> Iterator[Finding]:
    match item.needs:
        case StakeholdersRule(sectors=sectors, at_most=most) if most is not None and most < sectors:
            fr = f"jamais rempli : {most} parties prenantes ne sont pas de {sectors} secteurs"
            yield warning(path, fr, f"never met: {most} stakeholders are not of {sectors} sectors")
        case StakeholdersRule(sectors=sectors, at_least=least) if least is not None and least < sectors:
            fr = f"{sectors} secteurs demandent {sectors} parties prenantes, non {least}"
            yield warning(path, fr, f"{sectors} sectors need {sectors} stakeholders, not {least}")
        case OccasionsRule() as rule:
            yield from _pace(path, rule, phase, rulebook)
        case ExperimentsRule():
            shortest = rulebook.experiments.shortest
            if shortest and phase.expected and is_longer(shortest, phase.expected):
                fr = "une expérimentation dure plus longtemps que la phase"
                yield warning(path, fr, "an experiment lasts longer than the phase")


def _pace(path: Path, rule: OccasionsRule, phase: PhaseRule, rulebook: Rulebook) -> Iterator[Finding]:
    """Whoever keeps to every deadline should also pass the gate: n occasions have n - 1 intervals between them."""
    period = rule.within or phase.expected
    for deadline in rulebook.deadlines:
        if deadline.after != "last-occasion" or deadline.occasion != rule.occasion or not period:
            continue
        intervals = (rule.at_least or 1) - 1
        needed = intervals * lengths(deadline.within)[0]
        if needed > lengths(period)[1] + timedelta(days=1):
            fr = f"au rythme de {deadline.deadline}, il n’y en a pas {rule.at_least} en {period}"
            en = f"at the pace of {deadline.deadline} there are not {rule.at_least} in {period}"
            yield warning(path, fr, en)


def _others(path: Path, item: GateItem, phase: Phase, rulebook: Rulebook) -> Iterator[Finding]:
    """What every file of the programme must meet, though some never can."""
    match item.needs:
        case FilesRule(reached=reached) if reached == "completed" or reached.number > phase.number:
            fr = "chaque dossier attend un autre, allé plus loin : aucun de ce programme ne serait le premier"
            en = "every file waits for one that has gone further: none of this programme would be the first"
            yield warning(path, fr, en)
        case FundingRule(instrument=key):
            instrument = defined(rulebook.instrument(key))
            if not instrument.circuit and not instrument.fast_track:
                fr, en = "jamais rempli : personne n’en décide", "never met: nobody decides about it"
                yield warning(path, fr, en)
        case SelectedRule():
            calls = rulebook.calls
            if calls and (calls.outreach or not calls.calls):
                fr = "jamais rempli par un dossier ouvert sans candidature"
                yield warning(path, fr, "never met by a file opened without an application")
