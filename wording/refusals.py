"""Refusals in words: why, and what would make it pass, with the names that the reader may know."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from domain.kernel.refusal import Refusal
from domain.kernel.text import Bilingual
from wording.naming import AS_IT_IS, NOTHING, Naming
from wording.sentences import SENTENCES

NOBODY = Naming()
"""A reader to whom nothing has a name."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A refusal in words: the sentence and the remedy, in French and English."""

    message: Bilingual
    remedy: Bilingual

    @property
    def whole(self) -> Bilingual:
        """The one after the other."""
        return _one_after_the_other(self.message, self.remedy)


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
            _one_after_the_other(outer.message, why.message),
            _one_after_the_other(why.remedy, outer.remedy),
        )
    return _explain(refusal.code, refusal.params, naming)


def _explain(code: str, params: Mapping[str, str], naming: Naming) -> Explained:
    french, english = _Sentence(naming, 0), _Sentence(naming, 1)
    message, remedy = (
        (french.vformat(fr, (), params), english.vformat(en, (), params)) for fr, en in SENTENCES[code]
    )
    return Explained(message, remedy)


def _one_after_the_other(one: Bilingual, other: Bilingual) -> Bilingual:
    return f"{one[0]} {other[0]}", f"{one[1]} {other[1]}"


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
