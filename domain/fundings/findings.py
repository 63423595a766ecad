"""Findings of eligibility as text: what a refusal holds of them are keys and figures."""

from collections.abc import Iterable
from functools import cache

from pydantic import TypeAdapter

from domain.fundings.request import EligibilityFinding

FINDINGS = "findings"
"""The parameter of a refusal that holds findings."""


@cache
def _adapter() -> TypeAdapter[tuple[EligibilityFinding, ...]]:
    """Built when first used: few refusals hold findings."""
    return TypeAdapter(tuple[EligibilityFinding, ...])


def write_findings(findings: Iterable[EligibilityFinding]) -> str:
    """Findings as JSON."""
    return _adapter().dump_json(tuple(findings)).decode()


def read_findings(written: str) -> tuple[EligibilityFinding, ...]:
    """The findings that ``write_findings`` wrote. Raises ValidationError for anything else."""
    return _adapter().validate_json(written)
