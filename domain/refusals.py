"""Refusals are values: a stable code, parameters, and sentences that say why and what would make it pass.

Parameters are codes, ids, keys and dates, never text that people wrote, so that outcomes can keep them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.fundings.finding_words import FINDINGS, findings_words
from domain.fundings.identifiers import register_number
from domain.money import PAYING
from domain.parts import RECEIVED
from domain.rulebook import Rulebook, names_in
from domain.rulebook.wording import euros
from domain.sentences import SENTENCES
from domain.sentences.roles import ROLES
from domain.sentences.shape import Bilingual
from domain.sentences.stages import STAGES


class _InFrench(str):
    """A parameter as a French sentence shows it."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return _shown(self, spec)[0]


class _InEnglish(str):
    """A parameter as an English sentence shows it."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return _shown(self, spec)[1]


def _shown(text: str, spec: str) -> Bilingual:
    """As a sentence asks for it.

    Cents as an amount (``{balance:euros}``), stages as words (``{stage:word}``), an account as the number that it is
    named by (``{account:number}``).
    """
    match spec:
        case "euros":
            return euros(int(text))
        case "number":
            return (
                ("l’organisation", "the organisation")
                if text == PAYING
                else (register_number(text), register_number(text))
            )
        case "word":
            words = [STAGES.get(one, (one, one)) for one in text.split(", ")]
            return ", ".join(fr for fr, _ in words), ", ".join(en for _, en in words)
    return str(text), str(text)


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
    names = {key: (fr, en) for key, fr, en in _names(rulebook)}
    in_french = _named(params, {key: fr for key, (fr, _) in names.items()})
    in_english = _named(params, {key: en for key, (_, en) in names.items()})
    if FINDINGS in params:
        in_french[FINDINGS], in_english[FINDINGS] = findings_words(params[FINDINGS], rulebook)
    french = {param: _InFrench(value) for param, value in in_french.items()}
    english = {param: _InEnglish(value) for param, value in in_english.items()}
    return Explained(
        message_fr.format_map(french),
        message_en.format_map(english),
        remedy_fr.format_map(french),
        remedy_en.format_map(english),
    )


def _names(rulebook: Rulebook | None) -> Iterator[tuple[str, str, str]]:
    """Keys with their names, French and English: of roles, and of what the rulebook defines."""
    yield from ((role, fr, en) for role, (fr, en) in ROLES.items())
    if rulebook is None:
        return
    yield RECEIVED, "reçue", "received"
    yield from ((key, names.fr, names.en) for key, names in names_in(rulebook).items())


def _named(params: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """The parameters with every key that has a name shown as that name, the key behind it."""
    return {
        param: ", ".join(f"{names[key]} ({key})" if key in names else key for key in value.split(", "))
        for param, value in params.items()
    }
