"""The shape of the table of sentences."""

from collections.abc import Mapping

Bilingual = tuple[str, str]
"""French, English."""

Sentences = Mapping[str, tuple[Bilingual, Bilingual]]
"""Per code: the sentence and the remedy. Names in braces are the refusal's parameters, each with its kind
(``{owing:person}``) where that is not its name (``{phase}``): ``domain.naming`` knows the kinds."""
