"""Rules of eligibility beside the figures of a request, with the zonings that they were judged on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.cooperations.state import Cooperation
from domain.fundings.expenses import sourced_on
from domain.fundings.request import EligibilityFinding
from domain.rulebook import Rulebook
from wording.findings import FindingTold, finding_told
from wording.zonings import zonings_words


def findings_told(
    findings: Sequence[EligibilityFinding],
    rulebook: Rulebook | None,
    instrument: str,
    cooperation: Cooperation | None,
    day: date | None,
) -> Sequence[FindingTold]:
    """Each finding, judged as of a day; a share that zonings raise says by which source, of which day, they hold."""
    known = rulebook.instrument(instrument) if rulebook else None
    cap = known.cap if known else None
    told = [finding_told(one, rulebook) for one in findings]
    if rulebook is None or cooperation is None or day is None or cap is None or not cap.raised_in:
        return told
    zonings = sourced_on(cooperation.territories, day, rulebook.zone_of(cooperation.region))
    basis = zonings_words(cap.raised_in, zonings, day)
    return [
        replace(said, basis=basis) if one.rule == "cap" else said
        for one, said in zip(findings, told, strict=True)
    ]
