"""Refusals are values: a stable code, parameters, and sentences that say why and what would make it pass.

Parameters are codes, ids, keys and dates, never text that people wrote, so that outcomes can keep them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.rulebook import Names, Rulebook
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


def explain(refusal: Refusal, rulebook: Rulebook | None = None) -> Explained:
    """The sentences of a refusal, with its parameters in place; an import's begins with the act refused.

    ``rulebook`` gives the names of the items, deadlines and phases that the parameters are keys of.
    """
    if refusal.code == "act_refused" and (inner := refusal.params["refusal"]) in SENTENCES:
        outer, why = (
            _explain("act_refused", refusal.params, rulebook),
            _explain(inner, refusal.params, rulebook),
        )
        return Explained(
            f"{outer.message_fr} {why.message_fr}",
            f"{outer.message_en} {why.message_en}",
            f"{why.remedy_fr} {outer.remedy_fr}",
            f"{why.remedy_en} {outer.remedy_en}",
        )
    return _explain(refusal.code, refusal.params, rulebook)


def _explain(code: str, params: Mapping[str, str], rulebook: Rulebook | None) -> Explained:
    (message_fr, message_en), (remedy_fr, remedy_en) = SENTENCES[code]
    french = _named(params, {key: names.fr for key, names in _names(rulebook)})
    english = _named(params, {key: names.en for key, names in _names(rulebook)})
    return Explained(
        message_fr.format_map(french),
        message_en.format_map(english),
        remedy_fr.format_map(french),
        remedy_en.format_map(english),
    )


def _names(rulebook: Rulebook | None) -> Iterator[tuple[str, Names]]:
    if rulebook is None:
        return
    yield from ((rule.deadline, rule.name) for rule in rulebook.deadlines)
    for phase, rule in rulebook.phases.items():
        yield phase, rule.name
        yield from ((item.item, item.name) for item in rule.gate)
    if rulebook.evaluation:
        yield from rulebook.evaluation.items.items()


def _named(params: Mapping[str, str], names: Mapping[str, str]) -> Mapping[str, str]:
    """The parameters with every key that has a name shown as that name, the key behind it."""
    return {
        param: ", ".join(f"{names[key]} ({key})" if key in names else key for key in value.split(", "))
        for param, value in params.items()
    }
