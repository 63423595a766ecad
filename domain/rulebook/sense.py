"""What a rulebook says that makes no sense: rules never met, reminders never sent, deadlines that cross.

Only what can be decided from the rulebook alone, whatever day it counts from. Each is a warning: the rulebook can
be used, and does not do what its author will have meant.
"""

from collections.abc import Iterator

from domain.rulebook.findings import Finding, warning
from domain.rulebook.sense_of_bodies import body_warnings
from domain.rulebook.sense_of_course import course_warnings
from domain.rulebook.sense_of_deadlines import deadline_warnings
from domain.rulebook.sense_of_funding import funding_warnings
from domain.rulebook.sense_of_gates import gate_warnings
from domain.rulebook.whole import Rulebook


def warnings(rulebook: Rulebook) -> tuple[Finding, ...]:
    """What the author of a rulebook without mistakes should look at."""
    return (
        *gate_warnings(rulebook),
        *deadline_warnings(rulebook),
        *body_warnings(rulebook),
        *funding_warnings(rulebook),
        *course_warnings(rulebook),
        *_publication(rulebook),
        *_calls(rulebook),
    )


def _publication(rulebook: Rulebook) -> Iterator[Finding]:
    publication = rulebook.publication
    last = max(phase.number for phase in rulebook.phases)
    if publication.published and publication.since.number > last:
        fr = f"rien ne sera publié : aucun dossier n’atteint {publication.since}"
        en = f"nothing will be published: no file reaches {publication.since}"
        yield warning(("publication", "since"), fr, en)


def _calls(rulebook: Rulebook) -> Iterator[Finding]:
    """Calls that are open at no time at which a file may be opened."""
    calls, period = rulebook.calls, rulebook.period
    for index, call in enumerate(calls.calls if calls and period else ()):
        ended = period and period.until and call.opens and call.opens > period.until
        too_early = period and call.closes and call.closes < period.since
        if ended or too_early:
            fr, en = "hors de la période du programme", "outside the programme’s period"
            yield warning(("calls", "calls", index), fr, en)
