"""What would come about though nobody does anything: phases that pass, money that is decided about."""

from domain.kernel.values import Phase
from domain.rulebook.consistent_funding_acts import deciding_panels
from domain.rulebook.consistent_phase_acts import brought_about
from domain.rulebook.course import PutToDecision
from domain.rulebook.funding import Instrument
from domain.rulebook.gates import GateItem, InhabitantsRule, ItemsRule, ReviewRule
from domain.rulebook.whole import PhaseRule, Rulebook


def needs_nobody(phase: Phase, rulebook: Rulebook) -> bool:
    """Whether every item of the gate is met by acts and by silence alone, or was on the sheet from the beginning."""
    rule = rulebook.phases[phase]
    return all(_by_itself(item, phase, rule, rulebook) for item in rule.gate)


def _by_itself(item: GateItem, phase: Phase, rule: PhaseRule, rulebook: Rulebook) -> bool:
    if any(
        one.silence and one.silence.counts_as == "met" and one.until == item.item and phase in one.phases
        for one in rulebook.deadlines
    ):
        return True
    match item.needs:
        case InhabitantsRule():
            return True
        case ItemsRule(of=items, at_least=least):
            inner = (rule.item(one) for one in items)
            return sum(one is not None and _by_itself(one, phase, rule, rulebook) for one in inner) >= least
        case ReviewRule(review=review, outcomes=outcomes):
            asked = any(brought_about(act, item) for act in rule.course)
            return asked and _answered_by_silence(review, outcomes, rulebook)
    return False


def _answered_by_silence(review: str, outcomes: tuple[str, ...], rulebook: Rulebook) -> bool:
    question = rulebook.question(review)
    panel = rulebook.panel(question.panel) if question else None
    if panel is None or panel.silence is None or panel.silence == "abstention":
        return False
    return not outcomes or panel.silence in outcomes


def decided_by_nobody(instrument: Instrument, rulebook: Rulebook) -> bool:
    """Whether a panel whose silence is favourable is asked by an act that puts requests before it."""
    silent = {one.panel for one in rulebook.panels if one.silence == "favourable"}
    put = any(isinstance(act, PutToDecision) for act in instrument.course)
    return put and bool(silent & deciding_panels(instrument, rulebook))
