"""The shape of the table of sentences."""

from collections.abc import Mapping
from typing import Self

from domain.kernel.model import Model

Bilingual = tuple[str, str]
"""French, English."""


def both(fr: str | None, en: str | None) -> Bilingual | None:
    """The pair of two columns; None where they are empty."""
    return None if fr is None or en is None else (fr, en)


Sentences = Mapping[str, tuple[Bilingual, Bilingual]]
"""Per code: the sentence and the remedy. Names in braces are the refusal's parameters, each with its kind
(``{owing:person}``) where that is not its name (``{phase}``): ``wording.naming`` knows the kinds."""


class Sentence(Model):
    """One sentence in both languages, as answers have it in JSON."""

    fr: str
    en: str

    @classmethod
    def of(cls, pair: tuple[str, str]) -> Self:
        """A pair, French first, in the shape of an answer."""
        return cls(fr=pair[0], en=pair[1])
