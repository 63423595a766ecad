"""The deadline by which a phase should be over, where the rulebook names a ladder for its expected duration."""

from domain.kernel.values import Phase
from domain.rulebook.base import Names
from domain.rulebook.deadlines import DeadlineRule
from domain.rulebook.whole import Rulebook

EXPECTED_END = "expected_end"
"""Its key, in every phase; no deadline and no act of a rulebook that has one may be called so."""
EXPECTED_END_NAME = Names(fr="Fin attendue de la phase", en="Expected end of the phase")


def expected_end(rulebook: Rulebook, phase: Phase) -> tuple[DeadlineRule, ...]:
    """The deadline of a phase as a rule like the others; none where the phase has no ladder."""
    rule = rulebook.phases.get(phase)
    if rule is None or rule.expected is None or rule.ladder is None:
        return ()
    return (
        DeadlineRule(
            deadline=EXPECTED_END,
            name=EXPECTED_END_NAME,
            after="phase-entry",
            within=rule.expected,
            phases=(phase,),
            ladder=rule.ladder,
        ),
    )
