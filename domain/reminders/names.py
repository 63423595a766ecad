"""What the deadline of an occurrence is called: by the rulebook, or as every review and every funding has it."""

from collections.abc import Mapping

from domain.fundings.clocks import NAMES as STEPS
from domain.fundings.report_clocks import REPORT
from domain.reminders.outcomes import GATE_COMPLETE
from domain.reviews.clocks import NAMES as ANSWERS
from domain.rulebook import Names, Rulebook, names_of
from domain.rulebook.complete_gate import GOING_ON, GOING_ON_NAME
from domain.rulebook.expected_end import EXPECTED_END, EXPECTED_END_NAME
from domain.rulebook.pauses import PAUSE_END, PAUSE_END_NAME

OUTCOMES: Mapping[str, Names] = {
    GATE_COMPLETE: Names(fr="Passage complet", en="Gate complete"),
    "review-concluded": Names(fr="Avis rendu", en="Opinion concluded"),
    "review-deferred": Names(fr="Avis différé", en="Opinion deferred"),
    "review-cancelled": Names(fr="Demande d’avis retirée", en="Review cancelled"),
    "funding-granted": Names(fr="Financement accordé", en="Funding granted"),
    "funding-refused": Names(fr="Financement refusé", en="Funding refused"),
    "funding-deferred": Names(fr="Financement différé", en="Funding deferred"),
    "amendment-granted": Names(fr="Avenant accordé", en="Amendment granted"),
    "amendment-refused": Names(fr="Avenant refusé", en="Amendment refused"),
    "tranche-paid": Names(fr="Tranche payée", en="Tranche paid"),
    "payment-failed": Names(fr="Paiement non abouti", en="Payment failed"),
    "application-selected": Names(fr="Candidature retenue", en="Application selected"),
    "application-declined": Names(fr="Candidature refusée", en="Application declined"),
    "abandonment-granted": Names(fr="Abandon accordé", en="Abandonment granted"),
    "abandonment-refused": Names(fr="Abandon refusé", en="Abandonment refused"),
    "silence-counted": Names(fr="Silence compté", en="Silence counted"),
}
"""What is told once, by the first part of its occurrence."""

_OWN: Mapping[str, Names] = {
    **ANSWERS,
    **dict(STEPS.items()),
    **OUTCOMES,
    EXPECTED_END: EXPECTED_END_NAME,
    PAUSE_END: PAUSE_END_NAME,
    GOING_ON: GOING_ON_NAME,
}


def clock_name(occurrence: str, rulebook: Rulebook | None) -> Names | None:
    """The name of the deadline; None for one that the rulebook does not know, or knows no more."""
    key, _, rest = occurrence.partition("/")
    if rulebook:
        rules = {**names_of(rulebook, "act"), **{one.deadline: one.name for one in rulebook.deadlines}}
        reports = {one.report: one.name for each in rulebook.instruments for one in each.reports}
        if known := reports.get(rest.partition("/")[0]) if key == REPORT else rules.get(key):
            return known
    return _OWN.get(key)
