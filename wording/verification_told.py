"""What a finding of a verification says, as a sentence."""

from collections.abc import Mapping

from language import Text
from wording.verification import FINDINGS
from wording.verification_guards import KINDS, PARTICULARS

_NAMED = ("kind", "founded", "state", "said", "subject", "fact", "fields", "reader")
"""The particulars that may be words of ours; all others are names."""


def verified_words(code: str, position: int | None, params: Mapping[str, str | int]) -> Text:
    """A finding by its code, with its particulars; the position first, where it is of one."""
    particulars = {name: _particular(code, name, value) for name, value in params.items()}
    fr, en = FINDINGS[code]
    fr = fr.format(**{name: one.fr for name, one in particulars.items()})
    en = en.format(**{name: one.en for name, one in particulars.items()})
    if position is None:
        return Text(fr[:1].upper() + fr[1:], en[:1].upper() + en[1:])
    return Text(f"Position {position}\u00a0: {fr}", f"Position {position}: {en}")


def _particular(code: str, name: str, value: str | int) -> Text:
    if name not in _NAMED or not isinstance(value, str):
        return Text(str(value), str(value))
    words = KINDS if name == "kind" and code.startswith("guard_") else PARTICULARS
    parts = value.split(",") if name == "fields" else [value]
    said = [words.get(part, Text(part, part)) for part in parts]
    return Text(", ".join(one.fr for one in said), ", ".join(one.en for one in said))
