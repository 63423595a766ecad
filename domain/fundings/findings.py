"""Findings of eligibility as text: what a refusal holds of them are keys and figures."""

from collections.abc import Iterable

from pydantic import TypeAdapter

from domain.fundings.request import EligibilityFinding

FINDINGS = "findings"
"""The parameter of a refusal that holds findings."""

_FINDINGS = TypeAdapter(tuple[EligibilityFinding, ...])


def write_findings(findings: Iterable[EligibilityFinding]) -> str:
    """Findings as JSON."""
    return _FINDINGS.dump_json(tuple(findings)).decode()


def read_findings(written: str) -> tuple[EligibilityFinding, ...]:
    """The findings that ``write_findings`` wrote. Raises ValidationError for anything else."""
    return _FINDINGS.validate_json(written)
