"""Refusals are values: a stable code, parameters, and sentences that say why and what would make it pass.

Parameters are codes, ids, keys and dates, never text that people wrote, so that outcomes can keep them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.sentences import SENTENCES


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command does not pass. ``code`` is one of ``SENTENCES``."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explained:
    """A refusal in words: the sentence and the remedy, in French and English."""

    message_fr: str
    message_en: str
    remedy_fr: str
    remedy_en: str


def refuse(code: str, **params: object) -> Refusal:
    """A refusal, its parameters written as text; sequences as a comma-separated list."""
    written = {
        key: ", ".join(str(one) for one in value)
        if isinstance(value, tuple | list | frozenset)
        else str(value)
        for key, value in params.items()
    }
    return Refusal(code, written)


def explain(refusal: Refusal) -> Explained:
    """The sentences of a refusal, with its parameters in place; an import's begins with the act refused."""
    if refusal.code == "act_refused" and (inner := refusal.params["refusal"]) in SENTENCES:
        outer, why = _explain("act_refused", refusal.params), _explain(inner, refusal.params)
        return Explained(
            f"{outer.message_fr} {why.message_fr}",
            f"{outer.message_en} {why.message_en}",
            f"{why.remedy_fr} {outer.remedy_fr}",
            f"{why.remedy_en} {outer.remedy_en}",
        )
    return _explain(refusal.code, refusal.params)


def _explain(code: str, params: Mapping[str, str]) -> Explained:
    (message_fr, message_en), (remedy_fr, remedy_en) = SENTENCES[code]
    return Explained(
        message_fr.format_map(params),
        message_en.format_map(params),
        remedy_fr.format_map(params),
        remedy_en.format_map(params),
    )
