"""Findings of a verification, in sentences and in JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from language import Text, say, t
from verification.findings import Code, Finding, Findings
from wording import headings
from wording.punctuation import labelled
from wording.verification import REMEDIES
from wording.verification_told import verified_words


def sentence(finding: Finding) -> Text:
    """What a finding says."""
    return verified_words(finding.code, finding.position, finding.params)


def drawn(found: Findings) -> Iterator[str]:
    """Lines for people: each finding with its code, and after those of one kind what to do."""
    by_code: dict[Code, list[Finding]] = {}
    for one in found.kept:
        by_code.setdefault(one.code, []).append(one)
    for code, some in by_code.items():
        yield from (f"  {say(sentence(one))}. [{code}]" for one in some)
        if more := found.beyond.get(code):
            yield "  " + t(f"… et {more} autres. [{code}]", f"… and {more} more. [{code}]")
        yield "    " + labelled(say(headings.TO_DO), say(REMEDIES[code]))


def as_json(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings for programs: code, position, particulars, and what people are told."""
    return [
        {
            "code": one.code,
            "position": one.position,
            "params": dict(one.params),
            "message": sentence(one)._asdict(),
            "remedy": REMEDIES[one.code]._asdict(),
        }
        for one in found
    ]
