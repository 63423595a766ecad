"""Refusals in words: why, and what would make it pass, with the names that the reader may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from domain.kernel.refusal import Refusal
from wording.naming import AS_IT_IS, NOTHING, Naming
from wording.sentences import SENTENCES

NOBODY = Naming()
"""A reader to whom nothing has a name."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A refusal in words: the sentence and the remedy, in French and English."""

    message_fr: str
    message_en: str
    remedy_fr: str
    remedy_en: str


def explain(refusal: Refusal, naming: Naming = NOBODY) -> Explained:
    """The sentences of a refusal, with its parameters in place; an import's begins with the act refused.

    ``naming`` gives the names that the reader may know.
    """
    if refusal.code == "act_refused" and (inner := refusal.params["refusal"]) in SENTENCES:
        outer, why = (
            _explain("act_refused", refusal.params, naming),
            _explain(inner, refusal.params, naming),
        )
        return Explained(
            f"{outer.message_fr} {why.message_fr}",
            f"{outer.message_en} {why.message_en}",
            f"{why.remedy_fr} {outer.remedy_fr}",
            f"{why.remedy_en} {outer.remedy_en}",
        )
    return _explain(refusal.code, refusal.params, naming)


def _explain(code: str, params: Mapping[str, str], naming: Naming) -> Explained:
    (message_fr, message_en), (remedy_fr, remedy_en) = SENTENCES[code]
    french, english = _Sentence(naming, 0), _Sentence(naming, 1)
    return Explained(
        french.vformat(message_fr, (), params),
        english.vformat(message_en, (), params),
        french.vformat(remedy_fr, (), params),
        english.vformat(remedy_en, (), params),
    )


class _Sentence(Formatter):
    """Puts parameters in their places in one language, each as its kind is shown: ``{owing:person}``, ``{phase}``."""

    def __init__(self, naming: Naming, language: int) -> None:
        self._naming = naming
        self._language = language

    def vformat(self, format_string: str, args: Any, kwargs: Any) -> str:
        """The sentence; one that begins with a name or an amount begins with a capital all the same."""
        said = super().vformat(format_string, args, kwargs)
        literal, _, kind, _ = next(iter(self.parse(format_string)))
        return said if literal or kind in AS_IT_IS else said[:1].upper() + said[1:]

    def parse(self, format_string: str) -> Any:
        """The parts of a template; a parameter that is named as its kind needs no more than its name."""
        for literal, name, kind, conversion in super().parse(format_string):
            yield literal, name, kind or name, conversion

    def get_value(self, key: int | str, _args: Any, kwargs: Any) -> Any:
        """A parameter; a dash for one that an outcome of an earlier version does not have."""
        return kwargs.get(key, NOTHING[0])

    def format_field(self, value: Any, format_spec: str) -> str:
        """A parameter as its kind is shown."""
        return self._naming.said(format_spec, value)[self._language]
