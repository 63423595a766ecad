"""The shape of the table of sentences."""

from collections.abc import Mapping

from domain.kernel.model import Model


class Sentence(Model):
    """One sentence in the languages of the service."""

    fr: str
    en: str


Bilingual = tuple[str, str]
"""French, English."""

Sentences = Mapping[str, tuple[Bilingual, Bilingual]]
"""Per code: the sentence and the remedy. Names in braces are the refusal's parameters, each with its kind
(``{owing:person}``) where that is not its name (``{phase}``): ``wording.naming`` knows the kinds."""
