"""Whether a gate waits for the answer to a question: where none does, the answer is heard and opens nothing."""

from domain.cooperations.state import Cooperation
from domain.rulebook import PhaseRule, ReviewRule, Rulebook
from domain.rulebook import Review as Question


def gate_waits_for(key: str, pass_number: int, cooperation: Cooperation, rulebook: Rulebook) -> bool:
    """Whether the gate of the pass that a review belongs to knows its question.

    True, too, for questions that are for no gate: about a call, money, an evaluation, and that no gate asks for.
    """
    question = rulebook.question(key)
    phase = next((one.phase for one in cooperation.passes if one.number == pass_number), None)
    if question is None or phase is None or not _for_a_gate(question, rulebook):
        return True
    rule = rulebook.phases.get(phase)
    return rule is not None and _asks(rule, key)


def _for_a_gate(question: Question, rulebook: Rulebook) -> bool:
    return question.about == "gate" or any(_asks(one, question.review) for one in rulebook.phases.values())


def _asks(phase: PhaseRule, key: str) -> bool:
    return any(isinstance(one.needs, ReviewRule) and one.needs.review == key for one in phase.gate)
