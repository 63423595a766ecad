"""Findings of a verification, in sentences and in JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from language import Text, say, t
from verification.findings import Code, Finding, Findings
from wording import headings
from wording.punctuation import labelled
from wording.verification import FINDINGS, REMEDIES
from wording.verification_guards import KINDS, PARTICULARS

_NAMED = ("kind", "founded", "state", "said", "subject", "fact", "fields", "reader")
"""The particulars that may be words of ours; all others are names."""


def sentence(finding: Finding) -> Text:
    """What a finding says."""
    particulars = {name: _particular(finding, name, value) for name, value in finding.params.items()}
    fr, en = FINDINGS[finding.code]
    fr = fr.format(**{name: one.fr for name, one in particulars.items()})
    en = en.format(**{name: one.en for name, one in particulars.items()})
    if finding.position is None:
        return Text(fr[:1].upper() + fr[1:], en[:1].upper() + en[1:])
    return Text(f"Position {finding.position} : {fr}", f"Position {finding.position}: {en}")


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


def _particular(finding: Finding, name: str, value: str | int) -> Text:
    if name not in _NAMED or not isinstance(value, str):
        return Text(str(value), str(value))
    words = KINDS if name == "kind" and finding.code.startswith("guard_") else PARTICULARS
    parts = value.split(",") if name == "fields" else [value]
    said = [words.get(part, Text(part, part)) for part in parts]
    return Text(", ".join(one.fr for one in said), ", ".join(one.en for one in said))
