"""Findings of a verification, in sentences and in JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from language import Locale, Text, locale, say, t
from verification.findings import Code, Finding, Findings
from wording.verification import FINDINGS, REMEDIES
from wording.verification_guards import KINDS, PARTICULARS

_NAMED = ("kind", "founded", "state", "said", "subject", "fact", "fields", "reader")
"""The particulars that may be words of ours; all others are names."""


def sentence(finding: Finding, language: Locale) -> str:
    """What a finding says."""
    particulars = {
        name: _particular(finding, name, value, language) for name, value in finding.params.items()
    }
    said = getattr(FINDINGS[finding.code], language).format(**particulars)
    if finding.position is None:
        return str(said[:1].upper() + said[1:])
    return (
        f"Position {finding.position} : {said}"
        if language == "fr"
        else f"Position {finding.position}: {said}"
    )


def drawn(found: Findings) -> Iterator[str]:
    """Lines for people: each finding with its code, and after those of one kind what to do."""
    by_code: dict[Code, list[Finding]] = {}
    for one in found.kept:
        by_code.setdefault(one.code, []).append(one)
    for code, some in by_code.items():
        yield from (f"  {sentence(one, locale())}. [{code}]" for one in some)
        if more := found.beyond.get(code):
            yield "  " + t(f"… et {more} autres. [{code}]", f"… and {more} more. [{code}]")
        yield "    " + t("À faire : ", "To do: ") + say(REMEDIES[code])


def as_json(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings for programs: code, position, particulars, and what people are told."""
    return [
        {
            "code": one.code,
            "position": one.position,
            "params": dict(one.params),
            "message": {"fr": sentence(one, "fr"), "en": sentence(one, "en")},
            "remedy": REMEDIES[one.code]._asdict(),
        }
        for one in found
    ]


def _particular(finding: Finding, name: str, value: str | int, language: Locale) -> str:
    if name not in _NAMED or not isinstance(value, str):
        return str(value)
    words = KINDS if name == "kind" and finding.code.startswith("guard_") else PARTICULARS
    parts = value.split(",") if name == "fields" else [value]
    return ", ".join(getattr(words.get(part, Text(part, part)), language) for part in parts)
